import type { Network, NetworkName } from '../accounts/networks/network.ts'
import type { Account } from '../accounts/store.ts'
import { command, type Record as Recording } from '../ledger/command.ts'
import type { Agency } from '../members/caller.ts'
import type { Db, Tx } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import { bindPost, type PostContent } from './content.ts'
import { copiesOf } from './copies.ts'
import { askDelivery, type DeliveryAsked, type StoredOutgoing } from './deliveries.ts'
import type { PostMove } from './moves.ts'
import { wordsFor } from './outgoing.ts'
import { postClock, rulePost } from './post.ts'
import { postGroundOf, seatsFor } from './seats.ts'
import { addPostStep, changePost, findPost, type PostChanges, type StoredPost } from './store.ts'

type Networks = Readonly<Record<NetworkName, Network>>

/**
 * Asks for the delivery of every approved post whose time has come, each once: the post is `publishing` and its
 * deliveries are there in one transaction, under a key of the post and its version. What could not be begun is thrown
 * when all others are.
 */
export async function publishDue(db: Db, agency: Agency, networks: Networks, at: string): Promise<void> {
  const { agencyId } = agency
  const rows = await db
    .selectFrom('post')
    .select(['postId', 'version'])
    .where('agencyId', '=', agencyId)
    .where('state', '=', 'approved')
    .where('publishAt', '<=', at)
    .orderBy('publishAt')
    .orderBy('postId')
    .limit(500)
    .execute()
  await each(rows, ({ postId, version }) => publish(db, agency, networks, postId, version, at))
}

async function publish(
  db: Db,
  agency: Agency,
  networks: Networks,
  postId: string,
  version: number,
  at: string,
): Promise<void> {
  const { agencyId } = agency
  await byClock(db, agency, { postId, version, move: 'publish', at }, async (tx, post) => {
    // The words that go out are hashed here once more; what nobody approved goes nowhere.
    if (bindPost(post.content).hash !== post.approvedHash)
      throw new Error(`post ${postId} is not what was approved`)
    const { accounts } = await postGroundOf(tx, agency, at)
    for (const accountId of new Set(post.content.accounts)) {
      const account = accounts.find((one) => one.accountId === accountId)
      if (!account) throw new Error(`post ${postId} goes to a page that is not known`)
      await askDelivery(tx, agencyId, await askedFor(tx, agencyId, networks, post, account), at)
    }
    return {}
  })
}

/** One account's delivery of a post: by itself, or as a correction of what stands there. */
async function askedFor(
  tx: Tx,
  agencyId: string,
  networks: Networks,
  { postId, content, contentHash: hash }: StoredPost,
  account: Account,
): Promise<DeliveryAsked> {
  const { accountId } = account
  const outgoing = await outgoingFor(tx, agencyId, content, account)
  const asked = { subject: { kind: 'post', id: postId }, accountId, outgoing, hash, remoteId: null } as const
  if (content.corrects === null) return { ...asked, does: 'publish', replyTo: null }
  const original = await standing(tx, agencyId, content.corrects.postId, accountId)
  if (original === undefined) return { ...asked, does: 'publish', replyTo: null }
  const network = networks[account.network]
  if (content.corrects.how === 'edit' && network.edit !== undefined)
    return { ...asked, does: 'edit', replyTo: original }
  return network.limits.can.reply
    ? { ...asked, does: 'reply', replyTo: original }
    : { ...asked, does: 'publish', replyTo: null }
}

/** A post as it goes to one account, its media by their hashes. */
export async function outgoingFor(
  db: Db,
  agencyId: string,
  content: PostContent,
  account: Pick<Account, 'accountId' | 'languages'>,
): Promise<StoredOutgoing> {
  const copies = await copiesOf(
    db,
    agencyId,
    content.media.map(({ sha256 }) => sha256),
  )
  const { text, languages } = wordsFor(content, account)
  const media = content.media.map(({ sha256, alt, captions }) => {
    const copy = copies.get(sha256)
    if (!copy) throw new Error(`no copy ${sha256}`)
    const { mediaType, width, height } = copy
    return { sha256, mediaType, alt, width, height, captions }
  })
  return { text, languages, media }
}

/** What of a post stands on an account, or is on its way there. */
async function standing(
  db: Db,
  agencyId: string,
  postId: string,
  accountId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('delivery')
    .select('deliveryId')
    .where('agencyId', '=', agencyId)
    .where('subjectKind', '=', 'post')
    .where('subjectId', '=', postId)
    .where('accountId', '=', accountId)
    .where('does', 'in', ['publish', 'reply'])
    .where('state', 'not in', ['refused', 'withdrawn'])
    .where('removedAt', 'is', null)
    .where('isCalledBack', '=', false)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.deliveryId
}

