import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { isDiskFull } from './disk-full.ts'
import { placeOf, plainly, thingAt } from './plain.ts'
import { Refusal, refusalStatus, type RefusalCode } from './refusal.ts'

/** What every refusal looks like on the wire. */
export const refusalSchema = z
  .object({
    error: z.object({
      code: z.string(),
      sentence: z.string(),
      citation: z.string().optional(),
      /** Where in what was sent: `content.to`. */
      at: z.string().optional(),
      /** Where the log tells the whole, for a fault of ours. */
      reference: z.string().optional(),
    }),
  })
  .meta({ id: 'Refusal' })

export type Refused = z.infer<typeof refusalSchema>

/** A refusal as it goes over the wire. */
export function refusalBody(code: RefusalCode, sentence: string): Refused {
  return { error: { code, sentence } }
}

interface Answer {
  status: number
  body: Refused
}

/** The one place where an error becomes an answer. */
export function answerTo(error: unknown, reference: string, route: string | undefined): Answer {
  if (error instanceof Refusal) {
    const { code, message, citation } = error
    return {
      status: refusalStatus[code],
      body: { error: { code, sentence: message, ...(citation === undefined ? {} : { citation }) } },
    }
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    if (error.validationContext === 'params')
      return { status: 404, body: refusalBody('notFound', `there is no such ${thingAt(route)}`) }
    const [first] = error.validation
    const sentence = first ? plainly(first) : 'this is not what belongs here'
    const at = first ? placeOf(first) : ''
    const { error: told } = refusalBody('malformed', sentence)
    return { status: 400, body: { error: { ...told, ...(at === '' ? {} : { at }) } } }
  }
  if (isTornForm(error))
    return {
      status: 400,
      body: refusalBody(
        'malformed',
        'the form with the file came without its end or its parts; send it again',
      ),
    }
  if (isFastifyRefusal(error) && error.statusCode === refusalStatus.tooLarge)
    return { status: error.statusCode, body: refusalBody('tooLarge', 'this is larger than is taken here') }
  if (isFastifyRefusal(error))
    return { status: error.statusCode, body: refusalBody('malformed', error.message) }
  if (isAtOnce(error))
    return {
      status: refusalStatus.conflict,
      body: refusalBody(
        'conflict',
        'somebody did this at the same moment, and yours was not done; look again',
      ),
    }
  if (isDiskFull(error))
    return {
      status: refusalStatus.noRoom,
      body: refusalBody(
        'noRoom',
        'there is no room left on the disk, and this was not done; what is there can be read, nothing was lost. Please tell your administrator',
      ),
    }
  if (isDatabaseGone(error))
    return {
      status: 503,
      body: refusalBody(
        'unavailable',
        'the database does not answer; nothing was lost, try again in a moment',
      ),
    }
  const sentence =
    'this is a fault of ours, and it was written down; please tell your administrator the reference'
  return { status: 500, body: { error: { code: 'fault', sentence, reference } } }
}

/** What the reader of forms with files says of one that is none, or is not whole: it has no code of its own. */
function isTornForm(error: unknown): boolean {
  return (
    error instanceof Error &&
    /^(?:Multipart: Boundary not found|Unexpected end of multipart data|Part terminated early)/.test(
      error.message,
    )
  )
}

/** Fastify's own: a body that is no JSON, one that is too large, a media type nobody reads. */
function isFastifyRefusal(error: unknown): error is Error & { statusCode: number } {
  return (
    error instanceof Error &&
    'statusCode' in error &&
    typeof error.statusCode === 'number' &&
    error.statusCode >= 400 &&
    error.statusCode < 500
  )
}

/** Two did the same in one moment, and PostgreSQL let one: a second row of its kind, a deadlock, a serialization. */
export function isAtOnce(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(?:23505|40P01|40001)$/.test(String(error.code))
}

/** No answer from PostgreSQL, none in time, or too many at once (class 53, 57P03, class 08). */
function isDatabaseGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return (
    /^(?:ECONN|EPIPE|ETIMEDOUT|57P|08|53)/.test(code) ||
    /timeout (?:exceeded|expired)|read timeout|Connection terminated|not queryable/i.test(error.message)
  )
}
