import {
  decoded,
  isAtLeast,
  isOfTheSystem,
  isSafe,
  readDeclaration,
  readFetch,
  readInfo,
  readManifest,
  readName,
  type Listed,
} from './bag-text.ts'
import { bytesOf, type HashFile, type PackageFile } from './files.ts'
import type { Finding, Warning } from './finding.ts'

/** What a list says of a file, and what is true of it. */
export interface Claim {
  list: string
  line: number
  algorithm: string
  path: string
  said: string
  /** Undefined where the file is missing. */
  is: string | undefined
}

/** A bag as it was found: what its lists claim, what is there, and what is wrong with the lists themselves. */
export interface BagFound {
  version: string | undefined
  info: [label: string, value: string][]
  files: ReadonlyMap<string, PackageFile>
  /** The digests of every file that a list names, and of every other with sha256. */
  hashes: ReadonlyMap<string, ReadonlyMap<string, string>>
  claims: readonly Claim[]
  /** In the folder `data`, and in no list, or not in all lists. */
  unlisted: readonly string[]
  findings: Finding[]
  warnings: Warning[]
}

const manifestName = /^(tag)?manifest-([a-z0-9-]+)\.txt$/i

/** Reads a bag of any version of BagIt, from 0.93 to 1.0: its declaration, its lists, its files. */
export async function readBag(given: readonly PackageFile[], hash: HashFile): Promise<BagFound> {
  const files = new Map(given.map((file) => [file.path, file]))
  const findings: Finding[] = []
  const warnings: Warning[] = []
  const nothing = { info: [], files, hashes: new Map(), claims: [], unlisted: [], findings, warnings }
  for (const { path } of given) if (!isSafe(path)) findings.push({ kind: 'unsafe', file: path, other: path })
  const declaration = files.get('bagit.txt')
  const declared = declaration && readDeclaration((await bytesOf(declaration)) ?? new Uint8Array())
  if (!declared || decoded(new Uint8Array(), declared.encoding) === undefined) {
    findings.push({ kind: 'bag', file: 'bagit.txt' })
    return { ...nothing, version: undefined }
  }
  const { version, encoding } = declared
  if (!isAtLeast(version, 1)) warnings.push({ kind: 'old', file: 'bagit.txt', other: version })
  const textOf = async (path: string): Promise<string | undefined> => {
    const file = files.get(path)
    const bytes = file && (await bytesOf(file))
    return bytes && decoded(bytes, encoding)
  }
  const lists: { file: string; algorithm: string; isTag: boolean; lines: Listed[] }[] = []
  for (const path of files.keys()) {
    const [, tag, algorithm = ''] = manifestName.exec(path) ?? []
    if (algorithm === '') continue
    const read = readManifest((await textOf(path)) ?? '')
    for (const line of read.malformed) findings.push({ kind: 'malformed', file: path, line })
    const isTag = tag !== undefined
    const lines = read.lines.filter((one) => isRight(one, path, isTag, findings))
    const name = algorithm.toLowerCase().replaceAll('-', '')
    lists.push({ file: path, algorithm: name, isTag, lines: named(lines, version, files) })
    oddities(path, lines, files, name, warnings)
  }
  if (!lists.some(({ isTag }) => !isTag)) findings.push({ kind: 'bag', file: 'manifest-sha256.txt' })
  for (const list of lists) repeated(list, version, findings, warnings)
  const fetch = await textOf('fetch.txt')
  for (const path of fetch === undefined ? [] : readFetch(fetch))
    if (!isSafe(path) || !path.startsWith('data/'))
      findings.push({ kind: 'unsafe', file: 'fetch.txt', other: path })
  const hashes = await hashAll(files, lists, hash)
  const claims: Claim[] = []
  for (const { file: list, algorithm, lines } of lists)
    for (const { path, hash: said, line } of lines) {
      const is = hashes.get(path)
      if (is !== undefined && !is.has(algorithm))
        findings.push({ kind: 'algorithm', file: list, other: algorithm })
      else if (is !== undefined || !isOfTheSystem(path))
        claims.push({ list, line, algorithm, path, said, is: is?.get(algorithm) })
    }
  const info = readInfo((await textOf('bag-info.txt')) ?? (await textOf('package-info.txt')) ?? '')
  const gone = lists.flatMap(({ lines }) => lines.map(({ path }) => path).filter(isGone(files)))
  checkSizes(files, info, new Set(gone).size, findings)
  return {
    version,
    info,
    files,
    hashes,
    claims,
    unlisted: unlistedIn(files, lists, version),
    findings,
    warnings,
  }
}

function isRight({ path, line }: Listed, list: string, isTag: boolean, findings: Finding[]): boolean {
  const isWithin = isSafe(path) && (isTag || path.startsWith('data/'))
  if (!isWithin) findings.push({ kind: 'unsafe', file: list, line, other: path })
  return isWithin
}

