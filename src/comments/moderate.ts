import { adoptedOrder } from '../adoption/adopted.ts'
import { command, type Made, type Record as Recording } from '../ledger/command.ts'
import type { Agency } from '../members/caller.ts'
import type { Db, Tx } from '../platform/db.ts'
import { newId } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'
import { endHiding, hideOnNetwork, type CarryingOut } from './carry-out.ts'
import { rule, type Actor } from './comment.ts'
import { basisOf, type Basis } from './grounds.ts'
import { appealsOf, changeHiding, findHiding, runningHiding, type StoredHiding } from './hidings.ts'
import { concede } from './concede.ts'
import type { State } from './moves.ts'
import type { Bulk, BulkDone, MoveComment, MovedComment } from './schema.ts'
import { spansFor } from './seen.ts'
import { commentSettings } from './settings.ts'
import { findComment, findVersion, moveTo, refuseMoved, type StoredComment } from './store.ts'

/** Who moves a comment: their offices on its page, and what the public log calls them. */
export interface Moderator extends Actor {
  role: string
}

/** One move as it is worked through. */
interface Turn {
  agency: Agency
  made: Made
  house: CarryingOut
  moderator: Moderator
  comment: StoredComment
  hiding: StoredHiding | undefined
  moving: MoveComment
  basis: { found: Basis; orderVersion: string } | undefined
  to: State
}

/** Makes one move of a comment: rule, state, hiding, delivery, receipt and ledger entry in one transaction. */
export async function moveComment(
  db: Db,
  house: CarryingOut,
  agency: Agency,
  made: Made,
  moderator: Moderator,
  commentId: string,
  moving: MoveComment,
): Promise<MovedComment> {
  if (moving.move === 'uphold' || moving.move === 'overturn')
    throw new Refusal('malformed', 'an appeal is decided where it lies, at /comments/appeals')
  return await command(db, made, async (tx, record) => {
    const turn = await turnOf(tx, house, agency, made, moderator, commentId, moving)
    const { comment, to } = turn
    const ground = moving.move === 'hide' ? (moving.ground ?? null) : undefined
    const version = await moveTo(tx, agency.agencyId, comment, {
      state: to,
      decidedBy: made.by,
      at: made.at,
      ...(ground === undefined ? {} : { ground }),
    })
    const byHand = await write(tx, record, turn)
    return { commentId, version, state: to, byHand }
  })
}

async function turnOf(
  tx: Tx,
  house: CarryingOut,
  agency: Agency,
  made: Made,
  moderator: Moderator,
  commentId: string,
  moving: MoveComment,
): Promise<Turn> {
  const { agencyId } = agency
  const comment = await findComment(tx, agencyId, commentId)
  if (comment.version !== moving.version) await refuseMoved(tx, agencyId, commentId)
  const hiding = await runningHiding(tx, agencyId, commentId)
  const appeals = await appealsOf(tx, agencyId, hiding ? [hiding.hidingId] : [])
  const { ground, n } = moving
  const adopted = await adoptedOrder(tx, agencyId, made.at)
  const found = adopted && ground && basisOf(adopted.order, ground, made.at)
  const captured = n === undefined ? undefined : await findVersion(tx, agencyId, commentId, n)
  const { settings } = await commentSettings(tx, agencyId)
  const answer = rule(
    {
      state: comment.state,
      latest: comment.latest,
      isCritical: comment.isCritical,
      isGone: comment.goneAt !== null,
      restsOn: hiding?.n ?? null,
      against: partOf(hiding),
      isAppealed: appeals.some(({ state }) => state === 'waiting'),
    },
    moving.move,
    moderator,
    moving,
    {
      basis: found,
      length: Array.from(captured?.text ?? '').length,
      asksCounsel: settings.offTopicNeedsCounsel,
    },
  )
  if (!answer.ok) throw new Refusal('forbiddenByOrder', answer.because, answer.cites)
  const basis = found && { found, orderVersion: adopted.versionId }
  return { agency, made, house, moderator, comment, hiding, moving, basis, to: answer.to }
}

/** Whoever had a part in a hiding. */
export function partOf(hiding: StoredHiding | undefined): string[] {
  return [hiding?.moderator, hiding?.counsel].filter((one) => typeof one === 'string')
}

