import { z } from 'zod'
import { daySchema } from '../platform/day.ts'
import { grounds } from './grounds.ts'
import { moves, states } from './moves.ts'

const words = (most: number): z.ZodString => z.string().trim().min(1).max(most)
const moment = z.string()
const version = z.int32().min(0)
export const idSchema = z.object({ id: z.uuid() })
export const accountIdSchema = z.object({ accountId: z.uuid() })
export const groundSchema = z.enum(grounds)
const who = z.object({ memberId: z.string(), name: z.string() })
const span = z.tuple([z.int().min(0), z.int().min(1)])

/** One row of the queue. */
export const commentBriefSchema = z
  .object({
    commentId: z.string(),
    accountId: z.string(),
    account: z.string(),
    writer: z.string(),
    /** The beginning of its words, at most 280 characters. */
    text: z.string(),
    state: z.enum(states),
    isGone: z.boolean(),
    version: z.number(),
    latest: z.number(),
    writtenAt: moment,
    capturedAt: moment,
    /** 0 the gravest that the detectors know, 9 nothing. */
    place: z.number(),
    ground: groundSchema.nullable(),
    isCritical: z.boolean(),
    isUgly: z.boolean(),
    language: z.string().nullable(),
    isFiltered: z.boolean(),
    hasMedia: z.boolean(),
  })
  .meta({ id: 'CommentBrief' })
export type CommentBrief = z.infer<typeof commentBriefSchema>

