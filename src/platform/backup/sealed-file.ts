import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import type { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Refusal } from '../refusal.ts'

/** What stands on the disk: its SHA-256 and length. */
export interface FileNote {
  sha256: string
  bytes: number
}

const cipher = 'aes-256-gcm'
const [ivLength, tagLength] = [12, 16]

/** The key of one file of a backup: files cannot be put in each other's place. */
export function keyOfFile(key: Buffer, backupId: string, name: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, backupId, name, 32))
}

/**
 * Writes a new file, flushed to the disk: encrypted by AES-256-GCM where there is a key (nonce, ciphertext, tag), as
 * it comes where there is none.
 */
export async function writeSealed(
  file: string,
  source: AsyncIterable<Buffer>,
  key: Buffer | undefined,
): Promise<FileNote> {
  const hash = createHash('sha256')
  let bytes = 0
  await pipeline(
    key === undefined ? source : sealing(source, key),
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk)
        bytes += chunk.length
        yield chunk
      }
    },
    createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }),
  )
  return { sha256: hash.digest('hex'), bytes }
}

async function* sealing(chunks: AsyncIterable<Buffer>, key: Buffer): AsyncGenerator<Buffer> {
  const iv = randomBytes(ivLength)
  const sealer = createCipheriv(cipher, key, iv, { authTagLength: tagLength })
  yield iv
  for await (const chunk of chunks) yield sealer.update(chunk)
  yield sealer.final()
  yield sealer.getAuthTag()
}

/**
 * The bytes that were written into a file. What comes out is certain only once the end was reached: a byte that was
 * changed, or another key, is refused there.
 */
export async function* readSealed(file: string, key: Buffer | undefined): AsyncGenerator<Buffer> {
  const chunks: AsyncIterable<Buffer> = createReadStream(file, { highWaterMark: 256 * 1024 })
  if (key === undefined) {
    yield* chunks
    return
  }
  let opener: ReturnType<typeof openerFor> | undefined
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of chunks) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    if (opener === undefined && rest.length >= ivLength) {
      opener = openerFor(key, rest.subarray(0, ivLength))
      rest = rest.subarray(ivLength)
    }
    if (opener === undefined || rest.length <= tagLength) continue
    yield opener.update(rest.subarray(0, -tagLength))
    rest = rest.subarray(-tagLength)
  }
  try {
    if (opener === undefined) throw new RangeError('too short')
    opener.setAuthTag(rest)
    yield opener.final()
  } catch {
    throw new Refusal('malformed', `${file} is not what was encrypted with the key of its backup`)
  }
}

function openerFor(
  key: Buffer,
  iv: Buffer,
): ReturnType<typeof createDecipheriv> & { setAuthTag: (tag: Buffer) => unknown } {
  return createDecipheriv(cipher, key, iv, { authTagLength: tagLength })
}

/** The SHA-256 and length of a file as it stands; undefined where it is missing. */
export async function noteOf(file: string): Promise<FileNote | undefined> {
  const hash = createHash('sha256')
  let bytes = 0
  try {
    const chunks: AsyncIterable<Buffer> = createReadStream(file, { highWaterMark: 256 * 1024 })
    for await (const chunk of chunks) {
      hash.update(chunk)
      bytes += chunk.length
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
  return { sha256: hash.digest('hex'), bytes }
}

/** What comes out of a transform; it fails where either of the two does. */
export function through(source: AsyncIterable<Buffer>, transform: Transform): AsyncIterable<Buffer> {
  // The fault ends the transform, and is met by whoever reads it.
  pipeline(source, transform).catch(() => undefined)
  return transform
}

/** The lines of a text that comes in pieces, without their ends. */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of chunks) {
    // Only ASCII is written in lines here.
    const lines = (rest + chunk.toString('latin1')).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}
