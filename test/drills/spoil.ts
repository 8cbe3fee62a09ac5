import type { Shot } from './api-routes.ts'
import { isSchema } from './arbitraries.ts'
import { oneOf, type Pick } from './drill.ts'

/** A request as it goes on the wire. */
export interface Sent {
  method: Shot['method']
  url: string
  payload: string | undefined
  type: string
}

const nasty: readonly unknown[] = [
  null,
  '',
  0,
  -1,
  1e308,
  2 ** 53,
  true,
  [],
  {},
  [[[[[[[[]]]]]]]],
  '\u0000',
  '\uD800',
  'a'.repeat(100_000),
  "'; drop table member; --",
  '{{7*7}}${7*7}',
  '../../../etc/passwd',
  '\u202Etxet',
  '9999-99-99',
  '2026-02-30',
  '+275760-09-13',
  '01a1fd36-0000-7000-8000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
]

const whole = [
  '',
  '{',
  'null',
  '[]',
  '"a"',
  '{"__proto__":{"admin":true}}',
  '{"constructor":{"prototype":{"admin":true}}}',
  '{"a":1,"a":2}',
  `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
] as const
const types = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'image/png',
  '',
] as const

/** Leaves half of the requests as they are, and breaks the others in one place or as a whole. */
export function spoil(pick: Pick, { method, url, body }: Shot): Sent {
  const sent: Sent = {
    method,
    url,
    payload: body === undefined ? undefined : JSON.stringify(body),
    type: 'application/json',
  }
  switch (pick(10)) {
    case 0:
      return {
        ...sent,
        url: url.replace(/[^/?=&]+$/, () => encodeURIComponent(lone(String(oneOf(pick, nasty))))),
      }
    case 1:
      return body === undefined ? sent : { ...sent, payload: oneOf(pick, whole) }
    case 2:
      return body === undefined ? sent : { ...sent, type: oneOf(pick, types) }
    case 3:
    case 4:
    case 5:
      return body === undefined ? sent : { ...sent, payload: JSON.stringify(brokenIn(pick, body)) }
    default:
      return sent
  }
}

/** An address cannot bear half a character, nor a hundred thousand. */
function lone(text: string): string {
  return (text.isWellFormed() ? text : '%').slice(0, 150)
}

/** The same value with one place of it replaced, left out, or added to. */
function brokenIn(pick: Pick, value: unknown): unknown {
  if (Array.isArray(value) && value.length > 0 && pick(3) > 0) {
    const place = pick(value.length)
    return value.map((one: unknown, n) => (n === place ? brokenIn(pick, one) : one))
  }
  if (!isSchema(value) || pick(6) === 0) return oneOf(pick, nasty)
  const names = Object.keys(value)
  if (names.length === 0 || pick(6) === 0)
    return { ...value, [oneOf(pick, ['extra', 'agencyId', 'roles'])]: 1 }
  const name = oneOf(pick, names)
  if (pick(4) === 0) return Object.fromEntries(Object.entries(value).filter(([one]) => one !== name))
  return { ...value, [name]: brokenIn(pick, value[name]) }
}
