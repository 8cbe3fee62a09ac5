import { z } from 'zod'
import { networkNames } from '../accounts/networks/network.ts'
import { rulingSchema, who } from '../permissions/schema.ts'
import { categories, personStatuses, postContentSchema } from './content.ts'
import { deliveryDoes, deliveryStates } from './deliveries.ts'
import { postMoves, postStates } from './moves.ts'

const moment = z.string()
const words = (most: number): z.ZodString => z.string().trim().min(1).max(most)
const version = z.int32().min(1)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const needs = z.array(z.enum(['remarks', 'contentHash']))

export const writePostSchema = z.strictObject({ content: postContentSchema }).meta({ id: 'WritePost' })
export const editPostSchema = z.strictObject({ version, content: postContentSchema }).meta({ id: 'EditPost' })

/** The moves that a person may ask for; an edit comes with its content, and time makes its own. */
export const askedMoves = postMoves.filter(
  (move) => move !== 'edit' && move !== 'publish' && move !== 'finish' && move !== 'fail',
)
export const movePostSchema = z
  .strictObject({
    move: z.enum(['submit', 'approve', 'return', 'sign', 'withdraw', 'confirm', 'fault', 'remove']),
    /** The version that was seen; a post that moved meanwhile is a conflict that says who moved it. */
    version,
    /** The hash of the content that was seen. */
    contentHash: hash.optional(),
    remarks: words(4_000).optional(),
  })
  .meta({ id: 'MovePost' })
export type MovePost = z.infer<typeof movePostSchema>

export const postIdSchema = z.object({ id: z.uuid() })
export const postMovedSchema = z
  .object({ postId: z.string(), version: z.number(), state: z.enum(postStates), contentHash: z.string() })
  .meta({ id: 'MovedPost' })

export const postBriefSchema = z
  .object({
    postId: z.string(),
    title: z.string(),
    state: z.enum(postStates),
    version: z.number(),
    category: z.enum(categories),
    author: who,
    accounts: z.array(z.object({ accountId: z.string(), network: z.enum(networkNames), handle: z.string() })),
    corrects: z.string().nullable(),
    /** When it goes out, or went out. */
    publishAt: moment.nullable(),
    publishedAt: moment.nullable(),
    removedAt: moment.nullable(),
    /** Signed by one in an emergency and not looked at since: until when it is to be. */
    reviewDueAt: moment.nullable(),
    createdAt: moment,
    since: moment,
  })
  .meta({ id: 'PostBrief' })
export type PostBrief = z.infer<typeof postBriefSchema>

export const postsQuerySchema = z.object({
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  state: z.enum(postStates).optional(),
  category: z.enum(categories).optional(),
  account: z.uuid().optional(),
  whose: z.enum(['all', 'mine']).default('all'),
  /** `upcoming`: approved and not out yet, the next first; else the newest first. */
  order: z.enum(['newest', 'upcoming']).default('newest'),
})
export const postsSchema = z
  .object({ items: z.array(postBriefSchema), next: z.string().nullable() })
  .meta({ id: 'Posts' })

export const deliverySchema = z
  .object({
    deliveryId: z.string(),
    accountId: z.string(),
    network: z.enum(networkNames),
    handle: z.string(),
    does: z.enum(deliveryDoes),
    state: z.enum(deliveryStates),
    version: z.number(),
    tries: z.number(),
    askedAt: moment,
    /** When it is tried next, while it waits. */
    dueAt: moment.nullable(),
    doneAt: moment.nullable(),
    removedAt: moment.nullable(),
    url: z.string().nullable(),
    sentence: z.string().nullable(),
    settledBy: who.nullable(),
    /** What it removes, answers or edits. */
    about: z.string().nullable(),
    hash: z.string(),
  })
  .meta({ id: 'Delivery' })
export type DeliveryView = z.infer<typeof deliverySchema>

export const previewSchema = z.object({
  accountId: z.string(),
  text: z.string(),
  languages: z.array(z.string()),
  length: z.number(),
  most: z.number(),
  problems: z.array(z.string()),
})

export const postRulingSchema = z
  .object({
    ruling: rulingSchema,
    /** The text that the spans of the ruling are of. */
    text: z.string(),
    problems: z.array(z.object({ accountId: z.string().nullable(), sentence: z.string() })),
    previews: z.array(previewSchema),
    /** When it would go out; null: when it is approved. */
    moment: moment.nullable(),
    /** Times to choose from, where the one given never is, or is twice. */
    offers: z.array(z.string()),
  })
  .meta({ id: 'PostRuling' })
export type PostRuling = z.infer<typeof postRulingSchema>

export const mediaViewSchema = z.object({
  sha256: z.string(),
  mediaId: z.string(),
  kind: z.enum(['image', 'video']),
  mediaType: z.string(),
  width: z.number(),
  height: z.number(),
  bytes: z.number(),
  seconds: z.number().nullable(),
})

