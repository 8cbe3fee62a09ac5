import { command, type Made, type Record as Recording } from '../ledger/command.ts'
import type { Agency } from '../members/caller.ts'
import type { Db, Tx } from '../platform/db.ts'
import { later } from '../platform/day.ts'
import { newId } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'
import { bindPost, personKey, postContentSchema, type PersonStatus } from './content.ts'
import type { PostState } from './moves.ts'
import { nothingSaid } from './moving.ts'
import { recallRules } from './people.ts'
import { askRemovals } from './publishing.ts'
import { postSettingsOf } from './settings.ts'
import { addPostStep, changePost, insertPost, postsOf, type StoredPost } from './store.ts'

declare module '../platform/db.ts' {
  interface Tables {
    recall: {
      agencyId: string
      recallId: string
      personKey: string
      name: string
      status: PersonStatus
      reason: string
      madeBy: string
      at: string
      deadline: string
    }
    recallTask: {
      agencyId: string
      recallId: string
      postId: string
      does: 'remove' | 'correct'
      toldBy: string | null
      closedAt: string | null
    }
  }
}

/** A person's new status, as somebody who runs a page or may approve says it. */
export interface StatusSaid {
  name: string
  status: PersonStatus
  reason: string
  /** For statuses that leave the choice. */
  does?: 'remove' | 'correct' | undefined
  /** Only these posts, where another person of that name is meant by the others; all of them where absent. */
  posts?: readonly string[] | undefined
}

export interface Recalled {
  [key: string]: string | number | null | { postId: string; does: string; toldBy: string }[]
  /** Null where no post that is out names them otherwise. */
  recallId: string | null
  deadline: string | null
  tasks: { postId: string; does: string; toldBy: string }[]
  /** Posts that were about to be approved, or to go out, and are their authors' to mend. */
  heldBack: number
}

/**
 * Changes what is known of a person, and with it starts the clock for every post that is out and says otherwise: it is
 * removed at once or corrected, and a post that tells the same audience lies for approval, in one transaction.
 */
export async function recallPerson(db: Db, agency: Agency, made: Made, said: StatusSaid): Promise<Recalled> {
  const { agencyId } = agency
  const { at, by } = made
  return await command(db, made, async (tx, record) => {
    const { name, status, reason } = said
    const key = personKey(name)
    if (key === '') throw new Refusal('malformed', 'a name has letters')
    const { does } = recallRules[status]
    if (does === 'either' && said.does === undefined)
      throw new Refusal('malformed', 'say whether the posts are removed or corrected')
    if (does !== 'either' && said.does !== undefined && said.does !== does)
      throw new Refusal(
        'malformed',
        `where somebody is ${status}, posts are ${does === 'remove' ? 'removed' : 'corrected'}`,
      )
    const chosen = does === 'either' ? (said.does ?? 'remove') : does
    const posts = await outNaming(tx, agencyId, key, status, said.posts)
    await record({ subject: key, body: { name, status, reason, posts: posts.map(({ postId }) => postId) } })
    const held = await naming(tx, agencyId, key, status, ['in-review', 'approved'])
    for (const post of held) await holdBack(tx, record, agencyId, post, { reason, by, at })
    const heldBack = held.length
    if (posts.length === 0) return { recallId: null, deadline: null, tasks: [], heldBack }
    const recallId = newId()
    const { recallHours } = await postSettingsOf(tx, agencyId)
    const deadline = later(at, { hours: recallHours })
    await tx
      .insertInto('recall')
      .values({
        agencyId,
        recallId,
        personKey: key,
        name: nameIn(posts, key) ?? name,
        status,
        reason,
        madeBy: by,
        at,
        deadline,
      })
      .execute()
    const tasks: Recalled['tasks'] = []
    for (const post of posts) {
      const told = { post, recallId, does: chosen, name, status, by, at }
      const toldBy = await tell(tx, record, agencyId, told)
      if (chosen === 'remove') await takeDown(tx, record, agencyId, post, { reason, by, at })
      await tx
        .insertInto('recallTask')
        .values({ agencyId, recallId, postId: post.postId, does: chosen, toldBy, closedAt: null })
        .execute()
      tasks.push({ postId: post.postId, does: chosen, toldBy })
    }
    return { recallId, deadline, tasks, heldBack }
  })
}

/** A name as the posts that people read wrote it. */
function nameIn(posts: readonly StoredPost[], key: string): string | undefined {
  return posts.flatMap(({ content }) => content.people).find(({ name }) => personKey(name) === key)?.name
}

