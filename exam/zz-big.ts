import { readDocument } from '../src/adoption/document.ts'
import { importDocument } from '../src/adoption/provisions.ts'
import { draftPack } from '../src/adoption/draft.ts'
const gens: Record<string,()=>string> = {
 oneparagraph: () => 'word and another word here\n'.repeat(75000),
 bullets: () => 'I. X\n\n' + '- a\n'.repeat(480000),
 nested: () => '(a)(1)'.repeat(330000),
 eg: () => 'It is so e.g. A '.repeat(120000),
 stars: () => '*a '.repeat(650000),
 unders: () => '_a_ b\n'.repeat(330000),
 headings: () => 'Some Title Here\n\nA sentence that ends here and now.\n\n'.repeat(35000),
 numbers: () => Array.from({length:150000},(_,i)=>`${i%999+1}. x y`).join('\n'),
 oneline: () => 'x'.repeat(1_900_000),
 spaces: () => 'a' + ' '.repeat(1_900_000) + 'b',
 newl: () => 'a' + '\n'.repeat(1_900_000) + 'b',
 without: () => 'without permission '.repeat(100000),
 tags: () => '<b '.repeat(650000),
 tabs: () => 'Effective:\t'.repeat(180000),
 pages: () => 'Page 1 of 2\nfoo\n'.repeat(120000),
 tail: () => 'I. A\n\n1. Foo is.\n\n' + 'Bar is it.\n\n'.repeat(150000),
}
for (const [n,g] of Object.entries(gens)) { if (process.argv[2] && n!==process.argv[2]) continue
  const bytes = new TextEncoder().encode(g()); const t=performance.now()
  for (const ext of ['txt','md']) try { const r = importDocument(await readDocument(bytes,'x.'+ext)); const t1=performance.now(); draftPack(r.provisions.slice(0,2000), ['speech.bias']); console.log(n, ext, r.provisions.length, Math.round(t1-t), Math.round(performance.now()-t1)) } catch (e) { console.log(n, ext, String(e).slice(0,200)) } }
