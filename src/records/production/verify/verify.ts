import type { Checkpoint } from '../../../ledger/checkpoint.ts'
import type { Verifier } from '../../../ledger/note.ts'
import { findingsOf, readBag } from './bag.ts'
import { readInfo } from './bag-text.ts'
import { bytesOf, linesOf, type HashFile, type PackageFile } from './files.ts'
import type { Finding, Warning } from './finding.ts'
import { afterSeal, checkpoint, ledgerLocators, locators, proofs, released, timestamp } from './layout.ts'
import { checkLists } from './lists.ts'
import { locate, readLocators } from './damage.ts'
import { proveRecords } from './records.ts'
import { readSeal, type Seal, type Sha256 } from './seal.ts'

/** What is believed, and how things are computed here. */
export interface Verifying {
  hash: HashFile
  sha256: Sha256
  /** The log's key, as the department publishes it; without it the package's own is believed. */
  key?: Verifier | undefined
  /** Looks at a time stamp of the checkpoint; undefined where there is nobody who can. */
  stamp?: ((stamp: Uint8Array, stamped: Uint8Array) => Promise<StampSays>) | undefined
  /** Told of each file that was read. */
  onFile?: ((done: number, of: number) => void) | undefined
}

/** What a time stamp says: when, by whose word; and whether that signer's certificate was checked against one we trust. */
export type StampSays = { ok: true; at: string; by: string; isTrusted: boolean } | { ok: false }

export interface Verdict {
  /** A production of Decorum, sealed by a ledger; or a bag of anybody's, which nothing but its own lists vouches for. */
  what: 'production' | 'bag'
  whole: boolean
  findings: Finding[]
  warnings: Warning[]
  files: number
  bytes: number
  info: [label: string, value: string][]
  records: number
  /** Of how many records the sealed entry itself is shown, and in how many of those the words are the same. */
  shown: number
  sameWords: number
  checkpoint: Checkpoint | undefined
  key: Verifier | undefined
  isKeyKnown: boolean
  cosigners: string[]
  stamp: { at: string; by: string; isTrusted: boolean } | undefined
}

/**
 * Checks a package: every file, every list, every proof. Whatever is wrong is named with its file and, where it can be
 * told, its first wrong byte. Pure: files and hashes come in as arguments; it never asks the network anything.
 */
export async function verifyPackage(given: readonly PackageFile[], how: Verifying): Promise<Verdict> {
  const files = atRoot(given)
  const hashes = new Map<string, Promise<ReadonlyMap<string, string>>>()
  const hash: HashFile = (file, algorithms) => {
    // A file that is mended on trial is another one under the same name.
    if (files.get(file.path) !== file) return how.hash(file, algorithms)
    const key = `${algorithms.join()} ${file.path}`
    const known = hashes.get(key) ?? how.hash(file, algorithms)
    hashes.set(key, known)
    return known
  }
  const verdict: Verdict = {
    what: 'bag',
    whole: false,
    findings: [],
    warnings: [],
    files: files.size,
    bytes: [...files.values()].reduce((sum, { size }) => sum + size, 0),
    info: [],
    records: 0,
    shown: 0,
    sameWords: 0,
    checkpoint: undefined,
    key: undefined,
    isKeyKnown: false,
    cosigners: [],
    stamp: undefined,
  }
  if (isProduction(files)) await verifyProduction(verdict, files, { ...how, hash })
  else {
    const bag = await readBag([...files.values()], hash)
    verdict.findings = findingsOf(bag)
    verdict.warnings = bag.warnings
    verdict.info = bag.info
  }
  verdict.whole = verdict.findings.length === 0
  return verdict
}

/** Whoever takes the seal away leaves the rest of it; a package without any of it is just a bag. */
function isProduction(files: ReadonlyMap<string, PackageFile>): boolean {
  return [released, proofs, checkpoint, locators, ledgerLocators, 'verify.html'].some((path) =>
    files.has(path),
  )
}

/** The files of a package that may lie in one folder, as it does in a zip. */
function atRoot(given: readonly PackageFile[]): Map<string, PackageFile> {
  const tops = new Set(given.map(({ path }) => path.split('/')[0] ?? ''))
  const [top = ''] = tops
  const isWithin = tops.size === 1 && given.length > 1 && given.every(({ path }) => path.includes('/'))
  const cut = isWithin ? top.length + 1 : 0
  return new Map(
    given.map((file) => {
      const path = file.path.slice(cut)
      return [path, { ...file, path }]
    }),
  )
}

async function verifyProduction(
  verdict: Verdict,
  files: ReadonlyMap<string, PackageFile>,
  how: Verifying,
): Promise<void> {
  verdict.what = 'production'
  const hashes = new Map<string, string>()
  for (const [path, file] of files) {
    hashes.set(path, (await how.hash(file, ['sha256'])).get('sha256') ?? '')
    how.onFile?.(hashes.size, files.size)
  }
  const seal = await readSeal(files, hashes.get(released), how.sha256, how.key)
  const { findings } = verdict
  findings.push(...seal.findings)
  verdict.checkpoint = seal.checkpoint
  verdict.key = seal.key
  verdict.isKeyKnown = seal.isKeyKnown
  verdict.cosigners = seal.cosigners
  const info = files.get('bag-info.txt')
  verdict.info = readInfo(new TextDecoder().decode((info && (await bytesOf(info))) ?? new Uint8Array()))
  if (seal.checkpoint !== undefined && seal.holds) {
    const proven = await proveRecords(files, seal.checkpoint, how.sha256)
    findings.push(...proven.findings)
    if (proven.findings.length === 0 && proven.records !== seal.records)
      findings.push({ kind: 'proof', file: proofs })
    verdict.records = proven.records
    verdict.shown = proven.shown
    verdict.sameWords = proven.sameWords
  }
  await checkStamp(verdict, files, how)
  if (seal.holds) {
    findings.push(...compared(files, hashes, seal))
    findings.push(...(await checkLists(files, hashes, seal.truth)))
  } else {
    // Nothing is vouched for; what the lists say of the files is all there is.
    const bag = await readBag([...files.values()], how.hash)
    findings.push(...findingsOf(bag))
    verdict.warnings.push(...bag.warnings)
  }
  verdict.findings = await placed(once(findings), files, hashes, seal, how)
}

