import type { FastifyReply, FastifyRequest } from 'fastify'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { refusalSchema } from '../../platform/refused.ts'
import { inLanguage, languageOf, publicPage, sendPage, type Language } from '../../platform/public-page.ts'
import { feedFormats } from './feeds.ts'
import { nothingBody, type Reading } from './parts.ts'
import { siteWords } from './words.ts'

export const tags = ['public']
export const refusals = { '4xx': refusalSchema } as const
export const language = z.object({ lang: z.string().max(10).optional() })
export const idSchema = z.object({ id: z.string().max(60) })
export const isId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** What every page of the site is to its route. */
export const page = { produces: ['text/html'], response: { 200: z.any(), ...refusals } }
export const open = { action: 'open' } as const

/** Whose page is asked for, and in which language. */
export function reading(request: FastifyRequest, lang: string | undefined): Reading {
  return { agency: request.caller.agency, language: languageOf(lang) }
}

/** Has the reader this very thing already? Sets the tag that the next request names. */
export function unchanged(request: FastifyRequest, reply: FastifyReply, tag: string): boolean {
  reply.header('etag', tag)
  return request.headers['if-none-match']?.split(/,\s*/).includes(tag) === true
}

/** The feeds of posts, of notices, or of both, as the head of a page names them. */
export function feedsIn(
  shown: Language,
  what: readonly ('posts' | 'notices')[],
): {
  mediaType: string
  href: string
  title: string
}[] {
  const words = siteWords[shown]
  return what.flatMap((one) =>
    (['atom', 'rss', 'json'] as const).map((format) => ({
      mediaType: feedFormats[format].mediaType,
      href: inLanguage(`/public/feeds/${one}.${format}`, shown),
      title: `${words[one]} (${format})`,
    })),
  )
}

/** The page that says that there is no such page. */
export function nothing(
  reply: FastifyReply,
  { agency, language: shown }: Reading,
  path: string,
): FastifyReply {
  const title = siteWords[shown].nothing
  return sendPage(reply, publicPage({ agency, language: shown, title, path }, nothingBody(shown)), 404)
}

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** As HTTP writes times: `Sat, 21 Nov 2026 14:00:00 GMT`. */
export function httpDate(at: string): string {
  const { dayOfWeek, day, month, year, hour, minute, second } =
    Temporal.Instant.from(at).toZonedDateTimeISO('UTC')
  return `${days[dayOfWeek - 1]}, ${two(day)} ${months[month - 1]} ${year} ${two(hour)}:${two(minute)}:${two(second)} GMT`
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
