import { Command, CommanderError } from 'commander'
import { Refusal } from '../platform/refusal.ts'
import { addCompare } from './compare.ts'
import { addDetect } from './detect.ts'
import { addJudge } from './judge.ts'
import { addOrderCheck } from './order-check.ts'
import { addOrderDiff } from './order-diff.ts'
import { addOrderDraft } from './order-draft.ts'
import { addOrderImport } from './order-import.ts'
import { addOrderList } from './order-list.ts'
import { addOrderShow } from './order-show.ts'

const program = new Command('decorum')
  .description("A police department's General Order on social media, made executable.")
  .version('0.1.0')
  .showSuggestionAfterError()
  .showHelpAfterError('(decorum --help tells what there is)')
  .exitOverride()
  .addHelpText(
    'after',
    `
Exit codes: 0 clear, 1 something bears on the act (or a check failed), 2 bad input.

Try:
  decorum order list
  decorum judge --order hartford-3-01a "He's guilty, fry him"
  decorum judge --order bridgeport-5.14 --batch acts.jsonl --jobs 2
  decorum order diff hartford-3-01a hamden-004-011`,
  )

addJudge(program)
addDetect(program)
addCompare(program)
const order = program.command('order').description('read, check, compare, import and draft orders')
addOrderList(order)
addOrderShow(order)
addOrderCheck(order)
addOrderDiff(order)
addOrderImport(order)
addOrderDraft(order)

// A reader that stops early (`decorum … | head`) is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0)
  throw error
})

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
  else if (error instanceof Refusal) {
    console.error(`decorum: ${error.message}`)
    process.exitCode = 2
  } else throw error
}
