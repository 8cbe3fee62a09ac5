import type { Networks } from '../../accounts/networks/network.ts'
import { command, type Made, type Record as Recording } from '../../ledger/command.ts'
import type { Agency } from '../../members/caller.ts'
import type { Blobs } from '../../platform/blobs.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { isBefore, later } from '../../platform/day.ts'
import { newId } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'
import { postGroundOf, type PostGround } from '../seats.ts'
import { postSettingsOf } from '../settings.ts'
import { bindNotice, checkedFields, type NoticeContent } from './content.ts'
import { askAway, askFoundWord, askOut, askWord, mapOf, type MapMade } from './going-out.ts'
import type { NoticeMove, NoticeState } from './moves.ts'
import { noticeClock, ruleNotice, type NoticeOffice } from './notice.ts'
import { noticeSeats } from './seats.ts'
import {
  addMessage,
  addNoticeStep,
  changeNotice,
  findNotice,
  insertNotice,
  keepNoticeContent,
  refuseMovedNotice,
  type Bound,
  type NoticeChanges,
  type StoredNotice,
} from './store.ts'
import { templates } from './templates.ts'
import { recognised, weighNotice } from './weigh.ts'

export interface NoticeMoving {
  move: Exclude<NoticeMove, 'edit'>
  version: number
  contentHash?: string | undefined
  remarks?: string | undefined
}

export interface NoticeMoved {
  [key: string]: string | number
  noticeId: string
  version: number
  state: NoticeState
  contentHash: string
}

/** What sending needs of the house, and the address that readers type. */
export interface Sending {
  networks: Networks
  blobs: Blobs
  origin: string
}

/** Begins a notice, a draft. Whoever runs a page, or approves posts, may; that is the route's affair. */
export async function writeNotice(
  db: Db,
  agency: Agency,
  made: Made,
  content: NoticeContent,
): Promise<NoticeMoved> {
  const { agencyId } = agency
  const { by, at } = made
  const bound = boundOf(content)
  return await command(db, made, async (tx, record) => {
    const noticeId = newId()
    await refuseUnknownPages(tx, agency, bound.content, at)
    await insertNotice(tx, agencyId, { noticeId, author: by }, bound, at)
    await record({ subject: noticeId, body: { contentHash: bound.hash, kind: content.kind } })
    return { noticeId, version: 1, state: 'draft', contentHash: bound.hash }
  })
}

function boundOf(given: NoticeContent): Bound {
  const content = checkedFields(given)
  if (typeof content === 'string') throw new Refusal('malformed', content)
  return { content, ...bindNotice(content) }
}

async function refuseUnknownPages(
  tx: Tx,
  agency: Agency,
  content: NoticeContent,
  at: string,
): Promise<PostGround> {
  const ground = await postGroundOf(tx, agency, at)
  const known = new Set(ground.accounts.map(({ accountId }) => accountId))
  if (content.accounts.some((accountId) => !known.has(accountId)))
    throw new Refusal('malformed', 'content.accounts: there is no such page')
  return ground
}

/** Gives a notice other words. What is before the public stays there until somebody says yes to these. */
export async function editNotice(
  db: Db,
  agency: Agency,
  made: Made,
  noticeId: string,
  edit: { version: number; content: NoticeContent },
): Promise<NoticeMoved> {
  const { agencyId } = agency
  const { by, at } = made
  const bound = boundOf(edit.content)
  return await command(db, made, async (tx, record) => {
    const notice = await findNotice(tx, agencyId, noticeId)
    if (notice.version !== edit.version) await refuseMovedNotice(tx, agencyId, noticeId)
    if (bound.content.kind !== notice.kind)
      throw new Refusal('malformed', 'a notice does not become one of another kind; begin another one')
    const ground = await refuseUnknownPages(tx, agency, bound.content, at)
    const answer = ruleNotice(notice, 'edit', by, noticeSeats(ground, notice), {})
    if (!answer.ok) throw new Refusal('forbiddenByOrder', answer.because)
    await keepNoticeContent(tx, agencyId, noticeId, bound, by, at)
    const changes = { content: bound.written, contentHash: bound.hash, editor: by, state: answer.to }
    await step(tx, record, agencyId, { ...notice, contentHash: bound.hash }, changes, {
      move: 'edit',
      madeBy: by,
      office: answer.office,
      remarks: null,
      at,
    })
    return { noticeId, version: notice.version + 1, state: answer.to, contentHash: bound.hash }
  })
}

