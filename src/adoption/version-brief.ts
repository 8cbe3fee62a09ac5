import { membersOf } from '../members/store.ts'
import type { Db } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import { isUndecided } from './fit-review.ts'
import { readPackData } from './own-order.ts'
import { readiness } from './adopting.ts'
import { fitOf, type OrderAgency } from './preparing.ts'
import type { VersionBrief, VersionDetail } from './schema.ts'
import { givenBy } from './settings.ts'
import { documentOf } from './fit-store.ts'
import { packOf, settingsOf, versionsOf, type StoredVersion } from './store.ts'
import { nextAfter, standingOn } from './versions.ts'

/** Every version of an agency's order as lists show them, the newest first. */
export async function versionBriefs(db: Db, agency: OrderAgency, today: string): Promise<VersionBrief[]> {
  const all = await versionsOf(db, agency.agencyId)
  return await namedBriefs(db, agency, all.toReversed(), all, today)
}

/** One version of an agency's order; refuses (notFound) an id that it does not know. */
export async function versionBrief(
  db: Db,
  agency: OrderAgency,
  today: string,
  versionId: string,
): Promise<VersionBrief> {
  const all = await versionsOf(db, agency.agencyId)
  const wanted = all.filter((one) => one.versionId === versionId)
  const [brief] = await namedBriefs(db, agency, wanted, all, today)
  if (!brief) throw new Refusal('notFound', 'there is no such version of the order')
  return brief
}

async function namedBriefs(
  db: Db,
  agency: OrderAgency,
  wanted: readonly StoredVersion[],
  all: readonly StoredVersion[],
  today: string,
): Promise<VersionBrief[]> {
  const briefs: VersionBrief[] = []
  for (const stored of wanted) {
    const rows = stored.state === 'draft' ? await fitOf(db, agency.agencyId, stored) : []
    briefs.push(briefOf(stored, all, today, rows.filter(isUndecided).length))
  }
  const ids = briefs.flatMap(({ adoptedBy }) => adoptedBy ?? [])
  const people = await membersOf(db, agency.agencyId, ids)
  const names = new Map(people.map(({ memberId, name }) => [memberId, name]))
  return briefs.map((one) => ({
    ...one,
    adoptedBy: one.adoptedBy === null ? null : (names.get(one.adoptedBy) ?? one.adoptedBy),
  }))
}

/** One version among the others. `undecided` is the number of provisions whose fit nobody has confirmed. */
function briefOf(
  stored: StoredVersion,
  all: readonly StoredVersion[],
  today: string,
  undecided: number,
): VersionBrief {
  const adoptions = all.flatMap(({ adoption }) => adoption ?? [])
  const { versionId, pack, number, title, startedAt, version, adoption, state } = stored
  return {
    versionId,
    pack,
    number,
    title,
    startedAt,
    version,
    undecided,
    standing: adoption
      ? standingOn(adoption, adoptions, today)
      : state === 'abandoned'
        ? 'abandoned'
        : 'draft',
    effective: adoption?.effective ?? null,
    supersededOn: adoption ? (nextAfter(adoptions, adoption.effective)?.effective ?? null) : null,
    approvingBody: adoption?.approvingBody ?? null,
    approvedOn: adoption?.approvedOn ?? null,
    signedBy: adoption?.signedBy ?? null,
    adoptedAt: adoption?.adoptedAt ?? null,
    adoptedBy: adoption?.adoptedBy ?? null,
    digest: adoption?.digest ?? null,
  }
}

/** Everything about one version that those who prepare it see. */
export async function detailOf(
  db: Db,
  agency: OrderAgency,
  stored: StoredVersion,
  brief: VersionBrief,
): Promise<VersionDetail> {
  const { agencyId } = agency
  const { versionId, packDigest } = stored
  const [{ settings }, pack, document] = await Promise.all([
    settingsOf(db, agencyId, versionId),
    packOf(db, agencyId, packDigest),
    documentOf(db, agencyId, versionId),
  ])
  const { identity } = readPackData(pack.identity, pack.provisions)
  const problems = stored.state === 'draft' ? (await readiness(db, agency, stored)).problems : []
  return {
    ...brief,
    settings,
    routes: Object.entries(identity.permissions).map(([matter, route]) => {
      const { by, via, form, cites, unnamed } = givenBy(route, settings)
      return { matter, by, via, form, cites, unnamed: unnamed === true }
    }),
    document: document
      ? {
          name: document.name,
          format: document.format,
          sha256: document.sha256,
          importedAt: document.at,
          doubts: document.doubts,
        }
      : null,
    problems,
  }
}
