import type { Networks } from '../accounts/networks/network.ts'
import { command, type Made, type Record as Recording } from '../ledger/command.ts'
import type { Agency } from '../members/caller.ts'
import type { MemberRuling } from '../permissions/schema.ts'
import type { Db, Tx } from '../platform/db.ts'
import { later } from '../platform/day.ts'
import { Refusal } from '../platform/refusal.ts'
import { checkPost, judgePost } from './checking.ts'
import { bindPost, type PostContent } from './content.ts'
import type { PostMove, PostState } from './moves.ts'
import { rulePost, type PostOffice, type PostSaid } from './post.ts'
import { askRemovals } from './publishing.ts'
import { postGroundOf, seatsFor, type PostGround } from './seats.ts'
import { postSettingsOf } from './settings.ts'
import {
  addPostStep,
  changePost,
  findPost,
  keepContent,
  refuseMovedPost,
  type PostChanges,
  type StoredPost,
} from './store.ts'

export interface PostMoving extends PostSaid {
  move: Exclude<PostMove, 'edit' | 'publish' | 'finish' | 'fail'>
  version: number
}

export interface PostMoved {
  [key: string]: string | number
  postId: string
  version: number
  state: PostState
  contentHash: string
}

/** What the gravest outcomes let through, and whose word each needs. */
interface Weighed {
  ruling: MemberRuling
  changes: PostChanges
}

/**
 * Makes one move of a post: rule, order, state, step and entry in one transaction. Whether the caller may see the post
 * is the route's affair; who may move it is the table's.
 */
export async function movePost(
  db: Db,
  agency: Agency,
  networks: Networks,
  made: Made,
  postId: string,
  moving: PostMoving,
): Promise<PostMoved> {
  const { agencyId } = agency
  const { move, remarks, contentHash } = moving
  const { by, at } = made
  return await command(db, made, async (tx, record) => {
    const post = await findPost(tx, agencyId, postId)
    if (post.version !== moving.version) await refuseMovedPost(tx, agencyId, postId)
    const ground = await postGroundOf(tx, agency, at)
    const answer = rulePost(post, move, by, seatsFor(ground, post.content), { remarks, contentHash })
    if (!answer.ok) throw new Refusal('forbiddenByOrder', answer.because)
    const { next, office } = answer
    const weighed =
      move === 'submit' || move === 'approve' || move === 'sign'
        ? await weigh(tx, agency, networks, post, ground, { move, office, remarks, at })
        : undefined
    const changes = {
      ...weighed?.changes,
      ...(await changesBy(tx, agency, post, moving, by, at)),
      state: next.state,
      approvedHash: next.approvedHash,
      approvedBy: next.approvedBy,
      signedBy: next.signedBy,
      reviewedBy: next.reviewedBy,
    }
    await step(tx, record, agencyId, post, changes, {
      move,
      madeBy: by,
      office,
      toState: next.state,
      remarks: remarks ?? null,
      at,
    })
    if (move === 'remove') await askRemovals(tx, agencyId, postId, post.contentHash, at)
    return { postId, version: post.version + 1, state: next.state, contentHash: post.contentHash }
  })
}

/** Gives a post another content: whatever was said of the old one is void, and it is a draft again. */
export async function editPost(
  db: Db,
  agency: Agency,
  made: Made,
  postId: string,
  edit: { version: number; content: PostContent },
): Promise<PostMoved> {
  const { agencyId } = agency
  const { by, at } = made
  return await command(db, made, async (tx, record) => {
    const post = await findPost(tx, agencyId, postId)
    if (post.version !== edit.version) await refuseMovedPost(tx, agencyId, postId)
    const { content } = edit
    const { written, hash } = bindPost(content)
    const ground = await postGroundOf(tx, agency, at)
    const answer = rulePost(post, 'edit', by, seatsFor(ground, post.content), { contentHash: hash })
    if (!answer.ok) throw new Refusal('forbiddenByOrder', answer.because)
    if ((content.corrects?.postId ?? null) !== post.corrects)
      throw new Refusal('malformed', 'what a post corrects is not changed; begin another one')
    await refuseUnknownAccounts(ground, content)
    const changes = {
      content: written,
      contentHash: hash,
      category: content.category,
      editor: by,
      state: answer.next.state,
      ...nothingSaid,
      ruling: null,
      ruledHash: null,
      outcome: null,
    }
    await step(tx, record, agencyId, { ...post, contentHash: hash }, changes, {
      move: 'edit',
      madeBy: by,
      office: answer.office,
      toState: answer.next.state,
      remarks: null,
      at,
    })
    await keepContent(tx, agencyId, postId, { content, written, hash, madeBy: by, at })
    return { postId, version: post.version + 1, state: answer.next.state, contentHash: hash }
  })
}

/** No page of another agency, and none that never was. */
export function refuseUnknownAccounts({ accounts }: PostGround, content: PostContent): Promise<void> {
  const known = new Set(accounts.map(({ accountId }) => accountId))
  if (content.accounts.some((accountId) => !known.has(accountId)))
    return Promise.reject(new Refusal('malformed', 'content.accounts: there is no such page'))
  return Promise.resolve()
}

