import { command, type Made } from '../ledger/command.ts'
import { noteBlob, type Blobs } from '../platform/blobs.ts'
import type { Db, Tx } from '../platform/db.ts'
import { newId, sha256 } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'
import { isFilm, readFilm } from './film.ts'
import { publicPicture, writtenInto, type Region } from './picture.ts'
import { sealBytes, unsealBytes } from './sealed-bytes.ts'

/** A public copy as it was made, and what came out of it or stays in it, in words. */
export interface MediaAdded {
  [key: string]: string | number | null | string[]
  mediaId: string
  /** Of the public copy. */
  sha256: string
  kind: 'image' | 'video'
  mediaType: string
  width: number
  height: number
  bytes: number
  seconds: number | null
  removed: string[]
  kept: string[]
}

/** Where bytes are kept, and the key that originals are sealed with. */
export interface MediaHouse {
  blobs: Blobs
  seal: string
}

/** What is to be kept of a picture or film. */
interface Ready {
  kind: 'image' | 'video'
  mediaType: string
  copy: { bytes: Buffer; mediaType: string; width: number; height: number; seconds: number | null }
  removed: string[]
  kept: string[]
}

/**
 * Adds a picture or a film: the original sealed, and the copy that the public may get. What it is, its own bytes say.
 */
export async function addMedia(
  db: Db,
  { blobs, seal }: MediaHouse,
  made: Omit<Made, 'input'>,
  bytes: Buffer,
): Promise<MediaAdded> {
  const { agencyId, by, at } = made
  const ready = await readyOf(bytes)
  const mediaId = newId()
  const originalSha256 = sha256(bytes)
  const sealed = sealBytes(seal, bytes, mediaId)
  const sealedSha256 = await blobs.put(sealed)
  await blobs.put(ready.copy.bytes)
  return await command(db, { ...made, input: { originalSha256 } }, async (tx, record) => {
    const { kind, mediaType, removed, kept } = ready
    await noteBlob(tx, agencyId, {
      sha256: sealedSha256,
      mediaType: 'application/octet-stream',
      bytes: sealed.length,
      at,
    })
    await tx
      .insertInto('media')
      .values({ agencyId, mediaId, kind, mediaType, originalSha256, sealedSha256, addedBy: by, at })
      .execute()
    const copy = await keepCopy(tx, agencyId, mediaId, ready.copy, [], by, at)
    await record({
      subject: mediaId,
      body: { kind, mediaType, originalSha256, copy: copy.sha256, removed, kept },
    })
    return { mediaId, kind, ...copy, removed, kept }
  })
}

async function readyOf(bytes: Buffer): Promise<Ready> {
  if (isFilm(bytes)) {
    const { mediaType, width, height, seconds, kept } = readFilm(bytes)
    return { kind: 'video', mediaType, copy: { bytes, mediaType, width, height, seconds }, removed: [], kept }
  }
  const mediaType = pictureType(bytes)
  if (mediaType === undefined)
    throw new Refusal('malformed', 'these bytes are no JPEG, PNG or WebP picture and no MP4 or WebM film')
  const copy = await publicPicture(bytes, [])
  return {
    kind: 'image',
    mediaType,
    copy: { ...copy, seconds: null },
    removed: await writtenInto(bytes),
    kept: [],
  }
}

/** By its first bytes; an SVG is a program and never a picture. */
function pictureType(bytes: Buffer): string | undefined {
  if (bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex'))) return 'image/jpeg'
  if (bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))) return 'image/png'
  const isRiff = bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP'
  return isRiff ? 'image/webp' : undefined
}

/** Makes another public copy of a picture, from its original, with these regions destroyed and no others. */
export async function blurMedia(
  db: Db,
  { blobs, seal }: MediaHouse,
  made: Made,
  mediaId: string,
  regions: readonly Region[],
): Promise<MediaAdded> {
  const { agencyId, by, at } = made
  const media = await db
    .selectFrom('media')
    .select(['kind', 'sealedSha256'])
    .where('agencyId', '=', agencyId)
    .where('mediaId', '=', mediaId)
    .executeTakeFirst()
  if (!media) throw new Refusal('notFound', 'there is no such picture')
  if (media.kind !== 'image')
    throw new Refusal('malformed', 'a film is not blurred here; cut or blur it before it is added')
  const original = unsealBytes(seal, await blobs.get(media.sealedSha256), mediaId)
  const picture = await publicPicture(original, regions)
  await blobs.put(picture.bytes)
  return await command(db, made, async (tx, record) => {
    const copy = await keepCopy(tx, agencyId, mediaId, { ...picture, seconds: null }, regions, by, at)
    const written = regions.map(({ x, y, width, height }) => ({ x, y, width, height }))
    await record({ subject: mediaId, body: { copy: copy.sha256, regions: written } })
    return { mediaId, kind: 'image', ...copy, removed: await writtenInto(original), kept: [] }
  })
}

async function keepCopy(
  tx: Tx,
  agencyId: string,
  mediaId: string,
  copy: Ready['copy'],
  regions: readonly Region[],
  by: string,
  at: string,
): Promise<{
  sha256: string
  mediaType: string
  width: number
  height: number
  bytes: number
  seconds: number | null
}> {
  const { mediaType, width, height, seconds } = copy
  const hash = sha256(copy.bytes)
  const bytes = copy.bytes.length
  await noteBlob(tx, agencyId, { sha256: hash, mediaType, bytes, at })
  await tx
    .insertInto('mediaCopy')
    .values({
      agencyId,
      sha256: hash,
      mediaId,
      mediaType,
      width,
      height,
      bytes,
      seconds,
      regions: JSON.stringify(regions),
      madeBy: by,
      at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return { sha256: hash, mediaType, width, height, bytes, seconds }
}