/** Asks every network on which something of a post stands, or may come to stand, to remove it. */
export async function askRemovals(
  tx: Tx,
  agencyId: string,
  postId: string,
  hash: string,
  at: string,
): Promise<void> {
  const rows = await tx
    .selectFrom('delivery')
    .select((row) => [
      'accountId',
      // What changed other words in their place is removed with what it changed.
      row
        .case()
        .when('does', '=', 'edit')
        .then(row.ref('replyTo'))
        .else(row.ref('deliveryId'))
        .end()
        .as('target'),
    ])
    .where('agencyId', '=', agencyId)
    .where('subjectKind', '=', 'post')
    .where('subjectId', '=', postId)
    .where((row) =>
      row.or([
        row.and([
          row('does', 'in', ['publish', 'reply']),
          row('state', 'in', ['waiting', 'sending', 'parked', 'done']),
        ]),
        row.and([row('does', '=', 'edit'), row('state', 'in', ['sending', 'parked', 'done'])]),
      ]),
    )
    .where('removedAt', 'is', null)
    .where('isCalledBack', '=', false)
    .orderBy('seq')
    .execute()
  for (const { target, accountId } of rows)
    await askDelivery(
      tx,
      agencyId,
      {
        subject: { kind: 'post', id: postId },
        accountId,
        does: 'remove',
        outgoing: null,
        hash,
        replyTo: target,
        remoteId: null,
      },
      at,
    )
  // What would still change other words, or was refused and could be sent again, is not sent any more either.
  await tx
    .updateTable('delivery')
    .set({ isCalledBack: true })
    .where('agencyId', '=', agencyId)
    .where('subjectKind', '=', 'post')
    .where('subjectId', '=', postId)
    .where('does', 'in', ['publish', 'reply', 'edit'])
    .where('state', 'in', ['waiting', 'sending', 'parked', 'refused'])
    .where('isCalledBack', '=', false)
    .execute()
}

/** Ends the publishing of every post whose deliveries have all ended: out somewhere, or taken nowhere. */
export async function finishPublishing(db: Db, agency: Agency, at: string): Promise<void> {
  const { agencyId } = agency
  const rows = await db
    .selectFrom('post')
    .select(['post.postId', 'post.version'])
    .where('post.agencyId', '=', agencyId)
    .where('post.state', '=', 'publishing')
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('delivery')
            .select('delivery.deliveryId')
            .whereRef('delivery.agencyId', '=', 'post.agencyId')
            .where('delivery.subjectKind', '=', 'post')
            .where('delivery.subjectId', '=', (pair) => pair.cast<string>(pair.ref('post.postId'), 'text'))
            .where('delivery.state', 'in', ['waiting', 'sending', 'parked']),
        ),
      ),
    )
    .limit(500)
    .execute()
  await each(rows, async ({ postId, version }) => {
    const first = await db
      .selectFrom('delivery')
      .innerJoin('post', (join) => join.onRef('post.agencyId', '=', 'delivery.agencyId'))
      .select((row) => row.fn.min('delivery.doneAt').as('at'))
      .where('delivery.agencyId', '=', agencyId)
      .where('post.postId', '=', postId)
      .where('delivery.subjectKind', '=', 'post')
      .where('delivery.subjectId', '=', postId)
      .whereRef('delivery.askedAt', '>=', 'post.approvedAt')
      .where('delivery.does', 'in', ['publish', 'reply', 'edit'])
      .where('delivery.state', '=', 'done')
      .executeTakeFirst()
    const publishedAt = first?.at ?? null
    const move = publishedAt === null ? 'fail' : 'finish'
    await byClock(db, agency, { postId, version, move, at }, () => Promise.resolve({ publishedAt }))
  })
}

/** A move that time or the networks make; somebody who moved the post in this very moment comes first. */
async function byClock(
  db: Db,
  agency: Agency,
  { postId, version, move, at }: { postId: string; version: number; move: PostMove; at: string },
  work: (tx: Tx, post: StoredPost) => Promise<PostChanges>,
): Promise<void> {
  const { agencyId } = agency
  const key = `post-${move}-${postId}-${version}`
  const made = { agencyId, by: 'system', key, name: `posts.${move}`, at, input: { postId, version } }
  try {
    await command(db, made, async (tx, record: Recording) => {
      const post = await findPost(tx, agencyId, postId)
      if (post.version !== version) throw new Refusal('conflict', 'it was moved meanwhile')
      const seats = seatsFor({ accounts: [], approvers: new Map() }, post.content)
      const answer = rulePost(post, move, postClock, seats, {})
      if (!answer.ok) throw new Refusal('conflict', answer.because)
      const { state, approvedHash, approvedBy, signedBy, reviewedBy } = answer.next
      await changePost(tx, agencyId, post, {
        ...(await work(tx, post)),
        state,
        approvedHash,
        approvedBy,
        signedBy,
        reviewedBy,
        since: at,
      })
      const { contentHash } = post
      await addPostStep(tx, agencyId, postId, {
        version: version + 1,
        move,
        madeBy: null,
        office: null,
        toState: state,
        remarks: null,
        contentHash,
        at,
      })
      await record({ subject: postId, body: { state, contentHash } })
      return null
    })
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'conflict')) throw error
  }
}

/** One that fails hinders no other; what failed is thrown at the end. */
async function each<One extends { postId: string }>(
  all: readonly One[],
  work: (one: One) => Promise<void>,
): Promise<void> {
  const faults: unknown[] = []
  for (const one of all) {
    try {
      await work(one)
    } catch (error) {
      faults.push(new Error(`post ${one.postId} was not moved`, { cause: error }))
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} posts were not moved`)
}
