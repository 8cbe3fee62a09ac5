import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { readYaml } from '../../adoption/order-shelf.ts'
import { Refusal } from '../../platform/refusal.ts'

/** A number of days as a law counts them: the day that it starts from is never counted. */
const daysSchema = z.strictObject({
  days: z.int().min(1).max(400),
  count: z.enum(['business', 'calendar']),
  citation: z.string().nullable(),
})
export type LawDays = z.infer<typeof daysSchema>

/** What an answer is; `silence.brokenBy` says which of them ends the silence. */
const answers = ['acknowledgement', 'clarification', 'release', 'denial'] as const
export type Answered = (typeof answers)[number]

/** Our own words about a law: a letter goes out in the language of its request, a page is read in the reader's own. */
export const lawWordsSchema = z
  .strictObject({ en: z.string().min(1), es: z.string().min(1) })
  .meta({ id: 'RecordsLawWords' })

const exemptionSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    citation: z.string(),
    title: lawWordsSchema,
    /** What it covers, in our own words. */
    gist: lawWordsSchema,
    /** What a reviewer should ask before using it. */
    test: lawWordsSchema.optional(),
  })
  .meta({ id: 'Exemption' })
export type Exemption = z.infer<typeof exemptionSchema>

const feeSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    title: lawWordsSchema,
    per: z.enum(['page', 'hour', 'piece', 'cost']),
    /** The most that may be asked for one; null where the law says at cost. */
    mostCents: z.int().min(0).nullable(),
    citation: z.string(),
  })
  .meta({ id: 'RecordsFee' })

/** A public-records law as data. Another state is another file. */
export const lawSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    name: z.string(),
    state: z.string(),
    /** What it was written from and what counsel should check; own words. */
    note: lawWordsSchema,
    /** Days of the week on which nothing is counted: 1 Monday to 7 Sunday. */
    weekend: z.array(z.int().min(1).max(7)).max(6),
    answer: daysSchema.extend({
      gist: lawWordsSchema,
      /** The number where the file of a person employed there is asked for. */
      personnel: daysSchema,
    }),
    acknowledgement: daysSchema,
    silence: z.strictObject({
      citation: z.string().nullable(),
      gist: lawWordsSchema,
      /** Does silence count as a denial, which opens the way to appeal? */
      isDenial: z.boolean(),
      brokenBy: z.array(z.enum(answers)).min(1),
    }),
    /** What the clock does while the requester is asked what they mean, and while a fee is awaited. */
    clock: z.strictObject({
      clarifying: z.enum(['runs', 'stops', 'restarts']),
      fee: z.enum(['runs', 'stops']),
      gist: lawWordsSchema,
    }),
    appeal: daysSchema.extend({
      gist: lawWordsSchema,
      to: z.strictObject({
        name: z.string(),
        address: z.string(),
        url: z.url(),
        email: z.string().nullable(),
      }),
    }),
    personnel: z.strictObject({
      citation: z.string(),
      gist: lawWordsSchema,
      /** From the day on which somebody received the notice; where nobody knows, from the day it was sent. */
      objection: z.strictObject({ received: daysSchema, sent: daysSchema }),
      /** What whoever objects signs. */
      statement: lawWordsSchema,
      /** What becomes of the records once somebody objected. */
      bars: lawWordsSchema,
    }),
    exemptions: z.array(exemptionSchema).min(1),
    fees: z.strictObject({
      list: z.array(feeSchema),
      prepayment: z.strictObject({ fromCents: z.int().min(0), citation: z.string() }).nullable(),
      waivers: z.array(z.strictObject({ id: z.string(), title: lawWordsSchema, citation: z.string() })),
    }),
    /** What the form asks for; nothing else may be demanded. */
    fields: z.strictObject({
      name: z.enum(['asked', 'needed']),
      address: z.enum(['asked', 'needed']),
      writing: z.boolean(),
      citation: z.string().nullable(),
    }),
  })
  .meta({ id: 'RecordsLaw' })
export type Law = z.infer<typeof lawSchema>

export const lawFolder = join(import.meta.dirname, 'law')

const read = new Map<string, Law>()

/** The ids of the laws on the shelf. */
export function lawIds(folder = lawFolder): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .toSorted()
}

/** A law of the shelf; refuses (notFound) one that is not there, and throws at one that does not hold together. */
export function lawOf(id: string, folder = lawFolder): Law {
  const place = join(folder, `${id}.yaml`)
  const known = read.get(place)
  if (known) return known
  if (!lawIds(folder).includes(id))
    throw new Refusal('notFound', `there is no law "${id}"; there are ${lawIds(folder).join(', ')}`)
  const law = lawSchema.parse(readYaml(place))
  const ids = law.exemptions.map((one) => one.id)
  if (law.id !== id || new Set(ids).size !== ids.length)
    throw new Error(`${place}: its id is not its name, or two exemptions share one`)
  read.set(place, law)
  return law
}

/** An exemption of a law; refuses one that the law does not have. */
export function exemptionOf(law: Law, id: string): Exemption {
  const found = law.exemptions.find((one) => one.id === id)
  if (!found) throw new Refusal('malformed', `${law.name} has no exemption "${id}"`)
  return found
}
