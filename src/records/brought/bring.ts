import { hash } from 'node:crypto'
import { sql } from 'kysely'
import { appendEach, type Entry } from '../../ledger/append.ts'
import { canonical } from '../../ledger/canonical.ts'
import { noteBlob, type Blobs } from '../../platform/blobs.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { addRecords } from '../store.ts'
import type { Contained } from './container.ts'
import { recordOfItem, thingOf, type Brought, type Found } from './item.ts'
import type { BroughtFrom } from './reading.ts'

/** Bytes of one picture or film of an export that are kept; a larger one is in the sealed original. */
export const mostMedia = 1024 ** 3
/** Letters of one item that its entry holds. */
const mostText = 1_000_000

const mediaTypes: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  heic: 'image/heic',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  webm: 'video/webm',
  mp3: 'audio/mpeg',
  pdf: 'application/pdf',
}

/** What brings items: whose, from where, in which import. */
export interface Bringing {
  agencyId: string
  importId: string
  source: BroughtFrom
  accountId: string | null
  by: string
  at: string
}

/** An item with the names by which it is known again. */
export interface Marked {
  item: Found
  thing: string
  digest: string
}

/** Names an item: its thing, and what it says. The time of a crawl does not make a page another one. */
export function markOf({ source, accountId }: Pick<Bringing, 'source' | 'accountId'>, found: Found): Marked {
  const item = keepable(found)
  const { what, author, text, saidAt, files, bytes, remoteId } = item
  const said = what === 'page' ? null : saidAt
  const body = bytes ? hash('sha256', bytes.body, 'hex') : null
  const marks = canonical({ what, author, text, saidAt: said, files: files.map(({ name }) => name), body })
  const digest = hash('sha256', marks, 'hex')
  return { item, thing: thingOf(source, accountId, remoteId), digest }
}

const whole = (text: string): string => text.toWellFormed().replaceAll('\0', '\uFFFD')
const maybe = (text: string | null): string | null => (text === null ? null : whole(text))

/** Bytes of an id that an index takes. */
const mostId = 1_000
/** A longer id is known by its hash. */
const idOf = (id: string): string =>
  Buffer.byteLength(id) > mostId ? `sha256 ${hash('sha256', id, 'hex')}` : whole(id)

/** NUL and half a character cannot be kept; everything else is kept as it was written. */
function keepable(found: Found): Found {
  return {
    ...found,
    remoteId: idOf(found.remoteId),
    parentId: found.parentId === null ? null : idOf(found.parentId),
    author: maybe(found.author),
    text: whole(found.text.slice(0, mostText)),
    url: maybe(found.url),
    people: found.people.map(whole),
    links: found.links.map(whole),
    files: found.files.map(({ name, alt }) => ({ name: whole(name), alt: whole(alt) })),
  }
}

/** How often each thing was brought before, and with what. */
interface Standing {
  versions: number
  digests: Set<string>
}

/** What is known of these things: what was brought before, and what Decorum itself published or captured there. */
async function standingOf(
  db: Db | Tx,
  { agencyId, accountId }: Bringing,
  marked: readonly Marked[],
): Promise<{ brought: Map<string, Standing>; own: ReadonlySet<string> }> {
  const things = marked.map(({ thing }) => thing)
  const before = await db
    .selectFrom('record')
    .select(['thing', 'digest'])
    .where('agencyId', '=', agencyId)
    .where('thing', '=', sql<string>`any(${things}::text[])`)
    .where('digest', 'is not', null)
    .execute()
  const brought = new Map<string, Standing>()
  for (const { thing, digest } of before) {
    const known = brought.get(thing) ?? { versions: 0, digests: new Set<string>() }
    brought.set(thing, { versions: known.versions + 1, digests: known.digests.add(digest ?? '') })
  }
  if (accountId === null) return { brought, own: new Set() }
  const ids = marked.map(({ item }) => item.remoteId)
  const own = await sql<{ remoteId: string }>`
    select remote_id from delivery
      where agency_id = ${agencyId} and account_id = ${accountId} and remote_id = any(${ids}::text[])
    union all
    select remote_id from comment
      where agency_id = ${agencyId} and account_id = ${accountId} and remote_id = any(${ids}::text[])`.execute(
    db,
  )
  return { brought, own: new Set(own.rows.map(({ remoteId }) => remoteId)) }
}

