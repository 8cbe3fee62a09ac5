import { sql } from 'kysely'
import type { RemoteComment } from '../accounts/networks/network.ts'
import type { Json } from '../ledger/append.ts'
import { appendEach } from '../ledger/append.ts'
import { canonical } from '../ledger/canonical.ts'
import { command } from '../ledger/command.ts'
import type { Agency } from '../members/caller.ts'
import type { Db, Tx } from '../platform/db.ts'
import { newId, sha256 } from '../platform/id.ts'
import { look, type Judging, type Seen } from './seen.ts'
import type { MediaSaid, VersionKind } from './store.ts'
import type { State } from './moves.ts'

/** A comment as it came from a network, or the word that it is there no more. */
export interface Arrival {
  accountId: string
  /** The publication that it stands under. */
  under: { deliveryId: string; rootId: string; subject: { kind: string; id: string } }
  way: 'poll' | 'push'
  comment: RemoteComment | { remoteId: string; isGone: true }
  /** What was seen in it, where somebody has looked already. */
  seen?: Seen
}

/** What a capture kept, and what has pictures to be fetched. */
export interface Captured {
  versions: number
  withMedia: string[]
}

/**
 * Keeps what came: a new comment, another version of one that was changed, the end of one that was taken down. What was
 * captured already is passed over. All of it is one transaction, with an entry of the ledger for each version; nothing
 * is done about any of it.
 */
export async function capture(
  db: Db,
  agency: Agency,
  arrivals: readonly Arrival[],
  judging: Judging,
  at: string,
): Promise<Captured> {
  const { agencyId } = agency
  const clean = arrivals.map(keepable)
  if (!hasNews(clean, await knownOf(db, agencyId, clean))) return { versions: 0, withMedia: [] }
  const made = { agencyId, by: 'system', key: newId(), name: 'comments.capture', at, input: null }
  return await command(db, made, async (tx, record) => {
    await lockAccounts(tx, clean)
    const known = await knownOf(tx, agencyId, clean, 'locked')
    const versions: Version[] = []
    for (const arrival of clean) {
      const next = nextOf(known.get(keyOf(arrival)), arrival, judging, at)
      if (!next) continue
      known.set(keyOf(arrival), next.standing)
      versions.push(next)
    }
    await write(tx, agencyId, versions)
    await appendEach(tx, agencyId, versions.map(entryOf))
    const hashes = versions.map(({ hash }) => hash)
    await record({
      subject: agencyId,
      body: { versions: versions.length, hash: sha256(hashes.join('\n')) },
      kind: 'comments.captured',
    })
    const withMedia = versions.filter(({ media }) => media.length > 0).map((one) => one.standing.commentId)
    return { versions: versions.length, withMedia: [...new Set(withMedia)] }
  })
}

/** How a comment stands while a batch is worked through. */
interface Known {
  commentId: string
  state: State
  version: number
  latest: number
  textHash: string
  text: string
  isGone: boolean
  isNew: boolean
}

interface Version {
  arrival: Arrival
  standing: Known
  kind: VersionKind
  text: string
  hash: string
  media: MediaSaid[]
  seen: Seen | null
  at: string
}

function keyOf({ accountId, comment }: Arrival): string {
  return `${accountId} ${comment.remoteId}`
}

/** The version that an arrival makes; undefined where it says nothing new. */
function nextOf(
  known: Known | undefined,
  arrival: Arrival,
  judging: Judging,
  at: string,
): Version | undefined {
  const { comment, accountId } = arrival
  if ('isGone' in comment) {
    if (!known || known.isGone) return undefined
    const standing = { ...known, version: known.version + 1, latest: known.latest + 1, isGone: true }
    const { text } = known
    const hash = sha256(canonical({ remoteId: comment.remoteId, accountId, at, kind: 'gone' }))
    return { arrival, standing, kind: 'gone', text, hash, media: [], seen: null, at }
  }
  const { text, media } = comment
  const textHash = contentHash(comment)
  if (known && known.textHash === textHash && !known.isGone) return undefined
  const kind = known ? (known.isGone ? 'back' : 'edited') : 'written'
  const standing: Known = {
    commentId: known?.commentId ?? newId(),
    // Whoever changes what was left up has it looked at again; what is hidden stays so.
    state: known && known.state !== 'kept' && known.state !== 'restored' ? known.state : 'waiting',
    version: (known?.version ?? 0) + 1,
    latest: (known?.latest ?? 0) + 1,
    textHash,
    text,
    isGone: false,
    isNew: known?.isNew ?? true,
  }
  const { remoteId, parentId, writer, at: saidAt, url } = comment
  const hash = sha256(
    canonical({
      accountId,
      remoteId,
      parentId,
      writer: { ...writer },
      text,
      saidAt,
      url,
      media: plain(media).map((one) => ({ ...one })),
    }),
  )
  const seen = arrival.seen ?? look(text, accountId, at, judging)
  return { arrival, standing, kind, text, hash, media: plain(media), seen, at }
}

