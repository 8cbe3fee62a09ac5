import { z } from 'zod'
import { outcomes } from '../policy/ruling.ts'
import { actSchema } from '../policy/read-act.ts'
import { daySchema } from '../platform/day.ts'
import { contentSchema } from './content.ts'
import { moves, states } from './moves.ts'
import { consentAnswers } from './request.ts'

const moment = z.string()
const words = (most: number): z.ZodString => z.string().trim().min(1).max(most)
const version = z.int32().min(1)
export const who = z.object({ memberId: z.string(), name: z.string() }).meta({ id: 'Who' })

/** A new request; it is a draft until it is submitted. */
export const askSchema = z
  .strictObject({
    kind: z.enum(['permission', 'opinion']).default('permission'),
    /** One of the order's matters; absent for an advance opinion. */
    matter: words(60).optional(),
    content: contentSchema,
    /** Is it a citizen's speech on a public matter? Decorum also looks for itself. */
    isPublicMatter: z.boolean().default(false),
  })
  .meta({ id: 'Ask' })
export type Ask = z.infer<typeof askSchema>

export const editSchema = z
  .strictObject({ version, content: contentSchema, isPublicMatter: z.boolean().default(false) })
  .meta({ id: 'EditRequest' })
export type Edit = z.infer<typeof editSchema>

export const moveSchema = z
  .strictObject({
    move: z.enum(moves),
    /** The version that was seen; a request that moved meanwhile is a conflict that says who moved it. */
    version,
    /** The hash of the content that was seen; where given it must be the request's. */
    contentHash: z.string().optional(),
    remarks: words(4_000).optional(),
    citation: words(60).optional(),
    /** What an approval asks to be heeded; never a change of the content. */
    conditions: words(2_000).optional(),
  })
  .meta({ id: 'MoveRequest' })

export const consentSchema = z
  .strictObject({ version, agrees: z.boolean(), remarks: words(4_000).optional() })
  .meta({ id: 'GiveConsent' })

export const requestIdSchema = z.object({ id: z.uuid() })
export const permissionIdSchema = z.object({ id: z.uuid() })

export const requestBriefSchema = z
  .object({
    requestId: z.string(),
    kind: z.enum(['permission', 'opinion']),
    matter: z.string(),
    state: z.enum(states),
    version: z.number(),
    author: who,
    /** Its first words, or what else it asks for. */
    title: z.string(),
    /** Whose desk it lies on. */
    desk: z.string().nullable(),
    createdAt: moment,
    submittedAt: moment.nullable(),
    since: moment,
    dueAt: moment.nullable(),
  })
  .meta({ id: 'RequestBrief' })
export type RequestBrief = z.infer<typeof requestBriefSchema>

export const requestSchema = requestBriefSchema
  .extend({
    content: contentSchema,
    /** SHA-256 of the content's canonical JSON; what an approval binds. */
    contentHash: z.string(),
    isPublicMatter: z.boolean(),
    /** The provision that says who may permit this, and in what form; null for an advance opinion. */
    path: z
      .object({ by: z.array(z.string()), via: z.string(), form: z.string(), cites: z.string() })
      .nullable(),
    /** The desks it is laid on, as the chain stood on the day it was submitted. */
    desks: z.array(
      z.object({
        title: z.string(),
        does: z.enum(['endorse', 'decide']),
        /** Who sits there now. */
        holders: z.array(who),
        heard: z.enum(['endorsed', 'not-recommended', 'silent', 'vacant', 'own-desk']).nullable(),
        isHere: z.boolean(),
      }),
    ),
    consents: z.array(
      z.object({ member: who, answer: z.enum(consentAnswers).nullable(), at: moment.nullable() }),
    ),
    steps: z.array(
      z.object({
        version: z.number(),
        move: z.string(),
        /** The words of the step. */
        says: z.string(),
        /** Null when a time was over or a desk was empty. */
        by: who.nullable(),
        office: z.string().nullable(),
        desk: z.string().nullable(),
        to: z.enum(states),
        remarks: z.string().nullable(),
        citation: z.string().nullable(),
        contentHash: z.string(),
        at: moment,
      }),
    ),
    /** What the caller may do now. */
    moves: z.array(
      z.object({ move: z.enum(moves), says: z.string(), needs: z.array(z.enum(['remarks', 'citation'])) }),
    ),
    mayEdit: z.boolean(),
    permissionId: z.string().nullable(),
    /** The letter of a disapproval; that of an approval stands with its permission. */
    letter: z.string().nullable(),
    renews: z.string().nullable(),
  })
  .meta({ id: 'PermissionRequest' })
export type RequestView = z.infer<typeof requestSchema>

const paging = {
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}
export const requestsQuerySchema = z.object({
  ...paging,
  /** `mine` are those I wrote. */
  whose: z.enum(['all', 'mine']).default('all'),
  state: z.enum(states).optional(),
  matter: words(60).optional(),
})
export const requestsSchema = z
  .object({ items: z.array(requestBriefSchema), next: z.string().nullable() })
  .meta({ id: 'Requests' })

