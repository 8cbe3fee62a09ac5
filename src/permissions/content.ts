import canonicalize from 'canonicalize'
import { z } from 'zod'
import { actKinds, capacities, type Act } from '../policy/act.ts'
import { daySchema } from '../platform/day.ts'
import { sha256 } from '../platform/id.ts'

const words = (most: number): z.ZodString => z.string().trim().min(1).max(most)

/** A picture of a request: its bytes by their hash, and what it says to those who cannot see it. */
export const pictureSchema = z
  .strictObject({
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'is the SHA-256 of a picture that was added, in hexadecimal'),
    alt: words(2_000),
    /** Names of facts that it shows. */
    shows: z.array(words(60)).max(20).default([]),
  })
  .meta({ id: 'RequestPicture' })

/** What is asked, to the letter. An approval binds exactly this, by the hash of its canonical JSON. */
export const contentSchema = z
  .strictObject({
    text: words(20_000).nullable().default(null),
    pictures: z.array(pictureSchema).max(20).default([]),
    /** The address of an official page. */
    page: words(500).nullable().default(null),
    device: z
      .strictObject({
        owner: z.enum(['department', 'personal']),
        kind: z.enum(['desktop', 'laptop', 'tablet', 'phone']),
        /** Which one: make, model, number. */
        describes: words(200),
      })
      .nullable()
      .default(null),
    /** What is known of the act. */
    act: z
      .strictObject({
        kind: z.enum(actKinds).default('post'),
        capacity: z.enum(capacities).default('personal'),
        audience: z.enum(['public', 'limited']).default('public'),
        duty: z.enum(['on', 'off', 'unknown']).default('unknown'),
        facts: z.record(words(60), z.union([z.boolean(), z.record(words(60), words(60))])).default({}),
      })
      .prefault({}),
    /** What it is to cover, where no exact words bind it: names of facts, kinds of acts or media, a citation. */
    covers: z.array(words(100)).max(30).default([]),
    /** Colleagues who are depicted or told of, by member. */
    coworkers: z.array(words(60)).max(50).default([]),
    from: daySchema,
    to: daySchema.nullable().default(null),
    why: words(4_000),
  })
  .meta({ id: 'RequestContent' })
export type Content = z.infer<typeof contentSchema>

/** The canonical JSON (RFC 8785) of what is asked, and its SHA-256. */
export function bind(content: Content): { written: string; hash: string } {
  const written = canonicalize(content)
  if (written === undefined) throw new TypeError('the content of a request is an object')
  return { written, hash: sha256(written) }
}

/** What was bound, read back. */
export function contentOf(written: string): Content {
  return contentSchema.parse(JSON.parse(written))
}

/** Why a request is not exact enough to be submitted; `undefined` when it is. */
export function vagueness(
  content: Content,
  request: { kind: 'permission' | 'opinion'; matter: string; author: string },
  isCoworkersAlone: boolean,
  today: string,
): string | undefined {
  const { text, pictures, page, device, covers, coworkers, from, to } = content
  const isExact = text !== null || pictures.length > 0
  if (request.kind === 'opinion' && !isExact)
    return 'an advance opinion is given on exact words or pictures; add them'
  if (!isExact && page === null && device === null && covers.length === 0)
    return 'say exactly what is asked for: the words, a picture, a page, a device, or what it is to cover'
  if (request.matter === 'page' && page === null) return 'give the address of the page'
  if (request.matter === 'own-device' && device === null) return 'say which device it is'
  if (to !== null && to < from) return `the period ends on ${to}, before it begins on ${from}`
  if (to !== null && to < today) return `the period ended on ${to}, and nothing is permitted for the past`
  if (!isExact && to === null) return 'a permission that no exact words bind needs a last day'
  if (coworkers.includes(request.author)) return 'nobody consents to their own request; leave yourself out'
  if (new Set(coworkers).size < coworkers.length) return 'a colleague is named twice'
  if (isCoworkersAlone && coworkers.length === 0) return 'name every colleague who is depicted or told of'
  return undefined
}

/** The request as an act that can be judged; its pictures are known by their hash. */
export function actOf(content: Content, requestId: string, on: string): Act {
  const { text, pictures, device, act } = content
  return {
    id: requestId,
    kind: act.kind,
    capacity: act.capacity,
    audience: act.audience,
    duty: act.duty,
    on,
    ...(text === null ? {} : { text }),
    media: pictures.map(({ sha256: id, alt, shows }) => ({ kind: 'image', id, alt, shows })),
    ...(device === null ? {} : { device: { owner: device.owner, kind: device.kind } }),
    facts: act.facts,
  }
}
