import { sql } from 'kysely'
import { setImmediate as breathe } from 'node:timers/promises'
import type { Blobs } from '../../platform/blobs.ts'
import { noteBlob } from '../../platform/blobs.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { exemptionOf, type Law } from './law.ts'
import { materialOf, type Material } from './material.ts'
import { barredIn } from './notices.ts'
import { isPicture, redrawn } from './redact-picture.ts'
import { fileHolds, redactWords, soughtOf, timesIn, type Sought } from './redact-words.ts'
import { cutsOf, marksOf, reasonsOf, secretsOf } from './review.ts'
import { mayShow } from './sealed.ts'
import type { ReleasedMedium, StoredReleased, StoredRequest, StoredResponsive } from './tables.ts'

/** A record ready to go out; its instalment comes with the release. */
type Ready = Omit<StoredReleased, 'agencyId' | 'requestId' | 'instalment'>

/** What would go out now. */
export interface Prepared {
  items: Ready[]
  /** Of each record, the version of the review it rests on. */
  versions: { recordId: string; version: number }[]
  /** Pictures that were redrawn for it. */
  drawn: { sha256: string; mediaType: string; bytes: number }[]
  redacted: number
  withheld: number
  /** Exemptions that something of it is cut or kept back by. */
  exemptions: string[]
  /** Every string that is cut anywhere in this request. */
  secrets: readonly Sought[]
  /** Things whose own names said what is cut, and what they are called instead. */
  things: Map<string, string>
  /** Where words that are cut somewhere in this request still stand. */
  echoes: { recordId: string; times: number }[]
}

const share = 100

/** Makes what two people settled ready to go out: words cut, pictures redrawn. What is barred stays. */
export async function prepare(db: Db, blobs: Blobs, request: StoredRequest, law: Law): Promise<Prepared> {
  const { agencyId, requestId } = request
  const settled = await db
    .selectFrom('recordsResponsive')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('requestId', '=', requestId)
    .where('agrees', '=', true)
    .execute()
  const barred = await barredIn(db, request)
  const going = settled.filter(({ recordId, instalment }) => instalment === null && !barred.has(recordId))
  const secrets = await allSecrets(db, agencyId, settled)
  const versions = await versionsOf(db, agencyId, requestId)
  const made: Prepared = {
    items: [],
    versions: going.map(({ recordId, version }) => ({ recordId, version })),
    drawn: [],
    redacted: 0,
    withheld: 0,
    exemptions: [],
    secrets,
    things: new Map(),
    echoes: [],
  }
  const used = new Set<string>()
  for (let from = 0; from < going.length; from += share) {
    const some = going.slice(from, from + share)
    const found = new Map(
      (
        await materialOf(
          db,
          agencyId,
          some.map(({ recordId }) => recordId),
        )
      ).map((one) => [one.row.recordId, one]),
    )
    for (const review of some) {
      const material = found.get(review.recordId)
      if (!material || material.row.disposedIn !== null)
        throw new Refusal('conflict', 'a record of the set was disposed of; take it out, and say so')
      // What others do has its turn between two records.
      await breathe()
      if (timesIn(reasonsOf(review).join('\n'), secrets) > 0)
        throw new Refusal(
          'forbiddenByOrder',
          `a reason given for record ${review.recordId} says words that are cut in this request, and it goes out; review it anew and say it without them`,
        )
      for (const { exemption } of [...review.redactions, ...review.regions, ...review.keptBack])
        used.add(exemption)
      if (review.exemption !== null) used.add(review.exemption)
      await makeReady(made, blobs, law, review, material, secrets, versions.get(material.row.thing) ?? 1)
    }
  }
  made.exemptions = [...used]
  made.items.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.recordId < b.recordId ? -1 : 1))
  for (const [place, item] of made.items.entries()) item.n = place + 1
  return made
}

/** Every string that is cut anywhere in this request. */
async function allSecrets(db: Db, agencyId: string, settled: readonly StoredResponsive[]): Promise<Sought[]> {
  const cut = settled.filter(({ redactions }) => redactions.length > 0)
  const secrets = new Set<string>()
  for (let from = 0; from < cut.length; from += share) {
    const some = cut.slice(from, from + share)
    const materials = await materialOf(
      db,
      agencyId,
      some.map(({ recordId }) => recordId),
    )
    for (const { row, fields } of materials) {
      const review = some.find(({ recordId }) => recordId === row.recordId)
      for (const secret of secretsOf(fields, review?.redactions ?? [])) secrets.add(secret)
    }
  }
  return soughtOf(secrets)
}

async function makeReady(
  made: Prepared,
  blobs: Blobs,
  law: Law,
  review: StoredResponsive,
  material: Material,
  secrets: readonly Sought[],
  versions: number,
): Promise<void> {
  const { row, fields, files } = material
  const { recordId, at, kind, event, thing, thread, accountId, author } = row
  const { isContext } = review
  const common = { recordId, n: 0, at, kind, event, thing, thread, accountId, versions, isContext }
  if (review.state === 'withhold') {
    made.withheld++
    const { citation } = exemptionOf(law, review.exemption ?? '')
    const withheld = [{ exemption: citation, reason: review.reason ?? '' }]
    // Even what happened, who did it, and what it belongs to, stays back; that there is such a record does not.
    made.items.push({
      ...common,
      event: '',
      thing: recordId,
      thread: recordId,
      accountId: null,
      author: null,
      words: '',
      redactions: [],
      media: [],
      withheld,
      isWhole: false,
    })
    return
  }
  const isCut = review.state === 'redact'
  if (isCut) made.redacted++
  const marks = marksOf(law, review.redactions)
  const cut = new Map(redactWords(fields, marks).map(({ field, text }) => [field, text]))
  const media = await mediaOf(
    made,
    blobs,
    review,
    files,
    cut,
    soughtOf(secretsOf(fields, review.redactions)),
    secrets,
  )
  const words = cut.get('words') ?? ''
  const shown = [words, author === null ? '' : (cut.get('author') ?? ''), ...media.map(({ alt }) => alt)]
  const times = timesIn(shown.join('\n'), secrets)
  if (times > 0) made.echoes.push({ recordId, times })
  made.items.push({
    ...common,
    thing: nameless(made, thing, secrets),
    thread: nameless(made, thread, secrets),
    author: author === null ? null : (cut.get('author') ?? null),
    words,
    redactions: cutsOf(law, review),
    media,
    withheld: null,
    isWhole: !isCut && mayShow(material, secrets),
  })
}