/** Where a permission stands on a day; `about-to-end` are in force and end within 30 days. */
export const permissionStates = [
  'not-yet',
  'in-force',
  'about-to-end',
  'ended',
  'withdrawn',
  'revoked',
] as const

export const permissionSchema = z
  .object({
    permissionId: z.string(),
    requestId: z.string(),
    holder: who,
    matter: z.string(),
    state: z.enum(permissionStates),
    version: z.number(),
    content: contentSchema,
    contentHash: z.string(),
    /** The office it stands in, and who spoke. */
    by: z.string(),
    decidedBy: who.nullable(),
    decidedAs: z.string(),
    form: z.string(),
    cites: z.string(),
    /** The ledger's entry of the decision; anybody who has it can check that it is there. */
    entryId: z.string(),
    conditions: z.string().nullable(),
    from: z.string(),
    to: z.string().nullable(),
    givenAt: moment,
    ended: z
      .object({
        at: moment,
        by: who,
        because: z.string().nullable(),
        citation: z.string().nullable(),
      })
      .nullable(),
    /** The address of its letter; null where none could be made. */
    letter: z.string().nullable(),
    may: z.array(z.enum(['withdraw', 'revoke', 'renew'])),
  })
  .meta({ id: 'Permission' })
export type PermissionView = z.infer<typeof permissionSchema>

export const permissionsQuerySchema = z.object({
  ...paging,
  state: z.enum(permissionStates).optional(),
  matter: words(60).optional(),
  member: words(60).optional(),
})
export const permissionsSchema = z
  .object({ items: z.array(permissionSchema), next: z.string().nullable() })
  .meta({ id: 'Permissions' })

export const revokeSchema = z
  .strictObject({
    version,
    because: words(4_000),
    citation: words(60),
    /** The first day on which it is no longer in force; at once where absent. */
    from: daySchema.optional(),
  })
  .meta({ id: 'RevokePermission' })
export type Revoke = z.infer<typeof revokeSchema>

export const withdrawSchema = z.strictObject({ version }).meta({ id: 'WithdrawPermission' })
export const movedSchema = z
  .object({ requestId: z.string(), version: z.number(), state: z.enum(states), contentHash: z.string() })
  .meta({ id: 'MovedRequest' })
export type Moved = z.infer<typeof movedSchema>
export const endedSchema = z.object({ permissionId: z.string(), version: z.number() }).meta({ id: 'Ended' })
export const pictureAddedSchema = z
  .object({ sha256: z.string(), mediaType: z.string(), bytes: z.number() })
  .meta({ id: 'PictureAdded' })

/** An act to be judged. Permissions are not said: they are looked up. */
export const rulingAskSchema = actSchema.omit({ permissions: true }).meta({ id: 'Act' })

const groundsSchema = z.object({
  fact: z.string(),
  from: z.enum(['person', 'media', 'detector', 'act']),
  confidence: z.number().optional(),
  spans: z.array(z.tuple([z.number(), z.number()])).optional(),
  in: z.string().optional(),
  because: z.string().optional(),
  details: z.record(z.string(), z.string()).optional(),
})

/** What the department said in advance of exact words and pictures. */
const opinionSchema = z.object({
  requestId: z.string(),
  answer: z.enum(['allowed', 'allowed-with-changes', 'not-allowed', 'not-needed']),
  at: moment,
  office: z.string(),
  reason: z.string().nullable(),
})

export const rulingSchema = z
  .object({
    act: z.string(),
    order: z.string(),
    version: z.string(),
    outcome: z.enum(outcomes),
    provisions: z.array(
      z.object({
        citation: z.string(),
        outcome: z.enum(outcomes),
        because: z.array(groundsSchema),
        path: z
          .object({
            matter: z.string(),
            by: z.string(),
            via: z.string(),
            form: z.string(),
            cites: z.string(),
          })
          .nullable(),
        permitted: z.object({ matter: z.string(), by: z.string(), cites: z.string() }).optional(),
        note: z.string().optional(),
        review: z.array(z.string()).optional(),
      }),
    ),
    asks: z.array(
      z.object({
        fact: z.string(),
        detail: z.string().optional(),
        question: z.string(),
        choices: z.array(z.string()).readonly().optional(),
      }),
    ),
    review: z.array(z.string()),
    note: z.string().optional(),
    /** The permissions that cover the act, and the provisions they clear. */
    covered: z.array(
      z.object({
        permissionId: z.string(),
        matter: z.string(),
        by: z.string(),
        to: z.string().nullable(),
        conditions: z.string().nullable(),
        citations: z.array(z.string()),
      }),
    ),
    /** Advance opinions on these very words; the department is held to them. */
    opinions: z.array(opinionSchema),
  })
  .meta({ id: 'Ruling' })
export type MemberRuling = z.infer<typeof rulingSchema>

/** Opinions with what they were said of, for a page that compares a draft with them by itself. */
export const opinionsSchema = z
  .object({ items: z.array(opinionSchema.extend({ content: contentSchema })) })
  .meta({ id: 'Opinions' })
