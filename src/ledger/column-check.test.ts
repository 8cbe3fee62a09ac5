import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Json } from './append.ts'
import { canonical } from './canonical.ts'
import { columnCheck } from './column-check.ts'
import { microsecondsOf, RowWriter } from './copy-rows.ts'

interface Columns {
  at: string
  kind: string
  by: string
  subject: string
}

/** Asks the check about a row with these columns beside these sealed words. */
function isAsSaid(check: ReturnType<typeof columnCheck>, columns: Columns, words: string): boolean {
  const writer = new RowWriter()
  const [starts, ends] = [new Int32Array(8), new Int32Array(8)]
  const field = (place: number, write: () => void): void => {
    starts[place] = writer.length + 4
    write()
    ends[place] = writer.length
  }
  field(1, () => {
    writer.int8(microsecondsOf(columns.at) ?? 0)
  })
  for (const [place, text] of [columns.kind, columns.by, columns.subject, '', words].entries())
    field(place + 2, () => {
      writer.text(text)
    })
  const bytes = writer.take()
  return check(bytes, starts, ends, bytes.toString('latin1', starts[6], ends[6]))
}

// Few letters, among them all that a careless reader of JSON trips over.
const text = fc.oneof(
  fc
    .array(fc.constantFrom('a', '"', '\\', ',', ':', '{', 'é', '警', '"by":"', '","kind":"', ','), {
      maxLength: 4,
    })
    .map((parts) => parts.join('')),
  fc.constantFrom('system', 'posts.capture', 'post-1', 'post-1","text":"b'),
)
const at: fc.Arbitrary<string> = fc.constantFrom(
  '2026-11-21T08:00:00.123Z',
  '2026-11-21T08:00:00.124Z',
  '2019-01-01T00:00:00Z',
)
const columns = fc.record({ at, kind: text, by: text, subject: text })
const body: fc.Arbitrary<{ [key: string]: Json }> = fc.dictionary(
  fc.constantFrom('text', 'a"at', 'b"by', 'k"kind', 's"subject', 'zz', 'b', 'nested', 'kinds'),
  fc.oneof(
    text,
    at,
    fc.integer(),
    fc.dictionary(fc.constantFrom('at', 'by', 'kind', 'subject'), text),
    fc.array(text, { maxLength: 2 }),
  ),
  { maxKeys: 4 },
)

test('a row that is taken at one look says what was sealed, whatever stands in it', () => {
  const check = columnCheck()
  let taken = 0
  fc.assert(
    fc.property(
      columns,
      columns,
      fc.subarray(['at', 'kind', 'by', 'subject'] as const),
      body,
      (sealed, others, changed, more) => {
        const shown = { ...sealed }
        for (const key of changed) shown[key] = others[key]
        const isTrue = (['at', 'kind', 'by', 'subject'] as const).every((key) => shown[key] === sealed[key])
        const isTaken = isAsSaid(check, shown, canonical({ ...more, ...sealed }))
        if (isTaken) taken++
        assert.ok(isTrue || !isTaken, JSON.stringify({ shown, sealed }))
      },
    ),
    { numRuns: 6_000 },
  )
  assert.ok(taken > 50, `only ${taken} were taken`)
})

test('an ordinary row needs no more than one look; a changed one does', () => {
  const check = columnCheck()
  const sealed = { at: '2026-11-21T08:00:00.123Z', kind: 'posts.capture', by: 'system', subject: 'post-1' }
  const words = canonical({ ...sealed, text: 'road closed, é', likes: 4, media: [] })
  assert.equal(isAsSaid(check, sealed, words), true)
  // What the sealed words go on with after the subject is no part of it.
  assert.equal(isAsSaid(check, { ...sealed, subject: 'post-1","text":"road closed, é' }, words), false)
  assert.equal(isAsSaid(check, { ...sealed, at: '2026-11-21T08:00:00.1231Z' }, words), false)
  assert.equal(isAsSaid(check, { ...sealed, subject: 'post-' }, words), false)
})
