import type { Checkpoint } from '../../../ledger/checkpoint.ts'
import { linesOf, type PackageFile } from './files.ts'
import type { Finding } from './finding.ts'
import { proofs, records } from './layout.ts'
import { objectIn, objectOf, proverOf, readProof, type Sha256 } from './seal.ts'

/** What the proofs of a package come to. */
export interface Proven {
  records: number
  /** Of how many the ledger's own entry is shown, with its salt. */
  shown: number
  /** In how many of those the words of the record stand as they do in the package. */
  sameWords: number
  findings: Finding[]
}

/**
 * Goes through the records and their proofs side by side: each record has its line, in the same order; the line proves
 * the place and the commitment that the sealed record names, and leads to the checkpoint.
 */
export async function proveRecords(
  files: ReadonlyMap<string, PackageFile>,
  root: Checkpoint,
  sha256: Sha256,
): Promise<Proven> {
  const proven: Proven = { records: 0, shown: 0, sameWords: 0, findings: [] }
  const [recordFile, proofFile] = [files.get(records), files.get(proofs)]
  if (recordFile === undefined || proofFile === undefined) return proven
  const given = linesOf(proofFile)
  const prove = proverOf(root, sha256)
  // The first is the seal's own.
  await given.next()
  let line = 1
  for await (const { text } of linesOf(recordFile)) {
    const record = objectIn(text)
    const number = String(record?.['number'])
    const next = await given.next()
    line++
    proven.records++
    if (next.done === true) {
      proven.findings.push({ kind: 'proof', file: proofs, line, record: number })
      break
    }
    const { value } = next
    const place = { file: proofs, line, record: number, from: value.from, to: value.to }
    const proof = value.isEnded ? readProof(value.text) : undefined
    const ledger = objectOf(record?.['ledger'])
    const isOfIt =
      proof?.number === number &&
      proof.recordId === record?.['recordId'] &&
      proof.index === ledger?.['index'] &&
      proof.commitment === ledger['commitment']
    const fault = proof && isOfIt ? prove(proof) : 'proof'
    if (fault !== undefined) proven.findings.push({ kind: fault, ...place })
    if (proven.findings.length >= 20) break
    if (proof?.body === undefined) continue
    proven.shown++
    const words = record?.['words']
    // In canonical JSON a text stands as JSON.stringify writes it.
    if (typeof words === 'string' && proof.body.includes(JSON.stringify(words).slice(1, -1)))
      proven.sameWords++
  }
  const more = await given.next()
  if (more.done !== true && proven.findings.length === 0)
    proven.findings.push({
      kind: 'proof',
      file: proofs,
      line: line + 1,
      from: more.value.from,
      to: more.value.to,
    })
  return proven
}