function plain(media: RemoteComment['media']): MediaSaid[] {
  return media.map(({ mediaType, url, alt }) => ({ mediaType, url, alt }))
}

/** What makes a version another one: its words and its pictures. The address of a picture changes by itself. */
function contentHash({ text, media }: RemoteComment): string {
  return sha256(canonical({ text, media: media.map(({ mediaType, alt }) => ({ mediaType, alt })) }))
}

function hasNews(arrivals: readonly Arrival[], known: ReadonlyMap<string, Known>): boolean {
  return arrivals.some((arrival) => {
    const before = known.get(keyOf(arrival))
    if ('isGone' in arrival.comment) return before !== undefined && !before.isGone
    return !before || before.isGone || before.textHash !== contentHash(arrival.comment)
  })
}

async function knownOf(
  db: Db | Tx,
  agencyId: string,
  arrivals: readonly Arrival[],
  how: 'seen' | 'locked' = 'seen',
): Promise<Map<string, Known>> {
  // Two lists, not pairs: PostgreSQL then looks each up in the index. What pairs nobody asked for is not looked at.
  const select = db
    .selectFrom('comment')
    .select([
      'commentId',
      'accountId',
      'remoteId',
      'state',
      'version',
      'latest',
      'textHash',
      'text',
      'goneAt',
    ])
    .where('agencyId', '=', agencyId)
    .where(
      'accountId',
      '=',
      sql<string>`any(${[...new Set(arrivals.map(({ accountId }) => accountId))]}::uuid[])`,
    )
    .where('remoteId', '=', sql<string>`any(${arrivals.map(({ comment }) => comment.remoteId)}::text[])`)
  // A moderator who moves one of them meanwhile waits, or is waited for: neither overwrites the other.
  const rows = await (how === 'locked' ? select.forUpdate() : select).execute()
  return new Map(
    rows.map(({ accountId, remoteId, goneAt, ...row }) => [
      `${accountId} ${remoteId}`,
      { ...row, isGone: goneAt !== null, isNew: false },
    ]),
  )
}

/** Two captures of one account come one after the other, so that a comment is captured once. */
async function lockAccounts(tx: Tx, arrivals: readonly Arrival[]): Promise<void> {
  const accounts = [...new Set(arrivals.map(({ accountId }) => accountId))].toSorted()
  for (const accountId of accounts)
    await sql`select pg_advisory_xact_lock(hashtextextended(${`comments of ${accountId}`}, 0))`.execute(tx)
}

async function write(tx: Tx, agencyId: string, versions: readonly Version[]): Promise<void> {
  const last = new Map(versions.map((version) => [version.standing.commentId, version]))
  const first = new Map(versions.toReversed().map((version) => [version.standing.commentId, version]))
  const added = [...last.values()].filter(({ standing }) => standing.isNew)
  // What a comment looks like is told by the last version that had words.
  const worded = new Map(
    versions.filter(({ seen }) => seen !== null).map((version) => [version.standing.commentId, version]),
  )
  await sql`insert into comment select * from json_populate_recordset(null::comment, ${JSON.stringify(
    added.map((version) => {
      const { commentId } = version.standing
      return commentRow(agencyId, version, worded.get(commentId) ?? version, first.get(commentId) ?? version)
    }),
  )}::json)`.execute(tx)
  for (const version of last.values())
    if (!version.standing.isNew) await update(tx, agencyId, version, worded.get(version.standing.commentId))
  const rows = versions.map((version) => versionRow(agencyId, version))
  await sql`insert into comment_version
    select * from json_populate_recordset(null::comment_version, ${JSON.stringify(rows)}::json)`.execute(tx)
}

