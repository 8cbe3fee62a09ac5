import { z } from 'zod'
import { adoptedOrder } from '../adoption/adopted.ts'
import type { Networks } from '../accounts/networks/networks.ts'
import type { MemberCaller } from '../members/caller.ts'
import type { Db } from '../platform/db.ts'
import { rule, type Actor } from './comment.ts'
import { basisOf, grounds } from './grounds.ts'
import { appealsOf, hidingsOf, type StoredAppeal, type StoredHiding } from './hidings.ts'
import { partOf } from './moderate.ts'
import { moves, stepOf, type Move } from './moves.ts'
import { briefOf, handlesOf } from './queue.ts'
import type { CommentView, HidingView } from './schema.ts'
import { spansFor } from './seen.ts'
import { commentSettings } from './settings.ts'
import { findComment, findVersion, namesOf, type StoredComment } from './store.ts'

type Named = (memberId: string) => { memberId: string; name: string }

/** One comment, whole, as a caller with these offices sees it. */
export async function commentView(
  { db, agency }: MemberCaller,
  networks: Networks,
  actor: Actor,
  commentId: string,
  at: string,
): Promise<CommentView> {
  const { agencyId } = agency
  const comment = await findComment(db, agencyId, commentId)
  const [captured, handles, hidings, versions, adopted, { settings }, page] = await Promise.all([
    lastWithWords(db, agencyId, comment),
    handlesOf(db, agencyId),
    hidingsOf(db, agencyId, [commentId]),
    versionsOf(db, agencyId, commentId),
    adoptedOrder(db, agencyId, at),
    commentSettings(db, agencyId),
    db
      .selectFrom('account')
      .select('network')
      .where('agencyId', '=', agencyId)
      .where('accountId', '=', comment.accountId)
      .executeTakeFirstOrThrow(),
  ])
  const appeals = await appealsOf(
    db,
    agencyId,
    hidings.map(({ hidingId }) => hidingId),
  )
  const people = hidings.flatMap(({ moderator, counsel, endedBy }) => [moderator, counsel, endedBy])
  const named = await namesOf(db, agencyId, people)
  const running = hidings.find(({ state }) => state === 'hidden' || state === 'with-counsel')
  const { limits } = networks[page.network]
  return {
    ...briefOf(comment, handles),
    text: comment.text,
    network: page.network,
    url: captured.url,
    under: await underOf(db, agencyId, comment),
    parent: await parentOf(db, agencyId, comment, captured.parentId),
    seen: captured.seen,
    filters: await filtersMet(db, agencyId, comment.filters),
    versions,
    hidings: hidings.map((one) => hidingView(one, appeals, named)),
    moves: movesFor(comment, running, appeals, actor),
    mayBlock: actor.offices.has('moderator') && running?.state === 'hidden',
    grounds: grounds.flatMap((ground) => {
      const basis = adopted && basisOf(adopted.order, ground, at)
      if (!basis) return []
      const asksCounsel = ground === 'off-topic' && settings.offTopicNeedsCounsel
      return [{ ground, ...basis, asksCounsel, spans: spansFor(captured.seen, ground) }]
    }),
    can: { hide: limits.can.hide, instead: limits.can.instead ?? null, reply: limits.can.reply },
  }
}

/** The newest version with words: what is gone has none of its own. */
async function lastWithWords(db: Db, agencyId: string, { commentId, latest }: StoredComment) {
  for (let n = latest; n > 0; n--) {
    const found = await findVersion(db, agencyId, commentId, n)
    if (found && found.parentId !== '') return found
  }
  throw new Error(`comment ${commentId} was never captured`)
}

async function versionsOf(db: Db, agencyId: string, commentId: string): Promise<CommentView['versions']> {
  const [versions, media] = await Promise.all([
    db
      .selectFrom('commentVersion')
      .select(['n', 'kind', 'text', 'hash', 'saidAt', 'capturedAt', 'way', 'media'])
      .where('agencyId', '=', agencyId)
      .where('commentId', '=', commentId)
      .orderBy('n')
      .execute(),
    db
      .selectFrom('commentMedia')
      .select(['n', 'number', 'sha256', 'because'])
      .where('agencyId', '=', agencyId)
      .where('commentId', '=', commentId)
      .execute(),
  ])
  return versions.map((version) => ({
    ...version,
    media: version.media.map(({ mediaType, alt }, number) => {
      const kept = media.find((one) => one.n === version.n && one.number === number)
      return { number, mediaType, alt, sha256: kept?.sha256 ?? null, because: kept?.because ?? null }
    }),
  }))
}

