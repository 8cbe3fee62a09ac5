import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { readDocumentAt } from '../adoption/document.ts'
import { draftPack } from '../adoption/draft.ts'
import { loadVocabulary } from '../adoption/order-shelf.ts'
import { importDocument } from '../adoption/provisions.ts'
import { Refusal } from '../platform/refusal.ts'

/** `decorum order draft`: a pack to start from, of an order that nobody has encoded. */
export function addOrderDraft(order: Command): void {
  order
    .command('draft')
    .description('draft a pack from an order that nobody has encoded')
    .argument('<file>', 'the document (Markdown, text, PDF, DOCX)')
    .option('--out <folder>', 'write order.yaml and provisions.yaml there; without it, print the provisions')
    .action(async (file: string, options: { out?: string }) => {
      const { provisions, doubts } = importDocument(await readDocumentAt(file))
      if (provisions.length === 0)
        throw new Refusal('malformed', `${file}: no provision was found; is it the text of an order?`)
      const pack = draftPack(provisions, loadVocabulary().byName.keys())
      if (options.out === undefined) {
        process.stdout.write(pack.provisions)
      } else {
        if (existsSync(join(options.out, 'provisions.yaml')))
          throw new Refusal('conflict', `${options.out} already holds a provisions.yaml; nothing was written`)
        mkdirSync(options.out, { recursive: true })
        writeFileSync(join(options.out, 'order.yaml'), pack.order)
        writeFileSync(join(options.out, 'provisions.yaml'), pack.provisions)
        console.log(`${provisions.length} provisions drafted in ${options.out}.`)
        console.log('Every line is a guess: say each gist in your own words, and put cases beside it.')
      }
      for (const doubt of doubts) console.error(`decorum: line ${doubt.line}: ${doubt.sentence}`)
    })
}
