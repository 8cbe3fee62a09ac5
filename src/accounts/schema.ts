import { z } from 'zod'
import { daySchema } from '../platform/day.ts'
import { rulingSchema, who } from '../permissions/schema.ts'
import { outcomes } from '../policy/ruling.ts'
import { networkNames } from './networks/network.ts'

const moment = z.string()
const words = (most: number): z.ZodString => z.string().trim().min(1).max(most)
const version = z.int32().min(1)

export const pageLanguages = ['en', 'es'] as const
export type PageLanguage = (typeof pageLanguages)[number]

/** A page as a permission and its checks see it. `withdrawn`: its proposal was taken back before it was decided. */
export const accountStates = ['proposed', 'live', 'ended', 'closed', 'disapproved', 'withdrawn'] as const
export type AccountState = (typeof accountStates)[number]

/** One notice of a page: its words in each of the page's languages, or why it stands there not. */
export const noticeSaidSchema = z
  .strictObject({
    /** The fact of the order, `page.monitoring`. */
    fact: words(60),
    wording: z.partialRecord(z.enum(pageLanguages), words(1_000)).default({}),
    /** Why the notice is not on the page, where it is waived. */
    reason: words(1_000).nullable().default(null),
  })
  .meta({ id: 'PageNotice' })
export type NoticeSaid = z.infer<typeof noticeSaidSchema>

/** Everything that is said of a page; its approval binds all of it. */
export const pageSaidSchema = z
  .strictObject({
    network: z.enum(networkNames),
    /** The account's own name on its network. */
    handle: words(200),
    /** Where a reader sees it, https. */
    address: words(500),
    /** The server its network is asked at; the network's usual one where absent. */
    service: words(300).nullable().default(null),
    purpose: words(1_000),
    audience: words(400),
    languages: z.array(z.enum(pageLanguages)).min(1).max(2),
    takesComments: z.boolean(),
    /** Asks for the Chief's standing permission for the department's imagery on this page. */
    imagery: z.boolean().default(false),
    /** Who runs it. Two of them, at least, hold the key. */
    administrators: z
      .array(z.strictObject({ memberId: words(60), holdsKey: z.boolean() }))
      .min(1)
      .max(20),
    custody: z.strictObject({
      /** The Information Technology section, or another that somebody determined. */
      by: z.enum(['it', 'other']),
      unit: words(200),
      determinedBy: words(200).nullable().default(null),
      determinedOn: daySchema.nullable().default(null),
    }),
    /** The department's official site, and how it is reached, as the page says it. */
    site: words(300),
    contact: words(300),
    notices: z.array(noticeSaidSchema).max(20),
  })
  .meta({ id: 'PageSaid' })
export type PageSaid = z.infer<typeof pageSaidSchema>

/** A page is proposed: the form, and for how long the licence is asked. */
export const proposeSchema = z
  .strictObject({
    page: pageSaidSchema,
    from: daySchema,
    to: daySchema,
    why: words(4_000),
    suspendsWhenLost: z.boolean().default(false),
  })
  .meta({ id: 'ProposeAccount' })
export type Propose = z.infer<typeof proposeSchema>

export const proposedSchema = z
  .object({ accountId: z.string(), requestId: z.string(), version: z.number() })
  .meta({ id: 'AccountProposed' })
export type Proposed = z.infer<typeof proposedSchema>

/** The same for a page that stands: a renewal, or other words. */
export const proposeAgainSchema = z
  .strictObject({ version, page: pageSaidSchema, from: daySchema, to: daySchema, why: words(4_000) })
  .meta({ id: 'ProposeAgain' })
export type ProposeAgain = z.infer<typeof proposeAgainSchema>

/** A page as far as its form is filled in. */
export const tryPageSchema = z.strictObject({ page: pageSaidSchema.partial() }).meta({ id: 'TryPage' })
export type PageTried = z.infer<typeof tryPageSchema>['page']

/** One thing that the adopted order asks of a page. */
export const requirementSchema = z
  .object({
    fact: z.string(),
    citation: z.string(),
    /** What the provision says, in short. */
    gist: z.string(),
    question: z.string(),
    /** `barred`: unconditional; `advised`: the order only advises it; `needs-permission`: somebody's yes. */
    force: z.enum(outcomes),
    /** The reason that excuses it; null where the order knows none. */
    waiver: z.object({ fact: z.string(), means: z.string() }).nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'PageRequirement' })
export type Requirement = z.infer<typeof requirementSchema>

