import { believed } from '../platform/believed.ts'
import type { Db } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import { localDate } from '../policy/in-force.ts'
import type { Order } from '../policy/order.ts'
import { ownOrder, ownPack, readPackData, type Own, type PackData, type Words } from './own-order.ts'
import { shelfVocabulary } from './pack.ts'
import type { Settings } from './settings.ts'
import { adoptedWords, adoptionsIn, packOf, settingsOf, versionOf, type StoredAdoption } from './store.ts'
import { inForceOn, newest, nextAfter } from './versions.ts'

/** An order that an agency adopted, ready to judge by. */
export interface Adopted {
  versionId: string
  /** What members acknowledge. */
  digest: string
  effective: string
  adoptedAt: string
  /** The pack it was started from. */
  pack: string
  order: Order
  settings: Settings
  /** The agency's own words by citation, where its document was imported. */
  verbatim: ReadonlyMap<string, string>
  words: Words
  /** What `order` was read from: for a browser, and to compare versions. */
  data: PackData
}

/** The order in force in an agency on a day (or at a moment, in the agency's zone); undefined before the first. */
export async function adoptedOrder(db: Db, agencyId: string, on: string): Promise<Adopted | undefined> {
  const line = await lineOf(db, agencyId)
  const one = inForceOn(line.adoptions, localDate(on, line.zone))
  return one && (await build(db, agencyId, line, one))
}

/**
 * The order to judge an act of that day by: the one in force, or before the first the first, which then rules
 * `not-in-force` or `text-not-held` and says why. Undefined where none was ever adopted.
 */
export async function orderToJudge(db: Db, agencyId: string, on: string): Promise<Adopted | undefined> {
  const line = await lineOf(db, agencyId)
  const day = localDate(on, line.zone)
  const one = inForceOn(line.adoptions, day) ?? nextAfter(line.adoptions, day)
  return one && (await build(db, agencyId, line, one))
}

/** The version that members are to know: in force, or soon to be. */
export async function newestOrder(db: Db, agencyId: string): Promise<Adopted | undefined> {
  const line = await lineOf(db, agencyId)
  const one = newest(line.adoptions)
  return one && (await build(db, agencyId, line, one))
}

/** One adopted version; refuses (notFound) what was never adopted. */
export async function adoptedVersion(db: Db, agencyId: string, versionId: string): Promise<Adopted> {
  const line = await lineOf(db, agencyId)
  const one = line.adoptions.find((adoption) => adoption.versionId === versionId)
  if (!one) throw new Refusal('notFound', 'no such version of the order was adopted')
  return await build(db, agencyId, line, one)
}

interface Line {
  agency: string
  zone: string
  adoptions: Placed[]
}

/** An adoption, and which settings of its version are the newest. */
type Placed = StoredAdoption & { settingsId: string }

/** All that was adopted: nearly every request asks for it. */
const lineOf = believed(async (db, agencyId): Promise<Line> => {
  const rows = await adoptionsIn(db, agencyId)
    .innerJoin('agency', 'agency.agencyId', 'orderAdoption.agencyId')
    .select(['agency.name as agency', 'agency.zone'])
    .select((row) =>
      row
        .selectFrom('orderSettings')
        .select('orderSettings.settingsId')
        .whereRef('orderSettings.agencyId', '=', 'orderAdoption.agencyId')
        .whereRef('orderSettings.versionId', '=', 'orderAdoption.versionId')
        .orderBy('orderSettings.settingsId', 'desc')
        .limit(1)
        .as('settingsId'),
    )
    .$narrowType<{ settingsId: string }>()
    .execute()
  const [first] = rows
  // Where nothing was adopted, nobody asks for the zone.
  return { agency: first?.agency ?? '', zone: first?.zone ?? 'UTC', adoptions: rows }
})

/** After this process adopted a version, or settled something of one. */
export const forgetAdopted = lineOf.forget

/** Reading an order takes milliseconds and some megabytes: what was read last is kept. */
const built = new Map<string, Adopted>()
const mostBuilt = 64

async function build(db: Db, agencyId: string, line: Line, adoption: Placed): Promise<Adopted> {
  const { versionId, effective, digest, adoptedAt } = adoption
  const supersededOn = nextAfter(line.adoptions, effective)?.effective
  const keyWith = (settingsId: string): string =>
    [agencyId, versionId, settingsId, supersededOn, line.agency, line.zone].join(' ')
  const known = built.get(keyWith(adoption.settingsId))
  if (known) {
    built.delete(keyWith(adoption.settingsId))
    built.set(keyWith(adoption.settingsId), known)
    return known
  }
  const { settingsId, settings } = await settingsOf(db, agencyId, versionId)
  const stored = await versionOf(db, agencyId, versionId)
  const pack = await packOf(db, agencyId, stored.packDigest)
  const words = await adoptedWords(db, agencyId, versionId)
  const own: Own = {
    agencyId,
    agency: line.agency,
    zone: line.zone,
    number: stored.number,
    title: stored.title,
    dates: {
      approved: { by: adoption.approvingBody, on: adoption.approvedOn },
      effective,
      firstIssued: adoption.firstIssued ?? undefined,
      supersededOn,
      signedBy: adoption.signedBy,
    },
  }
  const packData = readPackData(pack.identity, pack.provisions)
  const { order, problems } = ownOrder(packData, own, settings, words, shelfVocabulary())
  const [problem] = problems
  if (!order || problem)
    throw new Error(`version ${versionId} of ${agencyId} no longer reads: ${problem?.at} ${problem?.problem}`)
  const adopted: Adopted = {
    versionId,
    digest,
    effective,
    adoptedAt,
    pack: stored.pack,
    order,
    settings,
    verbatim: new Map(Object.entries(words.verbatim)),
    words,
    data: ownPack(packData, own, settings, words),
  }
  built.set(keyWith(settingsId), adopted)
  const [oldest] = built.keys()
  if (built.size > mostBuilt && oldest !== undefined) built.delete(oldest)
  return adopted
}
