import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDocumentAt } from '../src/adoption/document.ts'
import { importDocument } from '../src/adoption/provisions.ts'

// Recovers every labelled row of three real orders from their documents and prints what differs.
const folder = join(import.meta.dirname, '../../shared/orders')
if (!existsSync(folder)) {
  console.log('The real orders are not here (../shared/orders): nothing to examine.')
  process.exit(0)
}
const rows = readFileSync(join(folder, 'provisions.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((row) => row.split('\t'))
let failed = false
for (const id of new Set(rows.map((row) => row[0] ?? ''))) {
  const expected = new Map(rows.filter((row) => row[0] === id).map((row) => [row[1] ?? '', row[5] ?? '']))
  const { provisions, furniture, doubts } = importDocument(await readDocumentAt(join(folder, `${id}.md`)))
  const found = new Map(provisions.map((provision) => [provision.citation, provision.text]))
  const wrong = [...expected].filter(([citation, text]) => found.get(citation) !== text)
  const left = [...found].filter(([citation]) => !expected.has(citation))
  console.log(
    `${id}: ${expected.size - wrong.length} of ${expected.size}, ${left.length} left over, ${furniture.length} lines of furniture, ${doubts.length} doubts`,
  )
  for (const [citation, text] of wrong)
    console.log(`  ${citation}\n    expected ${text}\n    found    ${found.get(citation) ?? 'nothing'}`)
  for (const [citation, text] of left) console.log(`  left over ${citation}: ${text}`)
  for (const doubt of doubts) console.log(`  line ${doubt.line}: ${doubt.sentence}`)
  failed ||= wrong.length > 0 || left.length > 0
}
process.exitCode = failed ? 1 : 0
