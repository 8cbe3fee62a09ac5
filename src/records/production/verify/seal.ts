import { fromBase64, joined, utf8 } from '../../../ledger/bytes.ts'
import { openCheckpoint, type Checkpoint } from '../../../ledger/checkpoint.ts'
import { provesInclusion } from '../../../ledger/merkle.ts'
import { readNote, readVerifier, type Verifier } from '../../../ledger/note.ts'
import { readManifest, readName } from './bag-text.ts'
import { bytesOf, linesOf, type PackageFile } from './files.ts'
import type { Finding } from './finding.ts'
import { checkpoint, ledgerKey, proofs, released, sealKind } from './layout.ts'

/** SHA-256 of some bytes, at once. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array

/** What the ledger says of a package. */
export interface Seal {
  /** Does the ledger hold the list of what was released? Then that list is the truth about every file in it. */
  holds: boolean
  truth: ReadonlyMap<string, string>
  checkpoint: Checkpoint | undefined
  key: Verifier | undefined
  /** Was the key brought by whoever verifies, and not by the package? */
  isKeyKnown: boolean
  /** Names of those who signed the checkpoint beside the log. */
  cosigners: string[]
  records: number
  findings: Finding[]
}

/** A line of `data/proofs.jsonl`, in the order in which it is written. */
export interface ProofLine {
  /** The number of the record; `release` for the entry that seals the package. */
  number: string
  recordId: string
  index: number
  commitment: string
  path: readonly string[]
  salt?: string
  body?: string
}

export function writeProof(line: ProofLine): string {
  const { number, recordId, index, commitment, path, salt, body } = line
  const shown = salt === undefined || body === undefined ? {} : { salt, body }
  return `${JSON.stringify({ number, recordId, index, commitment, path, ...shown })}\n`
}

/** A line as it was written, to the letter; undefined for anything else. */
export function readProof(text: string): ProofLine | undefined {
  const read = objectIn(text)
  if (read === undefined) return undefined
  const { number, recordId, index, commitment, path, salt, body } = read
  if (typeof number !== 'string' || typeof recordId !== 'string' || typeof index !== 'number')
    return undefined
  if (typeof commitment !== 'string' || !isTexts(path)) return undefined
  const shown = typeof salt === 'string' && typeof body === 'string' ? { salt, body } : {}
  const line: ProofLine = { number, recordId, index, commitment, path, ...shown }
  return writeProof(line) === `${text}\n` ? line : undefined
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

export interface Named {
  [key: string]: unknown
}

export function objectOf(value: unknown): Named | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
}

