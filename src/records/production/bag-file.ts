import { createHash, hash as hashOf } from 'node:crypto'
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { crc32 } from 'node:zlib'
import { chunk, writeLocator } from './verify/damage.ts'

/** A file of a package that was written: its digest, and the line that locates damage in it. */
export interface WrittenFile {
  path: string
  sha256: string
  size: number
  locator: string
}

const room = 256 * 1024

/** Writes one file of a package bit by bit, hashing as it goes; `folder` is the root of the package. */
export class BagFile {
  readonly #path: string
  readonly #descriptor: number
  readonly #digest = createHash('sha256')
  readonly #crcs = new Crcs()
  #text = ''
  #size = 0

  constructor(folder: string, path: string) {
    this.#path = path
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    this.#descriptor = openSync(join(folder, path), 'wx')
  }

  /** Adds text; it is written when there is enough of it. */
  add(text: string): void {
    this.#text += text
    if (this.#text.length >= room) this.#flush()
  }

  #flush(): void {
    const bytes = Buffer.from(this.#text)
    this.#text = ''
    for (let at = 0; at < bytes.length;) at += writeSync(this.#descriptor, bytes, at)
    this.#digest.update(bytes)
    this.#crcs.add(bytes)
    this.#size += bytes.length
  }

  end(): WrittenFile {
    this.#flush()
    closeSync(this.#descriptor)
    const [path, size] = [this.#path, this.#size]
    return {
      path,
      size,
      sha256: this.#digest.digest('hex'),
      locator: writeLocator(path, size, this.#crcs.hex()),
    }
  }

  /** Closes it without more ado, where the production failed. */
  drop(): void {
    closeSync(this.#descriptor)
  }
}

/** Writes a file whose bytes are at hand. Its folder must be there. */
export function writeWhole(folder: string, path: string, bytes: Uint8Array): WrittenFile {
  const descriptor = openSync(join(folder, path), 'wx')
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at)
  } finally {
    closeSync(descriptor)
  }
  return whole(path, bytes)
}

export function whole(path: string, bytes: Uint8Array): WrittenFile {
  const crcs = new Crcs()
  crcs.add(bytes)
  return {
    path,
    size: bytes.length,
    sha256: hashOf('sha256', bytes),
    locator: writeLocator(path, bytes.length, crcs.hex()),
  }
}

/** The CRC-32 of each 4096 bytes of a stream. */
class Crcs {
  #hex = ''
  #crc = 0
  #filled = 0

  add(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) {
      const end = Math.min(at + chunk - this.#filled, bytes.length)
      this.#crc = crc32(bytes.subarray(at, end), this.#crc)
      this.#filled += end - at
      at = end
      if (this.#filled === chunk) this.#take()
    }
  }

  #take(): void {
    this.#hex += this.#crc.toString(16).padStart(8, '0')
    this.#crc = 0
    this.#filled = 0
  }

  hex(): string {
    if (this.#filled > 0) this.#take()
    return this.#hex
  }
}

/** Lets others work after every so many milliseconds of one's own. */
export function breathing(every = 20): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < every) return
    await breathe()
    since = performance.now()
  }
}