/** What a move brings with it; gives what is left to be done by hand. */
async function write(tx: Tx, record: Recording, turn: Turn): Promise<string | null> {
  const { agency, comment, hiding, moving, made, to } = turn
  const { agencyId } = agency
  const { move, reason = '' } = moving
  const { commentId } = comment
  const { by, at } = made
  if (move === 'keep' || move === 'reopen') {
    await record({ subject: commentId, body: { state: to, n: comment.latest, reason } })
    return null
  }
  if (move === 'hide') return await begin(tx, record, turn)
  if (!hiding) throw new Error(`comment ${commentId} is ${comment.state} without a hiding`)
  const { hidingId } = hiding
  await record({ subject: commentId, body: { state: to, hidingId, reason } })
  if (move === 'withdraw') {
    await changeHiding(tx, agencyId, hiding, {
      state: 'withdrawn',
      endedAt: at,
      endedBy: by,
      endedBecause: 'the moderator asked no more',
    })
    return null
  }
  if (move === 'decline') {
    const said = { counsel: by, counselWord: reason, counselAt: at }
    await changeHiding(tx, agencyId, hiding, {
      state: 'declined',
      ...said,
      endedAt: at,
      endedBy: by,
      endedBecause: reason,
    })
    return null
  }
  if (move === 'agree') {
    const { byHand, way, deliveryId } = await hideOnNetwork(tx, turn.house, agency, comment, hiding, at)
    const said = { counsel: by, counselWord: reason, counselAt: at }
    await changeHiding(tx, agencyId, hiding, { state: 'hidden', hiddenAt: at, ...said, way, deliveryId })
    return byHand
  }
  const byHand = await endHiding(tx, turn.house, agencyId, comment, hiding, { by, because: reason, at })
  await concede(tx, record, agencyId, hidingId, { by, because: reason, at })
  return byHand
}

/** A hiding begins: by counsel first, where the ground asks for it. */
async function begin(tx: Tx, record: Recording, turn: Turn): Promise<string | null> {
  const { agency, comment, moving, made, moderator, basis, to } = turn
  const { agencyId } = agency
  const { ground, n, spans = [], reason = '', notForCriticism = null } = moving
  if (!ground || n === undefined || !basis) throw new Error('the rule let a hiding through without a ground')
  const { commentId, accountId } = comment
  const hidingId = newId()
  const { citation } = basis.found
  const state = to === 'hidden' ? 'hidden' : 'with-counsel'
  const rests = { ground, n, reason, notForCriticism, citation, orderVersion: basis.orderVersion }
  await tx
    .insertInto('hiding')
    .values({
      agencyId,
      hidingId,
      commentId,
      accountId,
      version: 1,
      state,
      ...rests,
      spans: JSON.stringify(spans),
      moderator: made.by,
      moderatorRole: moderator.role,
      askedAt: made.at,
      counsel: null,
      counselWord: null,
      counselAt: null,
      hiddenAt: state === 'hidden' ? made.at : null,
      way: null,
      deliveryId: null,
      handDoneAt: null,
      endedAt: null,
      endedBy: null,
      endedBecause: null,
    })
    .execute()
  const said = spans.map(([start, end]) => [start, end])
  await record({
    subject: commentId,
    body: { state: to, hidingId, ...rests, spans: said, role: moderator.role },
  })
  if (state !== 'hidden') return null
  const hiding = await findHiding(tx, agencyId, hidingId)
  const { byHand, way, deliveryId } = await hideOnNetwork(tx, turn.house, agency, comment, hiding, made.at)
  await changeHiding(tx, agencyId, hiding, { state: 'hidden', way, deliveryId })
  return byHand
}

/**
 * The same move of many comments, each a command and an entry of its own, with one reason. What is refused is said one
 * by one and hinders no other. The words a hiding rests on are those that the detectors see for its ground, else all.
 */
export async function moveAll(
  db: Db,
  agency: Agency,
  made: Made,
  bulk: Bulk,
  moveOne: (made: Made, commentId: string, moving: MoveComment) => Promise<MovedComment>,
): Promise<BulkDone> {
  const { move, comments, reason, ground } = bulk
  const answer: BulkDone = { done: [], refused: [] }
  for (const [place, { commentId, version, n }] of comments.entries()) {
    const moving: MoveComment = { move, version, n, reason, ground }
    const own = {
      ...made,
      key: `${made.key}-${place}`,
      input: { commentId, move, version, n, reason, ground },
    }
    try {
      if (move === 'hide' && ground) {
        const captured = await findVersion(db, agency.agencyId, commentId, n)
        const spans = captured ? spansFor(captured.seen, ground) : []
        moving.spans =
          spans.length > 0 ? spans.slice(0, 50) : [[0, Math.max(1, Array.from(captured?.text ?? '').length)]]
      }
      answer.done.push(await moveOne(own, commentId, moving))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      answer.refused.push({ commentId, sentence: error.message })
    }
  }
  return answer
}

/** Puts down that what could only be done by hand on a network's page was done. */
export async function doneByHand(
  db: Db,
  made: Made,
  agencyId: string,
  hidingId: string,
): Promise<{ id: string; version: number }> {
  return await command(db, made, async (tx, record) => {
    const hiding = await findHiding(tx, agencyId, hidingId)
    if (hiding.way !== 'hand' || hiding.handDoneAt !== null)
      throw new Refusal('conflict', 'nothing of it is left to be done by hand')
    await changeHiding(tx, agencyId, hiding, { state: hiding.state, handDoneAt: made.at })
    await record({ subject: hiding.commentId, body: { hidingId, state: hiding.state } })
    return { id: hidingId, version: hiding.version + 1 }
  })
}
