import { sql } from 'kysely'
import { checkpointOf, leafOf } from '../ledger/store.ts'
import type { Db } from '../platform/db.ts'
import { maySee, type Asker } from './asker.ts'
import type { Beside } from './beside.ts'
import { bodyOf, pictured } from './body.ts'
import { namesHidden, namingFor, type Naming } from './names.ts'
import type { RecordRow } from './record.ts'
import type { RecordBrief, RecordView } from './schema.ts'
import { findRecord, recordsIn, recordsNear, recordsOf } from './store.ts'

/** So many characters of its words does a record show in a list. */
const mostShown = 400
/** So many records of its thing, and of its thread, are shown with a record on each side of it. */
const mostVersions = 50
const mostAround = 20

interface Page {
  network: string
  handle: string
  address: string
}

/** Records for a list: names that the asker may see, the beginning of the words, what holds them. */
export async function briefsOf(
  db: Db,
  asker: Asker,
  beside: Pick<Beside, 'holdsOn'>,
  rows: readonly RecordRow[],
): Promise<RecordBrief[]> {
  const { agencyId } = asker.agency
  const [naming, pages, holds] = await Promise.all([
    namingFor(db, asker, rows),
    pagesOf(db, agencyId, rows),
    beside.holdsOn(
      db,
      agencyId,
      rows.map(({ recordId }) => recordId),
    ),
  ])
  return rows.map((row) => briefOf(row, naming, pages, (holds.get(row.recordId) ?? []).length > 0))
}

