import { command, type Made, type Record as Recording } from '../ledger/command.ts'
import type { Agency } from '../members/caller.ts'
import { membersOf } from '../members/store.ts'
import { noteBlob, type Blobs } from '../platform/blobs.ts'
import type { Db, Tx } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import { detectAct } from '../policy/detect-act.ts'
import { actOf, bind, vagueness } from './content.ts'
import { dueAfter } from './deadlines.ts'
import { decidedAs, isDecided, letterOf, standsIn, type Decided } from './decision.ts'
import { pdfOf } from './letter.ts'
import type { Move } from './moves.ts'
import { givePermission } from './register.ts'
import { clock, rule, type Office, type Said, type Standing } from './request.ts'
import type { Moved } from './schema.ts'
import { addStep, findRequest, moveTo, refuseMoved, type StoredRequest } from './store.ts'
import { groundOf, wayOf, type Ground } from './ways.ts'

/** A move as it is made: what was seen, and what is said with it. */
export interface Moving extends Said {
  move: Move
  version: number
  contentHash?: string | undefined
  conditions?: string | undefined
}

/**
 * Makes one move of a request: rule, state, step, ledger entry, and with an approval the permission and its letter,
 * all in one transaction. Whoever may see the request is the route's affair; who may move it is the table's. The
 * clock's moves are made by `system`.
 */
export async function moveRequest(
  db: Db,
  agency: Agency,
  blobs: Blobs | undefined,
  made: Made,
  requestId: string,
  moving: Moving,
): Promise<Moved> {
  const { agencyId } = agency
  return await command(db, made, async (tx, record) => {
    const request = await findRequest(tx, agencyId, requestId)
    if (request.version !== moving.version) await refuseMoved(tx, agencyId, requestId)
    if (moving.contentHash !== undefined && moving.contentHash !== request.contentHash)
      throw new Refusal('conflict', 'what you saw is not what is asked for; look at it again')
    const isSubmitting = moving.move === 'submit'
    const ground = await groundOf(
      tx,
      agency,
      isSubmitting ? { ...request, submittedAt: null } : request,
      made.at,
    )
    if (isSubmitting) refuseVague(request, ground)
    const seen = isSubmitting ? { ...request, isPublicMatter: isPublic(request) } : request
    const actor = made.by === 'system' ? clock : made.by
    const { order } = ground.adopted
    const answer = rule(seen, moving.move, actor, ground.seats, moving, (cited) =>
      order.byCitation.has(cited),
    )
    if (!answer.ok) throw new Refusal('forbiddenByOrder', answer.because, answer.cites)
    const { next, office } = answer
    await write(tx, record, agency, request, ground, made, moving, { next, office })
    if (office !== null && isDecided(next.state))
      await decide(tx, record, agency, blobs, request, ground, made, moving, { next, office })
    const { contentHash } = request
    return { requestId, version: request.version + 1, state: next.state, contentHash }
  })
}

interface Outcome<Spoken> {
  next: Standing
  office: Spoken
}

async function write(
  tx: Tx,
  record: Recording,
  agency: Agency,
  request: StoredRequest,
  ground: Ground,
  made: Made,
  moving: Moving,
  { next, office }: Outcome<Office | null>,
): Promise<void> {
  const { agencyId, zone } = agency
  const { requestId, contentHash } = request
  const { at } = made
  const { move, conditions } = moving
  const { remarks, citation } = words(moving)
  const isReminder = move === 'remind'
  await moveTo(tx, agencyId, request, next, {
    at: isReminder ? request.since : at,
    dueAt: dueAfter(next, at, ground.settings, zone),
    submittedAt: move === 'submit' ? at : request.submittedAt,
  })
  const deskTitle = office === null ? null : decidedAs(request, office, ground)
  const lies = request.desks[request.desk]
  await addStep(tx, agencyId, request, {
    version: request.version + 1,
    move,
    madeBy: made.by === 'system' ? null : made.by,
    office,
    deskTitle: deskTitle ?? (made.by === 'system' ? (lies?.title ?? null) : null),
    toState: next.state,
    remarks,
    citation,
    contentHash,
    at,
  })
  await record({
    subject: requestId,
    body: {
      state: next.state,
      desk: next.desk,
      contentHash,
      office,
      remarks,
      citation,
      conditions,
      // From here on the ledger alone can rebuild the request.
      ...(move === 'submit'
        ? {
            content: request.content,
            matter: request.matter,
            requestKind: request.kind,
            order: ground.adopted.versionId,
            desks: next.desks.map(({ seat, title, does }) => ({ seat, title, does })),
          }
        : {}),
    },
  })
}

