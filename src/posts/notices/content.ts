import { z } from 'zod'
import { canonical } from '../../ledger/canonical.ts'
import { isBefore, momentSchema } from '../../platform/day.ts'
import { sha256 } from '../../platform/id.ts'
import { certainties, severities, urgencies } from './cap.ts'
import { bothSchema, missing, valueSchema, valuesSchemaOf } from './fields.ts'
import { kinds, templates, type Kind } from './templates.ts'

export const noticeLanguages = ['en', 'es'] as const
export type NoticeLanguage = (typeof noticeLanguages)[number]

/** Latitude and longitude, degrees of WGS 84. */
export const placeSchema = z.tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)])

export const areaSchema = z
  .strictObject({
    words: bothSchema.default({ en: '', es: '' }),
    /** Its corners; it closes by itself. */
    polygon: z.array(placeSchema).min(3).max(200).nullable().default(null),
    /** Radius in kilometres. */
    circle: z
      .strictObject({ centre: placeSchema, radius: z.number().positive().max(100) })
      .nullable()
      .default(null),
  })
  .meta({ id: 'NoticeArea' })
export type NoticeArea = z.infer<typeof areaSchema>

const saidSchema = z.strictObject({
  headline: z.string().trim().max(200),
  description: z.string().trim().max(4_000),
  instruction: z.string().trim().max(1_000).default(''),
})

/** A notice to the letter. A sign-off binds exactly this, by the hash of its canonical JSON. */
export const noticeContentSchema = z
  .strictObject({
    kind: z.enum(kinds),
    fields: z.record(z.string().max(40), valueSchema).default({}),
    texts: z.partialRecord(z.enum(noticeLanguages), saidSchema).default({}),
    /** Why it is said in one language only. */
    lacks: z.string().trim().max(500).nullable().default(null),
    severity: z.enum(severities),
    urgency: z.enum(urgencies),
    certainty: z.enum(certainties),
    area: areaSchema.default({ words: { en: '', es: '' }, polygon: null, circle: null }),
    /** Moments, ISO 8601. */
    effective: momentSchema,
    expires: momentSchema,
    /** A public copy of a picture, with words for those who cannot see it. */
    picture: z
      .strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), alt: bothSchema })
      .nullable()
      .default(null),
    /** Whom to ask, as it stands in public. */
    contact: z.string().trim().max(200).default(''),
    accounts: z.array(z.uuid()).max(20).default([]),
  })
  .meta({ id: 'NoticeContent' })
export type NoticeContent = z.infer<typeof noticeContentSchema>

/** What was sent, its fields checked by its template; gives the content or a sentence. */
export function checkedFields(content: NoticeContent): NoticeContent | string {
  const read = valuesSchemaOf(templates[content.kind].fields).safeParse(content.fields)
  if (read.success) return { ...content, fields: read.data }
  const [issue] = read.error.issues
  return `fields.${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is malformed'}`
}

/** Everything that a notice lacks before it may go out; none if it is whole. */
export function noticeLacks(content: NoticeContent, at: string): string[] {
  const { kind, fields, texts, lacks, area, effective, expires, picture, accounts } = content
  const unsaid = noticeLanguages.filter((language) => !isSaid(texts[language]))
  const found = missing(templates[kind].fields, fields)
  if (unsaid.length === noticeLanguages.length) found.push('say what happens, in English and Spanish')
  else if (unsaid.length > 0 && (lacks ?? '') === '')
    found.push(`say it in ${unsaid[0] === 'es' ? 'Spanish' : 'English'} too, or say why it is not`)
  if (area.words.en === '' && area.words.es === '' && templates[kind].isTimeSensitive)
    found.push('say in words which area it is about')
  if (!isBefore(effective, expires)) found.push('it ends before it begins')
  else if (!isBefore(at, expires)) found.push('its end has passed; give a later one')
  if (picture && picture.alt.en === '' && picture.alt.es === '')
    found.push('say what the picture shows, for those who cannot see it')
  if (picture && kind === 'missing-person' && fields['authorityPicture'] !== true)
    found.push('nobody has said that the photograph may be published; leave it out, or ask')
  if (accounts.length === 0) found.push('choose at least one page that it goes to')
  return found
}

function isSaid(said: z.infer<typeof saidSchema> | undefined): boolean {
  return said !== undefined && said.headline !== '' && said.description !== ''
}

/** The canonical JSON (RFC 8785) of a notice, and its SHA-256. */
export function bindNotice(content: NoticeContent): { written: string; hash: string } {
  const written = canonical(content)
  return { written, hash: sha256(written) }
}

/** What was bound, read back. */
export function noticeContentOf(written: string): NoticeContent {
  return noticeContentSchema.parse(JSON.parse(written))
}

/** Its name in lists. */
export function noticeTitle({ kind, texts }: { kind: Kind; texts: NoticeContent['texts'] }): string {
  const headline = texts.en?.headline ?? texts.es?.headline ?? ''
  return headline === '' ? templates[kind].title.en : headline
}
