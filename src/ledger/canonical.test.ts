import assert from 'node:assert/strict'
import { test } from 'node:test'
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import type { Json } from './append.ts'
import { canonical } from './canonical.ts'

const key = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.constantFrom(
    'at',
    'by',
    '10',
    '9',
    '-1',
    '',
    '__proto__',
    'toJSON',
    'a\nb',
    'a',
    'b',
    '\u{1f600}',
    '\ufb33',
  ),
)
const leaf = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(-0, 1e21, 1e-7, 5e-324, 333333333.3333333, String.raw`\ud800`, '\u2028', '\u007f', '\0'),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constant(undefined),
)
const { json } = fc.letrec<{ json: Json | undefined }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(
      tie('json').map((one) => one ?? null),
      { maxLength: 4 },
    ),
    fc.dictionary(key, tie('json'), { maxKeys: 6 }),
  ),
}))

test('the canonical form is the library’s, whatever the keys and however deep', () => {
  let nested = 0
  fc.assert(
    fc.property(fc.dictionary(key, json, { maxKeys: 8 }), (said) => {
      if (JSON.stringify(said).includes('{', 1)) nested++
      assert.equal(canonical(said), canonicalize(said))
    }),
    { numRuns: 2_000 },
  )
  assert.ok(nested > 500)
})

test('what has no canonical form is refused', () => {
  assert.throws(() => canonical({ text: '\ud800' }), /surrogate/)
  assert.throws(() => canonical({ text: [{ deep: 'x\udc00' }] }), /surrogate/)
  assert.throws(() => canonical({ number: NaN }), /NaN/)
  assert.throws(() => canonical({ number: [-Infinity] }), /Infinity/)
  // Two shapes whose keys run together are not taken for each other.
  assert.equal(canonical({ b: 1, 'a\nc': 2 }), String.raw`{"a\nc":2,"b":1}`)
  assert.equal(canonical({ b: 1, a: 2, c: 3 }), '{"a":2,"b":1,"c":3}')
  assert.equal(canonical({ b: 1, 'a\nc': 2 }), String.raw`{"a\nc":2,"b":1}`)
})
