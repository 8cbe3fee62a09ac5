import { sql } from 'kysely'
import { appendEach, type Entry } from '../../ledger/append.ts'
import { canonical } from '../../ledger/canonical.ts'
import { noteBlob, type Blobs } from '../../platform/blobs.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { sha256 } from '../../platform/id.ts'
import { bodyOf } from '../body.ts'
import { addRecords } from '../store.ts'
import type { Contained } from './container.ts'
import { broughtOf, thingOf, type Brought, type Found } from './item.ts'
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
  const body = bytes ? sha256(bytes.body) : null
  const digest = sha256(
    canonical({ what, author, text, saidAt: said, files: files.map(({ name }) => name), body }),
  )
  return { item, thing: thingOf(source, accountId, remoteId), digest }
}

/** NUL and half a character cannot be kept; everything else is kept as it was written. */
function keepable(found: Found): Found {
  const kept = (text: string): string => text.toWellFormed().replaceAll('\0', '\uFFFD')
  const maybe = (text: string | null): string | null => (text === null ? null : kept(text))
  return {
    ...found,
    remoteId: kept(found.remoteId).slice(0, 2_000),
    parentId: maybe(found.parentId),
    author: maybe(found.author),
    text: kept(found.text.slice(0, mostText)),
    url: maybe(found.url),
    people: found.people.map(kept),
    links: found.links.map(kept),
    files: found.files.map(({ name, alt }) => ({ name: kept(name), alt: kept(alt) })),
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

/** Those of them that are new, or say something else than before. */
export async function newsOf(db: Db | Tx, bringing: Bringing, marked: readonly Marked[]): Promise<Marked[]> {
  const { brought, own } = await standingOf(db, bringing, marked)
  return marked.filter(({ item, thing, digest }) => {
    if (own.has(item.remoteId) || brought.get(thing)?.digests.has(digest) === true) return false
    // What stands twice in one file is one.
    const known = brought.get(thing) ?? { versions: 0, digests: new Set<string>() }
    known.digests.add(digest)
    brought.set(thing, known)
    return true
  })
}

/** A picture whose bytes are kept now. */
interface Kept {
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
  const kept: Kept[] = []
  const lacking: string[] = []
  for (const { name, alt } of files) {
    const file = fileOf(name)
    if (!file) lacking.push(name)
    else {
      const stored = await blobs.putStream(await file.open(), mostMedia)
      const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
      kept.push({ ...stored, mediaType: mediaTypes[ending] ?? 'application/octet-stream', name, alt })
    }
  }
  if (bytes) {
    const { body, mediaType } = bytes
    kept.push({ sha256: await blobs.put(body), mediaType, bytes: body.length, name: url ?? '', alt: '' })
  }
  return { kept, lacking }
}

/** The entry of an item, as the ledger holds it. */
export function entryOf(
  { importId, source, accountId, by, at }: Bringing,
  { item, thing, digest }: Marked,
  n: number,
  kept: readonly Kept[],
): Entry {
  const { files: _files, bytes: _bytes, ...said } = item
  const media = kept.map(({ bytes: _size, ...one }) => one)
  const body: Brought = { ...said, media, importId, source, accountId, n, hash: digest }
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
  const marked = ready.map((one) => one.marked)
  const { brought, own } = await standingOf(tx, bringing, marked)
  const entries: Entry[] = []
  for (const { marked: one, kept } of ready) {
    const known = brought.get(one.thing) ?? { versions: 0, digests: new Set<string>() }
    if (own.has(one.item.remoteId) || known.digests.has(one.digest)) continue
    const versions = known.versions + 1
    brought.set(one.thing, { versions, digests: known.digests.add(one.digest) })
    entries.push(entryOf(bringing, one, versions, kept))
    for (const { sha256: hash, mediaType, bytes } of kept)
      await noteBlob(tx, agencyId, { sha256: hash, mediaType, bytes, at })
  }
  if (entries.length === 0) return 0
  const ids = await appendEach(tx, agencyId, entries)
  const rows = entries.map(({ by, subject, kind, body }, place) => {
    const entryId = ids[place] ?? ''
    const written = canonical(body)
    return broughtOf(agencyId, { entryId, at, kind, madeBy: by, subject, body: written }, bodyOf(written))
  })
  return await addRecords(tx, rows)
}
