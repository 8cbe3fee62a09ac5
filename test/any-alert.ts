import fc from 'fast-check'
import {
  categories,
  certainties,
  messageTypes,
  responseTypes,
  scopes,
  severities,
  statuses,
  urgencies,
  type CapAlert,
} from '../src/posts/notices/cap.ts'

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(fc.constantFrom('&a;', '&lt;', '&amp;amp;', '<', ']]>', '"', '&#0;', 'a'), { maxLength: 6 })
    .map((all) => all.join('')),
)
const maybeWords = fc.option(words)
const at = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((day) => day.toISOString())
const label = fc.stringMatching(/^[a-z0-9.:@-]{1,20}$/)
const place = fc.tuple(
  fc.double({ min: -90, max: 90, noNaN: true }),
  fc.double({ min: -180, max: 180, noNaN: true }),
)
const ring = fc.array(place, { minLength: 3, maxLength: 8 }).map((open) => [...open, ...open.slice(0, 1)])
const area = fc.record({
  words,
  polygons: fc.array(ring, { maxLength: 2 }),
  circles: fc.array(fc.record({ centre: place, radius: fc.double({ min: 0, max: 500, noNaN: true }) }), {
    maxLength: 2,
  }),
})
const anyInfo = fc.record({
  language: fc.constantFrom('en-US', 'es-US'),
  categories: fc.uniqueArray(fc.constantFrom(...categories), { minLength: 1, maxLength: 3 }),
  event: words,
  responses: fc.uniqueArray(fc.constantFrom(...responseTypes), { maxLength: 2 }),
  urgency: fc.constantFrom(...urgencies),
  severity: fc.constantFrom(...severities),
  certainty: fc.constantFrom(...certainties),
  effective: fc.option(at),
  onset: fc.option(at),
  expires: fc.option(at),
  senderName: maybeWords,
  headline: maybeWords,
  description: maybeWords,
  instruction: maybeWords,
  web: fc.option(fc.webUrl()),
  contact: maybeWords,
  areas: fc.array(area, { maxLength: 2 }),
})
/** Any alert of CAP that could be meant, with whatever people write into it. */
export const anyAlert: fc.Arbitrary<CapAlert> = fc.record({
  identifier: label,
  sender: label,
  sent: at,
  status: fc.constantFrom(...statuses),
  type: fc.constantFrom(...messageTypes),
  scope: fc.constantFrom(...scopes),
  note: maybeWords,
  references: fc.array(fc.record({ sender: label, identifier: label, sent: at }), { maxLength: 3 }),
  infos: fc.array(anyInfo, { minLength: 1, maxLength: 2 }),
})
