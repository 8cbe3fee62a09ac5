import type { Made } from '../ledger/command.ts'
import { command } from '../ledger/command.ts'
import { noteBlob, type Blobs } from '../platform/blobs.ts'
import { later } from '../platform/day.ts'
import type { Db } from '../platform/db.ts'
import { sha256 as hashOf } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'
import { seesRequest, type Sight } from './sight.ts'

declare module '../platform/db.ts' {
  interface Tables {
    picture: { agencyId: string; sha256: string; addedBy: string; at: string }
  }
}

/** The pictures that are taken, each known by its first bytes; an SVG is a program and never a picture. */
const signatures: readonly { mediaType: string; isIt: (bytes: Buffer) => boolean }[] = [
  {
    mediaType: 'image/png',
    isIt: (bytes) => bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex')),
  },
  { mediaType: 'image/jpeg', isIt: (bytes) => bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex')) },
  {
    mediaType: 'image/webp',
    isIt: (bytes) =>
      bytes.subarray(0, 4).toString('latin1') === 'RIFF' &&
      bytes.subarray(8, 12).toString('latin1') === 'WEBP',
  },
]
export const mediaTypes = signatures.map(({ mediaType }) => mediaType)

const megabyte = 1024 * 1024
/** A picture of at most so many bytes is taken. */
export const mostBytes = 10 * megabyte
/** What one member, and all members of an agency, may add within a day: nobody fills the disk of all. */
export const mostInADay = { member: 200 * megabyte, agency: 2_000 * megabyte } as const

export interface PictureAdded {
  sha256: string
  mediaType: string
  bytes: number
}

/**
 * Keeps a picture as it came. What it is, its own bytes say, not its name. Refuses what is no picture, and one more
 * than a day may bring.
 */
export async function addPicture(
  db: Db,
  blobs: Blobs,
  made: Omit<Made, 'input'>,
  bytes: Buffer,
  most: { member: number; agency: number } = mostInADay,
): Promise<PictureAdded> {
  const { agencyId, by, at } = made
  const mediaType = signatures.find(({ isIt }) => isIt(bytes))?.mediaType
  if (mediaType === undefined) throw new Refusal('malformed', 'these bytes are no PNG, JPEG or WebP picture')
  await refuseOverQuota(db, made, bytes, most)
  const sha256 = await blobs.put(bytes)
  return await command(db, { ...made, input: { sha256 } }, async (tx, record) => {
    await noteBlob(tx, agencyId, { sha256, mediaType, bytes: bytes.length, at })
    await tx
      .insertInto('picture')
      .values({ agencyId, sha256, addedBy: by, at })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await record({ subject: sha256, body: { mediaType, bytes: bytes.length } })
    return { sha256, mediaType, bytes: bytes.length }
  })
}

/** Looked at before a byte is kept. Pictures that are sent at the same moment may pass it together. */
async function refuseOverQuota(
  db: Db,
  { agencyId, by, at }: Omit<Made, 'input'>,
  bytes: Buffer,
  most: { member: number; agency: number },
): Promise<void> {
  const pictures = await db
    .selectFrom('picture')
    .innerJoin('blob', (join) =>
      join.onRef('blob.agencyId', '=', 'picture.agencyId').onRef('blob.sha256', '=', 'picture.sha256'),
    )
    .select((row) => [
      row.fn.coalesce(row.fn.sum<string>('blob.bytes'), row.lit(0)).as('agency'),
      row.fn
        .coalesce(row.fn.sum<string>('blob.bytes').filterWhere('picture.addedBy', '=', by), row.lit(0))
        .as('member'),
      row.fn
        .countAll<number>()
        .filterWhere('picture.addedBy', '=', by)
        .filterWhere('picture.sha256', '=', hashOf(bytes))
        .as('same'),
    ])
    .where('picture.agencyId', '=', agencyId)
    .where('picture.at', '>', later(at, { hours: -24 }))
    .executeTakeFirstOrThrow()
  // The same again, after a lost answer, takes no room.
  if (pictures.same > 0) return
  const room = (whose: 'member' | 'agency'): boolean => Number(pictures[whose]) + bytes.length <= most[whose]
  if (!room('member'))
    throw new Refusal(
      'tooMany',
      `you added ${most.member / megabyte} MB of pictures within a day; try again tomorrow`,
    )
  if (!room('agency'))
    throw new Refusal(
      'tooMany',
      `the department added ${most.agency / megabyte} MB of pictures within a day; try again tomorrow`,
    )
}

/** A picture for whoever added it or may see a request that carries it; for anybody else there is none. */
export async function seePicture(
  db: Db,
  blobs: Blobs,
  agencyId: string,
  sha256: string,
  sight: Sight,
): Promise<{ mediaType: string; bytes: Uint8Array }> {
  const found = await db
    .selectFrom('blob')
    .select(['mediaType'])
    .where('agencyId', '=', agencyId)
    .where('sha256', '=', sha256)
    .where('mediaType', 'in', mediaTypes)
    .executeTakeFirst()
  const mine = await db
    .selectFrom('picture')
    .select('sha256')
    .where('agencyId', '=', agencyId)
    .where('sha256', '=', sha256)
    .where('addedBy', '=', sight.memberId)
    .executeTakeFirst()
  const shown =
    mine ??
    (await db
      .selectFrom('request')
      .select('request.requestId')
      .where('request.agencyId', '=', agencyId)
      .where((row) =>
        row(
          'request.requestId',
          'in',
          row
            .selectFrom('requestPicture')
            .select('requestPicture.requestId')
            .where('requestPicture.agencyId', '=', agencyId)
            .where('requestPicture.sha256', '=', sha256),
        ),
      )
      .where((row) => seesRequest(sight, row))
      .executeTakeFirst())
  if (!found || !shown) throw new Refusal('notFound', 'there is no such picture')
  return { mediaType: found.mediaType, bytes: await blobs.get(sha256) }
}
