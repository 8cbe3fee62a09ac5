import { crc32, wrongByte } from './crc32.ts'
import { linesOf, type HashFile, type PackageFile } from './files.ts'
import type { Finding } from './finding.ts'

/**
 * Where a file was damaged. A SHA-256 says that it was, not where; so a package keeps a CRC-32 of each 4096 bytes of
 * each file, in `locators.txt`, a line a file:
 *
 *     70001 5f3b0a1c77e2...  data/records.csv
 *
 * The first CRC that differs names 4096 bytes. Within them the CRC names the byte, if only one is wrong, and that is
 * then proven: with the byte put back the file's SHA-256 is the one that was listed. So are bytes that were added at
 * the end or put in. Of any other damage only the chunk is named.
 */
export const chunk = 4096

export interface Locator {
  size: number
  /** Of each chunk, the last one shorter. */
  crcs: Uint32Array
}

export function writeLocator(path: string, size: number, hex: string): string {
  return `${size} ${hex === '' ? '-' : hex}  ${path}\n`
}

/** The line of a file, computed from its bytes. */
export async function locatorOf(file: PackageFile): Promise<string> {
  let hex = ''
  for await (const part of chunksOf(file.read())) hex += crc32(part).toString(16).padStart(8, '0')
  return writeLocator(file.path, file.size, hex)
}

/** The locators of those paths that the file knows. */
export async function readLocators(
  file: PackageFile | undefined,
  paths: ReadonlySet<string>,
): Promise<Map<string, Locator>> {
  const found = new Map<string, Locator>()
  if (file === undefined) return found
  for await (const { text } of linesOf(file)) {
    const [, size = '', hex = '', path = ''] = /^(\d+) (-|(?:[0-9a-f]{8})+) {2}(.+)$/.exec(text) ?? []
    if (!paths.has(path)) continue
    const crcs = Uint32Array.from({ length: hex === '-' ? 0 : hex.length / 8 }, (_, at) =>
      Number.parseInt(hex.slice(at * 8, at * 8 + 8), 16),
    )
    found.set(path, { size: Number(size), crcs })
  }
  return found
}

/** Cuts a stream of bytes into chunks of 4096. */
export async function* chunksOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let filling = new Uint8Array(chunk)
  let filled = 0
  for await (const part of bytes)
    for (let at = 0; at < part.length;) {
      const taken = Math.min(chunk - filled, part.length - at)
      filling.set(part.subarray(at, at + taken), filled)
      filled += taken
      at += taken
      if (filled < chunk) continue
      yield filling
      filling = new Uint8Array(chunk)
      filled = 0
    }
  if (filled > 0) yield filling.subarray(0, filled)
}

type Damage = Pick<Finding, 'kind' | 'from' | 'to' | 'is' | 'was'>

/** Names the first wrong byte of a file that is not the one of that SHA-256. */
export async function locate(
  file: PackageFile,
  { size, crcs }: Locator,
  sha256: string,
  hash: HashFile,
): Promise<Damage> {
  const isRight = async (mended: PackageFile): Promise<boolean> =>
    (await hash(mended, ['sha256'])).get('sha256') === sha256
  const wrong: { at: number; is: Uint8Array }[] = []
  let at = 0
  for await (const part of chunksOf(file.read())) {
    const whole = part.subarray(0, Math.max(0, size - at * chunk))
    if (at >= crcs.length || crc32(whole) !== crcs[at]) wrong.push({ at, is: part })
    at++
    // Of bytes that were put in everything behind is wrong; the first is all that is asked for.
    if (wrong.length > 64) break
  }
  const [first] = wrong
  const from = first === undefined ? Math.min(file.size, size) : first.at * chunk
  const to = Math.min(from + chunk, Math.max(file.size, from + 1))
  if (file.size === size && wrong.length <= 64) {
    const flips = wrong.map(({ at: place, is }) => {
      const found = wrongByte(crc32(is) ^ (crcs[place] ?? 0), is.length)
      return found && { at: place * chunk + found.at, is: is[found.at] ?? 0, bits: found.bits }
    })
    const known = flips.filter((flip) => flip !== undefined)
    const [flip] = known
    if (flip !== undefined && known.length === flips.length && (await isRight(put(file, known))))
      return { kind: 'changed', from: flip.at, to: flip.at + 1, is: flip.is, was: flip.is ^ flip.bits }
  }
  if (file.size === size) return { kind: 'changed', from, to }
  if (file.size < size) return { kind: 'cut', from, to: Math.max(to, from + 1) }
  const more = file.size - size
  if (await isRight(without(file, size, more))) return { kind: 'longer', from: size, to: file.size }
  // Bytes put in within a chunk: that chunk is right again where they are left out.
  if (first !== undefined && more <= chunk) {
    const place = await putIn(file, first.at, more, crcs[first.at] ?? 0, isRight)
    if (place !== undefined) return { kind: 'longer', from: place, to: place + more }
  }
  return { kind: 'changed', from, to }
}

/**
 * Tries each place of a chunk for `more` bytes that do not belong there; the last that makes the whole file right. Two
 * places that leave the same chunk leave the same file, which is hashed once.
 */
async function putIn(
  file: PackageFile,
  at: number,
  more: number,
  crc: number,
  isRight: (mended: PackageFile) => Promise<boolean>,
): Promise<number | undefined> {
  const start = at * chunk
  const bytes = await stretch(file, start, chunk + more)
  const left = new Uint8Array(Math.min(chunk, bytes.length - more))
  for (let place = left.length; place >= 0; place--) {
    left.set(bytes.subarray(0, place))
    left.set(bytes.subarray(place + more, left.length + more), place)
    if (crc32(left) !== crc) continue
    return (await isRight(without(file, start + place, more))) ? start + place : undefined
  }
  return undefined
}

async function stretch(file: PackageFile, from: number, length: number): Promise<Uint8Array> {
  const found = new Uint8Array(Math.max(0, Math.min(length, file.size - from)))
  let at = 0
  for await (const part of file.read()) {
    const [start, end] = [Math.max(from - at, 0), Math.min(from + found.length - at, part.length)]
    if (start < end) found.set(part.subarray(start, end), at + start - from)
    at += part.length
    if (at >= from + found.length) break
  }
  return found
}

/** The file with some bits turned. */
function put(file: PackageFile, flips: readonly { at: number; bits: number }[]): PackageFile {
  return {
    ...file,
    async *read() {
      let at = 0
      for await (const part of file.read()) {
        // Not `slice`, which of Node's buffers is no copy.
        const copy = Uint8Array.from(part)
        for (const flip of flips) {
          const place = flip.at - at
          if (place >= 0 && place < copy.length) copy[place] = (copy[place] ?? 0) ^ flip.bits
        }
        yield copy
        at += part.length
      }
    },
  }
}

/** The file without some bytes. */
function without(file: PackageFile, from: number, length: number): PackageFile {
  return {
    path: file.path,
    size: file.size - length,
    async *read() {
      let at = 0
      for await (const part of file.read()) {
        const before = part.subarray(0, Math.max(0, from - at))
        const after = part.subarray(Math.min(part.length, Math.max(0, from + length - at)))
        if (before.length > 0) yield before
        if (after.length > 0) yield after
        at += part.length
      }
    },
  }
}