function commentRow(
  agencyId: string,
  { standing, at, arrival }: Version,
  worded: Version,
  first: Version,
): object {
  const { accountId, under } = arrival
  const { comment } = worded.arrival
  if ('isGone' in comment) throw new Error('a comment that was never seen cannot be gone')
  return {
    agency_id: agencyId,
    comment_id: standing.commentId,
    account_id: accountId,
    remote_id: comment.remoteId,
    delivery_id: under.deliveryId,
    root_id: under.rootId,
    subject_kind: under.subject.kind,
    subject_id: under.subject.id,
    writer_id: comment.writer.remoteId,
    writer_handle: comment.writer.handle,
    state: standing.state,
    version: standing.version,
    latest: standing.latest,
    text: worded.text,
    text_hash: standing.textHash,
    written_at: 'isGone' in first.arrival.comment ? at : first.arrival.comment.at,
    captured_at: first.at,
    gone_at: standing.isGone ? at : null,
    ...sight(worded),
    decided_by: null,
    decided_at: null,
  }
}

function sight({ seen, media }: Version): object {
  return {
    place: seen?.place ?? 9,
    ground: seen?.ground ?? null,
    is_critical: seen?.isCritical ?? false,
    is_ugly: seen?.isUgly ?? false,
    language: seen?.language ?? null,
    outcome: seen?.outcome ?? null,
    filters: seen?.filters ?? [],
    has_media_to_fetch: media.length > 0,
  }
}

async function update(
  tx: Tx,
  agencyId: string,
  { standing, at }: Version,
  worded: Version | undefined,
): Promise<void> {
  const { commentId, state, version, latest, textHash, text, isGone } = standing
  const seen = worded?.seen
  await tx
    .updateTable('comment')
    .set({
      state,
      version,
      latest,
      textHash,
      text,
      goneAt: isGone ? at : null,
      ...(seen
        ? {
            place: seen.place,
            isCritical: seen.isCritical,
            isUgly: seen.isUgly,
            language: seen.language,
            outcome: seen.outcome,
            filters: seen.filters,
            hasMediaToFetch: (worded?.media.length ?? 0) > 0,
            // The ground that it was hidden for is a person's, and stays.
            ...(state === 'waiting' ? { ground: seen.ground } : {}),
          }
        : {}),
    })
    .where('agencyId', '=', agencyId)
    .where('commentId', '=', commentId)
    .execute()
}

function versionRow(agencyId: string, version: Version): object {
  const { standing, arrival, kind, text, hash, media, seen, at } = version
  const { comment, way } = arrival
  const isGone = 'isGone' in comment
  return {
    agency_id: agencyId,
    comment_id: standing.commentId,
    n: standing.latest,
    kind,
    text,
    hash,
    said_at: isGone ? at : comment.at,
    captured_at: at,
    way,
    parent_id: isGone ? '' : comment.parentId,
    writer_handle: isGone ? '' : comment.writer.handle,
    writer_name: isGone ? '' : comment.writer.name,
    url: isGone ? null : comment.url,
    is_hidden: !isGone && comment.isHidden,
    media,
    seen: {
      outcome: seen?.outcome ?? null,
      citations: seen?.citations ?? [],
      facts: seen?.facts ?? [],
    },
    order_version: seen?.orderVersion ?? null,
  }
}

/** What the ledger keeps of a version: enough to rebuild it. */
function entryOf(version: Version): {
  at: string
  kind: string
  by: string
  subject: string
  body: { [key: string]: Json | undefined }
} {
  const { standing, arrival, kind, text, hash, media, at } = version
  const { comment, accountId, under, way } = arrival
  const context = { accountId, deliveryId: under.deliveryId, rootId: under.rootId, way }
  const said: { [key: string]: Json } =
    'isGone' in comment
      ? {}
      : {
          text,
          saidAt: comment.at,
          parentId: comment.parentId,
          writer: { ...comment.writer },
          url: comment.url,
          media: media.map((one) => ({ ...one })),
        }
  return {
    at,
    kind: `comments.${kind}`,
    by: 'system',
    subject: standing.commentId,
    body: { n: standing.latest, hash, remoteId: comment.remoteId, ...context, ...said },
  }
}

/** Looks at what came before its turn to be written has come. */
export function lookedAt(arrival: Arrival, judging: Judging, at: string): Arrival {
  const clean = keepable(arrival)
  const { comment, accountId } = clean
  return 'isGone' in comment ? clean : { ...clean, seen: look(comment.text, accountId, at, judging) }
}

/** NUL and half a character cannot be kept; everything else is kept as it was written. */
function keepable(arrival: Arrival): Arrival {
  const { comment } = arrival
  if ('isGone' in comment) return arrival
  const { remoteId, handle, name } = comment.writer
  return {
    ...arrival,
    comment: {
      ...comment,
      text: kept(comment.text),
      writer: { remoteId, handle: kept(handle), name: kept(name) },
      media: comment.media.map((one) => ({ ...one, alt: kept(one.alt) })),
    },
  }
}

function kept(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD')
}
