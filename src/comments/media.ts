import { newId } from '../platform/id.ts'
import { command } from '../ledger/command.ts'
import type { Agency } from '../members/caller.ts'
import { noteBlob, type Blobs } from '../platform/blobs.ts'
import type { Db } from '../platform/db.ts'
import type { Fetch } from '../platform/outbound.ts'
import type { MediaSaid } from './store.ts'

/** What a comment may bring along; larger ones are put down by their address alone. */
export const mediaLimits = { bytes: 12 * 1024 * 1024, each: 8, timeoutMs: 15_000 } as const

/** What fetching needs of the house. */
export interface Fetching {
  outbound: Fetch
  blobs: Blobs
}

/** What came of one picture: its bytes, or why there are none. */
interface Fetched {
  number: number
  sha256: string | null
  bytes: number
  mediaType: string
  because: string | null
}

/**
 * Keeps the bytes of what comments show, each from its address through the one way out, and says so in the ledger; what
 * cannot be had is put down with the reason, once. Gives how many comments were done.
 */
export async function captureMedia(
  db: Db,
  { outbound, blobs }: Fetching,
  agency: Agency,
  at: string,
  limit = 20,
): Promise<number> {
  const { agencyId } = agency
  const open = await db
    .selectFrom('comment')
    .select(['commentId'])
    .where('agencyId', '=', agencyId)
    .where('hasMediaToFetch', '=', true)
    .orderBy('commentId')
    .limit(limit)
    .execute()
  for (const { commentId } of open) {
    for (const { n, media } of await missing(db, agencyId, commentId)) {
      const fetched: Fetched[] = []
      for (const [number, one] of media.entries())
        fetched.push(
          number < mediaLimits.each
            ? await fetchOne(outbound, blobs, number, one)
            : refused(number, one, `a comment’s first ${mediaLimits.each} pictures are kept`),
        )
      await keep(db, agencyId, commentId, n, fetched, at)
    }
    await db
      .updateTable('comment')
      .set({ hasMediaToFetch: false })
      .where('agencyId', '=', agencyId)
      .where('commentId', '=', commentId)
      .execute()
  }
  return open.length
}

/** The versions whose pictures nobody fetched yet. */
async function missing(
  db: Db,
  agencyId: string,
  commentId: string,
): Promise<{ n: number; media: MediaSaid[] }[]> {
  const rows = await db
    .selectFrom('commentVersion as version')
    .select(['version.n', 'version.media'])
    .where('version.agencyId', '=', agencyId)
    .where('version.commentId', '=', commentId)
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('commentMedia as kept')
            .select('kept.n')
            .whereRef('kept.agencyId', '=', 'version.agencyId')
            .whereRef('kept.commentId', '=', 'version.commentId')
            .whereRef('kept.n', '=', 'version.n'),
        ),
      ),
    )
    .orderBy('version.n')
    .execute()
  return rows.filter(({ media }) => media.length > 0)
}

async function fetchOne(outbound: Fetch, blobs: Blobs, number: number, said: MediaSaid): Promise<Fetched> {
  try {
    const answer = await outbound(said.url, { signal: AbortSignal.timeout(mediaLimits.timeoutMs) })
    if (!answer.ok) return refused(number, said, `its address answered ${answer.status}`)
    const bytes = await bodyOf(answer)
    if (!bytes) return refused(number, said, 'it is larger than what is kept of a comment')
    const sha256 = await blobs.put(bytes)
    return { number, sha256, bytes: bytes.length, mediaType: said.mediaType, because: null }
  } catch (error) {
    return refused(number, said, error instanceof Error ? error.message : 'it could not be fetched')
  }
}

/** The body, up to the limit; undefined where there is more of it. */
async function bodyOf(answer: Response): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of answer.body ?? []) {
    length += part.length
    if (length > mediaLimits.bytes) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function refused(number: number, { mediaType }: MediaSaid, because: string): Fetched {
  return { number, sha256: null, bytes: 0, mediaType, because }
}

async function keep(
  db: Db,
  agencyId: string,
  commentId: string,
  n: number,
  fetched: readonly Fetched[],
  at: string,
): Promise<void> {
  const name = 'comments.keep-media'
  const made = { agencyId, by: 'system', key: newId(), name, at, input: null }
  await command(db, made, async (tx, record) => {
    const kept = await tx
      .selectFrom('commentMedia')
      .select('number')
      .where('agencyId', '=', agencyId)
      .where('commentId', '=', commentId)
      .where('n', '=', n)
      .execute()
    const fresh = fetched.filter(({ number }) => !kept.some((one) => one.number === number))
    for (const { number, sha256, bytes, mediaType, because } of fresh) {
      if (sha256 !== null) await noteBlob(tx, agencyId, { sha256, mediaType, bytes, at })
      await tx
        .insertInto('commentMedia')
        .values({ agencyId, commentId, n, number, sha256, because, at })
        .execute()
    }
    await record({
      subject: commentId,
      body: { n, media: fetched.map(({ number, sha256, because }) => ({ number, sha256, because })) },
    })
    return null
  })
}
