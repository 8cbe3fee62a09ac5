import { writeName } from './bag-text.ts'
import { bytesOf, type PackageFile } from './files.ts'
import type { Finding } from './finding.ts'
import { locatorOf } from './damage.ts'
import {
  afterSeal,
  ledgerLocators,
  locatedThere,
  locators,
  manifest,
  tagManifest,
  writeList,
} from './layout.ts'

/**
 * The lists of the bag, byte for byte: each is written anew from what the seal says, and must be the same. A list may so
 * be told apart from the file that it names. What comes after the seal is vouched for by its own locators.
 */
export async function checkLists(
  files: ReadonlyMap<string, PackageFile>,
  hashes: ReadonlyMap<string, string>,
  truth: ReadonlyMap<string, string>,
): Promise<Finding[]> {
  const findings: Finding[] = []
  const { intact, wrongLine } = await checkLocators(files)
  const changed = new Set<string>()
  /** What the list should say of such a file: its hash, or where it was changed, what the list says. */
  const take = (path: string, said: ReadonlyMap<string, string>, into: Map<string, string>): void => {
    const [is, was] = [hashes.get(path), said.get(path)]
    if (is !== undefined && was !== undefined && is !== was && !intact.has(path)) changed.add(path)
    const hash = changed.has(path) || is === undefined ? was : is
    if (hash !== undefined) into.set(path, hash)
  }
  const check = async (list: string, expected: ReadonlyMap<string, string>): Promise<boolean> => {
    const is = await contentOf(files.get(list))
    const was = new TextEncoder().encode(writeList(expected, writeName))
    const from = firstDifference(is, was)
    if (from === is.length && from === was.length) return true
    if (files.has(list))
      findings.push({
        kind: 'list',
        file: list,
        from,
        to: from + 1,
        ...byteAt(is, was, from),
        line: lineOf(is, from),
      })
    return false
  }
  const payload = new Map([...truth].filter(([path]) => path.startsWith('data/')))
  const saidOfPayload = linesIn(await contentOf(files.get(manifest)))
  for (const path of afterSeal) take(path, saidOfPayload, payload)
  const isManifestRight = await check(manifest, payload)
  const tags = new Map([...truth].filter(([path]) => !path.startsWith('data/')))
  const saidOfTags = linesIn(await contentOf(files.get(tagManifest)))
  take(ledgerLocators, saidOfTags, tags)
  // A manifest that was found wrong is believed to have been what the other list says of it.
  const said = isManifestRight ? hashes.get(manifest) : saidOfTags.get(manifest)
  if (said !== undefined) tags.set(manifest, said)
  await check(tagManifest, tags)
  for (const path of changed) if (path !== ledgerLocators) findings.push({ kind: 'changed', file: path })
  // With every file as it was listed, the locators alone are wrong, and were written anew from those files.
  const isOnly =
    ![...changed].some((path) => path !== ledgerLocators) && hashes.get(locators) === truth.get(locators)
  if (wrongLine !== undefined && isOnly && !findings.some(({ file }) => file === manifest))
    findings.push({ kind: 'changed', file: ledgerLocators, ...wrongLine })
  return findings
}

type Wrong = Pick<Finding, 'from' | 'to' | 'line' | 'is' | 'was'>

/** The files whose CRCs are as `locators-ledger.txt` has them; it is among them where every letter of it is right. */
async function checkLocators(
  files: ReadonlyMap<string, PackageFile>,
): Promise<{ intact: Set<string>; wrongLine: Wrong | undefined }> {
  const is = await contentOf(files.get(ledgerLocators))
  const lines = new TextDecoder().decode(is).split('\n')
  const intact = new Set<string>()
  let written = ''
  for (const path of locatedThere) {
    const file = files.get(path)
    if (file === undefined) continue
    const line = await locatorOf(file)
    written += line
    if (lines.includes(line.slice(0, -1))) intact.add(path)
  }
  const was = new TextEncoder().encode(written)
  const from = firstDifference(is, was)
  if (from !== is.length || from !== was.length)
    return { intact, wrongLine: { from, to: from + 1, line: lineOf(is, from), ...byteAt(is, was, from) } }
  intact.add(ledgerLocators)
  return { intact, wrongLine: undefined }
}

async function contentOf(file: PackageFile | undefined): Promise<Uint8Array> {
  return (file && (await bytesOf(file))) ?? new Uint8Array()
}

function linesIn(bytes: Uint8Array): Map<string, string> {
  const lines = new Map<string, string>()
  for (const line of new TextDecoder().decode(bytes).split('\n')) {
    const [, hash, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? []
    if (hash !== undefined && path !== undefined) lines.set(path, hash)
  }
  return lines
}

function firstDifference(one: Uint8Array, other: Uint8Array): number {
  const end = Math.min(one.length, other.length)
  for (let at = 0; at < end; at++) if (one[at] !== other[at]) return at
  return end
}

function byteAt(is: Uint8Array, was: Uint8Array, at: number): { is?: number; was?: number } {
  const [one, other] = [is[at], was[at]]
  return one === undefined || other === undefined ? {} : { is: one, was: other }
}

function lineOf(bytes: Uint8Array, at: number): number {
  let line = 1
  for (let i = 0; i < at; i++) if (bytes[i] === 10) line++
  return line
}