/**
 * Makes one move of a notice: rule, order, state, what goes out, step and entry in one transaction. Whoever may see the
 * notice is the route's affair; who may move it is the table's. The clock's moves are made by `system`.
 */
export async function moveNotice(
  db: Db,
  agency: Agency,
  sending: Sending,
  made: Made,
  noticeId: string,
  moving: NoticeMoving,
): Promise<NoticeMoved> {
  const { agencyId } = agency
  const { move, remarks, contentHash } = moving
  const actor = made.by === 'system' ? noticeClock : made.by
  const goesOut = move === 'sign' || move === 'approve'
  // A picture takes its time; it is drawn before anything is locked.
  const before = goesOut ? await findNotice(db, agencyId, noticeId) : undefined
  const map = before && (await mapOf(db, agencyId, sending.blobs, before.content))
  return await command(db, made, async (tx, record) => {
    const notice = await findNotice(tx, agencyId, noticeId)
    if (notice.version !== moving.version) await refuseMovedNotice(tx, agencyId, noticeId)
    const ground = await postGroundOf(tx, agency, made.at)
    const answer = ruleNotice(notice, move, actor, noticeSeats(ground, notice), { remarks, contentHash })
    if (!answer.ok) throw new Refusal('forbiddenByOrder', answer.because)
    const turn = { agency, notice, ground, made, moving, office: answer.office, sending, map }
    const changes = { ...(await work(tx, turn)), state: answer.to }
    await step(tx, record, agencyId, notice, changes, {
      move,
      madeBy: made.by === 'system' ? null : made.by,
      office: answer.office,
      remarks: remarks ?? null,
      at: made.at,
    })
    const hash = changes.contentHash ?? notice.contentHash
    return { noticeId, version: notice.version + 1, state: answer.to, contentHash: hash }
  })
}

interface Turn {
  agency: Agency
  notice: StoredNotice
  ground: PostGround
  made: Made
  moving: NoticeMoving
  office: NoticeOffice | null
  sending: Sending
  map: MapMade | undefined
}

/** What each move does beside the state. */
async function work(tx: Tx, turn: Turn): Promise<NoticeChanges> {
  const { notice, moving, made } = turn
  const { by, at } = made
  switch (moving.move) {
    case 'submit':
      return await weigh(tx, turn, false)
    case 'sign':
    case 'approve':
      return { ...(await weigh(tx, turn, true)), ...(await publish(tx, turn)) }
    case 'drop': {
      if (!notice.out || notice.outHash === null) throw new Error(`notice ${notice.noticeId} was never out`)
      return { content: bindNotice(notice.out).written, contentHash: notice.outHash }
    }
    case 'cancel':
    case 'find':
    case 'tell-over':
      return await end(tx, turn)
    case 'expire':
      if (notice.expiresAt === null || isBefore(at, notice.expiresAt))
        throw new Refusal('conflict', 'its time is not over')
      return { endedAt: at, endedAs: 'expired' }
    case 'confirm':
      return { reviewedBy: by, reviewedAt: at, reviewedAs: 'confirmed' }
    case 'fault':
      return { reviewedBy: by, reviewedAt: at, reviewedAs: 'faulted' }
    case 'return':
    case 'withdraw':
    case 'let-be':
      return {}
  }
  return unreached(moving.move)
}

function unreached(move: never): never {
  throw new TypeError(`there is no move ${String(move)}`)
}

async function weigh(tx: Tx, turn: Turn, isFinal: boolean): Promise<NoticeChanges> {
  const { agency, notice, ground, made, moving, office } = turn
  const said = { author: notice.author, office, remarks: moving.remarks, at: made.at, isFinal }
  const ruling = await weighNotice(tx, agency, notice.content, ground, turn.sending.networks, said)
  if (moving.move === 'sign' && recognised(notice.content, ruling).length === 0)
    throw new Refusal(
      'forbiddenByOrder',
      'the order in force does not recognise this as something that cannot wait; write it as a post, and have it approved',
    )
  return { ruling: JSON.stringify(ruling) }
}

