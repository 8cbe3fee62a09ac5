import type { Db } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import { localDate } from '../policy/in-force.ts'
import type { Order } from '../policy/order.ts'
import { ownOrder, ownPack, readPackData, type Own, type PackData, type Words } from './own-order.ts'
import { shelfVocabulary } from './pack.ts'
import type { Settings } from './settings.ts'
import { adoptedWords, adoptionsOf, packOf, settingsOf, versionOf, type StoredAdoption } from './store.ts'
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
  adoptions: StoredAdoption[]
}

async function lineOf(db: Db, agencyId: string): Promise<Line> {
  const { name, zone } = await db
    .selectFrom('agency')
    .select(['name', 'zone'])
    .where('agencyId', '=', agencyId)
    .executeTakeFirstOrThrow()
  return { agency: name, zone, adoptions: await adoptionsOf(db, agencyId) }
}

/** Reading an order takes milliseconds and some megabytes: what was read last is kept. */
const built = new Map<string, Adopted>()
const mostBuilt = 64

async function build(db: Db, agencyId: string, line: Line, adoption: StoredAdoption): Promise<Adopted> {
  const { versionId, effective, digest, adoptedAt } = adoption
  const { settingsId, settings } = await settingsOf(db, agencyId, versionId)
  const supersededOn = nextAfter(line.adoptions, effective)?.effective
  const key = [agencyId, versionId, settingsId, supersededOn, line.agency, line.zone].join(' ')
  const known = built.get(key)
  if (known) {
    built.delete(key)
    built.set(key, known)
    return known
  }
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
  built.set(key, adopted)
  const [oldest] = built.keys()
  if (built.size > mostBuilt && oldest !== undefined) built.delete(oldest)
  return adopted
}
