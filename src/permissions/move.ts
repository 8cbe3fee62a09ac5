import { command, type Made, type Record as Recording } from '../ledger/command.ts'
import type { Agency } from '../members/caller.ts'
import type { Blobs } from '../platform/blobs.ts'
import type { Db, Tx } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import { detectAct } from '../policy/detect-act.ts'
import { actOf, vagueness } from './content.ts'
import { dueAfter } from './deadlines.ts'
import { decidedAs, isDecided } from './decision.ts'
import { decide } from './decide.ts'
import type { Move } from './moves.ts'
import { clock, rule, type Office, type Said, type Standing } from './request.ts'
import type { Moved } from './schema.ts'
import { addStep, refuseMoved } from './steps.ts'
import { findRequest, moveTo, type StoredRequest } from './store.ts'
import { groundOf, wayOf, type Ground } from './ways.ts'

/** A move as it is made: what was seen, and what is said with it. */
export interface Moving extends Said {
  move: Move
  version: number
  contentHash?: string | undefined
  conditions?: string | undefined
}

/** A move that the rule allowed: what it was, on what ground, by which office, and what follows. */
export interface Turn {
  agency: Agency
  request: StoredRequest
  ground: Ground
  made: Made
  move: Move
  remarks: string | null
  citation: string | null
  conditions: string | null
  next: Standing
  /** Null for the author and for the clock. */
  office: Office | null
}

/**
 * Makes one move of a request: rule, state, step, ledger entry, and with an approval the permission and its letter,
 * all in one transaction. Whoever may see the request is the route's affair; who may move it is the table's. The
 * clock's moves are made by `system`. Without blobs no letter is set.
 */
export async function moveRequest(
  db: Db,
  agency: Agency,
  blobs: Blobs | undefined,
  made: Made,
  requestId: string,
  moving: Moving,
): Promise<Moved> {
  return await command(db, made, (tx, record) =>
    makeMove(tx, record, agency, { blobs, made, requestId, moving }),
  )
}

/** The same within a command of another module. */
export async function makeMove(
  tx: Tx,
  record: Recording,
  agency: Agency,
  asked: { blobs: Blobs | undefined; made: Made; requestId: string; moving: Moving },
): Promise<Moved> {
  const { blobs, made, requestId, moving } = asked
  const turn = await turnOf(tx, agency, made, requestId, moving)
  const entryId = await write(tx, record, turn)
  const { next, office, request } = turn
  if (office !== null && isDecided(next.state)) await decide(tx, record, blobs, { ...turn, office, entryId })
  const { contentHash, version } = request
  return { requestId, version: version + 1, state: next.state, contentHash }
}

/** Reads what the rule needs and asks it; refuses what was moved meanwhile and what the rule does not allow. */
async function turnOf(tx: Tx, agency: Agency, made: Made, requestId: string, moving: Moving): Promise<Turn> {
  const { move, version, contentHash, remarks = null, citation = null, conditions = null } = moving
  const found = await findRequest(tx, agency.agencyId, requestId)
  if (found.version !== version) await refuseMoved(tx, agency.agencyId, requestId)
  if (contentHash !== undefined && contentHash !== found.contentHash)
    throw new Refusal('conflict', 'what you saw is not what is asked for; look at it again')
  const isSubmitting = move === 'submit'
  // A request that is submitted, first or again, is laid on the order and the chain of this day.
  const ground = await groundOf(tx, agency, isSubmitting ? { ...found, submittedAt: null } : found, made.at)
  if (isSubmitting) refuseVague(found, ground)
  const request = isSubmitting ? { ...found, isPublicMatter: isPublic(found) } : found
  const { order } = ground.adopted
  const actor = made.by === 'system' ? clock : made.by
  const answer = rule(request, move, actor, ground.seats, moving, (cited) => order.byCitation.has(cited))
  if (!answer.ok) throw new Refusal('forbiddenByOrder', answer.because, answer.cites)
  const { next, office } = answer
  return { agency, request, ground, made, move, remarks, citation, conditions, next, office }
}

/** Gives the id of the step's entry in the ledger. */
async function write(tx: Tx, record: Recording, turn: Turn): Promise<string> {
  const { agency, request, ground, made, move, remarks, citation, conditions, next, office } = turn
  const { requestId, contentHash, version } = request
  const { at } = made
  const submittedAt = move === 'submit' ? at : request.submittedAt
  await moveTo(tx, agency.agencyId, request, next, {
    // Who is reminded has had it since before.
    at: move === 'remind' ? request.since : at,
    dueAt: dueAfter(next, at, submittedAt ?? at, ground.settings, agency.zone),
    submittedAt,
  })
  await addStep(tx, agency.agencyId, request, {
    version: version + 1,
    move,
    madeBy: made.by === 'system' ? null : made.by,
    office,
    deskTitle: deskOf(turn),
    toState: next.state,
    remarks,
    citation,
    contentHash,
    at,
  })
  const { state, desk } = next
  // From its submission on the ledger alone can rebuild a request.
  const whole = move === 'submit' ? asSubmitted(turn) : {}
  return await record({
    subject: requestId,
    body: { state, desk, contentHash, office, remarks, citation, conditions, ...whole },
  })
}

/** Whose desk spoke, or was passed by; null where it was the author. */
function deskOf({ request, ground, made, office }: Turn): string | null {
  if (office !== null) return decidedAs(request, office, ground)
  return made.by === 'system' ? (request.desks[request.desk]?.title ?? null) : null
}

function asSubmitted({ request, ground, next }: Turn): {
  content: StoredRequest['content']
  matter: string
  requestKind: string
  order: string
  desks: { seat: string | { position: string }; title: string; does: string }[]
} {
  return {
    content: request.content,
    matter: request.matter,
    requestKind: request.kind,
    order: ground.adopted.versionId,
    desks: next.desks.map(({ seat, title, does }) => ({ seat, title, does })),
  }
}

function refuseVague({ content, kind, matter, author }: StoredRequest, { adopted, day }: Ground): void {
  const way = wayOf(adopted, kind, matter)
  const alone = way.givers.every((giver) => giver === 'coworker')
  const vague = vagueness(content, { kind, matter, author }, alone, day)
  if (vague !== undefined) throw new Refusal('malformed', vague)
}

/**
 * Speech that a citizen has a right to, on a matter of public concern: said so by its author, or seen in its words. A
 * page of the department is none, whatever is written on it.
 */
function isPublic({ isPublicMatter, content, matter, requestId }: StoredRequest): boolean {
  if (matter === 'page') return isPublicMatter
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
