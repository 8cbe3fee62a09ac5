import type { Record as Recording } from '../ledger/command.ts'
import { membersOf } from '../members/store.ts'
import { noteBlob, type Blobs } from '../platform/blobs.ts'
import type { Tx } from '../platform/db.ts'
import { bind } from './content.ts'
import { decidedAs, letterOf, standsIn } from './decision.ts'
import { pdfOf } from './letter.ts'
import type { Turn } from './move.ts'
import { givePermission } from './register.ts'
import type { Office } from './request.ts'

/** A turn that somebody decided by, with its entry in the ledger. */
type Decision = Turn & { office: Office; entryId: string }

/** What a decision brings: the permission where one is given, and the letter of any answer. */
export async function decide(
  tx: Tx,
  record: Recording,
  blobs: Blobs | undefined,
  turn: Decision,
): Promise<void> {
  const { agency, request, ground, made, conditions, next, office, entryId } = turn
  const { requestId, author, matter, content, contentHash } = request
  const { adopted, way } = ground
  // Where colleagues alone permit, all of them do and none of them is the decider.
  const decidedBy = office === 'coworker' ? null : made.by
  if (next.state === 'approved') {
    const given = {
      requestId,
      holder: author,
      matter,
      written: bind(content).written,
      contentHash,
      byOffice: standsIn(office, way.givers),
      decidedBy,
      decidedAs: decidedAs(request, office, ground),
      // Everything here is said expressly and stands in writing, which satisfies every form (decision A11).
      form: 'express-written',
      cites: way.cites,
      orderVersion: adopted.versionId,
      entryId,
      conditions,
      validFrom: content.from,
      validTo: content.to,
    }
    await givePermission(tx, record, agency.agencyId, given, made.at)
  }
  if (blobs) await writeLetter(tx, record, blobs, turn, decidedBy)
}

async function writeLetter(
  tx: Tx,
  record: Recording,
  blobs: Blobs,
  turn: Decision,
  decidedBy: string | null,
): Promise<void> {
  const { agency, request, ground, made, remarks, citation, conditions, next, office, entryId } = turn
  const { agencyId } = agency
  const { requestId, author, contentHash } = request
  const { at } = made
  const people = await membersOf(tx, agencyId, [author, ...(decidedBy === null ? [] : [decidedBy])])
  const to = people.find(({ memberId }) => memberId === author)
  if (!to) throw new Error(`the author of request ${requestId} is on no roster`)
  const decider = people.find(({ memberId }) => memberId === decidedBy)
  const decided = { state: next.state, office, decider, remarks, citation, conditions, at, entryId }
  const pdf = pdfOf(letterOf(agency, request, ground, to, decided))
  if (!pdf) return
  const sha256 = await blobs.put(pdf)
  await noteBlob(tx, agencyId, { sha256, mediaType: 'application/pdf', bytes: pdf.length, at })
  await tx
    .insertInto('decisionLetter')
    .values({ agencyId, requestId, version: request.version + 1, sha256 })
    .execute()
  await record({ kind: 'requests.letter', subject: requestId, body: { sha256, contentHash } })
}