/** What a post is without whatever was said of its content. */
export const nothingSaid = {
  submittedAt: null,
  approvedHash: null,
  approvedBy: null,
  approvedAt: null,
  publishAt: null,
  signedBy: null,
  signedBecause: null,
  reviewDueAt: null,
  reviewedBy: null,
  reviewedAt: null,
  reviewedAs: null,
} as const satisfies PostChanges

async function step(
  tx: Tx,
  record: Recording,
  agencyId: string,
  post: StoredPost,
  changes: PostChanges,
  made: {
    move: PostMove
    madeBy: string | null
    office: PostOffice | null
    toState: PostState
    remarks: string | null
    at: string
  },
): Promise<void> {
  const { postId, version, contentHash } = post
  await changePost(tx, agencyId, post, { ...changes, since: made.at })
  await addPostStep(tx, agencyId, postId, { ...made, version: version + 1, contentHash })
  const { toState: state, office, remarks } = made
  // From its submission on the ledger alone can rebuild a post.
  const whole =
    made.move === 'submit' || made.move === 'sign'
      ? { content: JSON.parse(JSON.stringify(post.content)), outcome: changes.outcome ?? null }
      : {}
  await record({ subject: postId, body: { state, contentHash, office, remarks, ...whole } })
}

/** What each move writes beside the state. */
async function changesBy(
  tx: Tx,
  agency: Agency,
  post: StoredPost,
  { move, remarks }: PostMoving,
  by: string,
  at: string,
): Promise<PostChanges> {
  const said = remarks ?? null
  switch (move) {
    case 'submit':
      return { ...nothingSaid, submittedAt: at }
    case 'return':
    case 'withdraw':
      return nothingSaid
    case 'approve':
      return { approvedAt: at }
    case 'sign': {
      const { reviewHours } = await postSettingsOf(tx, agency.agencyId)
      return {
        submittedAt: post.submittedAt ?? at,
        approvedAt: at,
        publishAt: at,
        signedBecause: said,
        reviewDueAt: later(at, { hours: reviewHours }),
        reviewedAt: null,
        reviewedAs: null,
      }
    }
    case 'confirm':
      return { reviewedAt: at, reviewedAs: 'confirmed' }
    case 'fault':
      return { reviewedAt: at, reviewedAs: 'faulted' }
    case 'remove':
      return { removedAt: at, removedBecause: said }
  }
  return unreached(move, by)
}

function unreached(move: never, by: string): never {
  throw new TypeError(`${by} made the move ${String(move)}`)
}

/** Limits, licences and the order: refuses what may not go on, and gives what the order said. */
async function weigh(
  tx: Tx,
  agency: Agency,
  networks: Networks,
  post: StoredPost,
  ground: PostGround,
  moving: {
    move: 'submit' | 'approve' | 'sign'
    office: PostOffice | null
    remarks: string | undefined
    at: string
  },
): Promise<Weighed> {
  const { move, office, remarks, at } = moving
  const by = move === 'sign' ? null : at
  const checked = await checkPost(tx, agency, post.content, ground, networks, by)
  const [problem] = checked.problems
  if (problem) {
    const more = checked.problems.length - 1
    throw new Refusal('malformed', `${problem.sentence}${more > 0 ? `; and ${more} more` : ''}`)
  }
  const ruling = await judgePost(tx, agency, post.author, post.content, ground, at)
  const barred = ruling.provisions.find(({ outcome }) => outcome === 'barred')
  if (barred)
    throw new Refusal(
      'forbiddenByOrder',
      `the order does not let this be said: ${barred.note ?? 'see the provision'}`,
      barred.citation,
    )
  if (move !== 'submit') refuseUnspoken(ruling, office, remarks)
  const written = JSON.stringify(ruling)
  const publishAt = move === 'approve' ? { publishAt: checked.moment ?? at } : {}
  return {
    ruling,
    changes: { ruling: written, ruledHash: post.contentHash, outcome: ruling.outcome, ...publishAt },
  }
}

/** What the order leaves to a person's word needs that word; what it lets only the Chief permit needs the Chief. */
function refuseUnspoken(
  { provisions }: MemberRuling,
  office: PostOffice | null,
  remarks: string | undefined,
): void {
  for (const { outcome, path, citation } of provisions) {
    if (outcome === 'needs-permission') {
      const givers = path?.by ?? ''
      if (office === null || !givers.includes(office))
        throw new Refusal(
          'forbiddenByOrder',
          `this needs a permission of the ${givers === '' ? 'Chief' : givers}, asked for and given before`,
          citation,
        )
      if (!remarks?.trim())
        throw new Refusal('forbiddenByOrder', 'say in your remark what you permit here and why', citation)
    }
    if (outcome === 'needs-review' && !remarks?.trim())
      throw new Refusal(
        'forbiddenByOrder',
        'the order asks a person to weigh this; say in your remark what you weighed',
        citation,
      )
  }
}