export const postSchema = postBriefSchema
  .extend({
    content: postContentSchema,
    contentHash: z.string(),
    editor: who,
    media: z.array(mediaViewSchema),
    /** As each account says it. */
    previews: z.array(previewSchema),
    ruling: rulingSchema.nullable(),
    rulingText: z.string(),
    approvedBy: who.nullable(),
    approvedAt: moment.nullable(),
    /** The content that was approved last, where it is another one. */
    approvedBefore: postContentSchema.nullable(),
    removedBecause: z.string().nullable(),
    emergency: z
      .object({
        signedBy: who,
        because: z.string(),
        reviewDueAt: moment,
        reviewedBy: who.nullable(),
        reviewedAt: moment.nullable(),
        reviewedAs: z.enum(['confirmed', 'faulted']).nullable(),
      })
      .nullable(),
    recallId: z.string().nullable(),
    corrections: z.array(z.object({ postId: z.string(), title: z.string(), state: z.enum(postStates) })),
    recalls: z.array(
      z.object({
        recallId: z.string(),
        name: z.string(),
        status: z.enum(personStatuses),
        reason: z.string(),
        does: z.enum(['remove', 'correct']),
        toldBy: z.string().nullable(),
        deadline: moment,
        closedAt: moment.nullable(),
      }),
    ),
    deliveries: z.array(deliverySchema),
    steps: z.array(
      z.object({
        version: z.number(),
        move: z.string(),
        says: z.string(),
        by: who.nullable(),
        office: z.string().nullable(),
        to: z.enum(postStates),
        remarks: z.string().nullable(),
        contentHash: z.string(),
        at: moment,
      }),
    ),
    /** What the caller may do now. */
    moves: z.array(z.object({ move: z.enum(postMoves), says: z.string(), needs })),
    mayEdit: z.boolean(),
    mayCorrect: z.boolean(),
    maySettle: z.boolean(),
    mayRecall: z.boolean(),
  })
  .meta({ id: 'Post' })
export type PostView = z.infer<typeof postSchema>

export const settleSchema = z
  .strictObject({
    version,
    /** The address at which it is there; null where it is not. */
    there: z
      .url({ protocol: /^https?$/ })
      .max(2_000)
      .nullable(),
    /** Where it is not as it should be: try once more, or leave it. */
    again: z.boolean().default(true),
  })
  .meta({ id: 'SettleDelivery' })
export const settledSchema = z
  .object({ deliveryId: z.string(), state: z.enum(deliveryStates), version: z.number() })
  .meta({ id: 'SettledDelivery' })

export const statusSchema = z
  .strictObject({
    name: words(200),
    status: z.enum(personStatuses),
    reason: words(2_000),
    /** For a status that leaves the choice. */
    does: z.enum(['remove', 'correct']).optional(),
    /** Only these, where the others name another person of that name. */
    posts: z.array(z.uuid()).min(1).max(200).optional(),
  })
  .meta({ id: 'PersonStatus' })
export const recalledSchema = z
  .object({
    recallId: z.string().nullable(),
    deadline: moment.nullable(),
    tasks: z.array(z.object({ postId: z.string(), does: z.string(), toldBy: z.string() })),
    heldBack: z.number(),
  })
  .meta({ id: 'Recalled' })

export const recallsSchema = z
  .object({
    items: z.array(
      z.object({
        recallId: z.string(),
        name: z.string(),
        status: z.enum(personStatuses),
        reason: z.string(),
        by: who,
        at: moment,
        deadline: moment,
        isOverdue: z.boolean(),
        posts: z.array(
          z.object({
            postId: z.string(),
            title: z.string(),
            does: z.enum(['remove', 'correct']),
            toldBy: z.string().nullable(),
            closedAt: moment.nullable(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'Recalls' })

export const namingSchema = z
  .object({
    items: z.array(
      z.object({
        postId: z.string(),
        title: z.string(),
        name: z.string(),
        status: z.enum(personStatuses),
        publishedAt: moment.nullable(),
      }),
    ),
  })
  .meta({ id: 'PostsNaming' })
export type Naming = z.infer<typeof namingSchema>

const part = z.number().min(0).max(1)
export const blurSchema = z
  .strictObject({
    /** In parts of the width and height of the upright picture; all of them, since each copy is made anew. */
    regions: z.array(z.strictObject({ x: part, y: part, width: part, height: part })).max(50),
  })
  .meta({ id: 'BlurMedia' })
export const mediaAddedSchema = z
  .object({
    mediaId: z.string(),
    sha256: z.string(),
    kind: z.enum(['image', 'video']),
    mediaType: z.string(),
    width: z.number(),
    height: z.number(),
    bytes: z.number(),
    seconds: z.number().nullable(),
    /** What a camera had written into it and its public copy no longer has. */
    removed: z.array(z.string()),
    /** What stays in it. */
    kept: z.array(z.string()),
  })
  .meta({ id: 'MediaAdded' })
export type MediaAddedView = z.infer<typeof mediaAddedSchema>

export const postSettingsSchema = z
  .object({ recallHours: z.number(), reviewHours: z.number(), version: z.number() })
  .meta({ id: 'PostSettings' })
export const putPostSettingsSchema = z
  .strictObject({
    version: z.int32().min(0),
    recallHours: z.int().min(1).max(720),
    reviewHours: z.int().min(1).max(168),
  })
  .meta({ id: 'PutPostSettings' })

/** How often one sign-off sufficed, and what became of the reviews that it demands. */
export const emergenciesSchema = z
  .object({
    signed: z.int(),
    waiting: z.int(),
    late: z.int(),
    confirmed: z.int(),
    faulted: z.int(),
  })
  .meta({ id: 'Emergencies' })
export type Emergencies = z.infer<typeof emergenciesSchema>
