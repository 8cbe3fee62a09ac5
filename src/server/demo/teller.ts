import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { demoMembersSchema } from '../../members/session-schema.ts'
import { later } from '../../platform/day.ts'
import type { App } from '../../platform/http.ts'

/** Something of the story: at its time it is done, and may put further events into the story. */
type Act = () => Promise<void>

/** Whom the story sends for: the town's people by their short names. */
export interface Teller {
  /** The story's own time, ISO 8601 in UTC. */
  now: () => string
  /** The story's day in the town. */
  today: () => string
  /** Puts an event into the story; what would come after its end never happens, and stays open. */
  at: (when: string, act: Act) => void
  /** The same, so many hours from now, when people are at work. */
  after: (hours: number, act: Act) => void
  /** What the API answers somebody, read by a schema. A refusal is a fault of the story and ends it. */
  get: <T>(who: string, schema: z.ZodType<T>, url: string) => Promise<T>
  send: <T>(
    who: string,
    schema: z.ZodType<T>,
    method: 'POST' | 'PUT' | 'PATCH',
    url: string,
    body?: object | Upload,
  ) => Promise<T>
  /** A form that a resident sends, with no account and no script. */
  form: (url: string, fields: Readonly<Record<string, string>>) => Promise<void>
  /** A member's id, by short name. */
  idOf: (who: string) => string
  whoIs: (memberId: string) => string
  /** Learns the ids of everybody who is on the roster now. */
  meet: () => Promise<void>
}

/** A body that is not JSON. */
export interface Upload {
  mediaType: string
  bytes: Buffer
}

export interface Telling {
  app: App
  origin: string
  host: string
  zone: string
  begins: string
  ends: string
  /** Short names by the full ones. */
  names: ReadonlyMap<string, string>
  /** What time itself does, once on every day of the story. */
  daily: (at: string) => Promise<void>
}

const anything = z.unknown()
const refusedSchema = z.object({ error: z.object({ sentence: z.string() }) })

/** Tells a story over the HTTP API: everybody signs in as in a demonstration, and does what they do. */
export function tellerOf(telling: Telling): Teller & { clock: () => string; run: () => Promise<number> } {
  const { app, origin, host, zone, names, ends } = telling
  let now = telling.begins
  let sent = 0
  let made = 0
  const events: { when: number; place: number; at: string; act: Act }[] = []
  const ids = new Map<string, string>()
  const cookies = new Map<string, { cookie: string; until: string }>()

  const inject = async (
    cookie: string,
    method: 'GET' | 'POST' | 'PUT' | 'PATCH',
    url: string,
    body?: object | Upload,
  ): Promise<{ body: unknown; cookie: string }> => {
    sent++
    const isUpload = body !== undefined && 'bytes' in body && Buffer.isBuffer(body.bytes)
    const answer = await app.inject({
      method,
      url,
      headers: {
        host,
        origin,
        ...(method === 'GET' ? {} : { 'idempotency-key': `story-${String(sent).padStart(6, '0')}` }),
        ...(cookie === '' ? {} : { cookie }),
        ...(isUpload && 'mediaType' in body ? { 'content-type': body.mediaType } : {}),
      },
      ...(body === undefined ? {} : { payload: isUpload ? body.bytes : body }),
    })
    const said: unknown = answer.body === '' ? null : JSON.parse(answer.body)
    if (answer.statusCode !== 200) {
      const refused = refusedSchema.safeParse(said)
      const sentence = refused.success ? refused.data.error.sentence : answer.body
      throw new Error(`the story stops on ${now}: ${method} ${url}: ${answer.statusCode} ${sentence}`)
    }
    return { body: said, cookie: answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ') }
  }

  const idOf = (who: string): string => {
    const id = ids.get(who)
    if (id === undefined) throw new Error(`the story knows no ${who}`)
    return id
  }
  /** A session is used for a few minutes: then the gravest moves would ask again who it is. */
  const cookieOf = async (who: string): Promise<string> => {
    const held = cookies.get(who)
    if (held && now < held.until) return held.cookie
    const { cookie } = await inject('', 'POST', '/api/demo/sign-in', { memberId: idOf(who) }).catch(
      (error: unknown) => {
        throw new Error(`${who} cannot sign in`, { cause: error })
      },
    )
    cookies.set(who, { cookie, until: later(now, { minutes: 4 }) })
    return cookie
  }

  const put: Teller['at'] = (when, act) => {
    const { epochMilliseconds } = Temporal.Instant.from(when)
    events.push({ when: epochMilliseconds, place: made++, at: when, act })
  }
  const dayOf = (at: string): string =>
    Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString()

  return {
    clock: () => now,
    now: () => now,
    today: () => dayOf(now),
    at: put,
    after: (hours, act) => put(atWork(later(now, { minutes: Math.round(hours * 60) }), zone), act),
    get: async (who, schema, url) => schema.parse((await inject(await cookieOf(who), 'GET', url)).body),
    send: async (who, schema, method, url, body) =>
      schema.parse((await inject(await cookieOf(who), method, url, body)).body),
    form: async (url, fields) => {
      const { statusCode, body } = await app.inject({
        method: 'POST',
        url,
        headers: { host, origin, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({
          key: `story-form-${String(++sent).padStart(6, '0')}`,
          ...fields,
        }).toString(),
      })
      if (statusCode >= 400) throw new Error(`the story stops on ${now}: ${url}: ${statusCode} ${body}`)
    },
    idOf,
    whoIs: (memberId) => [...ids].find(([, id]) => id === memberId)?.[0] ?? memberId,
    meet: async () => {
      const { items } = demoMembersSchema.parse((await inject('', 'GET', '/api/demo/members')).body)
      for (const { memberId, name } of items) ids.set(names.get(name) ?? name, memberId)
    },
    run: async () => {
      const end = Temporal.Instant.from(ends).epochMilliseconds
      let day = dayOf(now)
      for (;;) {
        events.sort((a, b) => a.when - b.when || a.place - b.place)
        const next = events.shift()
        const until = next === undefined || next.when > end ? ends : next.at
        // Time does its part on every morning between.
        while (day < dayOf(until)) {
          day = Temporal.PlainDate.from(day).add({ days: 1 }).toString()
          const morning = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: '00:05' })
          if (morning.epochMilliseconds > end) break
          now = morning.toInstant().toString()
          await telling.daily(now)
        }
        if (next === undefined || next.when > end) break
        if (next.at > now) now = next.at
        await next.act()
      }
      now = ends
      return sent
    },
  }
}

/** The same moment, or the next one at which people are at work: from eight to half past five, from Monday to Friday. */
function atWork(at: string, zone: string): string {
  let when = Temporal.Instant.from(at).toZonedDateTimeISO(zone)
  const minutes = when.hour * 60 + when.minute
  // What falls into the night is done on the next morning, not all at once.
  if (minutes >= 17 * 60 + 30) when = when.add({ days: 1 }).with({ hour: 8, minute: when.minute % 50 })
  else if (minutes < 8 * 60) when = when.with({ hour: 8, minute: when.minute % 50 })
  while (when.dayOfWeek > 5) when = when.add({ days: 1 })
  return when.toInstant().toString()
}

/** For answers of which the story needs nothing. */
export const done = anything
