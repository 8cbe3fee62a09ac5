/** A package as its verifier sees it: files under names, wherever they lie. Pure; runs in Node and in a browser. */

export interface PackageFile {
  /** From the root of the package, with `/`: `data/records.csv`. */
  path: string
  size: number
  /** Its bytes from the beginning, in chunks as they come; a chunk may be written over once the next is asked for. */
  read: () => AsyncIterable<Uint8Array>
}

/** The digests of a file in small hexadecimal letters, by algorithm (`sha256`, `md5`); one it does not know is left out. */
export type HashFile = (
  file: PackageFile,
  algorithms: readonly string[],
) => Promise<ReadonlyMap<string, string>>

/** Nobody reads a list or a line longer than this; a package that holds one is refused. */
const mostText = 256 * 1024 * 1024

/** A small file whole; undefined where it is too large to be one. */
export async function bytesOf(file: PackageFile, most = mostText): Promise<Uint8Array | undefined> {
  if (file.size > most) return undefined
  let whole = new Uint8Array(file.size)
  let size = 0
  for await (const part of file.read()) {
    if (size + part.length > whole.length) {
      // Whoever said its size was mistaken.
      if (size + part.length > most) return undefined
      const larger = new Uint8Array((size + part.length) * 2)
      larger.set(whole)
      whole = larger
    }
    whole.set(part, size)
    size += part.length
  }
  return whole.subarray(0, size)
}

export interface Line {
  text: string
  /** The offsets of its first byte, and of the byte after its line feed. */
  from: number
  to: number
  /** Did a line feed end it? */
  isEnded: boolean
}

const most = 16 * 1024 * 1024
const nothing = new Uint8Array(0)

/** The lines of a file of UTF-8, with where they stand. One longer than 16 MB ends the reading. */
export async function* linesOf(file: PackageFile): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true })
  let left = nothing
  let from = 0
  for await (const chunk of file.read()) {
    let at = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, at)) {
      const bytes = left.length === 0 ? chunk.subarray(at, end) : joinedOf(left, chunk.subarray(at, end))
      yield { text: decoder.decode(bytes), from, to: from + bytes.length + 1, isEnded: true }
      from += bytes.length + 1
      at = end + 1
      left = nothing
    }
    left = joinedOf(left, chunk.subarray(at))
    if (left.length > most) return
  }
  if (left.length > 0) yield { text: decoder.decode(left), from, to: from + left.length, isEnded: false }
}

function joinedOf(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(one.length + other.length)
  whole.set(one)
  whole.set(other, one.length)
  return whole
}
