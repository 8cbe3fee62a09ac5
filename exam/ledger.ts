import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import {
  provesConsistency,
  provesConsistencyOf,
  provesInclusion,
  provesInclusionIn,
} from '../src/ledger/merkle.ts'

// The vectors of transparency-dev/merkle: every proof that stands must be taken, every other refused.
const folder = join(import.meta.dirname, '..', '..', 'shared', 'data', 'conformance', 'merkle')

const bytes = z
  .string()
  .nullish()
  .transform((text) => new Uint8Array(Buffer.from(text ?? '', 'base64')))
const whole = z.bigint()
const proof = z
  .array(bytes)
  .nullish()
  .transform((hashes) => hashes ?? [])
const common = { proof, wantErr: z.boolean(), root: bytes }
const kinds: Record<string, (vector: unknown) => { says: boolean; wantErr: boolean }> = {
  inclusion: (vector) => {
    const v = z.object({ ...common, leafIdx: whole, treeSize: whole, leafHash: bytes }).parse(vector)
    return { ...v, says: provesInclusion(v.leafIdx, v.treeSize, v.leafHash, v.proof, v.root) }
  },
  consistency: (vector) => {
    const v = z.object({ ...common, size1: whole, size2: whole, root1: bytes, root2: bytes }).parse(vector)
    return { ...v, says: provesConsistency(v.size1, v.size2, v.proof, v.root1, v.root2) }
  },
  subtreeinclusion: (vector) => {
    const v = z.object({ ...common, leafIdx: whole, start: whole, end: whole, leafHash: bytes }).parse(vector)
    return { ...v, says: provesInclusionIn(v, v.leafIdx, v.leafHash, v.proof, v.root) }
  },
  subtreeconsistency: (vector) => {
    const v = z
      .object({ ...common, start: whole, end: whole, size: whole, root1: bytes, root2: bytes })
      .parse(vector)
    return { ...v, says: provesConsistencyOf(v, v.size, v.proof, v.root1, v.root2) }
  },
}

let failed = 0
for (const [kind, ask] of Object.entries(kinds)) {
  const counts = { taken: 0, refused: 0, wrong: 0 }
  for (const file of globSync(`${kind}/**/*.json`, { cwd: folder }).toSorted()) {
    const { says, wantErr } = ask(JSON.parse(readFileSync(join(folder, file), 'utf8'), withoutLoss))
    counts[says ? 'taken' : 'refused']++
    if (says !== wantErr) continue
    counts.wrong++
    console.log(`  ${file}: ${says ? 'taken, and must be refused' : 'refused, and must be taken'}`)
  }
  failed += counts.wrong
  console.log(`${kind.padEnd(20)}${counts.taken} taken, ${counts.refused} refused, ${counts.wrong} wrong`)
}
process.exitCode = failed === 0 ? 0 : 1

/** Whole numbers may be past 2^53. */
function withoutLoss(_key: string, value: unknown, context?: { source?: string }): unknown {
  return typeof value === 'number' && context?.source !== undefined ? BigInt(context.source) : value
}
