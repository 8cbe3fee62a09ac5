import assert from 'node:assert/strict'
import { z } from 'zod'
import {
  commentSchema,
  movedCommentSchema,
  queueSchema,
  type CommentView,
  type Queue,
} from '../src/comments/schema.ts'
import { lookNow, pollComments } from '../src/comments/poll.ts'
import { newId, sha256 } from '../src/platform/id.ts'
import { askDelivery, deliveriesOf } from '../src/posts/deliveries.ts'
import { buildOfficialTown, type OfficialSettings, type OfficialTown } from './official-town.ts'
import type { Answered, Townsperson } from './town.ts'

/** The official town with a post out on each network, and people who look at what visitors write below it. */
export interface CommentedTown extends OfficialTown {
  /** The post on each network, by its own name there. */
  out: { bluesky: string; mastodon: string }
  /** Looks at the networks now, as the minute's work does. */
  look: () => Promise<number>
  queue: (name: Townsperson, question?: string) => Promise<Queue>
  /** A comment as somebody sees it, found by the beginning of its words. */
  found: (name: Townsperson, words: string, state?: string) => Promise<CommentView>
  move: (name: Townsperson, comment: CommentView, said: object) => Promise<Answered>
  /** A move that must be let through. */
  moves: (
    name: Townsperson,
    comment: CommentView,
    said: object,
  ) => Promise<z.infer<typeof movedCommentSchema>>
  /** The code of the last receipt that a comment's writer was sent. */
  codeOf: (comment: CommentView) => Promise<string>
}

export const refusalIn = ({ body }: Answered): string =>
  z.object({ error: z.object({ sentence: z.string() }) }).safeParse(body).data?.error.sentence ?? ''

export async function buildCommentedTown(settings: OfficialSettings = {}): Promise<CommentedTown> {
  const town = await buildOfficialTown({ settled: { counsel: { memberId: 'kim' } }, ...settings })
  const { people, accounts, agency, db, app } = town
  const publish = async (accountId: string): Promise<string> => {
    const id = newId()
    const text = 'Main Street is closed for the parade on Saturday.'
    await town.does('grant', 'posts.publish', async (tx, record) => {
      const outgoing = { text, languages: ['en'], media: [] }
      const asked = { subject: { kind: 'post' as const, id }, accountId, does: 'publish' as const }
      const hash = sha256(text)
      await askDelivery(
        tx,
        agency.agencyId,
        { ...asked, outgoing, hash, replyTo: null, remoteId: null },
        town.now(),
      )
      await record({ subject: id, body: {} })
    })
    await app.deliverSoon(agency)
    const [delivery] = await deliveriesOf(db, agency.agencyId, { kind: 'post', id })
    assert.equal(delivery?.state, 'done', delivery?.sentence ?? '')
    return delivery.remoteId ?? ''
  }
  const out = {
    bluesky: await publish(accounts.bluesky.accountId),
    mastodon: await publish(accounts.mastodon.accountId),
  }
  const queue: CommentedTown['queue'] = async (name, question = '') => {
    const { status, body } = await (await people.by(name)).get(`/api/comments${question}`)
    assert.equal(status, 200, JSON.stringify(body))
    return queueSchema.parse(body)
  }
  const move: CommentedTown['move'] = async (name, { commentId, version }, said) =>
    (await people.by(name)).post(`/api/comments/${commentId}/move`, { version, ...said })
  return {
    ...town,
    out,
    look: async () => {
      town.pass({ minutes: 2 })
      const { networks, seal } = app.house
      await lookNow(db, agency.agencyId, 'all', town.now())
      return await pollComments(db, { networks, seal }, agency, town.now())
    },
    queue,
    found: async (name, words, state = 'waiting') => {
      const { items } = await queue(name, `?state=${state}`)
      const one = items.find(({ text }) => text.startsWith(words))
      assert.ok(one, `"${words}" is not ${state}: ${items.map(({ text }) => text).join(' | ')}`)
      const { status, body } = await (await people.by(name)).get(`/api/comments/${one.commentId}`)
      assert.equal(status, 200, JSON.stringify(body))
      return commentSchema.parse(body)
    },
    move,
    moves: async (name, comment, said) => {
      const { status, body } = await move(name, comment, said)
      assert.equal(status, 200, JSON.stringify(body))
      await app.deliverSoon(agency)
      return movedCommentSchema.parse(body)
    },
    codeOf: async ({ commentId }) => {
      const row = await db
        .selectFrom('delivery')
        .select('outgoing')
        .where('agencyId', '=', agency.agencyId)
        .where('subjectId', '=', commentId)
        .where('does', '=', 'reply')
        .orderBy('seq', 'desc')
        .executeTakeFirstOrThrow()
      const [, code = ''] = /public\/appeal\/([\w-]+)/.exec(row.outgoing ?? '') ?? []
      assert.match(code, /^[\w-]{22}$/)
      return code
    },
  }
}
