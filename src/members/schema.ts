import { z } from 'zod'
import { daySchema } from '../platform/day.ts'
import { grantedRoles } from './access.ts'
import { waitingSchema } from './waiting.ts'

/** A day, `2026-11-21`, in the agency's zone. */
const day = z.iso.date()
/** A moment, ISO 8601 in UTC. */
export const momentSchema = z.string()
export const idSchema = z.string().min(1).max(64)

export const memberKinds = ['sworn', 'civilian', 'special', 'support', 'volunteer', 'town-employee'] as const
export type MemberKind = (typeof memberKinds)[number]
export const languages = ['en', 'es'] as const

/** One line of text, trimmed, that is not empty. */
export const line = (most: number): z.ZodString => z.string().trim().min(1).max(most)

const memberFields = {
  kind: z.enum(memberKinds),
  name: line(120),
  badge: line(20).nullable(),
  rank: line(60).nullable(),
  unit: line(80).nullable(),
  email: z.email().max(200).nullable(),
  language: z.enum(languages),
  granted: z.array(z.enum(grantedRoles)).max(3),
}

/** What the roster holds of somebody, as a form sends it. Whether they work undercover is asked elsewhere. */
export const memberFormSchema = z
  .strictObject({
    ...memberFields,
    badge: memberFields.badge.default(null),
    rank: memberFields.rank.default(null),
    unit: memberFields.unit.default(null),
    email: memberFields.email.default(null),
    language: memberFields.language.default('en'),
    granted: memberFields.granted.default([]),
    /** The first day. */
    from: daySchema,
  })
  .meta({ id: 'MemberForm' })
export type MemberForm = z.infer<typeof memberFormSchema>

export const memberSchema = z
  .object({
    memberId: z.string(),
    kind: z.enum(memberKinds),
    name: z.string(),
    badge: z.string().nullable(),
    rank: z.string().nullable(),
    unit: z.string().nullable(),
    email: z.string().nullable(),
    language: z.enum(languages),
    from: day,
    /** The day from which they no longer serve. */
    to: day.nullable(),
    granted: z.array(z.enum(grantedRoles)),
    version: z.int(),
  })
  .meta({ id: 'Member' })
export type Member = z.infer<typeof memberSchema>

/** What other modules show of a member. */
export const memberBriefSchema = z
  .object({
    memberId: z.string(),
    name: z.string(),
    rank: z.string().nullable(),
    unit: z.string().nullable(),
    kind: z.enum(memberKinds),
  })
  .meta({ id: 'MemberBrief' })
export type MemberBrief = z.infer<typeof memberBriefSchema>

export const memberPatchSchema = z
  .strictObject({
    version: z.int32(),
    // Of the fields without their defaults: what is not said stays as it is.
    ...z.object(memberFields).partial().shape,
    /** The day from which they no longer serve: sessions end, positions fall vacant, history stays. */
    to: daySchema.optional(),
  })
  .meta({ id: 'MemberPatch' })
export type MemberPatch = z.infer<typeof memberPatchSchema>

/** One member as their page shows them. */
export const memberPageSchema = z
  .object({
    member: memberSchema,
    holds: z.array(
      z.object({
        positionId: z.string(),
        title: z.string(),
        acting: z.boolean(),
        from: day,
        to: day.nullable(),
      }),
    ),
    /** Only to an administrator and to themselves. */
    locked: z.object({ since: momentSchema, because: z.string() }).nullable(),
  })
  .meta({ id: 'MemberPage' })
export type MemberPage = z.infer<typeof memberPageSchema>