/** An address that says what is cut gives way to a number, the same for all records of the thing. */
function nameless(made: Prepared, thing: string, secrets: readonly Sought[]): string {
  if (timesIn(thing, secrets) === 0) return thing
  const name = made.things.get(thing) ?? `thing-${made.things.size + 1}`
  made.things.set(thing, name)
  return name
}

async function mediaOf(
  made: Prepared,
  blobs: Blobs,
  { recordId, state, regions, keptBack, lookedThrough }: StoredResponsive,
  files: Material['files'],
  cut: ReadonlyMap<string, string>,
  own: readonly Sought[],
  secrets: readonly Sought[],
): Promise<ReleasedMedium[]> {
  const media: ReleasedMedium[] = []
  for (const [n, { sha256, mediaType, bytes: size }] of files.entries()) {
    if (keptBack.some((one) => one.sha256 === sha256)) continue
    const alt = cut.get(`alt:${n}`) ?? ''
    const name = (type: string): string => `file-${n + 1}.${endings[type] ?? 'bin'}`
    const original = await blobs.get(sha256)
    if (state === 'redact' && isPicture(mediaType)) {
      const cuts = regions.filter((one) => one.sha256 === sha256)
      const drawn = await redrawn(original, cuts)
      const hash = await blobs.put(drawn.bytes)
      made.drawn.push({ sha256: hash, mediaType: drawn.mediaType, bytes: drawn.bytes.length })
      media.push({
        name: name(drawn.mediaType),
        mediaType: drawn.mediaType,
        alt,
        sha256: hash,
        size: drawn.bytes.length,
      })
      continue
    }
    if (state === 'redact' && !lookedThrough.includes(sha256))
      throw new Refusal(
        'forbiddenByOrder',
        `nobody has looked through a file of record ${recordId}, from which words are cut; review it anew`,
      )
    if (state === 'redact' && fileHolds(original, mediaType, own))
      throw new Refusal(
        'forbiddenByOrder',
        `a file of record ${recordId} holds words that are cut, and cannot be redrawn; keep it back whole`,
      )
    if (fileHolds(original, mediaType, secrets)) made.echoes.push({ recordId, times: 1 })
    media.push({ name: name(mediaType), mediaType, alt, sha256, size })
  }
  return media
}

const endings: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'avif',
  'image/tiff': 'tif',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
}

/** How many records the things of a request's set have. */
async function versionsOf(db: Db, agencyId: string, requestId: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ thing: string; n: number }>`
    select thing, count(*) as n from record
    where agency_id = ${agencyId} and thing in (
      select r.thing from records_responsive s join record r using (agency_id, record_id)
      where s.agency_id = ${agencyId} and s.request_id = ${requestId})
    group by thing`.execute(db)
  return new Map(rows.map(({ thing, n }) => [thing, n]))
}

/** Puts a release down as it was prepared; refuses (conflict) what was reviewed anew meanwhile. */
export async function putOut(
  tx: Tx,
  { agencyId, requestId }: StoredRequest,
  prepared: Prepared,
  release: { instalment: number; isLast: boolean; by: string; at: string; letterId: string },
): Promise<void> {
  const { instalment, isLast, by, at, letterId } = release
  for (const drawn of prepared.drawn) await noteBlob(tx, agencyId, { ...drawn, at })
  await tx
    .insertInto('recordsRelease')
    .values({ agencyId, requestId, instalment, isLast, madeBy: by, at, letterId })
    .execute()
  const { numAffectedRows } = await sql`
    update records_responsive s set instalment = ${instalment}
    from json_to_recordset(${JSON.stringify(
      prepared.versions.map(({ recordId, version }) => ({ record_id: recordId, version })),
    )}::json) as seen(record_id uuid, version int)
    where s.agency_id = ${agencyId} and s.request_id = ${requestId} and s.record_id = seen.record_id
      and s.version = seen.version and s.agrees and s.instalment is null`.execute(tx)
  if (Number(numAffectedRows ?? 0n) !== prepared.versions.length)
    throw new Refusal('conflict', 'something of it was reviewed anew meanwhile; look at it again')
  for (let from = 0; from < prepared.items.length; from += share)
    await tx
      .insertInto('recordsReleased')
      .values(
        prepared.items.slice(from, from + share).map(({ redactions, media, withheld, ...item }) => ({
          agencyId,
          requestId,
          instalment,
          ...item,
          redactions: JSON.stringify(redactions),
          media: JSON.stringify(media),
          withheld: withheld === null ? null : JSON.stringify(withheld),
        })),
      )
      .execute()
}
