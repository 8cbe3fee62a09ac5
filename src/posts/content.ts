import { z } from 'zod'
import { canonical } from '../ledger/canonical.ts'
import { sha256 } from '../platform/id.ts'
import { isTime } from './when.ts'

const words = (most: number): z.ZodString => z.string().trim().min(1).max(most)

export const postLanguages = ['en', 'es'] as const
export type PostLanguage = (typeof postLanguages)[number]

/** What a post is for: the outreach and the time-sensitive uses that orders recognise, and what else a department says. */
export const categories = [
  'prevention',
  'reporting',
  'crime-data',
  'tips',
  'wanted',
  'road',
  'event',
  'weather',
  'missing',
  'news',
  'statement',
] as const
export type Category = (typeof categories)[number]

/** Those that cannot wait (section C.3 of the orders); the fast lane is open to them alone. */
export const timeSensitive: ReadonlySet<Category> = new Set(['road', 'event', 'weather', 'missing'])

export const personStatuses = [
  'wanted',
  'missing',
  'arrested',
  'charged',
  'cleared',
  'found',
  'dismissed',
  'erased',
] as const
export type PersonStatus = (typeof personStatuses)[number]

export const rights = ['own', 'licensed', 'public-domain', 'permission'] as const

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'is the SHA-256 of a public copy, in hexadecimal')
const texts = z.partialRecord(z.enum(postLanguages), words(10_000))

export const postMediaSchema = z
  .strictObject({
    sha256: hash,
    /** What it says to those who cannot see it. Empty in a draft; asked for when it is submitted. */
    alt: z.string().trim().max(2_000).default(''),
    /** WebVTT; a film is not published without. */
    captions: words(50_000).nullable().default(null),
    rights: z.enum(rights).default('own'),
    /** Whose work it is and where it came from, where it is not the department's own. */
    source: words(500).nullable().default(null),
    /** Names of facts that it shows, said by a person. */
    shows: z.array(words(60)).max(20).default([]),
  })
  .meta({ id: 'PostMedia' })

export const personSchema = z
  .strictObject({ name: words(200), status: z.enum(personStatuses), inPicture: z.boolean().default(false) })
  .meta({ id: 'PostPerson' })
export type PostPerson = z.infer<typeof personSchema>

/** A post to the letter. An approval binds exactly this, by the hash of its canonical JSON. */
export const postContentSchema = z
  .strictObject({
    category: z.enum(categories).default('news'),
    texts: texts.default({}),
    /** Other words for one account, where its network takes fewer. */
    otherwise: z
      .array(z.strictObject({ accountId: z.uuid(), texts }))
      .max(20)
      .default([]),
    media: z.array(postMediaSchema).max(10).default([]),
    /** For whom it is written. */
    audience: words(400).default('Everybody in town'),
    accounts: z.array(z.uuid()).max(20).default([]),
    /**
     * When it goes out, `2026-11-21T09:00` in the agency's zone, with `-05:00` where the clocks show that time twice;
     * null: as soon as it is approved.
     */
    at: z
      .string()
      .regex(
        /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?:[+-]\d{2}:\d{2})?$/,
        'is no time of day; write 2026-11-21T09:00',
      )
      .refine((said) => isTime(said), 'is no time of day; write 2026-11-21T09:00')
      .nullable()
      .default(null),
    byline: z
      .strictObject({
        /** Who speaks, as it stands below the words; null: nobody is named, and `reason` says why. */
        words: words(200).nullable(),
        reason: words(1_000).nullable().default(null),
      })
      .default({ words: null, reason: null }),
    people: z.array(personSchema).max(50).default([]),
    /** Answers of a person to what the ruling asked. */
    facts: z.record(words(60), z.union([z.boolean(), z.record(words(60), words(60))])).default({}),
    /** The post that it corrects; `edit`: in its place, where the network can. */
    corrects: z
      .strictObject({ postId: z.uuid(), how: z.enum(['reply', 'edit']).default('reply') })
      .nullable()
      .default(null),
  })
  .meta({ id: 'PostContent' })
export type PostContent = z.infer<typeof postContentSchema>

/** The canonical JSON (RFC 8785) of a post, and its SHA-256. */
export function bindPost(content: PostContent): { written: string; hash: string } {
  const written = canonical(content)
  return { written, hash: sha256(written) }
}

/** What was bound, read back. */
export function postContentOf(written: string): PostContent {
  return postContentSchema.parse(JSON.parse(written))
}

/** Letters of a name by which it is known again; an index takes no more of a stranger's. */
const mostKey = 200

/** By this a name is known again, however it is written: small, without accents, one space between words. */
export function personKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, mostKey)
    .toWellFormed()
}

/** The first words of a post, for lists. */
export function titleOf({ texts: said, category }: PostContent): string {
  const [first] = (said.en ?? said.es ?? '').split('\n')
  const line = (first ?? '').trim()
  if (line === '') return `${category.charAt(0).toUpperCase()}${category.slice(1).replaceAll('-', ' ')}`
  return line.length > 90 ? `${line.slice(0, 89).trimEnd()}…` : line
}