/** The lines under the names that the files really have: decoded, or as another system spells accents and letters. */
function named(lines: readonly Listed[], version: string, files: ReadonlyMap<string, PackageFile>): Listed[] {
  const literal = new Set(lines.map(({ path }) => path))
  const folded = new Map([...files.keys()].map((path) => [fold(path), path]))
  return lines.map((line) => {
    const decodedName = readName(line.path)
    if (isAtLeast(version, 1)) return { ...line, path: decodedName }
    if (files.has(line.path)) return line
    if (files.has(decodedName)) return { ...line, path: decodedName }
    // The same file under another spelling, where the list has that spelling too.
    const other = folded.get(fold(line.path))
    return other !== undefined && literal.has(other) ? { ...line, path: other } : line
  })
}

const fold = (path: string): string => path.normalize('NFC').toLowerCase()

function oddities(
  list: string,
  lines: readonly Listed[],
  files: ReadonlyMap<string, PackageFile>,
  algorithm: string,
  warnings: Warning[],
): void {
  const spellings = new Map<string, string>()
  for (const { path, isDotted, isStarred } of lines) {
    if (isDotted) warnings.push({ kind: 'dot', file: list, other: path })
    if (isStarred) warnings.push({ kind: 'star', file: list, other: path })
    if (isOfTheSystem(path)) warnings.push({ kind: 'system', file: list, other: path })
    const before = spellings.get(fold(path))
    if (before !== undefined && before !== path)
      warnings.push({
        kind: before.normalize('NFC') === path.normalize('NFC') ? 'accents' : 'case',
        file: list,
        other: path,
      })
    spellings.set(fold(path), path)
  }
  if (algorithm === 'md5' || algorithm === 'sha1')
    warnings.push({ kind: 'weak', file: list, other: algorithm })
}

/** A name that stands twice in one list: always wrong with two hashes, and from BagIt 1.0 on wrong anyhow. */
function repeated(
  { file, lines }: { file: string; lines: readonly Listed[] },
  version: string,
  findings: Finding[],
  warnings: Warning[],
): void {
  const seen = new Map<string, string>()
  for (const { path, hash, line } of lines) {
    const before = seen.get(path)
    if (before !== undefined && (before !== hash || isAtLeast(version, 1)))
      findings.push({ kind: 'twice', file, line, other: path })
    else if (before !== undefined) warnings.push({ kind: 'twice', file, other: path })
    seen.set(path, hash)
  }
}

async function hashAll(
  files: ReadonlyMap<string, PackageFile>,
  lists: readonly { algorithm: string; lines: readonly Listed[] }[],
  hash: HashFile,
): Promise<Map<string, ReadonlyMap<string, string>>> {
  const wanted = new Map<string, Set<string>>()
  for (const { algorithm, lines } of lists)
    for (const { path } of lines) wanted.set(path, (wanted.get(path) ?? new Set()).add(algorithm))
  const hashes = new Map<string, ReadonlyMap<string, string>>()
  for (const [path, file] of files) hashes.set(path, await hash(file, [...(wanted.get(path) ?? ['sha256'])]))
  return hashes
}

/** From 1.0 on every manifest lists the whole payload; before, one of them had to. */
function unlistedIn(
  files: ReadonlyMap<string, PackageFile>,
  lists: readonly { isTag: boolean; lines: readonly Listed[] }[],
  version: string,
): string[] {
  const names = lists.filter(({ isTag }) => !isTag).map(({ lines }) => new Set(lines.map(({ path }) => path)))
  const isListed = (path: string): boolean =>
    isAtLeast(version, 1) ? names.every((one) => one.has(path)) : names.some((one) => one.has(path))
  return [...files.keys()].filter((path) => path.startsWith('data/') && !isListed(path))
}

/** A file of an operating system that is listed and that somebody cleared away, as cleaners do. */
const isGone =
  (files: ReadonlyMap<string, PackageFile>) =>
  (path: string): boolean =>
    isOfTheSystem(path) && !files.has(path)

function checkSizes(
  files: ReadonlyMap<string, PackageFile>,
  info: readonly [string, string][],
  gone: number,
  findings: Finding[],
): void {
  const payload = [...files.values()].filter(({ path }) => path.startsWith('data/'))
  const bytes = payload.reduce((sum, { size }) => sum + size, 0)
  const fitting = [`${bytes}.${payload.length}`, `${bytes}.${payload.length + gone}`]
  for (const [label, value] of info)
    if (label.toLowerCase() === 'payload-oxum' && !fitting.includes(value))
      findings.push({ kind: 'sizes', file: 'bag-info.txt', other: value })
}

/** What is wrong with a bag as a bag, when nothing else is known of its files. */
export function findingsOf(found: BagFound): Finding[] {
  const findings = [...found.findings]
  const told = new Set<string>()
  for (const { path, said, is } of found.claims) {
    if (is === said || told.has(path)) continue
    told.add(path)
    findings.push({ kind: is === undefined ? 'missing' : 'changed', file: path })
  }
  for (const path of found.unlisted) findings.push({ kind: 'extra', file: path })
  return findings
}
