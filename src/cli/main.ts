import { Command, CommanderError } from 'commander'
import { Refusal } from '../platform/refusal.ts'
import { addAgencyCommands } from './agency.ts'
import { addBackup } from './backup.ts'
import { addBackups } from './backups.ts'
import { addCompare } from './compare.ts'
import { addDemo } from './demo.ts'
import { addDetect } from './detect.ts'
import { addJudge } from './judge.ts'
import { addLedger } from './ledger.ts'
import { addMigrate } from './migrate.ts'
import { addOrderCheck } from './order-check.ts'
import { addOrderDiff } from './order-diff.ts'
import { addOrderDraft } from './order-draft.ts'
import { addOrderImport } from './order-import.ts'
import { addOrderList } from './order-list.ts'
import { addOrderShow } from './order-show.ts'
import { addRecords } from './records.ts'
import { addRosterCommands } from './roster.ts'
import { addServe } from './serve.ts'
import { addVerify } from './verify.ts'

const program = new Command('decorum')
  .description("A police department's General Order on social media, made executable.")
  .version('0.4.0')
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
addDemo(program)
addServe(program)
addMigrate(program)
addLedger(program)
addAgencyCommands(program)
addRosterCommands(program)
addRecords(program)
addBackup(program)
addVerify(program)
addBackups(program)

const systemReasons = new Map([
  ['ENOENT', 'there is no such file or folder'],
  ['EACCES', 'it may not be read or written'],
  ['EPERM', 'it may not be read or written'],
  ['EISDIR', 'it is a folder, and a file is wanted'],
  ['ENOTDIR', 'it is a file, and a folder is wanted'],
  ['EEXIST', 'it is there already'],
  ['ENOSPC', 'there is no room left'],
])

// A reader that stops early (`decorum … | head`) is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE')
    console.error(`decorum: cannot write: ${systemReasons.get(error.code ?? '') ?? error.code}`)
  process.exit(error.code === 'EPIPE' ? 141 : 2)
})

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
  else {
    console.error(`decorum: ${sentenceFor(error)}`)
    process.exitCode = 2
  }
}

/** One sentence for a person: a refusal's own, what the system said of a file, or that we erred. */
function sentenceFor(error: unknown): string {
  if (error instanceof Refusal) return error.message
  if (error instanceof Error && 'syscall' in error && 'code' in error) {
    const code = String(error.code)
    const path = 'path' in error ? ` ${String(error.path)}` : ''
    return `cannot use${path}: ${systemReasons.get(code) ?? code}`
  }
  if (process.env['DECORUM_DEBUG'] !== undefined) console.error(error)
  return `a fault of Decorum's own, and nothing of yours: ${String(error)} (DECORUM_DEBUG=1 shows where)`
}
