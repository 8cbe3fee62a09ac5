import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fileHolds, patternOf, redactWords, soughtOf, timesIn, type Field } from './redact-words.ts'

const label = '[redacted: X]'
const cut = (words: string, secret: string, more: Field[] = []): string[] => {
  const start = Array.from(words.slice(0, words.indexOf(secret))).length
  const mark = { field: 'words', start, end: start + Array.from(secret).length, label }
  return redactWords([{ field: 'words', text: words }, ...more], [mark]).map(({ text }) => text)
}

test('the same words go wherever else they stand: other fields, other case, other gaps', () => {
  assert.deepEqual(
    cut('Jane Roe came. JANE  ROE left. See jane.roe, jane_roe, JaneRoe and ?q=Jane%20Roe.', 'Jane Roe', [
      { field: 'author', text: '@janeroe.example' },
      { field: 'alt:0', text: 'Portrait of Jane\u00adRoe' },
    ]),
    [
      `${label} came. ${label} left. See ${label}, ${label}, ${label} and ?q=${label}.`,
      `@${label}.example`,
      `Portrait of ${label}`,
    ],
  )
})

test('a number goes however it is set apart; accents go composed or not; a short word only as a word', () => {
  assert.deepEqual(
    cut('Call (203) 555-0100 or 203.555.0100 or 2035550100, not 12035550100.', '(203) 555-0100'),
    [`Call ${label} or ${label} or ${label}, not 12035550100.`],
  )
  assert.deepEqual(cut('José, Jose\u0301, JOSÉ', 'José'), [`${label}, ${label}, ${label}`])
  assert.deepEqual(cut('Ann is no annual cannon; ann.', 'Ann'), [`${label} is no annual cannon; ${label}.`])
  assert.deepEqual(cut('a 🚓 b 🚓🚓', '🚓'), [`a ${label} b ${label}${label}`])
  assert.deepEqual(cut('from C++ to *.* and back', '*.*'), [`from C++ to ${label} and back`])
})

test('what was part of a word and stands alone beside what was cut goes too', () => {
  assert.deepEqual(cut('refref prefref', 'ref'), [`${label}${label} prefref`])
  assert.deepEqual(cut('a b', 'a b', [{ field: 'author', text: 'aa bb' }]), [label, 'aa bb'])
})

test('marks that overlap become one, and nothing between two is lost', () => {
  const fields = [{ field: 'words', text: '😀abcdefghij' }]
  const marks = [
    { field: 'words', start: 1, end: 6, label },
    { field: 'words', start: 4, end: 8, label: '[other]' },
    { field: 'words', start: 9, end: 10, label },
  ]
  assert.equal(redactWords(fields, marks)[0]?.text, `😀${label}h${label}j`)
})

test('[redact] whatever is cut is in no field, in no case, and the rest stands as it was', () => {
  let seen = 0
  const text = fc.string({ unit: 'binary', maxLength: 60 })
  fc.assert(
    fc.property(
      text,
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
      text,
      (before, secret, after) => {
        if (secret.trim() === '') return
        const words = `${before}${secret}${after}`
        const start = Array.from(before).length
        // Two halves of one sign that meet become one: not what is tested here.
        if (
          Array.from(words)
            .slice(start, start + Array.from(secret).length)
            .join('') !== secret
        )
          return
        const mark = { field: 'words', start, end: start + Array.from(secret).length, label: '§' }
        const [out, author] = redactWords(
          [
            { field: 'words', text: words },
            { field: 'author', text: secret },
          ],
          [mark],
        )
        seen++
        assert.equal(
          timesIn((out?.text ?? '').replaceAll('§', '\uffff'), soughtOf([secret])),
          0,
          JSON.stringify({ words, secret }),
        )
        assert.ok(author?.text.includes('§'), JSON.stringify(secret))
      },
    ),
    { numRuns: 600 },
  )
  assert.ok(seen > 200, `saw only ${seen}`)
})

test('nothing is no secret, and bytes are looked through in every width', () => {
  assert.equal(patternOf(' \u200b '), undefined)
  const wide = Buffer.from('x Jane Roe x', 'utf16le')
  const sought = soughtOf(['Jane Roe'])
  const holds = (bytes: Buffer, type = 'application/zip'): boolean => fileHolds(bytes, type, sought)
  assert.ok(holds(wide) && holds(Buffer.from(wide).swap16()))
  assert.ok(holds(Buffer.from('x Jane Roe')) && !holds(Buffer.from('x Jane')))
  const loud = Buffer.from('x JANE  ROE')
  assert.ok(holds(loud, 'text/plain') && holds(Buffer.from('é JANE ROE', 'utf16le'), 'text/plain'))
  assert.ok(!holds(loud), 'of a file that is no text a person says whether it may go out')
})
