import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { Command } from 'commander'
import { parse } from 'yaml'
import { readDocumentAt } from '../adoption/document/document.ts'
import { draftPack, type DraftPack } from '../adoption/document/draft.ts'
import { loadVocabulary } from '../adoption/order-shelf.ts'
import { importDocument } from '../adoption/document/provisions.ts'
import { isOrderId } from '../policy/identity.ts'
import { Refusal } from '../platform/refusal.ts'

/** `decorum order draft`: a pack to start from, of an order that nobody has encoded. */
export function addOrderDraft(order: Command): void {
  order
    .command('draft')
    .description('draft a pack from an order that nobody has encoded')
    .argument('<file>', 'the document (Markdown, text, PDF, DOCX)')
    .option('--out <folder>', 'write order.yaml and provisions.yaml there; without it, print the provisions')
    .option('--json', 'print the guesses as JSON, with what is missing and what to look at')
    .action(async (file: string, { out, json = false }: { out?: string; json?: boolean }) => {
      const { provisions, doubts } = importDocument(await readDocumentAt(file))
      if (provisions.length === 0)
        throw new Refusal('malformed', `${file}: no provision was found; is it the text of an order?`)
      const folder = out === undefined ? '' : basename(resolve(out))
      const id = isOrderId(folder) ? folder : undefined
      const pack = draftPack(provisions, loadVocabulary().byName.keys(), id)
      if (out !== undefined) writePack(out, pack)
      if (json) {
        const { missing, drafts } = pack
        const said = { order: parse(pack.order), missing, provisions: drafts, doubts }
        console.log(JSON.stringify(said, null, 2))
        return
      }
      if (out === undefined) process.stdout.write(pack.provisions)
      else {
        console.log(`${provisions.length} provisions drafted in ${out}.`)
        console.log('Every line is a guess: say each gist in your own words, and put cases beside it.')
      }
      if (pack.missing.length > 0)
        console.error(
          `decorum: the document does not say, and order.yaml wants filled in: ${pack.missing.join(', ')}`,
        )
      for (const doubt of doubts) console.error(`decorum: line ${doubt.line}: ${doubt.sentence}`)
    })
}

/** Writes both files or refuses; a pack that stands there already is never written over. */
function writePack(out: string, pack: DraftPack): void {
  makeFolder(resolve(out))
  const files = [
    { path: join(out, 'order.yaml'), content: pack.order },
    { path: join(out, 'provisions.yaml'), content: pack.provisions },
  ]
  for (const { path } of files)
    if (existsSync(path)) throw new Refusal('conflict', `${path} is there already; nothing was written`)
  for (const { path, content } of files) writeFileSync(path, content, { flag: 'wx' })
}

/** Makes a folder and those above it, one by one: Node's own `recursive` never ends on a path such as /proc/x. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) {
    if (statSync(folder).isDirectory()) return
    throw new Refusal('malformed', `${folder} is a file, and a folder is wanted; nothing was written`)
  }
  makeFolder(dirname(folder))
  try {
    mkdirSync(folder)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    throw new Refusal('malformed', `no folder can be made at ${folder}${code}; nothing was written`)
  }
}
