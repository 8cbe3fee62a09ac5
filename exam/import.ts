import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { readDocumentAt } from '../src/adoption/document/document.ts'
import { describeFit, fit } from '../src/adoption/document/fit.ts'
import { printsOf } from '../src/adoption/document/print.ts'
import { importDocument } from '../src/adoption/document/provisions.ts'
import { readPrints, writePrints } from '../src/adoption/document/prints-file.ts'
import { readOrder } from '../src/policy/order.ts'
import { readVocabulary } from '../src/policy/vocabulary.ts'

// Recovers every labelled row of three real orders from their documents, prints what differs, and fits each
// document to its pack. With --write it also writes orders/<id>/document.yaml, the prints of the real words.
const project = join(import.meta.dirname, '..')
const folder = join(project, '../shared/orders')
if (!existsSync(folder)) {
  console.log('The real orders are not here (../shared/orders): nothing to examine.')
  process.exit(0)
}

interface Row {
  order: string
  citation: string
  text: string
}
const rows: Row[] = readFileSync(join(folder, 'provisions.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))
  .map(([order = '', citation = '', , , , text = '']) => ({ order, citation, text }))
const yaml = (path: string): unknown => parse(readFileSync(join(project, 'orders', path), 'utf8'))
const { vocabulary } = readVocabulary(yaml('facts.yaml'))

let failed = false
for (const id of new Set(rows.map((row) => row.order))) {
  const expected = rows.filter((row) => row.order === id)
  const { provisions, furniture, doubts } = importDocument(await readDocumentAt(join(folder, `${id}.md`)))
  const found = new Map(provisions.map((provision) => [provision.citation, provision.text]))
  const wrong = expected.filter((row) => found.get(row.citation) !== row.text)
  const left = provisions.filter(({ citation }) => !expected.some((row) => row.citation === citation))
  const count = `${expected.length - wrong.length} of ${expected.length}`
  console.log(
    `${id}: ${count}, ${left.length} left over, ${furniture.length} lines of furniture, ${doubts.length} doubts`,
  )
  for (const row of wrong) {
    console.log(
      `  ${row.citation}\n    expected ${row.text}\n    found    ${found.get(row.citation) ?? 'nothing'}`,
    )
  }
  for (const { citation, text } of left) console.log(`  left over ${citation}: ${text}`)
  for (const doubt of doubts) console.log(`  line ${doubt.line}: ${doubt.sentence}`)
  failed ||= wrong.length > 0 || left.length > 0

  const file = join(project, 'orders', id, 'document.yaml')
  if (process.argv.includes('--write') && wrong.length === 0) {
    writeFileSync(file, writePrints(new Map(expected.map((row) => [row.citation, printsOf(row.text)]))))
  }
  if (!existsSync(join(project, 'orders', id, 'provisions.yaml'))) continue
  const { order, problems } = readOrder(yaml(`${id}/order.yaml`), yaml(`${id}/provisions.yaml`), vocabulary)
  const prints = existsSync(file) ? readPrints(readFileSync(file, 'utf8')) : undefined
  if (order) console.log(describeFit(fit(provisions, order, prints)).join('\n'))
  else console.log(`  the pack cannot be read: ${problems[0]?.problem ?? ''}`)
}
process.exitCode = failed ? 1 : 0
