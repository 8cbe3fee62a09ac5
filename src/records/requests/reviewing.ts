import { command, type Made } from '../../ledger/command.ts'
import type { MemberCaller } from '../../members/caller.ts'
import { opened } from '../../members/opened.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { aboutOf } from '../names.ts'
import { lawOf } from './law.ts'
import { materialOf, type Material } from './material.ts'
import { openStates } from './moves.ts'
import { ruleReview, ruleSecond } from './review.ts'
import type { ReviewSaid } from './review-schema.ts'
import { findRequest } from './store.ts'
import type { StoredRequest, StoredResponsive } from './tables.ts'

export interface Reviewed extends Record<string, string | number | boolean> {
  recordId: string
  version: number
  isSettled: boolean
}

/** How a record of a request's set is to go out; refuses (notFound) one that is not in the set. */
export async function findResponsive(
  db: Db,
  agencyId: string,
  requestId: string,
  recordId: string,
): Promise<StoredResponsive> {
  const found = await db
    .selectFrom('recordsResponsive')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('requestId', '=', requestId)
    .where('recordId', '=', recordId)
    .executeTakeFirst()
  if (!found) throw new Refusal('notFound', 'this record is not in the set of the request')
  return found
}

/**
 * A record on the review's table. One of somebody's personnel file leaves a trace with each of those it is about, before
 * it is shown.
 */
export async function onTheTable(
  { db, agency, member }: MemberCaller,
  request: StoredRequest,
  recordId: string,
  at: string,
): Promise<Material> {
  const { agencyId } = agency
  const [material] = await materialOf(db, agencyId, [recordId])
  if (!material) throw new Refusal('notFound', 'there is no such record')
  if (material.row.access === 'personnel') {
    const purpose = `review for records request ${request.number}`
    for (const person of await aboutOf(db, agencyId, material.row))
      await opened(db, { agency, member, at }, `record ${recordId}`, person, purpose)
  }
  return material
}

/** Nobody reviews what is about themselves: a record that is not open, and that names them or that they made. */
export function isAbout({ access, people, madeBy }: Material['row'], memberId: string): boolean {
  return access !== 'open' && (people.includes(memberId) || madeBy === memberId)
}

/** Says how a record goes out, or that it stays back. A new word undoes what was settled, until two agree again. */
export async function review(
  db: Db,
  made: Made,
  requestId: string,
  recordId: string,
  said: ReviewSaid,
): Promise<Reviewed> {
  const { agencyId, by, at } = made
  return await command(db, made, async (tx, record) => {
    const request = await demandOpen(tx, agencyId, requestId)
    const before = await findResponsive(tx, agencyId, requestId, recordId)
    const [material] = await materialOf(tx, agencyId, [recordId])
    if (!material) throw new Refusal('notFound', 'there is no such record')
    const { fields, files, row } = material
    const { instalment } = before
    const ruling = ruleReview(
      lawOf(request.lawId),
      { fields, files, instalment, isAboutReviewer: isAbout(row, by) },
      said,
    )
    if (!ruling.ok) throw new Refusal('forbiddenByOrder', ruling.because, ruling.cites)
    const { state, redactions, regions, keptBack, lookedThrough, exemption = null, reason = null } = said
    const version = await change(tx, before, said.version, {
      state,
      redactions: JSON.stringify(redactions),
      regions: JSON.stringify(regions),
      keptBack: JSON.stringify(keptBack),
      lookedThrough,
      exemption: state === 'withhold' ? exemption : null,
      reason: state === 'withhold' ? reason : null,
      reviewedBy: by,
      reviewedAt: at,
      secondBy: null,
      secondAt: null,
      agrees: null,
      remarks: null,
    })
    // Where something is cut is said; what stood there is not.
    await record({
      subject: requestId,
      body: {
        record: recordId,
        state,
        redactions: redactions.map((one) => ({ ...one })),
        regions: regions.map((one) => ({ ...one })),
        keptBack: keptBack.map((one) => ({ ...one })),
        lookedThrough,
        exemption,
        reason,
      },
    })
    return { recordId, version, isSettled: false }
  })
}

/** The second look, by somebody else: with their yes it is settled, with their no it is reviewed anew. */
export async function second(
  db: Db,
  made: Made,
  requestId: string,
  recordId: string,
  said: { version: number; agrees: boolean; remarks: string | null },
): Promise<Reviewed> {
  const { agencyId, by, at } = made
  return await command(db, made, async (tx, record) => {
    await demandOpen(tx, agencyId, requestId)
    const before = await findResponsive(tx, agencyId, requestId, recordId)
    const [material] = await materialOf(tx, agencyId, [recordId])
    if (!material) throw new Refusal('notFound', 'there is no such record')
    const ruling = ruleSecond(before, by, isAbout(material.row, by))
    if (!ruling.ok) throw new Refusal('forbiddenByOrder', ruling.because, ruling.cites)
    const { agrees, remarks } = said
    if (!agrees && (remarks ?? '').length < 3)
      throw new Refusal('malformed', 'say what is wrong with it; whoever reviewed it reads it')
    const version = await change(tx, before, said.version, { secondBy: by, secondAt: at, agrees, remarks })
    await record({ subject: requestId, body: { record: recordId, agrees, remarks } })
    return { recordId, version, isSettled: agrees }
  })
}

async function demandOpen(tx: Tx, agencyId: string, requestId: string): Promise<StoredRequest> {
  const request = await findRequest(tx, agencyId, requestId)
  if (!openStates.includes(request.state))
    throw new Refusal('conflict', 'the request is answered; open it again before its records are reviewed')
  return request
}

async function change(
  tx: Tx,
  { agencyId, requestId, recordId }: StoredResponsive,
  seen: number,
  changes: Partial<{
    state: StoredResponsive['state']
    redactions: string
    regions: string
    keptBack: string
    lookedThrough: string[]
    exemption: string | null
    reason: string | null
    reviewedBy: string
    reviewedAt: string
    secondBy: string | null
    secondAt: string | null
    agrees: boolean | null
    remarks: string | null
  }>,
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('recordsResponsive')
    .set({ ...changes, version: seen + 1 })
    .where('agencyId', '=', agencyId)
    .where('requestId', '=', requestId)
    .where('recordId', '=', recordId)
    .where('version', '=', seen)
    .where('instalment', 'is', null)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) throw new Refusal('conflict', 'somebody reviewed it meanwhile; look at it again')
  return seen + 1
}
