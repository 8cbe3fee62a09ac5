import { z } from 'zod'
import {
  appealDecidedSchema,
  appealsSchema,
  changedSchema,
  commentSchema,
  movedCommentSchema,
  queueSchema,
  type CommentView,
} from '../../comments/schema.ts'
import { toReadSchema } from '../../comments/neutrality-routes.ts'
import { townNetworks, type Outreach } from './outreach.ts'
import { later } from '../../platform/day.ts'
import { commentsTold, commentsWaiting, type CommentTold } from './comments-told.ts'
import { addDays } from './requesting.ts'

const told = new Map([...commentsTold, ...commentsWaiting].map((one) => [one.text, one]))
const waiting = new Set(commentsWaiting)
/** A comment is known again by how it begins, though its writer changed it since. */
const toldOf = (text: string): CommentTold | undefined =>
  told.get(text) ?? commentsTold.find((one) => typeof one.later === 'object' && one.later.text === text)

/** What comments bring with them in a year: words that are looked for, and all of it read again. */
export function tellComments(outreach: Outreach): void {
  const { on } = outreach
  on(298, '11:15', () => filters(outreach))
  for (let day = 120; day < 371; day += 14) on(day, '14:05', () => readsAgain(outreach))
}

/** Residents write below a post that went out just now; some change it, most stays up, some is hidden. */
export function tellBelow(outreach: Outreach, key: string): void {
  const { teller } = outreach
  const below = [...commentsTold, ...commentsWaiting].filter(({ post }) => post === key)
  if (below.length === 0) return
  const after = (hours: number, act: () => Promise<void>): void =>
    teller.at(later(teller.now(), { hours }), act)
  after(7, () => write(outreach, below))
  after(26, () => changeTheirs(outreach, below))
  if (below.some((one) => !waiting.has(one))) teller.after(46, () => moderates(outreach))
}

async function write({ fakes, out, stirred }: Outreach, below: readonly CommentTold[]): Promise<void> {
  stirred()
  for (const { post, on, by, text } of below) {
    const found = out.get(`${post} on ${on}`)
    if (!found) throw new Error(`nothing of "${post}" stands on ${on}`)
    fakes()[on].write(by, found.id, text)
  }
}

/** Whoever wrote a comment changes it or takes it down. */
async function changeTheirs({ fakes, out, stirred }: Outreach, below: readonly CommentTold[]): Promise<void> {
  for (const { post, on, text, later: change } of below) {
    if (change === undefined) continue
    stirred()
    const { wall } = fakes()[on]
    const own = wall.below(out.get(`${post} on ${on}`)?.id ?? '').find((one) => one.text === text)
    if (!own) throw new Error(`"${text}" does not stand on ${on}`)
    if (change === 'deleted') wall.erase(own.id)
    else wall.edit(own.id, change.text)
  }
}

/**
 * Whoever runs the pages goes through what waits: most stays up, and what does not is hidden with its ground. Will West
 * hides, so that the custodian may settle the records of it when somebody asks for them.
 */
async function moderates(outreach: Outreach): Promise<void> {
  const { teller } = outreach
  const { items } = await teller.get('lopez', queueSchema, '/api/comments?state=waiting&limit=200')
  for (const [place, { commentId, text }] of items.entries()) {
    const one = toldOf(text)
    if (!one) throw new Error(`nobody of the story wrote "${text}"`)
    if (waiting.has(one)) continue
    const who = place % 3 > 0 ? 'lopez' : 'west'
    const comment = await teller.get(who, commentSchema, `/api/comments/${commentId}`)
    if (one.hide) await hides(outreach, comment, one.hide)
    else await move(outreach, who, comment, { move: 'keep' })
  }
}

async function move(
  { teller, sent }: Outreach,
  who: string,
  { commentId, version }: CommentView,
  said: object,
): Promise<void> {
  const url = `/api/comments/${commentId}/move`
  await teller.send(who, movedCommentSchema, 'POST', url, { version, ...said })
  await sent()
}

