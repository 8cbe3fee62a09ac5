import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { readDocumentAt } from '../adoption/document/document.ts'
import { describeFit, fit } from '../adoption/document/fit.ts'
import { loadOrder, ordersFolder } from '../adoption/order-shelf.ts'
import { readPrints } from '../adoption/document/prints-file.ts'
import { importDocument } from '../adoption/document/provisions.ts'
import { Refusal } from '../platform/refusal.ts'

interface Options {
  order?: string
  out?: string
  json?: boolean
  orders: string
}

/** `decorum order import`: a department's own document, fitted to the pack provision by provision. */
export function addOrderImport(order: Command): void {
  order
    .command('import')
    .description("fit a department's own document (Markdown, text, PDF, DOCX) to an order's pack")
    .argument('<file>', 'the document')
    .option('--order <id>', 'the order it is')
    .option('--out <file>', 'write the verbatim text of each provision as JSON')
    .option('--json', 'print the fit as JSON, with the verbatim text')
    .option('--orders <folder>', 'where the orders stand', ordersFolder)
    .action(async (file: string, options: Options) => {
      if (options.order === undefined)
        throw new Refusal('malformed', 'say which order it is with --order ID (decorum order list)')
      const pack = loadOrder(options.order, options.orders)
      const { provisions, furniture, doubts } = importDocument(await readDocumentAt(file))
      const prints = join(options.orders, options.order, 'document.yaml')
      const report = fit(
        provisions,
        pack,
        existsSync(prints) ? readPrints(readFileSync(prints, 'utf8')) : undefined,
      )
      if (options.out !== undefined)
        writeFileSync(options.out, `${JSON.stringify(Object.fromEntries(textsOf(provisions)), null, 2)}\n`)
      if (options.json === true) console.log(JSON.stringify({ ...report, doubts }, null, 2))
      else {
        console.log(describeFit(report).join('\n'))
        if (doubts.length > 0) console.log(`\nTo look at (${doubts.length}):`)
        for (const doubt of doubts) console.log(`  line ${doubt.line}: ${doubt.sentence}`)
        console.log(`\n${furniture.length} lines of page furniture were set aside.`)
        if (options.out !== undefined) console.log(`The verbatim text stands in ${options.out}.`)
      }
      process.exitCode = report.matched.length === report.of && report.extra.length === 0 ? 0 : 1
    })
}

function textsOf(provisions: readonly { citation: string; text: string }[]): [string, string][] {
  return provisions.map(({ citation, text }) => [citation, text])
}
