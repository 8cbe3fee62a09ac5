import { z } from 'zod'
import { command } from '../ledger/command.ts'
import { madeBy, memberOf } from '../members/caller.ts'
import type { App } from '../platform/http.ts'
import { refusalSchema } from '../platform/refused.ts'
import { newId } from '../platform/id.ts'
import { checkPost, judgePost } from './checking.ts'
import { bindPost } from './content.ts'
import { mediaRoutes } from './media-routes.ts'
import { editPost, movePost, refuseUnknownAccounts } from './moving.ts'
import { wholeText } from './outgoing.ts'
import { peopleRoutes } from './people-routes.ts'
import {
  editPostSchema,
  movePostSchema,
  postIdSchema,
  postMovedSchema,
  postRulingSchema,
  postSchema,
  postsQuerySchema,
  postsSchema,
  writePostSchema,
} from './schema.ts'
import { postGroundOf } from './seats.ts'
import { isPrivy, seenPost, seesPost } from './sight.ts'
import { insertPost, postsOf } from './store.ts'
import { postBriefsOf, postView } from './view.ts'
import type { MemberCaller } from '../members/caller.ts'

const tags = ['posts']
const refusals = { '4xx': refusalSchema } as const

/** What the department says in public: written, judged, approved, published, corrected, removed. */
export function postRoutes(app: App): void {
  mediaRoutes(app)
  peopleRoutes(app)
  readRoutes(app)

  app.post(
    '/api/posts',
    {
      config: { action: 'posts.write' },
      schema: {
        operationId: 'writePost',
        tags,
        summary: 'Begin a post as a draft',
        body: writePostSchema,
        response: { 200: postMovedSchema, ...refusals },
      },
    },
    async (request) => {
      const { db, agency, member } = memberOf(request)
      const { content } = request.body
      const made = madeBy(request, 'posts.write', { content: JSON.parse(JSON.stringify(content)) })
      const ground = await postGroundOf(db, agency, made.at)
      await refuseUnknownAccounts(ground, content)
      if (content.corrects !== null) await seenPost(memberOf(request), content.corrects.postId, made.at)
      const { written, hash } = bindPost(content)
      return await command(db, made, async (tx, record) => {
        const postId = newId()
        const { memberId: author } = member
        await insertPost(tx, agency.agencyId, { postId, author, content, written, hash }, made.at)
        // A draft is its author's own affair; the ledger holds its words once it is submitted.
        await record({
          subject: postId,
          body: { contentHash: hash, corrects: content.corrects?.postId ?? null },
        })
        return { postId, version: 1, state: 'draft' as const, contentHash: hash }
      })
    },
  )

  app.put(
    '/api/posts/:id',
    {
      config: { action: 'posts.write' },
      schema: {
        operationId: 'editPost',
        tags,
        summary: 'Change a post that is not on its way out; it is a draft again, and every yes to it is void',
        params: postIdSchema,
        body: editPostSchema,
        response: { 200: postMovedSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { id } = request.params
      await seenPost(caller, id, app.clock())
      const { version, content } = request.body
      const input = { id, version, content: JSON.parse(JSON.stringify(content)) }
      return await editPost(caller.db, caller.agency, madeBy(request, 'posts.edit', input), id, request.body)
    },
  )

  app.post(
    '/api/posts/:id/move',
    {
      config: { action: 'posts.move' },
      schema: {
        operationId: 'movePost',
        tags,
        summary:
          'Submit, approve, return, sign in an emergency, withdraw, review, remove: what the table allows',
        params: postIdSchema,
        body: movePostSchema,
        response: { 200: postMovedSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { id } = request.params
      await seenPost(caller, id, app.clock())
      const made = madeBy(request, `posts.${request.body.move}`, { id, ...request.body })
      const moved = await movePost(caller.db, caller.agency, app.house.networks, made, id, request.body)
      void app.deliverSoon(caller.agency)
      return moved
    },
  )
}

function readRoutes(app: App): void {
  app.get(
    '/api/posts',
    {
      config: { action: 'posts.see' },
      schema: {
        operationId: 'listPosts',
        tags,
        summary: 'Posts of mine, of my pages, that I may approve, and all that are or were out',
        querystring: postsQuerySchema,
        response: { 200: postsSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { query } = request
      const ground = await postGroundOf(caller.db, caller.agency, app.clock())
      const ids = await idsSeen(caller, isPrivy(caller, ground), query)
      const { agencyId } = caller.agency
      const posts = await postsOf(caller.db, agencyId, ids.slice(0, query.limit))
      const next = ids.length > query.limit ? (ids[query.limit - 1] ?? null) : null
      return { items: await postBriefsOf(caller.db, agencyId, posts, ground), next }
    },
  )

  app.get(
    '/api/posts/:id',
    {
      config: { action: 'posts.see' },
      schema: {
        operationId: 'seePost',
        tags,
        summary:
          'One post: its content, ruling, moves, deliveries, corrections and recalls, and what I may do',
        params: postIdSchema,
        response: { 200: postSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { db, agency, member } = caller
      const { post, ground } = await seenPost(caller, request.params.id, app.clock())
      return await postView(db, agency, post, ground, member.memberId, app.house.networks)
    },
  )

  app.post(
    '/api/posts/ruling',
    {
      config: { action: 'rulings.ask' },
      schema: {
        operationId: 'judgePost',
        tags,
        summary:
          'What the order says of a post while it is written, what its networks would not take, how each shows it',
        body: writePostSchema,
        response: { 200: postRulingSchema, ...refusals },
      },
    },
    async (request) => {
      const { db, agency, member } = memberOf(request)
      const { content } = request.body
      const at = app.clock()
      const ground = await postGroundOf(db, agency, at)
      const [checked, ruling] = await Promise.all([
        checkPost(db, agency, content, ground, app.house.networks, at),
        judgePost(db, agency, member.memberId, content, ground, at),
      ])
      return { ...checked, ruling, text: wholeText(content) }
    },
  )
}

type Query = z.infer<typeof postsQuerySchema>

/** The ids a caller may see, one more than asked for. */
async function idsSeen(caller: MemberCaller, privy: boolean, query: Query): Promise<string[]> {
  const { db, agency, member } = caller
  const { agencyId } = agency
  const { state, category, account, whose, order, after, limit } = query
  let select = db
    .selectFrom('post')
    .select('post.postId')
    .where('post.agencyId', '=', agencyId)
    .where((row) => seesPost(caller, privy, row))
    .limit(limit + 1)
  if (state !== undefined) select = select.where('post.state', '=', state)
  if (category !== undefined) select = select.where('post.category', '=', category)
  if (whose === 'mine') select = select.where('post.author', '=', member.memberId)
  if (account !== undefined)
    select = select.where((row) =>
      row.exists(
        row
          .selectFrom('postAccount')
          .select('postAccount.postId')
          .whereRef('postAccount.agencyId', '=', 'post.agencyId')
          .whereRef('postAccount.postId', '=', 'post.postId')
          .where('postAccount.accountId', '=', account),
      ),
    )
  if (order === 'upcoming') {
    // Few wait for their time; they are one page.
    select = select.where('post.state', '=', 'approved').orderBy('post.publishAt').orderBy('post.postId')
  } else {
    select = select.orderBy('post.postId', 'desc')
    if (after !== undefined) select = select.where('post.postId', '<', after)
  }
  return (await select.execute()).map(({ postId }) => postId)
}