/** Those of them that are new, or say something else than before; each with the number of its version. */
export async function newsOf(
  db: Db | Tx,
  bringing: Bringing,
  marked: readonly Marked[],
): Promise<{ marked: Marked; n: number }[]> {
  const { brought, own } = await standingOf(db, bringing, marked)
  const news: { marked: Marked; n: number }[] = []
  for (const one of marked) {
    const known = brought.get(one.thing) ?? { versions: 0, digests: new Set<string>() }
    // What stands twice in one file is one.
    if (own.has(one.item.remoteId) || known.digests.has(one.digest)) continue
    const n = known.versions + 1
    brought.set(one.thing, { versions: n, digests: known.digests.add(one.digest) })
    news.push({ marked: one, n })
  }
  return news
}

/** A picture whose bytes are kept now. */
export interface Kept {
  sha256: string
  mediaType: string
  bytes: number
  name: string
  alt: string
}

/** Keeps the pictures of an item; those that the export lacks are left out and named. */
export async function keepFiles(
  blobs: Blobs,
  fileOf: (name: string) => Contained | undefined,
  { files, bytes, url }: Found,
): Promise<{ kept: Kept[]; lacking: string[] }> {
  const found: Kept[] = []
  const lacking: string[] = []
  for (const { name, alt } of files) {
    const file = fileOf(name)
    if (!file) lacking.push(name)
    else {
      const stored = await blobs.putStream(await file.open(), mostMedia)
      const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
      found.push({ ...stored, mediaType: mediaTypes[ending] ?? 'application/octet-stream', name, alt })
    }
  }
  if (bytes) {
    const { body, mediaType } = bytes
    found.push({ sha256: await blobs.put(body), mediaType, bytes: body.length, name: url ?? '', alt: '' })
  }
  return { kept: found, lacking }
}

/** What the ledger holds of an item. */
export function bodyOfItem(
  { importId, source, accountId }: Bringing,
  { item, digest }: Marked,
  n: number,
  files: readonly Kept[],
): Brought {
  const { files: _files, bytes: _bytes, ...said } = item
  const media = files.map(({ bytes: _size, ...one }) => one)
  return { ...said, media, importId, source, accountId, n, hash: digest }
}

export function entryOf({ by, at }: Bringing, thing: string, body: Brought): Entry {
  return { kind: 'records.brought', subject: thing, by, at, body: { ...body } }
}

/** A batch whose pictures are kept already. */
export type Ready = readonly { marked: Marked; kept: readonly Kept[] }[]

/**
 * Brings a batch in the caller's transaction: an entry of the ledger and a record for each item that is not known yet,
 * looked at once more under the lock. Gives how many were added.
 */
export async function bringEach(tx: Tx, bringing: Bringing, ready: Ready): Promise<number> {
  if (ready.length === 0) return 0
  const { agencyId, at } = bringing
  await sql`select pg_advisory_xact_lock(hashtextextended(${`imports of ${agencyId}`}, 0))`.execute(tx)
  const kept = new Map(ready.map(({ marked, kept: files }) => [marked, files]))
  const entries: Entry[] = []
  const bodies: Brought[] = []
  for (const { marked, n } of await newsOf(tx, bringing, [...kept.keys()])) {
    const files = kept.get(marked) ?? []
    const body = bodyOfItem(bringing, marked, n, files)
    bodies.push(body)
    entries.push(entryOf(bringing, marked.thing, body))
    for (const { sha256: hashed, mediaType, bytes } of files)
      await noteBlob(tx, agencyId, { sha256: hashed, mediaType, bytes, at })
  }
  if (entries.length === 0) return 0
  const ids = await appendEach(tx, agencyId, entries)
  const rows = bodies.map((body, place) =>
    recordOfItem(agencyId, { entryId: ids[place] ?? '', at, madeBy: bringing.by }, body),
  )
  return await addRecords(tx, rows)
}
