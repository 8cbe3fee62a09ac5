import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Tx } from './db.ts'
import { syncFolder, writeDurably } from './durable.ts'
import { sha256 } from './id.ts'
import { Refusal } from './refusal.ts'

/** Where bytes are kept by their SHA-256; what is kept is never changed. */
export interface Blobs {
  /** Keeps bytes durably and gives their SHA-256. Keeping the same again does nothing. */
  put: (bytes: Uint8Array) => Promise<string>
  /** Keeps what streams in, durably and without holding it in memory. Refuses (malformed) more than `most` bytes. */
  putStream: (pieces: AsyncIterable<Uint8Array>, most: number) => Promise<{ sha256: string; bytes: number }>
  /** The file in which the bytes of a hash stand, for whoever reads it in parts; it may not be there. */
  fileOf: (hash: string) => string
  /** The bytes of a hash; refuses (notFound) what is not kept, and bytes that are no longer those. */
  get: (hash: string) => Promise<Uint8Array>
  /**
   * The same in parts, for what may be larger than memory, and how many bytes they are. Bytes that are no longer those
   * end with an error before their last part.
   */
  getStream: (hash: string) => Promise<{ pieces: AsyncIterable<Uint8Array>; bytes: number }>
  /** Takes bytes out of reach without destroying them yet; nothing where they are not kept. */
  setAside: (hash: string) => Promise<void>
  /** Puts back what was set aside, unless the same bytes were kept anew. */
  bringBack: (hash: string) => Promise<void>
  /** Destroys what was set aside. */
  destroy: (hash: string) => Promise<void>
}

/** A folder of blobs, two letters of the hash to a subfolder. */
export function openBlobs(folder: string): Blobs {
  const placeOf = (hash: string): string => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Refusal('malformed', `"${hash}" is no SHA-256`)
    return join(folder, hash.slice(0, 2), hash)
  }
  return {
    put: async (bytes) => {
      const hash = sha256(bytes)
      const place = placeOf(hash)
      if (await isKept(place, hash)) return hash
      await makeFolder(dirname(place), folder)
      await writeDurably(place, bytes, { mode: 0o440 })
      return hash
    },
    fileOf: placeOf,
    putStream: async (pieces, most) => {
      await mkdir(folder, { recursive: true })
      const making = join(folder, `${randomUUID()}.new`)
      try {
        const { sha256: hash, bytes } = await writeStream(making, pieces, most)
        const place = placeOf(hash)
        await makeFolder(dirname(place), folder)
        await rename(making, place)
        await syncFolder(dirname(place))
        return { sha256: hash, bytes }
      } catch (error) {
        await rm(making, { force: true })
        throw error
      }
    },
    get: async (hash) => {
      const bytes = await readFile(placeOf(hash)).catch(notKept(hash))
      if (sha256(bytes) !== hash) throw othersNow(hash)
      return bytes
    },
    getStream: async (hash) => {
      const place = placeOf(hash)
      const { size } = await stat(place).catch(notKept(hash))
      return { pieces: piecesOf(place, hash), bytes: size }
    },
    setAside: async (hash) => {
      const place = placeOf(hash)
      if (await move(place, `${place}.aside`)) await syncFolder(dirname(place))
    },
    bringBack: async (hash) => {
      const place = placeOf(hash)
      if (await isKept(place, hash)) await rm(`${place}.aside`, { force: true })
      else if (await move(`${place}.aside`, place)) await syncFolder(dirname(place))
    },
    destroy: async (hash) => {
      const place = placeOf(hash)
      await rm(`${place}.aside`, { force: true })
      await syncFolder(dirname(place)).catch(nothingThere)
    },
  }
}

function notKept(hash: string): (error: unknown) => never {
  return (error) => {
    nothingThere(error)
    throw new Refusal('notFound', `nothing is kept under ${hash.slice(0, 12)}...`)
  }
}

function othersNow(hash: string): Error {
  return new Error(`the bytes kept under ${hash} are other ones now`)
}

/** The last piece is held back until all of them are known to be right. */
async function* piecesOf(place: string, hash: string): AsyncGenerator<Uint8Array> {
  const seen = createHash('sha256')
  const pieces: AsyncIterable<Buffer> = createReadStream(place)
  let last: Buffer | undefined
  for await (const piece of pieces) {
    seen.update(piece)
    if (last) yield last
    last = piece
  }
  if (seen.digest('hex') !== hash) throw othersNow(hash)
  if (last) yield last
}

async function move(from: string, to: string): Promise<boolean> {
  return await rename(from, to).then(() => true, nothingThere)
}

function nothingThere(error: unknown): false {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
  throw error
}

/** Notes in the agency's records that it keeps these bytes; the bytes must be kept already. */
export async function noteBlob(
  tx: Tx,
  agencyId: string,
  blob: { sha256: string; mediaType: string; bytes: number; at: string },
): Promise<void> {
  await tx
    .insertInto('blob')
    .values({ agencyId, ...blob })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function isKept(place: string, hash: string): Promise<boolean> {
  return await readFile(place).then(
    (bytes) => sha256(bytes) === hash,
    () => false,
  )
}

/** Writes pieces as they come, and gives what they are known by. */
async function writeStream(
  place: string,
  pieces: AsyncIterable<Uint8Array>,
  most: number,
): Promise<{ sha256: string; bytes: number }> {
  const seen = createHash('sha256')
  let bytes = 0
  const file = await open(place, 'wx', 0o440)
  try {
    for await (const piece of pieces) {
      bytes += piece.length
      if (bytes > most)
        throw new Refusal(
          'malformed',
          `it is larger than ${Math.floor(most / 1_048_576)} MB, which is the most`,
        )
      seen.update(piece)
      await file.writeFile(piece)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { sha256: seen.digest('hex'), bytes }
}

/** A new folder is durable once the folder that holds it is. */
async function makeFolder(place: string, root: string): Promise<void> {
  const made = await mkdir(place, { recursive: true })
  if (made === undefined) return
  await syncFolder(dirname(place))
  await syncFolder(dirname(root))
}
