import fc from 'fast-check'
import type { XsdValidator } from 'libxml2-wasm'
import { cap12 } from '../src/posts/notices/cap.ts'
import { capOf, type Sent } from '../src/posts/notices/cap-of.ts'
import { readCap } from '../src/posts/notices/cap-read.ts'
import { writeCap } from '../src/posts/notices/cap-write.ts'
import { noticeContentSchema, type NoticeContent } from '../src/posts/notices/content.ts'
import { kinds, templates, type Kind } from '../src/posts/notices/templates.ts'
import { anyAlert } from '../test/any-alert.ts'
import { oneOf, picker } from '../test/drills/drill.ts'
import { isValid } from './cap-schema.ts'

const zone = 'America/New_York'
const agency = { agencyId: 'riverton', name: 'Riverton <Police> & Co', host: 'riverton.example', zone }

/** What was compared, and every document of which the schema and we say something else. */
export interface Compared {
  written: number
  /** Spoiled on purpose: of those, how many the schema refuses, and how many only our reader. */
  spoiled: number
  refused: number
  stricter: ReadonlyMap<string, number>
  faults: string[]
}

/**
 * Alerts that we write, of every template at every stage and at random, against the schema; and the same spoiled line
 * by line, against the schema and our reader.
 */
export function compareWritten(schemas: ReadonlyMap<string, XsdValidator>, rounds: number): Compared {
  const schema = schemas.get(cap12)
  if (!schema) throw new Error('no schema of CAP 1.2')
  const pick = picker(412)
  const random = fc.sample(anyAlert, { seed: 412, numRuns: rounds }).map((alert) => writeCap(alert, zone))
  const all = [...everyStage(), ...random]
  const faults = all.filter((one) => !isValid(schema, one) || !readCap(one).ok)
  let [spoiled, refused] = [0, 0]
  const stricter = new Map<string, number>()
  for (const written of all)
    for (let n = 0; n < 4; n++) {
      const document = spoil(written, pick)
      if (document === written) continue
      spoiled++
      const theirs = isValid(schema, document)
      const ours = readCap(document)
      if (!theirs) refused++
      if (theirs === ours.ok) continue
      if (ours.ok) faults.push(document)
      else for (const rule of ours.faults.map(ruleOf)) stricter.set(rule, (stricter.get(rule) ?? 0) + 1)
    }
  return { written: all.length, spoiled, refused, stricter, faults }
}

/** `polygon: has at least four places` of a fault of our reader. */
function ruleOf(fault: string): string {
  const [, element = '', rule = fault] = /(\w+)(?:\[\d+\])?: ".*" will not do: it (.*)$/s.exec(fault) ?? []
  return `${element}: ${rule}`
}

/** A notice of every template, as alert, update, cancellation, when a person was found, and when all is clear. */
function everyStage(): string[] {
  const at = '2026-11-21T15:00:00.123Z'
  const message = (number: number, type: Sent['messages'][number]['type']): Sent['messages'][number] => ({
    number,
    type,
    contentHash: '00',
    sent: at,
  })
  const [alert, update, cancel] = [message(1, 'Alert'), message(2, 'Update'), message(3, 'Cancel')]
  const stages: Pick<Sent, 'messages' | 'endedAs'>[] = [
    { messages: [alert], endedAs: null },
    { messages: [alert, update], endedAs: null },
    { messages: [alert, update], endedAs: 'all-clear' },
    { messages: [alert, update, cancel], endedAs: 'cancelled' },
    { messages: [alert, update, cancel], endedAs: 'found' },
  ]
  const noticeId = '01a1fd36-0000-7000-8000-000000000000'
  const origin = 'https://riverton.example'
  return kinds.flatMap((kind) =>
    stages.map((stage) =>
      writeCap(capOf(agency, { noticeId, origin, out: contentOf(kind), ...stage }), zone),
    ),
  )
}

function contentOf(kind: Kind): NoticeContent {
  const { severity, urgency, certainty } = templates[kind]
  const said = (language: string): object => ({
    headline: `${kind} (${language}) <b>&amp;</b>`,
    description: 'Main Street & Elm Street\n\n"closed" \u0007',
    instruction: "Don't go there.",
  })
  return noticeContentSchema.parse({
    kind,
    texts: { en: said('en'), es: said('es') },
    severity,
    urgency,
    certainty,
    area: {
      words: { en: 'Downtown', es: '' },
      polygon: [
        [41.76, -72.69],
        [41.77, -72.69],
        [41.77, -72.67],
      ],
      circle: { centre: [41.76, -0.000_001], radius: 0.5 },
    },
    effective: '2026-11-21T15:00:00Z',
    expires: '2026-11-22T15:00:00Z',
    contact: '203-555-0100',
  })
}

const wrongWords = [
  'Real',
  '',
  'actual',
  '2026-02-30T10:00:00-05:00',
  '2026-11-21T10:00:00Z',
  '1,1',
  '9 9 9',
  '//a:b',
  '%',
]

/** One line away, twice, in another's place, with another name, or with other words in it. */
function spoil(written: string, pick: ReturnType<typeof picker>): string {
  const lines = written.split('\n')
  // Behind the declaration and the beginning of the alert.
  const at = 2 + pick(lines.length - 4)
  const line = lines[at] ?? ''
  const ways = [
    () => [],
    () => [line, line],
    () => [lines[at + 1] ?? '', line],
    () => [line.replaceAll(/(<\/?)\w+/g, '$1mood')],
    () => [line.replace(/>[^<]+</, `>${oneOf(pick, wrongWords)}<`)],
    () => [line.replace(/\d/, '7')],
    () => [line.replace(/>/, ' xmlns="urn:x">')],
  ]
  const way = oneOf(pick, ways)
  const instead = way()
  const taken = instead.length === 2 && instead[1] === line && instead[0] !== line ? 2 : 1
  return [...lines.slice(0, at), ...instead, ...lines.slice(at + taken)].join('\n')
}
