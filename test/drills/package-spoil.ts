import { createHash } from 'node:crypto'
import { whole } from '../../src/records/production/bag-file.ts'
import { writeName } from '../../src/records/production/verify/bag-text.ts'
import type { Finding } from '../../src/records/production/verify/finding.ts'
import * as layout from '../../src/records/production/verify/layout.ts'
import { oneOf, type Pick } from './drill.ts'

/** A package in memory, by the names of its files. */
export type Files = Map<string, Buffer>

/** What was done to a package, and whether a finding names it. */
export interface Spoiled {
  name: string
  files: Files
  names: (finding: Finding) => boolean
  /** Does a package so spoiled pass `sha256sum -c`? The one who did it wrote every list anew. */
  isListed?: boolean
}
type Spoil = (files: Files, pick: Pick) => Spoiled

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** Every list of the bag written anew, as somebody would who wants to hide what they did. */
export function listAnew(files: Files, sealToo = false): void {
  const after = new Set([...layout.afterSeal, layout.ledgerLocators, layout.manifest, layout.tagManifest])
  const locate = (paths: readonly string[]): Buffer =>
    Buffer.from(paths.map((path) => whole(path, files.get(path) ?? Buffer.alloc(0)).locator).join(''))
  const list = (paths: readonly string[]): Buffer =>
    Buffer.from(
      layout.writeList(
        new Map(paths.map((path) => [path, sha256(files.get(path) ?? Buffer.alloc(0))])),
        writeName,
      ),
    )
  if (sealToo) {
    const sealed = (): string[] => [...files.keys()].filter((path) => !after.has(path))
    files.set(layout.locators, locate(sealed().filter((path) => path !== layout.locators)))
    files.set(layout.released, list(sealed()))
  }
  files.set(layout.ledgerLocators, locate(layout.locatedThere.filter((path) => files.has(path))))
  files.set(layout.manifest, list([...files.keys()].filter((path) => path.startsWith('data/'))))
  const tags = [...files.keys()].filter((path) => !path.startsWith('data/') && path !== layout.tagManifest)
  files.set(layout.tagManifest, list(tags))
}

const of = (files: Files, path: string): Buffer => files.get(path) ?? Buffer.alloc(0)
const some = (files: Files, pick: Pick, which: (path: string) => boolean = () => true): string =>
  oneOf(
    pick,
    [...files.keys()].filter((path) => which(path) && of(files, path).length > 1),
  )
/** What nothing but the seal vouches for. */
const isSealed = (path: string): boolean => path.startsWith('data/') && !layout.afterSeal.includes(path)

const flip: Spoil = (files, pick) => {
  const path = some(files, pick)
  const bytes = Buffer.from(of(files, path))
  const at = pick(bytes.length)
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << pick(8)), at)
  files.set(path, bytes)
  const names = (one: Finding): boolean => one.file === path && isAt(one, at)
  return { name: 'a bit flipped', files, names }
}

/** Names a byte or a stretch that holds it. */
const isAt = ({ from, to }: Finding, at: number): boolean =>
  from !== undefined && from <= at && at < (to ?? from + 1)

const overwrite: Spoil = (files, pick) => {
  const path = some(files, pick, (one) => of(files, one).length > 40)
  const bytes = Buffer.from(of(files, path))
  const at = pick(bytes.length - 20)
  const before = bytes.readUInt8(at)
  bytes.write('x'.repeat(2 + pick(18)), at)
  if (bytes.readUInt8(at) === before) bytes.writeUInt8(before ^ 1, at)
  files.set(path, bytes)
  return { name: 'words written over', files, names: (one) => one.file === path && (one.from ?? 0) <= at }
}

const cut: Spoil = (files, pick) => {
  const path = some(files, pick)
  const bytes = of(files, path)
  const at = pick(bytes.length)
  const length = 1 + pick(Math.min(200, bytes.length - at))
  files.set(path, Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]))
  return { name: 'bytes cut out', files, names: (one) => one.file === path }
}

const add: Spoil = (files, pick) => {
  const path = some(files, pick)
  const bytes = of(files, path)
  const at = pick(3) === 0 ? bytes.length : pick(bytes.length)
  const more = Buffer.from('and so on '.repeat(1 + pick(20)).slice(0, 1 + pick(150)))
  files.set(path, Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)]))
  return { name: 'bytes put in', files, names: (one) => one.file === path }
}

const rename: Spoil = (files, pick) => {
  const path = some(files, pick, (one) => one !== 'bagit.txt')
  const to = pick(2) === 0 ? path.replace(/\.(\w+)$/, '-copy.$1') : path.toUpperCase()
  files.set(to, of(files, path))
  files.delete(path)
  return { name: 'a file renamed', files, names: (one) => one.file === path }
}

const swap: Spoil = (files, pick) => {
  const path = some(files, pick)
  const other = some(files, pick, (one) => sha256(of(files, one)) !== sha256(of(files, path)))
  const bytes = of(files, path)
  files.set(path, of(files, other))
  files.set(other, bytes)
  return { name: 'two files swapped', files, names: (one) => one.file === path || one.file === other }
}

