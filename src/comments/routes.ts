import { z } from 'zod'
import { madeBy, memberOf, type MemberCaller } from '../members/caller.ts'
import { command } from '../ledger/command.ts'
import { openBlobs } from '../platform/blobs.ts'
import type { App } from '../platform/http.ts'
import { refusalSchema } from '../platform/refused.ts'
import { Refusal } from '../platform/refusal.ts'
import { carryingOut } from './house.ts'
import { deliveringOf } from '../posts/deliver-soon.ts'
import { findHiding } from './hidings.ts'
import { captureMedia } from './media.ts'
import { lookNow, pollComments } from './poll.ts'
import { doneByHand, moveAll, moveComment } from './moderate.ts'
import { officesOf, roleOf, sightOf } from './offices.ts'
import { queueOf } from './queue.ts'
import {
  bulkDoneSchema,
  bulkSchema,
  byHandSchema,
  changedSchema,
  commentSchema,
  idSchema,
  movedCommentSchema,
  moveCommentSchema,
  queueQuerySchema,
  queueSchema,
  type MovedComment,
} from './schema.ts'
import {
  changeCommentSettings,
  changeWellness,
  commentSettings,
  commentSettingsSchema,
  wellnessOf,
  wellnessSchema,
} from './settings.ts'
import { findComment } from './store.ts'
import { commentView } from './view.ts'

const tags = ['comments']
const refusals = { '4xx': refusalSchema } as const
const version = z.int32().min(0)

