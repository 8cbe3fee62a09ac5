import { z } from 'zod'
import { momentSchema } from '../../platform/day.ts'
import { memberBriefSchema } from '../../members/schema.ts'
import { rulingSchema } from '../../permissions/schema.ts'
import { noticeContentSchema, areaSchema } from './content.ts'
import { deliverySchema } from '../schema.ts'
import { bothSchema, valueSchema } from './fields.ts'
import { noticeMoves, noticeStates } from './moves.ts'
import { kinds } from './templates.ts'

const moment = z.iso.datetime({ offset: true })
const hash = z.string().regex(/^[0-9a-f]{64}$/)

export const noticeIdSchema = z.object({ id: z.uuid() })

const fieldSchema = z.object({
  name: z.string(),
  label: bothSchema,
  hint: bothSchema.optional(),
  kind: z.enum(['line', 'both', 'choice', 'choices', 'moment', 'day', 'number', 'yes-no', 'address']),
  isRequired: z.boolean(),
  most: z.number().optional(),
  choices: z.array(z.object({ value: z.string(), words: bothSchema })).optional(),
})
export const templatesSchema = z
  .object({
    templates: z.array(
      z.object({
        kind: z.enum(kinds),
        title: bothSchema,
        isTimeSensitive: z.boolean(),
        severity: z.string(),
        urgency: z.string(),
        certainty: z.string(),
        hours: z.number(),
        fields: z.array(fieldSchema),
        /** The provisions of the order in force that recognise this use. */
        recognised: z.array(z.object({ citation: z.string(), gist: z.string() })),
      }),
    ),
    severities: z.array(z.string()),
    urgencies: z.array(z.string()),
    certainties: z.array(z.string()),
  })
  .meta({ id: 'NoticeTemplates' })
export type TemplatesView = z.infer<typeof templatesSchema>

export const wordsAskSchema = z.object({
  kind: z.enum(kinds),
  fields: z.record(z.string().max(40), valueSchema),
  area: bothSchema,
  expires: momentSchema,
})
const saidSchema = z.object({ headline: z.string(), description: z.string(), instruction: z.string() })
export const wordsSchema = z.object({ en: saidSchema, es: saidSchema }).meta({ id: 'NoticeWords' })

export const mapAskSchema = z.object({ area: areaSchema, language: z.enum(['en', 'es']).default('en') })
/** `svg` is null where the area has words only. */
export const mapDrawnSchema = z
  .object({ svg: z.string().nullable(), words: z.string() })
  .meta({ id: 'NoticeMap' })

export const noticeBodySchema = z.object({ content: noticeContentSchema })
export const noticeEditSchema = z.object({ version: z.int32(), content: noticeContentSchema })
export const noticeMoveSchema = z.object({
  move: z.enum(noticeMoves).exclude(['edit', 'expire']),
  version: z.int32(),
  contentHash: hash.optional(),
  remarks: z.string().trim().max(2_000).optional(),
})
export const noticeMovedSchema = z
  .object({
    noticeId: z.string(),
    version: z.number(),
    state: z.enum(noticeStates),
    contentHash: z.string(),
  })
  .meta({ id: 'NoticeMoved' })

export const previewSchema = z.object({
  accountId: z.string(),
  handle: z.string(),
  network: z.string(),
  text: z.string(),
  languages: z.array(z.string()),
  length: z.number(),
  most: z.number(),
  isShortened: z.boolean(),
})

/** What a notice would be, before it is kept or after: its problems, page by page, and what the order says. */
export const noticeCheckSchema = z
  .object({
    problems: z.array(z.string()),
    previews: z.array(previewSchema),
    ruling: rulingSchema.nullable(),
    /** The words that it was judged by. */
    text: z.string(),
    recognised: z.array(z.object({ citation: z.string(), gist: z.string() })),
    cap: z.string().nullable(),
  })
  .meta({ id: 'NoticeCheck' })
export type NoticeCheck = z.infer<typeof noticeCheckSchema>

export const noticeLineSchema = z.object({
  noticeId: z.string(),
  kind: z.enum(kinds),
  title: z.string(),
  state: z.enum(noticeStates),
  isTimeSensitive: z.boolean(),
  version: z.number(),
  author: memberBriefSchema,
  since: moment,
  outAt: moment.nullable(),
  /** When it counts from. */
  effective: moment,
  expiresAt: moment.nullable(),
  /** Signed by one and looked at by nobody yet: until when somebody has to. */
  reviewDueAt: moment.nullable(),
})
export type NoticeLine = z.infer<typeof noticeLineSchema>
/** `coming`: it is out, and counts from later on. */
export const shelves = ['in-force', 'coming', 'drafts', 'over'] as const
export const noticeListSchema = z
  .object({ items: z.array(noticeLineSchema), next: z.string().nullable() })
  .meta({ id: 'NoticeList' })
export const noticeListAskSchema = z.object({
  shelf: z.enum(shelves).optional(),
  kind: z.enum(kinds).optional(),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})

export const noticeViewSchema = z
  .object({
    ...noticeLineSchema.shape,
    content: noticeContentSchema,
    contentHash: z.string(),
    out: noticeContentSchema.nullable(),
    outHash: z.string().nullable(),
    editor: memberBriefSchema,
    signedBy: memberBriefSchema.nullable(),
    signedBecause: z.string().nullable(),
    reviewedBy: memberBriefSchema.nullable(),
    reviewedAt: moment.nullable(),
    reviewedAs: z.enum(['confirmed', 'faulted']).nullable(),
    firstOutAt: moment.nullable(),
    endedAt: moment.nullable(),
    endedAs: z.enum(['cancelled', 'found', 'expired', 'all-clear']).nullable(),
    endedBecause: z.string().nullable(),
    /** What the reader may do now: the buttons of the page. */
    moves: z.array(z.object({ move: z.enum(noticeMoves), says: z.string(), needs: z.array(z.string()) })),
    steps: z.array(
      z.object({
        version: z.number(),
        move: z.string(),
        by: memberBriefSchema.nullable(),
        office: z.string().nullable(),
        toState: z.enum(noticeStates),
        remarks: z.string().nullable(),
        at: moment,
      }),
    ),
    deliveries: z.array(deliverySchema),
    /** May the reader say what became of a delivery that nobody could find out? */
    maySettle: z.boolean(),
    messages: z.array(z.object({ number: z.number(), type: z.string(), sent: moment })),
    check: noticeCheckSchema,
    /** Where the public reads it, once it is out. */
    address: z.string().nullable(),
  })
  .meta({ id: 'Notice' })
export type NoticeView = z.infer<typeof noticeViewSchema>

export const reviewFiguresSchema = z
  .object({
    signed: z.number(),
    waiting: z.number(),
    late: z.number(),
    confirmed: z.number(),
    faulted: z.number(),
  })
  .meta({ id: 'NoticeReviews' })