/** Each file against the sealed list. */
function compared(
  files: ReadonlyMap<string, PackageFile>,
  hashes: ReadonlyMap<string, string>,
  { truth }: Seal,
): Finding[] {
  const lists = new Set(['manifest-sha256.txt', 'tagmanifest-sha256.txt', ledgerLocators, ...afterSeal])
  const findings: Finding[] = []
  const strange = new Map<string, string>()
  for (const [path, hash] of hashes) if (!truth.has(path) && !lists.has(path)) strange.set(hash, path)
  const byHash = new Map([...truth].map(([path, hash]) => [hash, path]))
  for (const [path, hash] of truth) {
    const is = hashes.get(path)
    if (is === hash) continue
    const there = strange.get(hash)
    const other = is === undefined ? there : byHash.get(is)
    if (is === undefined && there !== undefined) strange.delete(hash)
    const kind =
      is === undefined
        ? there === undefined
          ? 'missing'
          : 'renamed'
        : other === undefined
          ? 'changed'
          : 'swapped'
    findings.push({ kind, file: path, ...(other === undefined ? {} : { other }) })
  }
  for (const path of strange.values()) findings.push({ kind: 'extra', file: path })
  for (const path of lists)
    if (!files.has(path) && path !== timestamp) findings.push({ kind: 'missing', file: path })
  return findings
}

async function checkStamp(
  verdict: Verdict,
  files: ReadonlyMap<string, PackageFile>,
  how: Verifying,
): Promise<void> {
  const [file, stamped] = [files.get(timestamp), files.get(checkpoint)]
  const isPromised = verdict.info.some(([label]) => label === 'Time-Stamp')
  if (file === undefined) {
    if (isPromised) verdict.findings.push({ kind: 'missing', file: timestamp })
    return
  }
  const [stamp, text] = [await bytesOf(file), stamped && (await bytesOf(stamped))]
  if (how.stamp === undefined || stamp === undefined || text === undefined) return
  const says = await how.stamp(stamp, text)
  if (!says.ok) verdict.findings.push({ kind: 'stamp', file: timestamp })
  else verdict.stamp = { at: says.at, by: says.by, isTrusted: says.isTrusted }
}

/** One finding for a file and a line: the first that was found says most. */
function once(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>()
  return findings.filter((one) => {
    const key = one.kind === 'changed' ? one.file : `${one.file} ${one.line} ${one.kind} ${one.other}`
    if (seen.has(key)) return false
    seen.add(key)
    seen.add(one.file)
    return true
  })
}

/** Findings with the first wrong byte, where the locators can tell it. */
async function placed(
  findings: readonly Finding[],
  files: ReadonlyMap<string, PackageFile>,
  hashes: ReadonlyMap<string, string>,
  { truth, holds }: Seal,
  how: Verifying,
): Promise<Finding[]> {
  const wanted = new Set(findings.filter((one) => one.kind !== 'list').map(({ file }) => file))
  if (wanted.size === 0) return [...findings]
  // Locators that were themselves changed would mislead.
  const isRight = !holds || hashes.get(locators) === truth.get(locators)
  const known = new Map([
    ...(isRight ? await readLocators(files.get(locators), wanted) : []),
    ...(await readLocators(files.get(ledgerLocators), wanted)),
  ])
  const said = await listed(files)
  const found: Finding[] = []
  for (const finding of findings) {
    const file = files.get(finding.file)
    const locator = known.get(finding.file)
    const hash = truth.get(finding.file) ?? said.get(finding.file)
    const isOther = hash !== undefined && hashes.get(finding.file) !== hash
    const isPlain = finding.kind !== 'list' && finding.kind !== 'swapped' && finding.is === undefined
    if (file === undefined || locator === undefined || !isOther || !isPlain || hash === undefined) {
      found.push(finding)
      continue
    }
    const damage = await locate(file, locator, hash, how.hash)
    const kind = finding.kind === 'changed' ? damage.kind : finding.kind
    const line = finding.line ?? (await lineAt(file, damage.from ?? 0))
    found.push({ ...finding, ...damage, kind, ...(line === undefined ? {} : { line }) })
  }
  return found
}

/** What the manifest says, line for line, believed only to put damage in its place. */
async function listed(files: ReadonlyMap<string, PackageFile>): Promise<Map<string, string>> {
  const said = new Map<string, string>()
  for (const list of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
    const file = files.get(list)
    if (file === undefined) continue
    for await (const { text } of linesOf(file)) {
      const [, hash, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(text) ?? []
      if (hash !== undefined && path !== undefined) said.set(path, hash)
    }
  }
  return said
}

/** The line of a text in which a byte stands, from 1. */
async function lineAt(file: PackageFile, at: number): Promise<number | undefined> {
  if (!/\.(?:csv|jsonl|txt|html)$/.test(file.path)) return undefined
  let line = 0
  for await (const { to } of linesOf(file)) {
    line++
    if (to > at) return line
  }
  return line
}
