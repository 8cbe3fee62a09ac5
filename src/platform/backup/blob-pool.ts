import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createGunzip, createGzip } from 'node:zlib'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { syncFolder } from '../durable.ts'
import { Refusal } from '../refusal.ts'
import { keyOfFile, linesOf, noteOf, readSealed, through, writeSealed, type FileNote } from './sealed-file.ts'
import type { Manifest, Opened } from './manifest.ts'
import type { Progress } from './tables.ts'

/**
 * Blobs stand beside the backups, each once, under the SHA-256 of what stands there. Each is encrypted with a key of
 * its own, which stands in the index of every backup that has the blob: whoever has one of these backups' keys reads
 * it, and when the last of them is destroyed nobody does.
 */
export interface Pooled {
  /** The SHA-256 of the blob itself. */
  blob: string
  /** Its name in the pool. */
  stored: string
  bytes: number
  key: Buffer | undefined
}

export const indexName = 'blobs.gz'
export const placeInPool = (depot: string, stored: string): string =>
  join(depot, 'blobs', stored.slice(0, 2), stored)

/** The blobs of a backup, ordered by their SHA-256. */
export async function* blobsOf({ folder, manifest, key }: Opened): AsyncGenerator<Pooled> {
  const sealed = readSealed(join(folder, indexName), key && keyOfFile(key, manifest.id, indexName))
  for await (const line of linesOf(through(sealed, createGunzip()))) {
    const [blob = '', stored = '', bytes, written = ''] = line.split('\t')
    if (!isName(blob) || !isName(stored))
      throw new Refusal('malformed', `${indexName} in the backup ${manifest.id} is no list of blobs`)
    yield {
      blob,
      stored,
      bytes: Number(bytes),
      key: written === '' ? undefined : Buffer.from(written, 'base64url'),
    }
  }
}

const isName = (name: string): boolean => /^[0-9a-f]{64}$/.test(name)

interface Pooling {
  depot: string
  /** The folder that is being written. */
  folder: string
  id: string
  key: Buffer | undefined
  /** The folder of blobs of the installation. */
  blobs: string
  /** An earlier backup in the same depot whose key is at hand. */
  before: Opened | undefined
}

/** Adds the blobs that the records name to the pool, where it has them not yet, and writes the index of this backup. */
export async function poolBlobs(
  client: pg.Client,
  { depot, folder, id, key, blobs, before }: Pooling,
  progress: Progress,
): Promise<{ blobs: Manifest['blobs']; note: FileNote }> {
  const { rows } = await client.query<{ of: string }>(
    'select coalesce(sum(bytes), 0)::text as of from (select distinct sha256, bytes from blob) as b',
  )
  const of = Number(rows[0]?.of ?? 0)
  const counts: Manifest['blobs'] = { count: 0, bytes: 0, before: 0, missing: [] }
  const named = client.query(
    copyTo('copy (select distinct sha256 collate "C" as s from blob order by s) to stdout'),
  )
  const folders = new Set<string>()
  async function* index(): AsyncGenerator<Buffer> {
    const earlier = before === undefined ? undefined : blobsOf(before)
    let next = await earlier?.next()
    for await (const blob of linesOf(named)) {
      while (next?.done === false && next.value.blob < blob) next = await earlier?.next()
      const known = next?.done === false && next.value.blob === blob ? next.value : undefined
      const kept = known && (await isStored(depot, known)) ? known : undefined
      const pooled =
        kept ?? (await addBlob(depot, join(blobs, blob.slice(0, 2), blob), blob, key !== undefined))
      if (pooled === undefined) {
        counts.missing.push(blob)
        continue
      }
      folders.add(dirname(placeInPool(depot, pooled.stored)))
      counts.count++
      counts.bytes += pooled.bytes
      if (kept) counts.before++
      progress('blobs', Math.min(counts.bytes, of), of)
      yield Buffer.from(
        `${blob}\t${pooled.stored}\t${pooled.bytes}\t${pooled.key?.toString('base64url') ?? ''}\n`,
      )
    }
    await earlier?.return(undefined)
  }
  const text = through(index(), createGzip({ level: 1 }))
  const note = await writeSealed(join(folder, indexName), text, key && keyOfFile(key, id, indexName))
  for (const made of [...folders, ...(folders.size > 0 ? [join(depot, 'blobs')] : [])]) await syncFolder(made)
  return { blobs: counts, note }
}

async function isStored(depot: string, { stored, bytes, key }: Pooled): Promise<boolean> {
  const found = await stat(placeInPool(depot, stored)).catch(() => undefined)
  return found?.size === bytes + (key === undefined ? 0 : 28)
}

/** Copies a blob into the pool; undefined where it is not there, or no longer what its name says. */
async function addBlob(
  depot: string,
  file: string,
  blob: string,
  isEncrypted: boolean,
): Promise<Pooled | undefined> {
  const key = isEncrypted ? randomBytes(32) : undefined
  const making = join(depot, 'blobs', `${randomBytes(16).toString('hex')}.new`)
  await mkdir(dirname(making), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  let bytes = 0
  async function* read(): AsyncGenerator<Buffer> {
    const chunks: AsyncIterable<Buffer> = createReadStream(file)
    for await (const chunk of chunks) {
      hash.update(chunk)
      bytes += chunk.length
      yield chunk
    }
  }
  try {
    const { sha256: stored } = await writeSealed(making, read(), key)
    if (hash.digest('hex') !== blob) return undefined
    const place = placeInPool(depot, stored)
    await mkdir(dirname(place), { recursive: true, mode: 0o700 })
    await rename(making, place)
    return { blob, stored, bytes, key }
  } catch (error) {
    if (
      error instanceof Error &&
      'code' in error &&
      error.code === 'ENOENT' &&
      'path' in error &&
      error.path === file
    )
      return undefined
    throw error
  } finally {
    await rm(making, { force: true })
  }
}

/**
 * Does a blob that could not be read stand in the pool as other bytes than were written? Then it is taken out, and the
 * next backup copies it anew. What cannot be read for another reason stays.
 */
export async function dropDamaged(depot: string, stored: string): Promise<void> {
  const place = placeInPool(depot, stored)
  const found = await noteOf(place)
  if (found !== undefined && found.sha256 !== stored) await rm(place, { force: true })
}

/** Reads a blob out of the pool. Refuses one that is missing, changed, or not the one that the records name. */
export async function* readPooled(depot: string, { blob, stored, key }: Pooled): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of readSealed(placeInPool(depot, stored), key)) {
      hash.update(chunk)
      yield chunk
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new Refusal(
        'malformed',
        `the blob ${blob.slice(0, 12)}... is missing: the backup needs the folder blobs that stands beside it, whole`,
      )
    throw error
  }
  if (hash.digest('hex') !== blob)
    throw new Refusal(
      'malformed',
      `the blob ${blob.slice(0, 12)}... in the backup was changed since it was made`,
    )
}
