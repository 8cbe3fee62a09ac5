import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { readDocumentAt } from '/work/main/src/adoption/document.ts'
import { importDocument } from '/work/main/src/adoption/provisions.ts'
import { draftPack } from '/work/main/src/adoption/draft.ts'
import { draftProvision } from '/work/main/src/adoption/draft-guess.ts'
import { readVocabulary } from '/work/main/src/policy/vocabulary.ts'
import { readOrder } from '/work/main/src/policy/order.ts'
import { fit, describeFit } from '/work/main/src/adoption/fit.ts'
const { vocabulary } = readVocabulary(parse(readFileSync('/work/main/orders/facts.yaml','utf8')))
const names = vocabulary.facts.map(f=>f.name)
let ok=0,n=0,mk=0,mn=0
const rows = readFileSync('/work/shared/orders/provisions.tsv','utf8').trimEnd().split('\n').slice(1).map(r=>r.split('\t'))
const fac={t:0,h:0,e:0}
for (const id of ['hartford-3-01a','hamden-004-011','bridgeport-5.14']) {
  const { provisions } = importDocument(await readDocumentAt(`/work/shared/orders/${id}.md`))
  const pack = draftPack(provisions, names)
  const { order, problems } = readOrder(parse(pack.order), parse(pack.provisions), vocabulary)
  console.log(id, 'draft problems', problems.length, problems.slice(0,5))
  const real = readOrder(parse(readFileSync(`/work/main/orders/${id}/order.yaml`,'utf8')), parse(readFileSync(`/work/main/orders/${id}/provisions.yaml`,'utf8')), vocabulary).order
  for (const p of provisions) {
    const d = draftProvision(p, names)
    const row = rows.find(r=>r[0]===id&&r[1]===p.citation)!
    n++; if (row[2]===d.kind) ok++; else if (process.argv[2]==='kind') console.log(p.citation, 'tsv', row[2], 'draft', d.kind, d.modality, '|', p.text.slice(0,100))
    const r = real?.byCitation.get(p.citation)
    if (r) { mn++; if (r.modality===d.modality) mk++; else if (process.argv[2]==='mod') console.log(p.citation,'pack',r.modality,'draft',d.modality,'|',p.text.slice(0,140)) 
      const used = new Set((JSON.stringify(parse(readFileSync(`/work/main/orders/${id}/provisions.yaml`,'utf8')).find((x:any)=>x.citation===p.citation).rules??[]).match(/[a-z]+\.[a-z-]+/g)??[]).filter(x=>names.includes(x)&&!/^(act|device|author|duty|matter|consent|media)/.test(x)))
      if (used.size) { fac.t++; if (d.facts.some(f=>used.has(f))) fac.h++; else if (process.argv[2]==='fact') console.log(p.citation,[...used].join(),'|',d.facts.join(),'|',p.text.slice(0,100)) }
    }
    const tsvE = row[4]!=='none'; if (tsvE && d.exceptions.length===0) { fac.e++; if(process.argv[2]==='exc') console.log(p.citation, row[4]) }
  }
  if (real) console.log(describeFit(fit(provisions, real)).slice(0, process.argv[2]==='fit'?200:1).join('\n'))
}
console.log('kind', ok, n, 'modality', mk, mn, 'facts', fac)
