import { z } from 'zod'
import { memberBriefSchema } from '../../members/schema.ts'
import { daySchema } from '../../platform/day.ts'
import { day, line, version, words } from './schema-parts.ts'

const noticeStates = ['sent', 'lapsed', 'objected', 'ordered', 'withdrawn'] as const
export type NoticeState = (typeof noticeStates)[number]
export const notifySchema = z
  .strictObject({
    memberId: z.string().max(100),
    records: z.array(z.uuid()).min(1).max(500),
    /** Who speaks for them collectively, and was told beside. */
    representative: z.string().trim().max(200).nullable().default(null),
  })
  .meta({ id: 'PersonnelNotify' })
export const noticeSchema = z
  .object({
    noticeId: z.uuid(),
    requestId: z.uuid(),
    number: z.string(),
    wants: z.string(),
    member: memberBriefSchema.nullable(),
    representative: z.string().nullable(),
    records: z.array(z.uuid()),
    sentAt: z.string(),
    receivedOn: z.string().nullable(),
    objectBy: day,
    state: z.enum(noticeStates),
    version,
    grounds: z.string().nullable(),
    signed: z.string().nullable(),
    objectedAt: z.string().nullable(),
    outcome: z.string().nullable(),
    /** The statement that whoever objects signs. */
    statement: z.string(),
    mayObject: z.boolean(),
  })
  .meta({ id: 'PersonnelNotice' })
export const noticesSchema = z.object({ items: z.array(noticeSchema) }).meta({ id: 'PersonnelNotices' })
export const objectSchema = z
  .strictObject({
    version,
    grounds: z.string().trim().min(10).max(4_000),
    /** Their full name, typed as a signature under the statement. */
    signed: line,
    affirms: z.literal(true),
  })
  .meta({ id: 'PersonnelObjection' })
export const noticeMoveSchema = z
  .strictObject({
    version,
    /** `received`: they have it since that day. `ordered`: the Commission ordered disclosure. `withdrawn`: they take it back. */
    move: z.enum(['received', 'ordered', 'withdrawn']),
    on: daySchema.optional(),
    words: words.optional(),
  })
  .meta({ id: 'PersonnelNoticeMove' })
export const noticeDoneSchema = z
  .object({ noticeId: z.uuid(), state: z.enum(noticeStates), version })
  .meta({ id: 'PersonnelNoticeDone' })