/** The same of records by their ids; none of those that the asker may not see. */
export async function briefsById(
  db: Db,
  asker: Asker,
  beside: Pick<Beside, 'holdsOn'>,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, RecordBrief>> {
  const rows = await recordsOf(db, asker.agency.agencyId, recordIds)
  const seen = rows.filter((row) => maySee(asker, row))
  return new Map((await briefsOf(db, asker, beside, seen)).map((one) => [one.recordId, one]))
}

function briefOf(
  row: RecordRow,
  naming: Naming,
  pages: ReadonlyMap<string, Page>,
  isHeld: boolean,
): RecordBrief {
  const { recordId, at, kind, event, thing, thread, accountId, madeBy, author, words, media } = row
  const { ruling, moderation, source, access, seriesId, disposedIn } = row
  const page = accountId === null ? undefined : pages.get(accountId)
  // Opening a personnel record leaves a trace; a list shows nothing of it.
  const shown = access === 'personnel' ? '' : words.slice(0, mostShown).toWellFormed()
  return {
    recordId,
    at,
    kind,
    event,
    thing,
    thread,
    account: accountId === null || !page ? null : { accountId, ...page },
    madeBy: naming(madeBy),
    author,
    words: shown,
    isCut: shown !== words,
    media: media.length,
    ruling,
    moderation,
    source,
    access,
    seriesId,
    isHeld,
    disposedIn,
  }
}

async function pagesOf(
  db: Db,
  agencyId: string,
  rows: readonly RecordRow[],
): Promise<ReadonlyMap<string, Page>> {
  const ids = [...new Set(rows.map(({ accountId }) => accountId).filter((id) => id !== null))]
  if (ids.length === 0) return new Map()
  const pages = await db
    .selectFrom('account')
    .select(['accountId', 'network', 'handle', 'address'])
    .where('agencyId', '=', agencyId)
    .where('accountId', 'in', ids)
    .execute()
  return new Map(pages.map(({ accountId, ...page }) => [accountId, page]))
}

/** One record, whole, with everything around it that the asker may see; refuses (notFound) what they may not. */
export async function recordView(
  db: Db,
  asker: Asker,
  beside: Beside,
  recordId: string,
): Promise<RecordView> {
  const { agencyId } = asker.agency
  const row = await findRecord(db, asker, recordId)
  // What holds it and who asks for it is for those who keep records: an inquiry stays behind its wall.
  const isOffice = asker.classes.includes('office')
  const [versions, context, entry, proof, touching] = await Promise.all([
    nextTo(db, asker, row, 'thing', mostVersions),
    contextOf(db, asker, row),
    entryOf(db, agencyId, recordId),
    proofOf(db, agencyId, recordId),
    isOffice ? beside.requestsOn(db, agencyId, [recordId]) : undefined,
  ])
  const ofThing = [...versions.before, row, ...versions.after]
  const all = new Map([...ofThing, ...context.records].map((one) => [one.recordId, one]))
  const briefs = new Map(
    (await briefsOf(db, asker, beside, [...all.values()])).map((one) => [one.recordId, one]),
  )
  const brief = (one: RecordRow): RecordBrief[] => {
    const found = briefs.get(one.recordId)
    return found ? [found] : []
  }
  const [own] = brief(row)
  if (!own) throw new Error(`record ${recordId} has no brief`)
  const [naming, isHidden, holds, files] = await Promise.all([
    namingFor(db, asker, [row]),
    entry ? namesHidden(db, asker, entry.body) : false,
    isOffice ? beside.holdsOn(db, agencyId, [recordId]) : undefined,
    filesOf(db, agencyId, row, entry?.body),
  ])
  return {
    ...own,
    words: row.words,
    isCut: false,
    files,
    people: row.people.filter((one) => one !== row.madeBy).map(naming),
    versions: ofThing.flatMap(brief),
    isVersionsCut: versions.isCut,
    context: context.records.flatMap(brief),
    isContextCut: context.isCut,
    seriesWhy: row.seriesWhy,
    holds: holds?.get(recordId) ?? [],
    requests: touching?.get(recordId) ?? [],
    proof,
    // So is the whole entry, which says more than its words: who is not named in them stands in it by their id.
    entry: isOffice && entry && !isHidden ? entry : null,
  }
}

/** What stands around a record in its thread: what the thread begins with, and what is next to it. */
async function contextOf(
  db: Db,
  asker: Asker,
  row: RecordRow,
): Promise<{ records: RecordRow[]; isCut: boolean }> {
  const [first, near] = await Promise.all([
    row.thread === row.thing ? [] : recordsIn(db, asker, 'thing', row.thread, mostAround + 1),
    nextTo(db, asker, row, 'thread', mostAround),
  ])
  const shown = [...first.slice(0, mostAround), ...near.before, ...near.after]
  const known = new Map(shown.map((one) => [one.recordId, one]))
  const records = [...known.values()].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  return { records, isCut: near.isCut || first.length > mostAround }
}

/** The nearest records of a thing or a thread on both sides of a record, the oldest first. */
async function nextTo(
  db: Db,
  asker: Asker,
  row: RecordRow,
  within: 'thing' | 'thread',
  most: number,
): Promise<{ before: RecordRow[]; after: RecordRow[]; isCut: boolean }> {
  const [before, later] = await Promise.all([
    recordsNear(db, asker, row, within, 'before', most + 1),
    recordsNear(db, asker, row, within, 'after', most + 1),
  ])
  return {
    before: before.slice(0, most).toReversed(),
    after: later.slice(0, most),
    isCut: before.length > most || later.length > most,
  }
}

async function entryOf(
  db: Db,
  agencyId: string,
  entryId: string,
): Promise<{ body: string; salt: string } | undefined> {
  const found = await db
    .selectFrom('ledgerEntry')
    .select(['body', 'salt'])
    .where('agencyId', '=', agencyId)
    .where('entryId', '=', entryId)
    .executeTakeFirst()
  return found && { body: found.body, salt: found.salt.toString('hex') }
}

/** Where the entry stands in the tree of the newest checkpoint; null until it has its place. */
async function proofOf(db: Db, agencyId: string, entryId: string): Promise<RecordView['proof']> {
  const [leaf, checkpoint] = await Promise.all([leafOf(db, agencyId, entryId), checkpointOf(db, agencyId)])
  if (!leaf || !checkpoint || leaf.index >= checkpoint.size) return null
  const { index } = leaf
  const { size, at } = checkpoint
  return { entryId, index, size, checkpointAt: at, href: `/api/ledger/proof/${entryId}` }
}

/** The pictures, films and documents of a record whose bytes are kept. */
async function filesOf(
  db: Db,
  agencyId: string,
  { recordId, media }: RecordRow,
  body: string | undefined,
): Promise<RecordView['files']> {
  if (media.length === 0) return []
  const kept = await db
    .selectFrom('blob')
    .select(['sha256', 'mediaType', 'bytes'])
    .where('agencyId', '=', agencyId)
    .where('sha256', '=', sql<string>`any(${[...media]}::text[])`)
    .execute()
  const said = new Map(
    (body === undefined ? [] : pictured(bodyOf(body))).map(({ sha256, alt }) => [sha256, alt]),
  )
  return media.flatMap((sha256) => {
    const blob = kept.find((one) => one.sha256 === sha256)
    if (!blob) return []
    return [{ ...blob, alt: said.get(sha256) ?? '', href: `/api/records/${recordId}/media/${sha256}` }]
  })
}