const drop: Spoil = (files, pick) => {
  const path = some(files, pick)
  files.delete(path)
  return { name: 'a file taken away', files, names: (one) => one.file === path }
}

const strange: Spoil = (files, pick) => {
  const path = oneOf(pick, ['data/more.csv', 'extra.txt', 'data/media/RPD-999999-1.png', 'data/.hidden'])
  files.set(path, Buffer.from('more'))
  return { name: 'a file added', files, names: (one) => one.file === path }
}

const listed =
  (spoil: Spoil): Spoil =>
  (files, pick) => {
    const spoiled = spoil(files, pick)
    listAnew(files)
    return { ...spoiled, name: `${spoiled.name}, every list written anew`, isListed: true }
  }

/** A word of a record is another, in the table as in the lines. */
const edit: Spoil = (files, pick) => {
  const path = oneOf(pick, [
    'data/records.jsonl',
    'data/records.csv',
    'data/withheld.csv',
    'data/redactions.csv',
  ])
  const text = of(files, path).toString()
  const words = oneOf(
    pick,
    ['Elm Street', 'Comment', 'inquiry', 'address', 'RPD'].filter((one) => text.includes(one)),
  )
  const places = [...text.matchAll(new RegExp(words, 'g'))]
  const { index: at } = oneOf(pick, places)
  files.set(path, Buffer.from(`${text.slice(0, at)}Oak Avenue${text.slice(at + words.length)}`))
  return { name: 'a word edited', files, names: (one) => one.file === path }
}

/** A payload file that only the seal knows. */
const onlySealed =
  (spoil: Spoil): Spoil =>
  (files, pick) => {
    const rest = new Map([...files].filter(([path]) => isSealed(path)))
    const before = new Set(rest.keys())
    const spoiled = spoil(rest, pick)
    for (const path of before) files.delete(path)
    for (const [path, bytes] of rest) files.set(path, bytes)
    return { ...spoiled, files }
  }

const isSeal = ({ file, kind }: Finding): boolean => file === layout.released && kind === 'seal'
const isLedgers = ({ file }: Finding): boolean => file === layout.checkpoint || file === layout.ledgerKey

const sealedAnew: Spoil = (files, pick) => {
  const spoiled = edit(files, pick)
  listAnew(files, true)
  return {
    ...spoiled,
    name: 'a word edited, the sealed list written anew too',
    names: isSeal,
    isListed: true,
  }
}

const proofLine: Spoil = (files, pick) => {
  const lines = of(files, layout.proofs).toString().split('\n')
  const at = 1 + pick(lines.length - 3)
  const how = pick(3)
  if (how === 0) lines.splice(at, 1)
  else if (how === 1) lines.splice(at, 2, lines[at + 1] ?? '', lines[at] ?? '')
  else lines[at] = (lines[at] ?? '').replace('"path":["', '"path":["AAAA')
  files.set(layout.proofs, Buffer.from(lines.join('\n')))
  listAnew(files)
  return {
    name: 'a proof dropped, moved or forged',
    files,
    names: (one) => one.file === layout.proofs,
    isListed: true,
  }
}

const forged: Spoil = (files, pick) => {
  const path = oneOf(pick, [layout.checkpoint, layout.ledgerKey])
  const text = of(files, path).toString()
  const lines = text.split('\n')
  const at = path === layout.checkpoint ? pick(3) : 0
  const line = lines[at] ?? ''
  const sign = pick(Math.max(1, line.length - 1))
  lines[at] = `${line.slice(0, sign)}${line[sign] === 'B' ? 'C' : 'B'}${line.slice(sign + 1)}`
  files.set(path, Buffer.from(lines.join('\n')))
  listAnew(files)
  return { name: 'checkpoint or key forged', files, names: isLedgers, isListed: true }
}

const listLine: Spoil = (files, pick) => {
  const path = oneOf(pick, [layout.manifest, layout.tagManifest, layout.released])
  const lines = of(files, path).toString().trimEnd().split('\n')
  const [at, other] = [pick(lines.length), pick(lines.length)]
  if (pick(2) === 0 || at === other) lines.splice(at, 1)
  else {
    const [one = '', two = ''] = [lines[at], lines[other]]
    lines[at] = two.slice(0, 64) + one.slice(64)
    lines[other] = one.slice(0, 64) + two.slice(64)
  }
  files.set(path, Buffer.from(`${lines.join('\n')}\n`))
  return { name: 'a list edited', files, names: (one) => one.file === path }
}

export const spoils: readonly Spoil[] = [
  flip,
  flip,
  overwrite,
  cut,
  add,
  rename,
  swap,
  drop,
  strange,
  listLine,
  edit,
  listed(edit),
  listed(onlySealed(flip)),
  listed(onlySealed(cut)),
  listed(onlySealed(add)),
  listed(onlySealed(drop)),
  listed(onlySealed(rename)),
  listed(onlySealed(swap)),
  listed(strange),
  sealedAnew,
  proofLine,
  forged,
]