export const pageQuerySchema = z.strictObject({
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
/** Entries of the ledger are paged by their ids. */
export const openedQuerySchema = z.strictObject({ ...pageQuerySchema.shape, after: z.uuid().optional() })
export const memberListQuerySchema = z.strictObject({
  ...pageQuerySchema.shape,
  /** Part of a name, a badge or a unit. */
  find: z.string().max(100).optional(),
  /** Those who have left, too. */
  left: z.stringbool().default(false),
})
export const memberListSchema = z
  .object({ items: z.array(memberSchema), next: z.string().nullable() })
  .meta({ id: 'MemberList' })

export const undercoverSchema = z.object({ undercover: z.boolean() }).meta({ id: 'Undercover' })
export const undercoverFormSchema = z.strictObject({ undercover: z.boolean(), purpose: line(300) })
export const purposeQuerySchema = z.strictObject({ purpose: line(300) })

export const positionSchema = z
  .object({
    positionId: z.string(),
    title: z.string(),
    unit: z.string().nullable(),
    /** The position it reports to, from this day on; null for the highest. */
    reportsTo: z.string().nullable(),
    office: z.literal('chief').nullable(),
    /** The day from which it stood so, and the day from which it did not. A change is a new line. */
    from: day,
    to: day.nullable(),
  })
  .meta({ id: 'Position' })
export type Position = z.infer<typeof positionSchema>

export const positionFormSchema = z
  .strictObject({
    title: line(120),
    unit: line(80).nullable().default(null),
    reportsTo: idSchema.nullable(),
    office: z.literal('chief').nullable().default(null),
    from: daySchema,
  })
  .meta({ id: 'PositionForm' })
export type PositionForm = z.infer<typeof positionFormSchema>

export const positionPatchSchema = z
  .strictObject({
    title: line(120).optional(),
    unit: line(80).nullable().optional(),
    reportsTo: idSchema.nullable().optional(),
    /** True closes the position from `on`. */
    close: z.boolean().default(false),
    /** The day from which it is so. */
    on: daySchema,
  })
  .meta({ id: 'PositionPatch' })
export type PositionPatch = z.infer<typeof positionPatchSchema>

export const holdingSchema = z
  .object({
    holdingId: z.string(),
    positionId: z.string(),
    memberId: z.string(),
    acting: z.boolean(),
    from: day,
    to: day.nullable(),
  })
  .meta({ id: 'Holding' })
export type Holding = z.infer<typeof holdingSchema>
export const holdingFormSchema = z
  .strictObject({
    positionId: idSchema,
    memberId: idSchema,
    acting: z.boolean().default(false),
    from: daySchema,
    to: daySchema.nullable().default(null),
  })
  .meta({ id: 'HoldingForm' })
export type HoldingForm = z.infer<typeof holdingFormSchema>
export const endSchema = z.strictObject({ on: daySchema }).meta({ id: 'End' })

export const designationSchema = z
  .object({
    designationId: z.string(),
    /** The chief who designated. */
    by: z.string(),
    memberId: z.string(),
    /** Permission matters of the order, `statements`. */
    matters: z.array(z.string()),
    from: day,
    to: day.nullable(),
    /** When it was put down. */
    at: momentSchema,
  })
  .meta({ id: 'Designation' })
export type Designation = z.infer<typeof designationSchema>
export const designationFormSchema = z
  .strictObject({
    memberId: idSchema,
    matters: z.array(z.string().min(1).max(60)).min(1).max(30),
    from: daySchema,
    to: daySchema.nullable().default(null),
  })
  .meta({ id: 'DesignationForm' })
export type DesignationForm = z.infer<typeof designationFormSchema>

export const chartSchema = z
  .object({
    positions: z.array(positionSchema),
    holdings: z.array(holdingSchema),
    people: z.array(memberBriefSchema),
  })
  .meta({ id: 'Chart' })
export const designationsSchema = z.object({
  items: z.array(designationSchema),
  people: z.array(memberBriefSchema),
})
export const chainSchema = z
  .object({
    on: day,
    desks: z.array(
      z.object({
        positionId: z.string(),
        title: z.string(),
        office: z.literal('chief').nullable(),
        holder: z.object({ memberId: z.string(), name: z.string(), acting: z.boolean() }).nullable(),
      }),
    ),
  })
  .meta({ id: 'Chain' })
export const dayQuerySchema = z.strictObject({ on: daySchema.optional() })

export const rosterSchema = z.strictObject({
  csv: z.string().max(1_500_000),
  /** Import what is good although some lines are not. */
  skipBad: z.boolean().default(false),
})
export const rosterProblemSchema = z.object({
  /** The line of the file, counted from 1. */
  line: z.int(),
  column: z.string().nullable(),
  sentence: z.string(),
})
export type RosterProblem = z.infer<typeof rosterProblemSchema>
export const rosterChangeSchema = z
  .object({
    line: z.int(),
    memberId: z.string(),
    /** As the roster has it now. */
    name: z.string(),
    column: z.string(),
    before: z.string().nullable(),
    after: z.string().nullable(),
    /** The file says something else, and the roster keeps what it has. */
    isKept: z.boolean(),
  })
  .meta({ id: 'RosterChange' })
export type RosterChange = z.infer<typeof rosterChangeSchema>
export const rosterCheckSchema = z
  .object({
    rows: z.int(),
    /** What an import would do. */
    added: z.int(),
    changed: z.int(),
    same: z.int(),
    /** What it would change about members the roster has, line by line. */
    changes: z.array(rosterChangeSchema),
    problems: z.array(rosterProblemSchema),
  })
  .meta({ id: 'RosterCheck' })
export type RosterCheck = z.infer<typeof rosterCheckSchema>

export const openedListSchema = z
  .object({
    items: z.array(
      z.object({
        entryId: z.string(),
        at: momentSchema,
        by: memberBriefSchema.nullable(),
        subject: z.string(),
        purpose: z.string(),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'OpenedList' })

export const waitingListSchema = z.object({ items: z.array(waitingSchema) }).meta({ id: 'WaitingList' })
