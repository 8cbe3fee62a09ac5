import type { Account } from '../accounts/store.ts'
import type { Agency } from '../members/caller.ts'
import { membersOf } from '../members/store.ts'
import { rulingSchema } from '../permissions/schema.ts'
import type { Db } from '../platform/db.ts'
import { copiesOf } from './copies.ts'
import { postContentOf, titleOf } from './content.ts'
import { deliveriesOf, type Delivery } from './deliveries.ts'
import { lengthOf, overLimits } from './limits.ts'
import type { Networks } from '../accounts/networks/network.ts'
import { postTable, type PostMove, type PostStep } from './moves.ts'
import { wholeText, wordsFor } from './outgoing.ts'
import { inWords, postMovesFor } from './post.ts'
import { seatsFor, type PostGround } from './seats.ts'
import type { DeliveryView, PostBrief, PostView } from './schema.ts'
import { postStepsOf, type StoredPost, type StoredPostStep } from './store.ts'

type Who = { memberId: string; name: string }

/** Names of members, by id; whoever is unknown keeps the id. */
async function namesOf(
  db: Db,
  agencyId: string,
  ids: readonly (string | null)[],
): Promise<(id: string) => Who> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  const names = new Map((await membersOf(db, agencyId, wanted)).map((one) => [one.memberId, one.name]))
  return (memberId) => ({ memberId, name: names.get(memberId) ?? memberId })
}

/** Posts as a list shows them. */
export async function postBriefsOf(
  db: Db,
  agencyId: string,
  posts: readonly StoredPost[],
  { accounts }: PostGround,
): Promise<PostBrief[]> {
  const who = await namesOf(
    db,
    agencyId,
    posts.map(({ author }) => author),
  )
  return posts.map((post) => briefOf(post, who(post.author), accounts))
}

function briefOf(post: StoredPost, author: Who, accounts: readonly Account[]): PostBrief {
  const { postId, state, version, category, corrects, content } = post
  const { publishAt, publishedAt, removedAt, createdAt, since, reviewedAt, reviewDueAt } = post
  return {
    postId,
    title: titleOf(content),
    state,
    version,
    category,
    author,
    accounts: chosenOf(post, accounts).map(({ accountId, network, handle }) => ({
      accountId,
      network,
      handle,
    })),
    corrects,
    publishAt,
    publishedAt,
    removedAt,
    reviewDueAt: reviewedAt === null ? reviewDueAt : null,
    createdAt,
    since,
  }
}

function chosenOf({ content }: StoredPost, accounts: readonly Account[]): Account[] {
  return content.accounts.flatMap((accountId) => accounts.find((one) => one.accountId === accountId) ?? [])
}

/** One post with everything around it, as a member sees it who may see it. */
export async function postView(
  db: Db,
  agency: Agency,
  post: StoredPost,
  ground: PostGround,
  memberId: string,
  networks: Networks,
): Promise<PostView> {
  const { agencyId } = agency
  const { postId, content, contentHash } = post
  const [steps, deliveries, corrections, recalls, copies, approvedBefore] = await Promise.all([
    postStepsOf(db, agencyId, postId),
    deliveriesOf(db, agencyId, { kind: 'post', id: postId }),
    correctionsOf(db, agencyId, postId),
    recallsOf(db, agencyId, postId),
    copiesOf(
      db,
      agencyId,
      content.media.map(({ sha256 }) => sha256),
    ),
    approvedContent(db, agencyId, postId, contentHash),
  ])
  const who = await namesOf(db, agencyId, [
    post.author,
    post.editor,
    post.approvedBy,
    post.signedBy,
    post.reviewedBy,
    ...steps.map(({ madeBy }) => madeBy),
    ...deliveries.map(({ settledBy }) => settledBy),
  ])
  const seats = seatsFor(ground, content)
  const moves = postMovesFor(post, memberId, seats)
  const keeps = ground.approvers.has(memberId) || seats.runsOne.has(memberId)
  const isOut = post.state === 'publishing' || post.state === 'published'
  return {
    ...briefOf(post, who(post.author), ground.accounts),
    content,
    contentHash,
    editor: who(post.editor),
    media: content.media.flatMap(({ sha256 }) => copies.get(sha256) ?? []),
    previews: chosenOf(post, ground.accounts).map((account) => {
      const { text, languages } = wordsFor(content, account)
      const { limits } = networks[account.network]
      const media = content.media.flatMap(({ sha256, alt, captions }) => {
        const copy = copies.get(sha256)
        return copy ? [{ ...copy, alt, captions }] : []
      })
      return {
        accountId: account.accountId,
        text,
        languages,
        length: lengthOf(text, limits.text),
        most: limits.text.most,
        problems: overLimits(text, media, limits),
      }
    }),
    // A ruling on other words is not this post's.
    ruling:
      post.ruling !== null && post.ruledHash === contentHash
        ? rulingSchema.parse(JSON.parse(post.ruling))
        : null,
    rulingText: wholeText(content),
    approvedBy: post.approvedBy === null ? null : who(post.approvedBy),
    approvedAt: post.approvedAt,
    approvedBefore,
    removedBecause: post.removedBecause,
    emergency:
      post.signedBy === null || post.reviewDueAt === null
        ? null
        : {
            signedBy: who(post.signedBy),
            because: post.signedBecause ?? '',
            reviewDueAt: post.reviewDueAt,
            reviewedBy: post.reviewedBy === null ? null : who(post.reviewedBy),
            reviewedAt: post.reviewedAt,
            reviewedAs: post.reviewedAs,
          },
    recallId: post.recallId,
    corrections,
    recalls,
    deliveries: deliveries.flatMap((one) => deliveryView(one, ground.accounts, who)),
    steps: steps.map((step) => ({
      version: step.version,
      move: step.move,
      says: saysOf(steps, step),
      by: step.madeBy === null ? null : who(step.madeBy),
      office: step.office,
      to: step.toState,
      remarks: step.remarks,
      contentHash: step.contentHash,
      at: step.at,
    })),
    moves: moves.flatMap(({ move, step }) =>
      move === 'edit' ? [] : [{ move, says: step.says, needs: [...(step.needs ?? [])] }],
    ),
    mayEdit: moves.some(({ move }) => move === 'edit'),
    mayCorrect: isOut && (keeps || memberId === post.author),
    maySettle: keeps,
    mayRecall: isOut && keeps,
  }
}

