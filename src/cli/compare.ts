import type { Command } from 'commander'
import { loadOrder, loadVocabulary, orderIds, ordersFolder, readYaml } from '../adoption/order-shelf.ts'
import { answerOf } from '../policy/diff.ts'
import { judge } from '../policy/judge.ts'
import type { Order } from '../policy/order.ts'
import { readAct } from '../policy/read-act.ts'
import type { Ruling } from '../policy/ruling.ts'
import { inOneLine } from '../policy/vocabulary.ts'
import { Refusal } from '../platform/refusal.ts'
import { bears, exitCodes } from './batch.ts'
import { paint, paintOutcome, wrap } from './paint.ts'

/** `decorum compare`: a list of acts under every order, side by side. */
export function addCompare(program: Command): void {
  program
    .command('compare')
    .description('judge a list of acts (YAML) under every order, side by side')
    .argument('<file>', 'a YAML list of acts')
    .option('--orders <folder>', 'where the orders stand', ordersFolder)
    .addHelpText('after', `\n${exitCodes}`)
    .action((file: string, options: { orders: string }) => {
      const vocabulary = loadVocabulary(options.orders)
      const orders = orderIds(options.orders).map((id) => loadOrder(id, options.orders, vocabulary))
      const written = readYaml(file)
      if (!Array.isArray(written)) throw new Refusal('malformed', `${file} is no list of acts`)
      for (const [place, data] of written.entries()) {
        const { act, problems } = readAct(data, vocabulary)
        if (!act) throw new Refusal('malformed', `${file}, act ${place + 1}: ${inOneLine(problems)}`)
        const said =
          act.media?.map((media) => ` [${media.kind}: ${media.alt ?? 'no alt text'}]`).join('') ?? ''
        console.log(`${paint('bold', act.id)}  (${act.capacity}${act.on ? `, ${act.on}` : ''})`)
        console.log(`  ${wrap(`“${act.text ?? ''}”${said}`, '   ')}`)
        for (const order of orders) {
          const ruling = judge(act, order)
          if (bears(ruling.outcome)) process.exitCode = 1
          console.log(row(ruling, order))
        }
        console.log()
      }
    })
}

function row(ruling: Ruling, order: Order): string {
  const answer = answerOf(ruling)
  const others = ruling.provisions.length - answer.citations.length
  const citations = answer.citations.join(', ')
  const more = others > 0 && ruling.outcome !== 'clear' ? ` +${others} more` : ''
  const path = answer.paths.length > 0 ? `; ask the ${answer.paths.join('; ')}` : ''
  const padding = ' '.repeat(Math.max(0, 17 - ruling.outcome.length))
  return `    ${order.identity.id.padEnd(16)} ${paintOutcome(ruling.outcome)}${padding} ${wrap(`${citations}${more}${path}`, ' '.repeat(39), 120)}`
}
