import type { Command } from 'commander'
import { orderIds, ordersFolder } from '../adoption/order-shelf.ts'
import { detect } from '../policy/detect.ts'
import { marked } from '../policy/explain.ts'
import { Refusal } from '../platform/refusal.ts'
import { runBatch } from './batch.ts'
import { givenText, isEmpty, wholeNumber } from './judge.ts'
import { paint } from './paint.ts'

/** `decorum detect`: only the facts, with their spans. */
export function addDetect(program: Command): void {
  program
    .command('detect')
    .description('show the facts that the detectors see in a text')
    .argument('[text]', 'the text of a post; - reads it from standard input')
    .option('--batch <file>', 'read acts as JSON lines (- for standard input), write facts as JSON lines')
    .option('--jobs <n>', 'cores for a batch', wholeNumber, 1)
    .option('--json', 'print the facts as JSON')
    .action(async (text: string | undefined, options: { batch?: string; jobs: number; json?: boolean }) => {
      if (options.batch !== undefined) {
        const [anyOrder = ''] = orderIds()
        const work = { task: 'detect' as const, order: anyOrder, orders: ordersFolder }
        process.exitCode = await runBatch(options.batch, work, options.jobs)
        return
      }
      const given = await givenText(text)
      if (given === undefined || isEmpty(given))
        throw new Refusal(
          'malformed',
          'there is no text; give one in quotes, - for standard input, or --batch FILE',
        )
      process.exitCode = printFacts(given, options.json ?? false)
    })
}

function printFacts(text: string, isJson: boolean): number {
  const facts = detect(text)
  if (isJson) console.log(JSON.stringify(facts, null, 2))
  else if (facts.length === 0) console.log('No fact is seen in this text.')
  else
    for (const fact of facts) {
      const words = marked(text, [[fact.start, fact.end]]).find((stretch) => stretch.isMarked)?.text ?? ''
      const details = fact.details ? ` [${Object.values(fact.details).join(', ')}]` : ''
      console.log(`${paint('bold', fact.fact)}${details}  "${words}"`)
      console.log(
        `  ${fact.because} (${Math.round(fact.confidence * 100)} %, characters ${fact.start} to ${fact.end})`,
      )
    }
  return facts.length > 0 ? 1 : 0
}