/** The words of a step, from the state it was made in. */
function saysOf(steps: readonly StoredPostStep[], { move, version }: StoredPostStep): string {
  if (move === 'write') return 'Written'
  const before = steps.findLast((one) => one.version < version)?.toState ?? 'draft'
  const open: Partial<Record<PostMove, PostStep>> = postTable[before]
  return open[move]?.says ?? inWords(move)
}

export function deliveryView(
  one: Delivery,
  accounts: readonly Account[],
  who: (id: string) => Who,
): DeliveryView[] {
  const account = accounts.find(({ accountId }) => accountId === one.accountId)
  if (!account) return []
  const { deliveryId, accountId, does, state, version, tries, askedAt, doneAt, removedAt, url } = one
  const { network, handle, address } = account
  return [
    {
      deliveryId,
      accountId,
      network,
      handle,
      does,
      state,
      version,
      tries,
      askedAt,
      dueAt: state === 'waiting' ? one.dueAt : null,
      doneAt,
      removedAt,
      // The department's own site shows every post at an address of its own.
      url:
        url ?? (network === 'site' && state === 'done' && does !== 'remove' ? sitePage(one, address) : null),
      sentence: one.sentence,
      settledBy: one.settledBy === null ? null : who(one.settledBy),
      about: one.replyTo,
      hash: one.hash,
    },
  ]
}

function sitePage({ subject }: Delivery, _address: string): string {
  return `/public/${subject.kind}s/${subject.id}`
}

async function correctionsOf(db: Db, agencyId: string, postId: string): Promise<PostView['corrections']> {
  const rows = await db
    .selectFrom('post')
    .select(['postId', 'content', 'state'])
    .where('agencyId', '=', agencyId)
    .where('corrects', '=', postId)
    .orderBy('postId')
    .execute()
  return rows.map((row) => ({
    postId: row.postId,
    title: titleOf(postContentOf(row.content)),
    state: row.state,
  }))
}

async function recallsOf(db: Db, agencyId: string, postId: string): Promise<PostView['recalls']> {
  return await db
    .selectFrom('recallTask')
    .innerJoin('recall', (join) =>
      join
        .onRef('recall.agencyId', '=', 'recallTask.agencyId')
        .onRef('recall.recallId', '=', 'recallTask.recallId'),
    )
    .select([
      'recall.recallId',
      'recall.name',
      'recall.status',
      'recall.reason',
      'recallTask.does',
      'recallTask.toldBy',
      'recall.deadline',
      'recallTask.closedAt',
    ])
    .where('recallTask.agencyId', '=', agencyId)
    .where('recallTask.postId', '=', postId)
    .orderBy('recall.recallId')
    .execute()
}

/** What was approved or signed last, where the post says something else now. */
async function approvedContent(
  db: Db,
  agencyId: string,
  postId: string,
  contentHash: string,
): Promise<PostView['approvedBefore']> {
  const row = await db
    .selectFrom('postStep')
    .innerJoin('postContent', (join) =>
      join
        .onRef('postContent.agencyId', '=', 'postStep.agencyId')
        .onRef('postContent.postId', '=', 'postStep.postId')
        .onRef('postContent.contentHash', '=', 'postStep.contentHash'),
    )
    .select(['postContent.content', 'postContent.contentHash'])
    .where('postStep.agencyId', '=', agencyId)
    .where('postStep.postId', '=', postId)
    .where('postStep.move', 'in', ['approve', 'sign'])
    .orderBy('postStep.version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined || row.contentHash === contentHash ? null : postContentOf(row.content)
}