/** Words that Decorum offers for a notice; `{site}`, `{contact}`, `{purpose}` and `{audience}` are to be filled in. */
export const offeredSchema = z
  .object({
    fact: z.string(),
    name: z.object({ en: z.string(), es: z.string() }),
    full: z.object({ en: z.string(), es: z.string() }),
    /** For a network whose pages have little room. */
    short: z.object({ en: z.string(), es: z.string() }),
  })
  .meta({ id: 'OfferedNotice' })

export const checklistSchema = z
  .object({
    order: z.object({ versionId: z.string(), number: z.string(), title: z.string() }),
    requirements: z.array(requirementSchema),
    notices: z.array(offeredSchema),
    networks: z.array(
      z.object({
        network: z.enum(networkNames),
        title: z.string(),
        /** Where its pages are, `https://bsky.app/profile/`; null where they may be anywhere. */
        pages: z.string().nullable(),
        service: z.string(),
        /** Characters that its page has room for; null where it does not matter. */
        room: z.number().nullable(),
        /** What Decorum's key may do there, and how to make one that may do no more. */
        scope: z.object({ en: z.string(), es: z.string() }),
        secrets: z.array(z.object({ name: z.string(), asks: z.string() })),
      }),
    ),
  })
  .meta({ id: 'PageChecklist' })
export type Checklist = z.infer<typeof checklistSchema>

/** What the order says of a page as it is filled in, and what still lacks. */
export const pageRulingSchema = z
  .object({
    ruling: rulingSchema,
    /** Sentences of what would have to be said, each with the field it concerns. */
    lacks: z.array(z.object({ field: z.string(), sentence: z.string(), citation: z.string().nullable() })),
  })
  .meta({ id: 'PageRuling' })
export type PageRuling = z.infer<typeof pageRulingSchema>

const licenceSchema = z.object({
  permissionId: z.string(),
  requestId: z.string(),
  state: z.enum(['not-yet', 'in-force', 'about-to-end', 'ended', 'withdrawn', 'revoked']),
  from: z.string(),
  to: z.string().nullable(),
  by: z.string(),
  /** The address of its letter; null where none could be made. */
  letter: z.string().nullable(),
})

const administratorSchema = z.object({
  memberId: z.string(),
  name: z.string(),
  holdsKey: z.boolean(),
  /** False for one who has left the department. */
  serves: z.boolean(),
  since: moment,
})

const foundSchema = z.object({
  fact: z.string(),
  language: z.enum(pageLanguages),
  isFound: z.boolean(),
  /** The share of its words that stand on the page in order, 0 to 1. */
  share: z.number(),
  /** Since which check it lacks; null where it is there. */
  lostSince: z.string().nullable(),
  /** Was it there at an earlier check? */
  wasThere: z.boolean(),
  /** Does the order ask for it unconditionally? */
  isRequired: z.boolean(),
  citation: z.string().nullable(),
})
export type Found = z.infer<typeof foundSchema>

export const pageCheckSchema = z
  .object({
    checkId: z.string(),
    at: moment,
    by: who.nullable(),
    /** Why the page could not be read. */
    fault: z.string().nullable(),
    /** SHA-256 of the text that was read; the text stands in the ledger. */
    hash: z.string().nullable(),
    found: z.array(foundSchema),
  })
  .meta({ id: 'PageCheck' })
export type PageCheck = z.infer<typeof pageCheckSchema>

export const problemKinds = [
  'too-few-holders',
  'key-missing',
  'key-ending',
  'signed-out',
  'licence-ending',
  'licence-ended',
  'notice-lost',
  'notice-missing',
  'unreadable',
  'review-due',
  'suspended',
] as const
export const accountProblemSchema = z.object({
  kind: z.enum(problemKinds),
  sentence: z.string(),
  since: moment.nullable(),
})
export type AccountProblem = z.infer<typeof accountProblemSchema>

export const accountBriefSchema = z
  .object({
    accountId: z.string(),
    network: z.enum(networkNames),
    handle: z.string(),
    address: z.string(),
    purpose: z.string(),
    languages: z.array(z.string()),
    takesComments: z.boolean(),
    state: z.enum(accountStates),
    version: z.number(),
    licence: licenceSchema.nullable(),
    lastCheck: z.object({ at: moment, isWell: z.boolean() }).nullable(),
    problems: z.array(accountProblemSchema),
    closedAt: moment.nullable(),
    isMine: z.boolean(),
  })
  .meta({ id: 'AccountBrief' })
export type AccountBrief = z.infer<typeof accountBriefSchema>

export const accountsSchema = z.object({ items: z.array(accountBriefSchema) }).meta({ id: 'Accounts' })