/** The permission where one is given, and the letter of any decision. */
async function decide(
  tx: Tx,
  record: Recording,
  agency: Agency,
  blobs: Blobs | undefined,
  request: StoredRequest,
  ground: Ground,
  made: Made,
  moving: Moving,
  { next, office }: Outcome<Office>,
): Promise<void> {
  const { agencyId, zone } = agency
  const { requestId, author, matter, content, contentHash } = request
  const { adopted, way } = ground
  const { remarks, citation, conditions } = words(moving)
  // Where colleagues alone permit, all of them do and none of them is the decider.
  const decidedBy = office === 'coworker' ? null : made.by
  if (next.state === 'approved')
    await givePermission(
      tx,
      record,
      agencyId,
      {
        requestId,
        holder: author,
        matter,
        written: bind(content).written,
        contentHash,
        byOffice: standsIn(office, way.givers),
        decidedBy,
        decidedAs: decidedAs(request, office, ground),
        form: 'express-written',
        cites: way.cites,
        orderVersion: adopted.versionId,
        conditions,
        validFrom: content.from,
        validTo: content.to,
      },
      made.at,
    )
  if (!blobs) return
  const people = await membersOf(tx, agencyId, [author, ...(decidedBy === null ? [] : [decidedBy])])
  const to = people.find(({ memberId }) => memberId === author)
  if (!to) throw new Error(`the author of request ${requestId} is on no roster`)
  const decider = people.find(({ memberId }) => memberId === decidedBy)
  const decided: Decided = { state: next.state, office, decider, remarks, citation, conditions, at: made.at }
  const pdf = pdfOf(letterOf({ name: agency.name, zone }, request, ground, to, decided))
  if (!pdf) return
  const sha256 = await blobs.put(pdf)
  const version = request.version + 1
  await noteBlob(tx, agencyId, { sha256, mediaType: 'application/pdf', bytes: pdf.length, at: made.at })
  await tx.insertInto('decisionLetter').values({ agencyId, requestId, version, sha256 }).execute()
  await record({ kind: 'requests.letter', subject: requestId, body: { sha256, contentHash } })
}

/** What was said with a move; null where nothing was. */
function words({ remarks, citation, conditions }: Moving): {
  remarks: string | null
  citation: string | null
  conditions: string | null
} {
  return { remarks: remarks ?? null, citation: citation ?? null, conditions: conditions ?? null }
}

function refuseVague({ content, kind, matter, author }: StoredRequest, { adopted }: Ground): void {
  const way = wayOf(adopted, kind, matter)
  const alone = way.givers.every((giver) => giver === 'coworker')
  const vague = vagueness(content, { kind, matter, author }, alone)
  if (vague !== undefined) throw new Refusal('malformed', vague)
}

/** Speech that a citizen has a right to, on a matter of public concern: said so by its author, or seen in its words. */
function isPublic({ isPublicMatter, content, requestId }: StoredRequest): boolean {
  return (
    isPublicMatter ||
    detectAct(actOf(content, requestId, content.from)).some(({ fact }) => publicMatters.has(fact))
  )
}
const publicMatters: ReadonlySet<string> = new Set([
  'speech.criticism',
  'speech.concerted',
  'speech.political',
])