async function underOf(db: Db, agencyId: string, comment: StoredComment): Promise<CommentView['under']> {
  const delivery = await db
    .selectFrom('delivery')
    .select(['url', 'outgoing'])
    .where('agencyId', '=', agencyId)
    .where('deliveryId', '=', comment.deliveryId)
    .executeTakeFirst()
  const { url = null, outgoing = null } = delivery ?? {}
  const text = outgoing === null ? null : textSchema.parse(JSON.parse(outgoing)).text
  return { kind: comment.subjectKind, id: comment.subjectId, url, text }
}

/** What of a publication stands above its comments. */
const textSchema = z.object({ text: z.string() })

async function parentOf(
  db: Db,
  agencyId: string,
  { accountId }: StoredComment,
  parentId: string,
): Promise<CommentView['parent']> {
  const parent = await db
    .selectFrom('comment')
    .select(['commentId', 'writerHandle', 'text'])
    .where('agencyId', '=', agencyId)
    .where('accountId', '=', accountId)
    .where('remoteId', '=', parentId)
    .executeTakeFirst()
  return parent ? { commentId: parent.commentId, writer: parent.writerHandle, text: parent.text } : null
}

async function filtersMet(db: Db, agencyId: string, ids: readonly string[]): Promise<CommentView['filters']> {
  if (ids.length === 0) return []
  return await db
    .selectFrom('keywordFilter')
    .select(['filterId', 'words'])
    .where('agencyId', '=', agencyId)
    .where('filterId', 'in', ids)
    .execute()
}

export function hidingView(hiding: StoredHiding, appeals: readonly StoredAppeal[], named: Named): HidingView {
  const { hidingId, n, state, ground, spans, reason, notForCriticism, citation, moderator } = hiding
  const { moderatorRole, askedAt, counsel, counselWord, hiddenAt, way, handDoneAt } = hiding
  const { endedAt, endedBy, endedBecause } = hiding
  const appeal = appeals.find(({ subjectId }) => subjectId === hidingId)
  return {
    hidingId,
    n,
    state,
    ground,
    spans,
    reason,
    notForCriticism,
    citation,
    moderatorRole,
    askedAt,
    counselWord,
    hiddenAt,
    way,
    handDoneAt,
    moderator: named(moderator),
    counsel: counsel === null ? null : named(counsel),
    ended:
      endedAt === null
        ? null
        : {
            at: endedAt,
            by: endedBy === null ? null : named(endedBy),
            because: endedBecause ?? '',
          },
    appeal: appeal
      ? {
          appealId: appeal.appealId,
          words: appeal.words,
          madeAt: appeal.madeAt,
          dueAt: appeal.dueAt,
          state: appeal.state,
          reason: appeal.reason,
        }
      : null,
  }
}

/** Whatever an actor may do here, if they say what it needs; an appeal is decided on its own page. */
function movesFor(
  comment: StoredComment,
  running: StoredHiding | undefined,
  appeals: readonly StoredAppeal[],
  actor: Actor,
): CommentView['moves'] {
  const said = { reason: 'a reason that is long enough', notForCriticism: 'a reason that is long enough' }
  const tried = { ...said, ground: grounds[0], n: comment.latest, spans: [[0, 1]] as [number, number][] }
  const basis = { citation: '', gist: '', risk: null }
  const standing = {
    state: comment.state,
    latest: comment.latest,
    isCritical: comment.isCritical,
    isGone: comment.goneAt !== null,
    restsOn: running?.n ?? null,
    against: partOf(running),
    isAppealed: appeals.some(({ state }) => state === 'waiting'),
  }
  return moves.filter(isDecidedHere).flatMap((move) => {
    const step = stepOf(comment.state, move)
    if (!step) return []
    const answer = rule(standing, move, actor, tried, { basis, length: 1, asksCounsel: false })
    return answer.ok ? [{ move, says: step.says, needsReason: step.needsReason }] : []
  })
}

/** An appeal is decided where it lies. */
function isDecidedHere(move: Move): boolean {
  return move !== 'uphold' && move !== 'overturn'
}