export const accountSchema = accountBriefSchema
  .extend({
    service: z.string(),
    /** What was said of it, as its licence has it, or as it was last proposed. */
    page: pageSaidSchema,
    proposedBy: who,
    proposedAt: moment,
    suspendsWhenLost: z.boolean(),
    /** Does the licence carry the Chief's standing permission for imagery? */
    imageryPermitted: z.boolean(),
    administrators: z.array(administratorSchema),
    requirements: z.array(requirementSchema),
    /** Null where no key was given. */
    key: z
      .object({
        state: z.enum(['good', 'signed-out']),
        until: moment.nullable(),
        givenBy: who,
        givenAt: moment,
        renewedAt: moment,
        checkedAt: moment,
      })
      .nullable(),
    /** The names of the secrets its network asks for, with the words that ask for them; empty for the site. */
    secrets: z.array(z.object({ name: z.string(), asks: z.string() })),
    scope: z.object({ en: z.string(), es: z.string() }),
    checks: z.array(pageCheckSchema),
    reviews: z.array(
      z.object({ reviewId: z.string(), at: moment, by: who, remarks: z.string(), lookedAt: z.number() }),
    ),
    /** The day from which it is to be looked through again. */
    reviewDue: z.string().nullable(),
    statements: z.array(
      z.object({ requestId: z.string(), at: moment, by: who, state: z.string(), isInForce: z.boolean() }),
    ),
    closed: z.object({ at: moment, by: who, because: z.string() }).nullable(),
    may: z.array(
      z.enum(['propose-again', 'give-key', 'change-administrators', 'check', 'review', 'suspend', 'close']),
    ),
  })
  .meta({ id: 'Account' })
export type AccountView = z.infer<typeof accountSchema>

export const accountIdSchema = z.object({ id: z.uuid() })

export const giveKeySchema = z
  .strictObject({ secrets: z.record(words(40), z.string().min(1).max(8_000)) })
  .meta({ id: 'GiveKey' })
export const keyGivenSchema = z
  .object({ accountId: z.string(), until: moment.nullable() })
  .meta({ id: 'KeyGiven' })

/** Who runs the page from now on; whoever is left out does no longer. */
export const administratorsSchema = z
  .strictObject({
    version,
    administrators: z
      .array(z.strictObject({ memberId: words(60), holdsKey: z.boolean() }))
      .min(1)
      .max(20),
    because: words(1_000),
  })
  .meta({ id: 'ChangeAdministrators' })
export type ChangeAdministrators = z.infer<typeof administratorsSchema>

export const suspendingSchema = z
  .strictObject({ version, suspendsWhenLost: z.boolean() })
  .meta({ id: 'ChangeSuspending' })
export const closeSchema = z.strictObject({ version, because: words(2_000) }).meta({ id: 'CloseAccount' })
export const reviewSchema = z
  .strictObject({
    remarks: words(4_000),
    /** The addresses of what was looked at. */
    lookedAt: z.array(words(500)).max(2_000).default([]),
  })
  .meta({ id: 'ReviewAccount' })
export const accountChangedSchema = z
  .object({ accountId: z.string(), version: z.number() })
  .meta({ id: 'AccountChanged' })
export type AccountChanged = z.infer<typeof accountChangedSchema>

export const reportsQuerySchema = z.object({
  state: z.enum(['open', 'closed']).optional(),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export const reportSchema = z
  .object({
    reportId: z.string(),
    address: z.string(),
    says: z.string(),
    /** How the reporter may be reached, if they said. */
    reach: z.string().nullable(),
    at: moment,
    state: z.enum(['open', 'closed']),
    closedBy: who.nullable(),
    closedAt: moment.nullable(),
    remarks: z.string().nullable(),
    version: z.number(),
  })
  .meta({ id: 'ImpostorReport' })
export const reportsSchema = z
  .object({ items: z.array(reportSchema), next: z.string().nullable() })
  .meta({ id: 'ImpostorReports' })
export const handleReportSchema = z
  .strictObject({ version, remarks: words(2_000) })
  .meta({ id: 'CloseImpostorReport' })

/** The register as programs read it: `GET /public/pages.json`. */
export const registerSchema = z
  .object({
    agency: z.string(),
    /** Where the register is read by people. */
    register: z.string(),
    asOf: moment,
    pages: z.array(
      z.object({
        id: z.string(),
        network: z.enum(networkNames),
        handle: z.string(),
        address: z.string(),
        /** `genuine`: a page of the department; `ended`, `closed`: it was one. */
        state: z.enum(['genuine', 'ended', 'closed']),
        purpose: z.string(),
        audience: z.string(),
        languages: z.array(z.string()),
        takesComments: z.boolean(),
        contact: z.string(),
        licence: z.object({ from: z.string(), to: z.string().nullable(), approvedBy: z.string() }),
        closedOn: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'PublicRegister' })
export type PublicRegister = z.infer<typeof registerSchema>
