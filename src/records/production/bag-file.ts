import { createHash, hash as hashOf } from 'node:crypto'
import { closeSync, mkdirSync, openSync, write as writeLater, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { promisify } from 'node:util'
import { crc32 } from 'node:zlib'
import { chunk, writeLocator } from './verify/damage.ts'

/** A file of a package that was written: its digest, and the line that locates damage in it. */
export interface WrittenFile {
  path: string
  sha256: string
  size: number
  locator: string
}

const room = 64 * 1024

/** Writes one file of a package bit by bit, hashing as it goes; `folder` is the root of the package. */
export class BagFile {
  readonly #path: string
  readonly #descriptor: number
  readonly #digest = createHash('sha256')
  readonly #crcs = new Crcs()
  /** Text that waits to be written; the same bytes for as long as the file is open. */
  readonly #waiting = Buffer.allocUnsafeSlow(room)
  #filled = 0
  #size = 0
  #isOpen = true

  constructor(folder: string, path: string) {
    this.#path = path
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    this.#descriptor = openSync(join(folder, path), 'wx')
  }

  /** Adds text; it is written when there is enough of it. */
  add(text: string): void {
    // A sign of UTF-16 becomes three bytes at most.
    const most = text.length * 3
    if (most > room - this.#filled) this.#flush()
    if (most > room) this.#write(Buffer.from(text))
    else this.#filled += this.#waiting.write(text, this.#filled)
  }

  #flush(): void {
    this.#write(this.#waiting.subarray(0, this.#filled))
    this.#filled = 0
  }

  #write(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) at += writeSync(this.#descriptor, bytes, at)
    this.#digest.update(bytes)
    this.#crcs.add(bytes)
    this.#size += bytes.length
  }

  end(): WrittenFile {
    this.#flush()
    this.drop()
    const [path, size] = [this.#path, this.#size]
    return {
      path,
      size,
      sha256: this.#digest.digest('hex'),
      locator: writeLocator(path, size, this.#crcs.hex()),
    }
  }

  /** Closes it without more ado, where the production failed; one that is closed stays so. */
  drop(): void {
    if (this.#isOpen) closeSync(this.#descriptor)
    this.#isOpen = false
  }
}

/** Writes a file whose bytes are at hand. Its folder must be there. */
export function writeWhole(folder: string, path: string, bytes: Uint8Array): WrittenFile {
  write(folder, path, bytes)
  return whole(path, bytes)
}

const writeBeside = promisify(writeLater)
const stretch = 1024 * 1024

/** The same; of a large one each stretch is hashed while another thread writes it, and others may work in between. */
export async function writeMedium(folder: string, path: string, bytes: Uint8Array): Promise<WrittenFile> {
  if (bytes.length < room) return writeWhole(folder, path, bytes)
  const digest = createHash('sha256')
  const crcs = new Crcs()
  const descriptor = openSync(join(folder, path), 'wx')
  try {
    for (let at = 0; at < bytes.length; at += stretch) {
      const some = bytes.subarray(at, at + stretch)
      const writing = writeAll(descriptor, some)
      digest.update(some)
      crcs.add(some)
      await writing
    }
  } finally {
    closeSync(descriptor)
  }
  const size = bytes.length
  return { path, size, sha256: digest.digest('hex'), locator: writeLocator(path, size, crcs.hex()) }
}

async function writeAll(descriptor: number, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) at += (await writeBeside(descriptor, bytes, at)).bytesWritten
}

function write(folder: string, path: string, bytes: Uint8Array): void {
  const descriptor = openSync(join(folder, path), 'wx')
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at)
  } finally {
    closeSync(descriptor)
  }
}

export function whole(path: string, bytes: Uint8Array): WrittenFile {
  return { path, size: bytes.length, sha256: hashOf('sha256', bytes), locator: locatorOf(path, bytes) }
}

function locatorOf(path: string, bytes: Uint8Array): string {
  const crcs = new Crcs()
  crcs.add(bytes)
  return writeLocator(path, bytes.length, crcs.hex())
}

/** The CRC-32 of each 4096 bytes of a stream, as bytes: of text V8 would keep every step of its growing. */
class Crcs {
  #done = Buffer.alloc(64)
  #size = 0
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
    if (this.#size === this.#done.length) this.#done = Buffer.concat([this.#done, Buffer.alloc(this.#size)])
    this.#size = this.#done.writeUInt32BE(this.#crc, this.#size)
    this.#crc = 0
    this.#filled = 0
  }

  hex(): string {
    if (this.#filled > 0) this.#take()
    return this.#done.toString('hex', 0, this.#size)
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