/** The posts that are out, or going out, and name a person with another status; those that only told of a recall too. */
async function outNaming(
  tx: Tx,
  agencyId: string,
  key: string,
  status: PersonStatus,
  only: readonly string[] | undefined,
): Promise<StoredPost[]> {
  const posts = await naming(tx, agencyId, key, status, ['publishing', 'published'])
  if (only?.some((id) => posts.every(({ postId }) => postId !== id)) === true)
    throw new Refusal('malformed', 'one of the posts is not out, or does not name them with another status')
  return only === undefined ? posts : posts.filter(({ postId }) => only.includes(postId))
}

/** The posts in these states that name a person with another status. */
async function naming(
  tx: Tx,
  agencyId: string,
  key: string,
  status: PersonStatus,
  states: readonly PostState[],
): Promise<StoredPost[]> {
  const rows = await tx
    .selectFrom('postPerson')
    .innerJoin('post', (join) =>
      join.onRef('post.agencyId', '=', 'postPerson.agencyId').onRef('post.postId', '=', 'postPerson.postId'),
    )
    .select('post.postId')
    .where('postPerson.agencyId', '=', agencyId)
    .where('postPerson.personKey', '=', key)
    .where('postPerson.status', '<>', status)
    .where('post.state', 'in', states)
    .orderBy('post.postId')
    .execute()
  const ids = rows.map(({ postId }) => postId)
  return await postsOf(tx, agencyId, ids)
}

/** What is not true any more does not go out: a post that waits for its yes, or for its time, is its author's again. */
async function holdBack(
  tx: Tx,
  record: Recording,
  agencyId: string,
  post: StoredPost,
  { reason, by, at }: { reason: string; by: string; at: string },
): Promise<void> {
  const { postId, contentHash, version } = post
  await changePost(tx, agencyId, post, { ...nothingSaid, state: 'returned', since: at })
  await addPostStep(tx, agencyId, postId, {
    version: version + 1,
    move: 'return',
    madeBy: by,
    office: 'administrator',
    toState: 'returned',
    remarks: reason,
    contentHash,
    at,
  })
  const body = { state: 'returned', contentHash, remarks: reason }
  await record({ kind: 'posts.return', subject: postId, body })
}

/** A post to the same pages that says what has changed; it lies for approval, as every post does. */
async function tell(
  tx: Tx,
  record: Recording,
  agencyId: string,
  told: {
    post: StoredPost
    recallId: string
    does: 'remove' | 'correct'
    name: string
    status: PersonStatus
    by: string
    at: string
  },
): Promise<string> {
  const { post, recallId, does, status, by, at } = told
  const name = nameIn([post], personKey(told.name)) ?? told.name
  const { category, accounts, audience, byline, texts } = post.content
  const { tells } = recallRules[status]
  const said = Object.fromEntries(
    (['en', 'es'] as const)
      .filter((language) => texts[language] !== undefined)
      .map((language) => [language, tells[language](name)]),
  )
  const content = postContentSchema.parse({
    category,
    accounts,
    audience,
    byline,
    texts: said,
    people: status === 'erased' ? [] : [{ name, status, inPicture: false }],
    corrects: { postId: post.postId, how: 'reply' },
  })
  const { written, hash } = bindPost(content)
  const postId = newId()
  await insertPost(tx, agencyId, { postId, author: by, content, written, hash, recallId }, at)
  await record({
    kind: 'posts.write',
    subject: postId,
    body: { contentHash: hash, corrects: post.postId, recallId, does },
  })
  return postId
}

/** Removes a post everywhere by a recall, whatever else of it waits. */
async function takeDown(
  tx: Tx,
  record: Recording,
  agencyId: string,
  post: StoredPost,
  { reason, by, at }: { reason: string; by: string; at: string },
): Promise<void> {
  const { postId, contentHash, version } = post
  await changePost(tx, agencyId, post, { state: 'removed', removedAt: at, removedBecause: reason, since: at })
  await addPostStep(tx, agencyId, postId, {
    version: version + 1,
    move: 'remove',
    madeBy: by,
    office: 'administrator',
    toState: 'removed',
    remarks: reason,
    contentHash,
    at,
  })
  await askRemovals(tx, agencyId, postId, contentHash, at)
  await record({
    kind: 'posts.remove',
    subject: postId,
    body: { state: 'removed', contentHash, remarks: reason },
  })
}