async function hides(
  outreach: Outreach,
  comment: CommentView,
  hide: NonNullable<CommentTold['hide']>,
): Promise<void> {
  const { teller } = outreach
  const { ground, reason, notForCriticism } = hide
  const { commentId, latest: n, text } = comment
  await move(outreach, 'west', comment, {
    move: 'hide',
    ground,
    n,
    spans: [[0, Array.from(text).length]],
    reason,
    ...(comment.isCritical
      ? { notForCriticism: notForCriticism ?? 'It criticizes nothing that was done.' }
      : {}),
  })
  const url = `/api/comments/${commentId}`
  const after = await teller.get('west', commentSchema, url)
  if (after.state === 'with-counsel')
    return teller.after(20, async () => {
      const seen = await teller.get('kim', commentSchema, url)
      const said = { move: 'agree', reason: 'It advertises; nothing in it answers the post.' }
      await move(outreach, 'kim', seen, said)
      await byHand(outreach, await teller.get('west', commentSchema, url))
    })
  await byHand(outreach, after)
  if (hide.appeal) await appeals(outreach, after, hide.appeal)
}

/** Where a network hides nothing by its interface, somebody does it on its own page and says so. */
async function byHand({ teller }: Outreach, { hidings }: CommentView): Promise<void> {
  const left = hidings.find(({ way, handDoneAt }) => way === 'hand' && handDoneAt === null)
  if (left) await teller.send('west', changedSchema, 'POST', `/api/hidings/${left.hidingId}/done-by-hand`, {})
}

/** The writer follows the address in the receipt and appeals, without an account. */
async function appeals(
  outreach: Outreach,
  { commentId, text }: CommentView,
  { words, outcome, because }: NonNullable<NonNullable<CommentTold['hide']>['appeal']>,
): Promise<void> {
  const { teller, fakes } = outreach
  const receipts = townNetworks.flatMap((network) => {
    const { posts } = fakes()[network].wall
    const own = [...posts.values()].find((one) => one.text === text)
    return own ? fakes()[network].wall.children(own.id) : []
  })
  const [, path] = /(\/public\/appeal\/[\w-]+)/.exec(receipts[0]?.text ?? '') ?? []
  if (path === undefined) throw new Error(`whoever wrote "${text}" was sent no receipt`)
  teller.after(20, async () => {
    await teller.form(path, { words })
    if (outcome === undefined) return
    teller.after(48, async () => {
      const { items } = await teller.get('reyes', appealsSchema, '/api/appeals?state=waiting')
      const appeal = items.find((one) => one.commentId === commentId)
      if (!appeal) throw new Error(`the appeal for "${text}" does not wait`)
      const { appealId, version } = appeal
      const said = { version, outcome, reason: because }
      await teller.send('reyes', appealDecidedSchema, 'POST', `/api/appeals/${appealId}/decide`, said)
      await outreach.sent()
    })
  })
}

/** Words by which advertisements are found are proposed by one and approved by another, until a day. */
async function filters({ teller }: Outreach): Promise<void> {
  const { id, version } = await teller.send('lopez', changedSchema, 'POST', '/api/filters', {
    accountId: null,
    words: 'free shipping',
    place: 'here',
    ground: 'off-topic',
    reason: 'Advertisements of one seller came below four posts this month.',
    endsOn: addDays(teller.today(), 120),
  })
  const decided = { version, approve: true, remarks: 'Until spring, and no longer.' }
  await teller.send('nash', changedSchema, 'POST', `/api/filters/${id}/decide`, decided)
}

const readAgain = z.object({ read: z.literal(true) })

/** Counsel, who decided none of them, reads last quarter's sample again without knowing what became of it. */
async function readsAgain({ teller }: Outreach): Promise<void> {
  for (;;) {
    const { next } = await teller.get('kim', toReadSchema, '/api/rereads/next')
    if (!next) return
    const one = toldOf(next.text)
    if (!one) throw new Error(`nobody of the story wrote "${next.text}"`)
    await teller.send('kim', readAgain, 'POST', '/api/rereads', {
      quarter: next.quarter,
      number: next.number,
      label: one.label,
      wouldRemove: one.hide?.ground ?? 'none',
    })
  }
}