export const queueStates = [...states, 'gone'] as const
export const queueQuerySchema = z.object({
  state: z.enum(queueStates).default('waiting'),
  account: z.uuid().optional(),
  ground: groundSchema.optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional(),
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type QueueQuery = z.infer<typeof queueQuerySchema>
export const queueSchema = z
  .object({
    items: z.array(commentBriefSchema),
    next: z.string().nullable(),
    /** How many are like that, counted to 1,000 and no further. */
    count: z.number(),
    isCapped: z.boolean(),
  })
  .meta({ id: 'CommentQueue' })
export type Queue = z.infer<typeof queueSchema>

const seenSchema = z.object({
  outcome: z.string().nullable(),
  citations: z.array(z.string()),
  facts: z.array(
    z.object({ fact: z.string(), confidence: z.number(), spans: z.array(span), because: z.string() }),
  ),
})

export const hidingSchema = z
  .object({
    hidingId: z.string(),
    n: z.number(),
    state: z.enum(['with-counsel', 'declined', 'withdrawn', 'hidden', 'restored']),
    ground: groundSchema,
    spans: z.array(span),
    reason: z.string(),
    notForCriticism: z.string().nullable(),
    citation: z.string(),
    moderator: who,
    moderatorRole: z.string(),
    askedAt: moment,
    counsel: who.nullable(),
    counselWord: z.string().nullable(),
    hiddenAt: moment.nullable(),
    /** `hand`: the network's interface hides nothing; it is done on its own page, and said here. */
    way: z.enum(['network', 'hand']).nullable(),
    handDoneAt: moment.nullable(),
    ended: z.object({ at: moment, by: who.nullable(), because: z.string() }).nullable(),
    appeal: z
      .object({
        appealId: z.string(),
        words: z.string(),
        madeAt: moment,
        dueAt: moment,
        state: z.enum(['waiting', 'upheld', 'restored', 'conceded']),
        reason: z.string().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'Hiding' })
export type HidingView = z.infer<typeof hidingSchema>

export const commentSchema = commentBriefSchema
  .extend({
    /** All of its words, as they were captured last. */
    text: z.string(),
    network: z.string(),
    url: z.string().nullable(),
    /** The post it stands under: its address in Decorum and on the network, and what was published there. */
    under: z.object({
      kind: z.string(),
      id: z.string(),
      url: z.string().nullable(),
      text: z.string().nullable(),
    }),
    /** What it answers, where that is another comment that was captured. */
    parent: z.object({ commentId: z.string(), writer: z.string(), text: z.string() }).nullable(),
    seen: seenSchema,
    filters: z.array(z.object({ filterId: z.string(), words: z.string() })),
    versions: z.array(
      z.object({
        n: z.number(),
        kind: z.enum(['written', 'edited', 'gone', 'back']),
        text: z.string(),
        hash: z.string(),
        saidAt: moment,
        capturedAt: moment,
        way: z.enum(['poll', 'push']),
        media: z.array(
          z.object({
            number: z.number(),
            mediaType: z.string(),
            alt: z.string(),
            sha256: z.string().nullable(),
            /** Why its bytes could not be kept. */
            because: z.string().nullable(),
          }),
        ),
      }),
    ),
    hidings: z.array(hidingSchema),
    /** What the caller may do now. */
    moves: z.array(z.object({ move: z.enum(moves), says: z.string(), needsReason: z.boolean() })),
    mayBlock: z.boolean(),
    /** What each ground rests on in the order in force; a ground that is missing cannot be used. */
    grounds: z.array(
      z.object({
        ground: groundSchema,
        citation: z.string(),
        gist: z.string(),
        risk: z.string().nullable(),
        asksCounsel: z.boolean(),
        /** The words that the detectors would mark. */
        spans: z.array(span),
      }),
    ),
    /** Hides the network by its interface, and takes it a reply? */
    can: z.object({
      hide: z.boolean(),
      /** Where a comment cannot be hidden: why, and what a person can do instead. */
      instead: z.object({ en: z.string(), es: z.string() }).nullable(),
      reply: z.boolean(),
    }),
  })
  .meta({ id: 'Comment' })
export type CommentView = z.infer<typeof commentSchema>

const said = {
  version,
  reason: words(2_000).optional(),
}
export const moveCommentSchema = z
  .strictObject({
    ...said,
    move: z.enum(moves),
    ground: groundSchema.optional(),
    n: z.int().min(1).optional(),
    spans: z.array(span).max(50).optional(),
    notForCriticism: words(2_000).optional(),
  })
  .meta({ id: 'MoveComment' })
export type MoveComment = z.infer<typeof moveCommentSchema>

export const movedCommentSchema = z
  .object({
    commentId: z.string(),
    version: z.number(),
    state: z.enum(states),
    /** What has still to be done by hand on the network's own page. */
    byHand: z.string().nullable(),
  })
  .meta({ id: 'MovedComment' })
export type MovedComment = z.infer<typeof movedCommentSchema>

export const bulkSchema = z
  .strictObject({
    move: z.enum(['keep', 'hide', 'reopen']),
    comments: z
      .array(z.strictObject({ commentId: z.uuid(), version, n: z.int().min(1) }))
      .min(1)
      .max(100),
    reason: words(2_000).optional(),
    ground: groundSchema.optional(),
  })
  .meta({ id: 'MoveComments' })
export type Bulk = z.infer<typeof bulkSchema>
export const bulkDoneSchema = z
  .object({
    done: z.array(movedCommentSchema),
    refused: z.array(z.object({ commentId: z.string(), sentence: z.string() })),
  })
  .meta({ id: 'MovedComments' })
export type BulkDone = z.infer<typeof bulkDoneSchema>

export const byHandSchema = z.strictObject({ version: version.optional() }).meta({ id: 'DoneByHand' })

export const appealBriefSchema = z
  .object({
    appealId: z.string(),
    kind: z.enum(['hiding', 'block']),
    subjectId: z.string(),
    commentId: z.string().nullable(),
    account: z.string(),
    ground: groundSchema,
    citation: z.string(),
    reason: z.string(),
    /** The words that were hidden, or the writer who was blocked. */
    about: z.string(),
    words: z.string(),
    madeAt: moment,
    dueAt: moment,
    state: z.enum(['waiting', 'upheld', 'restored', 'conceded']),
    version: z.number(),
    moderator: who,
    decided: z.object({ by: who, at: moment, reason: z.string() }).nullable(),
    /** May the caller decide it? */
    mayDecide: z.boolean(),
    /** Why not, where somebody might think they may. */
    whyNot: z.string().nullable(),
  })
  .meta({ id: 'Appeal' })
export type AppealBrief = z.infer<typeof appealBriefSchema>
export const appealsQuerySchema = z.object({
  state: z.enum(['waiting', 'decided']).default('waiting'),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export const appealsSchema = z
  .object({ items: z.array(appealBriefSchema), next: z.string().nullable() })
  .meta({ id: 'Appeals' })
export const decideAppealSchema = z
  .strictObject({ version, outcome: z.enum(['uphold', 'restore']), reason: words(2_000).min(10) })
  .meta({ id: 'DecideAppeal' })
export const appealDecidedSchema = z
  .object({ appealId: z.string(), version: z.number(), state: z.string(), byHand: z.string().nullable() })
  .meta({ id: 'AppealDecided' })

export const filterSchema = z
  .object({
    filterId: z.string(),
    accountId: z.string().nullable(),
    account: z.string().nullable(),
    words: z.string(),
    place: z.enum(['here', 'network']),
    ground: groundSchema,
    reason: z.string(),
    endsOn: z.string(),
    proposedBy: who,
    proposedAt: moment,
    state: z.enum(['proposed', 'in-force', 'disapproved', 'ended']),
    version: z.number(),
    decidedBy: who.nullable(),
    remarks: z.string().nullable(),
    mayDecide: z.boolean(),
    mayEnd: z.boolean(),
  })
  .meta({ id: 'KeywordFilter' })
export type FilterView = z.infer<typeof filterSchema>
export const filtersSchema = z.object({ items: z.array(filterSchema) }).meta({ id: 'KeywordFilters' })
export const proposeFilterSchema = z
  .strictObject({
    accountId: z.uuid().nullable(),
    words: words(100),
    place: z.enum(['here', 'network']),
    ground: groundSchema,
    reason: words(1_000).min(10),
    endsOn: daySchema,
  })
  .meta({ id: 'ProposeFilter' })
export type ProposeFilter = z.infer<typeof proposeFilterSchema>
export const decideFilterSchema = z
  .strictObject({ version, approve: z.boolean(), remarks: words(1_000).optional() })
  .meta({ id: 'DecideFilter' })
export const changedSchema = z
  .object({ id: z.string(), version: z.number() })
  .meta({ id: 'ChangedOfComments' })

export const blockSchema = z
  .object({
    blockId: z.string(),
    accountId: z.string(),
    account: z.string(),
    writer: z.string(),
    ground: groundSchema,
    reason: z.string(),
    citation: z.string(),
    madeBy: who,
    madeAt: moment,
    reviewOn: z.string(),
    endsOn: z.string(),
    state: z.enum(['in-force', 'ended', 'lifted']),
    version: z.number(),
    reviewed: z.object({ by: who, at: moment, word: z.string() }).nullable(),
    isUndone: z.boolean(),
    appeal: z.string().nullable(),
    mayReview: z.boolean(),
    /** Is it over, and left to be undone on the network by the caller? */
    mayUndo: z.boolean(),
  })
  .meta({ id: 'Block' })
export type BlockView = z.infer<typeof blockSchema>
export const blocksSchema = z.object({ items: z.array(blockSchema) }).meta({ id: 'Blocks' })
export const makeBlockSchema = z
  .strictObject({
    /** A comment of theirs that was hidden; whoever has none is not blocked. */
    commentId: z.uuid(),
    ground: groundSchema,
    reason: words(1_000).min(10),
    endsOn: daySchema,
  })
  .meta({ id: 'BlockWriter' })
export type MakeBlock = z.infer<typeof makeBlockSchema>
export const blockMadeSchema = z
  .object({
    blockId: z.string(),
    version: z.number(),
    /** Shown once, to be given to the writer: no network tells them by itself. */
    appealAddress: z.string(),
    byHand: z.string(),
  })
  .meta({ id: 'BlockMade' })
export const reviewBlockSchema = z
  .strictObject({ version, outcome: z.enum(['goes-on', 'lift']), word: words(1_000).min(10) })
  .meta({ id: 'ReviewBlock' })
export const undoneSchema = z.strictObject({ version }).meta({ id: 'BlockUndone' })

export const pushSetSchema = z
  .object({ accountId: z.string(), address: z.string(), secret: z.string(), verify: z.string() })
  .meta({ id: 'PushSet' })