/** Puts the content before the public: what goes out is hashed once more, and is what was said yes to. */
async function publish(tx: Tx, turn: Turn): Promise<NoticeChanges> {
  const { agency, notice, ground, made, moving, sending, map } = turn
  const { agencyId } = agency
  const { noticeId, content, contentHash } = notice
  const { by, at } = made
  const { written, hash } = bindNotice(content)
  if (hash !== contentHash || moving.contentHash !== hash)
    throw new Error(`notice ${noticeId} is not what was signed`)
  const going = { noticeId, content, hash, origin: sending.origin, map }
  await askOut(tx, agencyId, sending.networks, ground, going, at)
  const type = notice.outHash === null ? 'Alert' : 'Update'
  await addMessage(tx, agencyId, noticeId, { type, contentHash: hash, sent: at })
  const { reviewHours } = await postSettingsOf(tx, agencyId)
  const isSigned = moving.move === 'sign'
  return {
    outContent: written,
    outHash: hash,
    outBy: by,
    signedBy: isSigned ? by : null,
    signedBecause: isSigned ? (moving.remarks ?? null) : null,
    // What was signed before and nobody has looked at is not put off by signing again.
    reviewDueAt: isSigned
      ? ((notice.reviewedAt === null ? notice.reviewDueAt : null) ?? later(at, { hours: reviewHours }))
      : null,
    reviewedBy: null,
    reviewedAt: null,
    reviewedAs: null,
    firstOutAt: notice.firstOutAt ?? at,
    outAt: at,
    expiresAt: content.expires,
    endedAt: null,
    endedAs: null,
    endedBecause: null,
    origin: sending.origin,
  }
}

/** Ends it before the public: its readers are told, or it is taken away; a person who was found is named nowhere. */
async function end(tx: Tx, turn: Turn): Promise<NoticeChanges> {
  const { agency, notice, ground, made, moving, sending } = turn
  const { agencyId } = agency
  const { noticeId, out, outHash } = notice
  const { move, remarks } = moving
  const { at } = made
  if (!out || outHash === null) throw new Error(`notice ${noticeId} was never out`)
  const going = {
    noticeId,
    content: out,
    hash: outHash,
    origin: notice.origin ?? sending.origin,
    map: undefined,
  }
  const isRemoved = move === 'find' || templates[notice.kind].ends === 'remove'
  if (isRemoved) {
    const pages = await askAway(tx, agencyId, going, at)
    if (move === 'find') await askFoundWord(tx, agencyId, sending.networks, ground, going, pages, at)
  } else {
    const lead = move === 'cancel' ? 'cancel' : 'over'
    await askWord(tx, agencyId, sending.networks, ground, going, lead, at)
  }
  const type = move === 'tell-over' && !isRemoved ? 'Update' : 'Cancel'
  await addMessage(tx, agencyId, noticeId, { type, contentHash: outHash, sent: at })
  const endedAs = move === 'find' ? 'found' : move === 'tell-over' ? 'all-clear' : 'cancelled'
  return { outAt: at, endedAt: at, endedAs, endedBecause: remarks ?? null }
}

async function step(
  tx: Tx,
  record: Recording,
  agencyId: string,
  notice: StoredNotice,
  changes: NoticeChanges & { state: NoticeState },
  made: {
    move: NoticeMove
    madeBy: string | null
    office: NoticeOffice | null
    remarks: string | null
    at: string
  },
): Promise<void> {
  const { noticeId, version, content } = notice
  const contentHash = changes.contentHash ?? notice.contentHash
  const { state } = changes
  await changeNotice(tx, agencyId, notice, { ...changes, since: made.at })
  await addNoticeStep(tx, agencyId, noticeId, { ...made, version: version + 1, toState: state, contentHash })
  // From what went out on the ledger alone can rebuild a notice.
  const isWhole = made.move === 'submit' || made.move === 'sign' || made.move === 'approve'
  const whole = isWhole ? { content: JSON.parse(JSON.stringify(content)) } : {}
  await record({
    subject: noticeId,
    body: { state, contentHash, office: made.office, remarks: made.remarks, ...whole },
  })
}