export function objectIn(text: string): Named | undefined {
  try {
    return objectOf(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** Says what is wrong with a proof: the entry it shows is not what it commits to, or it does not lead to the root. */
export type Prover = (line: ProofLine) => 'entry' | 'proof' | undefined

/**
 * Checks proofs one after another. Records stand near each other in the tree, so that the upper part of a way is mostly
 * that of the proof before, letter for letter: it was proven then, and only the way up to it is computed.
 */
export function proverOf({ size, root }: Checkpoint, sha256: Sha256): Prover {
  const node = (left: Uint8Array, right: Uint8Array): Uint8Array =>
    sha256(joined(Uint8Array.of(1), left, right))
  /** The nodes on the way up from a leaf, as far as everything beneath them is full. */
  const climb = (leaf: Uint8Array, index: number, path: readonly string[]): Uint8Array[] | undefined => {
    const nodes = [leaf]
    let [place, at] = [index, leaf]
    for (const text of path) {
      const sibling = fromBase64(text)
      if (sibling === undefined) return undefined
      at = place % 2 === 1 ? node(sibling, at) : node(at, sibling)
      place = Math.floor(place / 2)
      nodes.push(at)
    }
    return nodes
  }
  let last: { index: number; path: readonly string[]; nodes: Uint8Array[] } | undefined
  return ({ index, commitment: written, path, salt: salted, body }) => {
    const commitment = fromBase64(written)
    if (commitment === undefined || !Number.isSafeInteger(index) || index < 0) return 'proof'
    if (salted !== undefined && body !== undefined) {
      const salt = fromBase64(salted)
      if (salt === undefined || !same(sha256(joined(salt, utf8(body))), commitment)) return 'entry'
    }
    const leaf = sha256(joined(Uint8Array.of(0), commitment))
    const height = last === undefined ? Infinity : meeting(last.index, index)
    if (last !== undefined && height < last.nodes.length && isSameAbove(last.path, path, height)) {
      const nodes = climb(leaf, index, path.slice(0, height))
      const [met, known] = [nodes?.at(-1), last.nodes[height]]
      if (nodes === undefined || met === undefined || known === undefined || !same(met, known)) return 'proof'
      last = { index, path, nodes: [...nodes, ...last.nodes.slice(height + 1)] }
      return undefined
    }
    const hashes = path.map(fromBase64)
    const whole = hashes.filter((hash) => hash !== undefined)
    if (whole.length < hashes.length || !provesInclusion(index, size, leaf, whole, root, node)) return 'proof'
    const nodes = climb(leaf, index, path.slice(0, fullLevels(index, size)))
    if (nodes !== undefined) last = { index, path, nodes }
    return undefined
  }
}

/** How far up the ways of two leaves meet. */
function meeting(one: number, other: number): number {
  let height = 0
  for (let [a, b] = [one, other]; a !== b; height++) [a, b] = [Math.floor(a / 2), Math.floor(b / 2)]
  return height
}

/** How far up from a leaf every node has all its leaves. */
function fullLevels(index: number, size: number): number {
  let levels = 0
  while ((Math.floor(index / 2 ** (levels + 1)) + 1) * 2 ** (levels + 1) <= size) levels++
  return levels
}

const isSameAbove = (one: readonly string[], other: readonly string[], from: number): boolean =>
  one.length === other.length && one.every((hash, at) => at < from || hash === other[at])

const same = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at])

/**
 * Reads the seal: the checkpoint under the log's key, the entry of the release in its tree, and the list of files whose
 * SHA-256 that entry holds. `listHash` is the SHA-256 that the list has.
 */
export async function readSeal(
  files: ReadonlyMap<string, PackageFile>,
  listHash: string | undefined,
  sha256: Sha256,
  known: Verifier | undefined,
): Promise<Seal> {
  const findings: Finding[] = []
  const seal: Seal = {
    holds: false,
    truth: new Map(),
    checkpoint: undefined,
    key: known,
    isKeyKnown: known !== undefined,
    cosigners: [],
    records: 0,
    findings,
  }
  for (const file of [released, proofs, checkpoint, ledgerKey])
    if (!files.has(file)) findings.push({ kind: 'missing', file })
  if (findings.length > 0) return seal
  const textOf = async (path: string): Promise<string> => {
    const file = files.get(path)
    return new TextDecoder().decode((file && (await bytesOf(file))) ?? new Uint8Array())
  }
  const own = await textOf(ledgerKey)
  const ownKey = readVerifier(own)
  seal.key = known ?? ownKey
  if (seal.key === undefined) findings.push({ kind: 'malformed', file: ledgerKey, line: 1 })
  else if (
    ownKey === undefined ||
    own.trim() !== own.slice(0, -1) ||
    !same(ownKey.publicKey, seal.key.publicKey)
  )
    findings.push({ kind: 'signature', file: ledgerKey })
  if (seal.key === undefined) return seal
  const note = await textOf(checkpoint)
  const opened = openCheckpoint(note, seal.key)
  if (!opened.ok) {
    findings.push({ kind: 'signature', file: checkpoint })
    return seal
  }
  seal.checkpoint = opened.checkpoint
  const log = seal.key.name
  seal.cosigners = (readNote(note)?.signatures ?? []).map(({ name }) => name).filter((name) => name !== log)
  const proofFile = files.get(proofs)
  const first = proofFile && (await firstOf(linesOf(proofFile)))
  const line = first && readProof(first.text)
  if (line?.body === undefined || line.number !== 'release') {
    findings.push({ kind: 'malformed', file: proofs, line: 1 })
    return seal
  }
  const fault = proverOf(opened.checkpoint, sha256)(line)
  if (fault !== undefined) {
    findings.push({ kind: fault, file: proofs, line: 1, record: line.recordId, from: 0, to: first?.to ?? 1 })
    return seal
  }
  const said = objectIn(line.body)
  const sealed = objectOf(said?.['released'])
  if (said?.['kind'] !== sealKind || sealed?.['sha256'] !== listHash) {
    findings.push({ kind: 'seal', file: released })
    return seal
  }
  const { lines, malformed } = readManifest(await textOf(released))
  seal.holds = malformed.length === 0 && lines.length === sealed?.['files']
  seal.truth = new Map(lines.map(({ path, hash }) => [readName(path), hash]))
  seal.records = Number(sealed?.['records'])
  return seal
}

async function firstOf<Item>(items: AsyncIterable<Item>): Promise<Item | undefined> {
  for await (const item of items) return item
  return undefined
}
