import { readDocumentAt } from '../src/adoption/document.ts'
import { importDocument } from '../src/adoption/provisions.ts'
for (const f of ['roman.md','manual.txt','decimal.md','headings.txt']) {
  const d = await readDocumentAt('src/adoption/fixtures/riverton-'+f)
  const r = importDocument(d)
  console.log('==', f, d.format, d.pages, r.furniture.length)
  for (const p of r.provisions) console.log(p.citation.padEnd(22), p.part.padEnd(10), p.text, p.value??'', p.term??'')
  for (const x of r.doubts) console.log('  ?', x.line, x.sentence)
}