/** The queue of comments, and what moderators and counsel do with them. */
export function commentRoutes(app: App): void {
  app.get(
    '/api/comments',
    {
      config: { action: 'comments.see' },
      schema: {
        operationId: 'listComments',
        tags,
        summary: 'Comments under official posts, the gravest first, as far as the pages that I run',
        querystring: queueQuerySchema,
        response: { 200: queueSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      return await queueOf(caller.db, caller.agency.agencyId, await sightOf(caller), request.query)
    },
  )

  app.get(
    '/api/comments/:id',
    {
      config: { action: 'comments.see' },
      schema: {
        operationId: 'seeComment',
        tags,
        summary: 'One comment: its versions, what was seen in it, its hidings, and what I may do',
        params: idSchema,
        response: { 200: commentSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { id } = request.params
      const at = app.clock()
      const { offices } = await seen(caller, id, at)
      const { memberId } = caller.member
      return await commentView(caller, app.house.networks, { memberId, offices }, id, at)
    },
  )

  app.get(
    '/api/comments/:id/media/:sha256',
    {
      config: { action: 'comments.see' },
      schema: {
        operationId: 'seeCommentMedia',
        tags,
        summary: 'A picture or a film of a comment, as it was captured',
        params: idSchema.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
        produces: ['image/*', 'video/*'],
        response: { 200: z.any(), ...refusals },
      },
    },
    async (request, reply) => {
      const caller = memberOf(request)
      const { id, sha256 } = request.params
      await seen(caller, id, app.clock())
      const { agencyId } = caller.agency
      const kept = await caller.db
        .selectFrom('commentMedia')
        .innerJoin('blob', (join) =>
          join
            .onRef('blob.agencyId', '=', 'commentMedia.agencyId')
            .onRef('blob.sha256', '=', 'commentMedia.sha256'),
        )
        .select('blob.mediaType')
        .where('commentMedia.agencyId', '=', agencyId)
        .where('commentMedia.commentId', '=', id)
        .where('commentMedia.sha256', '=', sha256)
        .executeTakeFirst()
      if (!kept) throw new Refusal('notFound', 'there is no such picture')
      // What a stranger calls a picture is never run or shown as anything else.
      const isShown = /^(?:image\/(?:jpeg|png|webp|gif)|video\/(?:mp4|webm))$/.test(kept.mediaType)
      const bytes = await openBlobs(app.house.blobsFolder).get(sha256)
      return await reply
        .type(isShown ? kept.mediaType : 'application/octet-stream')
        .header('content-disposition', isShown ? 'inline' : 'attachment')
        .send(Buffer.from(bytes))
    },
  )

  app.post(
    '/api/comments/:id/move',
    {
      config: { action: 'comments.move' },
      schema: {
        operationId: 'moveComment',
        tags,
        summary: 'Leave up, hide, restore, advise: what the table of moves allows',
        params: idSchema,
        body: moveCommentSchema,
        response: { 200: movedCommentSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { id } = request.params
      const { agency, db, member } = caller
      const { offices } = await seen(caller, id, app.clock())
      const made = madeBy(request, `comments.${request.body.move}`, { id, ...request.body })
      const house = carryingOut(app, request.host)
      const moderator = { memberId: member.memberId, offices, role: roleOf(caller) }
      const moved = await moveComment(db, house, agency, made, moderator, id, request.body)
      void app.deliverSoon(agency)
      return moved
    },
  )

  app.post(
    '/api/comments/bulk',
    {
      config: { action: 'comments.moderate' },
      schema: {
        operationId: 'moveComments',
        tags,
        summary: 'The same move of many comments, each with its own entry, for one reason',
        body: bulkSchema,
        response: { 200: bulkDoneSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { agency, db, member } = caller
      const made = madeBy(request, `comments.${request.body.move}`, request.body)
      const house = carryingOut(app, request.host)
      const role = roleOf(caller)
      const done = await moveAll(
        db,
        agency,
        made,
        request.body,
        async (own, id, moving): Promise<MovedComment> => {
          const { offices } = await seen(caller, id, app.clock())
          const moderator = { memberId: member.memberId, offices, role }
          return await moveComment(db, house, agency, own, moderator, id, moving)
        },
      )
      void app.deliverSoon(agency)
      return done
    },
  )

  app.post(
    '/api/comments/look',
    {
      config: { action: 'comments.moderate', rateLimit: { max: 6, timeWindow: '1 minute' } },
      schema: {
        operationId: 'lookForComments',
        tags,
        summary: 'Look for new comments now, instead of within the minute',
        body: z.strictObject({}).meta({ id: 'LookForComments' }),
        response: { 200: z.object({ captured: z.number() }).meta({ id: 'LookedForComments' }), ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { agency, db } = caller
      const at = app.clock()
      await lookNow(db, agency.agencyId, await sightOf(caller), at)
      const captured = await pollComments(db, app.house, agency, at)
      await captureMedia(db, deliveringOf(app), agency, at)
      return { captured }
    },
  )

  app.post(
    '/api/hidings/:id/done-by-hand',
    {
      config: { action: 'comments.moderate' },
      schema: {
        operationId: 'hidingDoneByHand',
        tags,
        summary: 'Say that what only a hand can do on the network’s own page is done',
        params: idSchema,
        body: byHandSchema,
        response: { 200: changedSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { agency, db } = caller
      const { id } = request.params
      const { commentId } = await findHiding(db, agency.agencyId, id)
      const { offices } = await seen(caller, commentId, app.clock())
      if (!offices.has('moderator')) throw new Refusal('unauthorized', 'this is for a moderator of the page')
      return await doneByHand(db, madeBy(request, 'comments.done-by-hand', { id }), agency.agencyId, id)
    },
  )

  settingsRoutes(app)
}

/** A comment that the caller may see, and their offices there; for anybody else there is none. */
async function seen(
  caller: MemberCaller,
  commentId: string,
  at: string,
): Promise<{ offices: Awaited<ReturnType<typeof officesOf>> }> {
  const { db, agency } = caller
  const comment = await findComment(db, agency.agencyId, commentId)
  const [sight, offices] = await Promise.all([sightOf(caller), officesOf(caller, comment.accountId, at)])
  // Counsel and whoever hears appeals see what they are asked about.
  const isAsked = offices.has('counsel') || offices.has('appeal')
  if (sight !== 'all' && !sight.includes(comment.accountId) && !isAsked)
    throw new Refusal('notFound', 'there is no such comment')
  return { offices }
}

const settingsSchema = z
  .object({ version, settings: commentSettingsSchema })
  .meta({ id: 'CommentSettingsNow' })

function settingsRoutes(app: App): void {
  app.get(
    '/api/comments/settings',
    {
      config: { action: 'comments.see' },
      schema: {
        operationId: 'seeCommentSettings',
        tags,
        summary: 'What the agency settled about comments: counsel’s word, the time for an appeal, receipts',
        response: { 200: settingsSchema, ...refusals },
      },
    },
    async (request) => {
      const { db, agency } = memberOf(request)
      return await commentSettings(db, agency.agencyId)
    },
  )

  app.put(
    '/api/comments/settings',
    {
      config: { action: 'comments.settle' },
      schema: {
        operationId: 'changeCommentSettings',
        tags,
        summary: 'Change what the agency settled about comments',
        body: settingsSchema,
        response: { 200: settingsSchema, ...refusals },
      },
    },
    async (request) => {
      const { db, agency } = memberOf(request)
      const { settings, version: from } = request.body
      const made = madeBy(request, 'comments.settle', request.body)
      const to = await command(db, made, (tx, record) =>
        changeCommentSettings(tx, record, agency.agencyId, settings, from),
      )
      return { version: to, settings }
    },
  )

  app.get(
    '/api/me/wellness',
    {
      config: { action: 'wellness.change' },
      schema: {
        operationId: 'seeWellness',
        tags,
        summary: 'How I want ugly words and pictures shown to me',
        response: { 200: wellnessSchema, ...refusals },
      },
    },
    async (request) => {
      const { db, agency, member } = memberOf(request)
      return await wellnessOf(db, agency.agencyId, member.memberId)
    },
  )

  app.put(
    '/api/me/wellness',
    {
      config: { action: 'wellness.change' },
      schema: {
        operationId: 'changeWellness',
        tags,
        summary: 'Change how ugly words and pictures are shown to me',
        body: wellnessSchema,
        response: { 200: wellnessSchema, ...refusals },
      },
    },
    async (request) => {
      const { db, agency, member } = memberOf(request)
      const made = madeBy(request, 'wellness.change', request.body)
      await command(db, made, async (tx, record) => {
        await changeWellness(tx, record, agency.agencyId, member.memberId, request.body)
        return null
      })
      return request.body
    },
  )
}
