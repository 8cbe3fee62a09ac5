import { readFileSync } from 'node:fs'
import { readDocument, readDocumentAt } from '../src/adoption/document.ts'
import { importDocument } from '../src/adoption/provisions.ts'
import { withoutFurniture } from '../src/adoption/furniture.ts'
import { headEndOf } from '../src/adoption/head-end.ts'
import { blocksOf } from '../src/adoption/blocks.ts'
import { makePdf, type PdfLine } from '../src/adoption/fixtures/make-pdf.ts'
import { makeDocx } from '../src/adoption/fixtures/make-docx.ts'
const rows = readFileSync('/work/shared/orders/provisions.tsv','utf8').trimEnd().split('\n').slice(1).map(r=>r.split('\t'))
const compare = (name: string, id: string, provisions: readonly {citation:string,text:string}[], doubts: readonly {sentence:string}[]) => {
  const found = new Map(provisions.map(p=>[p.citation,p.text])); const ex = rows.filter(r=>r[0]===id)
  const wrong = ex.filter(r=>found.get(r[1]!)!==r[5]); const left = provisions.filter(p=>!ex.some(r=>r[1]===p.citation))
  console.log(`${name} ${id}: ${ex.length-wrong.length} of ${ex.length}, left ${left.length}, doubts ${doubts.length}`)
  if (process.argv[2]===name) { for (const r of wrong) console.log('  W', r[1], '\n     ', r[5]?.slice(-160), '\n     ', found.get(r[1]!)?.slice(-160)); for (const l of left) console.log('  L', l.citation, l.text.slice(0,120)); for (const d of doubts) console.log('  D', d.sentence) }
}
const wrap = (t: string, w: number, hang: string) => { const out=['']; for (const word of t.split(' ')) { const l=out.at(-1)!; if (l!=='' && l.length+word.length+1>w) out.push(hang+word); else out[out.length-1]= l===''||l===hang? l+word : l+' '+word } return out }
for (const id of ['hartford-3-01a','hamden-004-011','bridgeport-5.14']) {
  const doc = await readDocumentAt(`/work/shared/orders/${id}.md`)
  const end = headEndOf(doc.lines)
  const { lines } = withoutFurniture(doc.lines, end)
  const blocks = blocksOf(lines.slice(end))
  const body = blocks.map(b => ({ text: (b.label ? (b.label.key==='' ? '• ' : lines.find(l=>l.number===b.line)!.text.slice(0, lines.find(l=>l.number===b.line)!.text.length - b.label.rest.length)) : '')+b.text, level: b.label ? (b.label.key===''?2:1) : 0, bold: b.mark!=='plain' }))
  const head = lines.slice(0,end).map(l=>l.text)
  // plain text: wrapped at 78, pages of 50 lines
  const flow: string[] = [...head.map(h=>h.replace(/\t+/g,'     ')), '']
  for (const b of body) { flow.push(...wrap('   '.repeat(b.level)+b.text, 78, '   '.repeat(b.level)+(b.level?'   ':'')), '') }
  const pages: string[][] = []; for (let i=0;i<flow.length;i+=50) pages.push(flow.slice(i,i+50))
  for (const [n, ff] of [['text-ff','\f'],['text-noff','']] as const) {
    const src = pages.map((p,i)=> (i?['Social Media - '+id,'']:[]).concat(p, ['', `          Page ${i+1} of ${pages.length}`, '']).join('\n')).join('\n'+ff)
    const r = importDocument(await readDocument(new TextEncoder().encode(src), 'x.txt')); compare(n, id, r.provisions, r.doubts)
  }
  // text with no blank lines between list items, unwrapped
  const tight = [...head.map(h=>h.replace(/\t+/g,'     ')), '', ...body.flatMap(b=> b.level ? [b.text] : ['', b.text, ''])].join('\n')
  { const r = importDocument(await readDocument(new TextEncoder().encode(tight), 'x.txt')); compare('tight', id, r.provisions, r.doubts) }
  // pdf
  const pl: (PdfLine & {gap:number})[] = []
  for (const h of head) { if(h==='') continue; let x=60; const cells = h.split(/\t+/).filter(Boolean); cells.forEach((c,i)=> { pl.push({ text: c, x: 60+i*(480/cells.length), y: 0, size: 3.6, gap: i?0:18 }) }) }
  for (const b of body) wrap(b.text, 88, '').forEach((t,i)=> pl.push({ text:t, x: 60+b.level*18+(i&&b.level?18:0), y:0, size:10, bold: b.bold, gap: i?12:18 }))
  const pp: PdfLine[][] = [[]]; let y=740
  for (const l of pl) { y-=l.gap; if (y<70) { pp.push([]); y=720 } pp.at(-1)!.push({ ...l, y }) }
  pp.forEach((p,i)=> { if(i) p.unshift({ text: 'Social Media Order '+id, y: 760, size: 9 }); p.push({ text: `Page ${i+1} of ${pp.length}`, y: 40, x: 280, size: 9 }) })
  { (globalThis as any).last = makePdf(pp); const r = importDocument(await readDocument(makePdf(pp), 'x.pdf')); compare('pdf', id, r.provisions, r.doubts) }
  const dx = [...head.filter(h=>h!=='').map(h=> h.includes('\t') ? h.split(/\t+/).filter(Boolean) : { text: h }), ...body.map(b=>({ text: b.text, bold: b.bold }))]
  { const r = importDocument(await readDocument(makeDocx(dx), 'x.docx')); compare('docx', id, r.provisions, r.doubts) }
}
if (process.argv[3]) { const d = await readDocument((globalThis as any).last, 'x.pdf'); for (const l of d.lines) if (/Conduct During|When repre|proper decorum/.test(l.text)||l.text==='') console.log(JSON.stringify(l)) }
