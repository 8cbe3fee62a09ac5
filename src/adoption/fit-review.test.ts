import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FitReport } from './document/fit.ts'
import { isUndecided, mayDecide, rowsOf, seenOf, wordsOf, type Decided } from './fit-review.ts'
import type { Decision, FitRow } from './schema.ts'

const report: FitReport = {
  order: 'riverton-7-12',
  of: 4,
  matched: [{ citation: '1', text: 'One.', gist: 'one', line: 1, because: [] }],
  differing: [{ citation: '4', text: 'Fore.', gist: 'four', line: 7, because: ['it has other words'] }],
  moved: [{ citation: '2', to: '3', text: 'Two.', gist: 'two', line: 5, because: [] }],
  missing: [{ citation: '3', gist: 'three', because: ['3 of the document holds the words of another'] }],
  extra: [{ citation: '2', text: 'New.', line: 3 }],
}
const order = ['1', '2', '3', '4']
const decided = (row: FitRow, decision: Decision, more: Partial<Decided> = {}): Decided => ({
  citation: row.citation,
  decision,
  words: null,
  note: null,
  seen: seenOf(row),
  decidedBy: 'jones',
  decidedAt: '2026-11-21T15:00:00Z',
  ...more,
})

test('every provision of either side is one row, even where a citation stands for two things', () => {
  const rows = rowsOf(report, order, [])
  assert.deepEqual(
    rows.map(({ citation, state, at, text }) => [citation, state, at, text]),
    [
      ['1', 'matched', null, 'One.'],
      ['2', 'moved', '3', 'Two.'],
      ['3', 'missing', null, null],
      ['4', 'changed', null, 'Fore.'],
      ['2 (document)', 'extra', '2', 'New.'],
    ],
  )
  assert.ok(rows.every(isUndecided))
})

test('decisions make the agency’s own words; what is set aside leaves no trace in them', () => {
  const rows = rowsOf(report, order, [])
  const [one, two, three, four, extra] = rows
  assert.ok(one && two && three && four && extra)
  const done = rowsOf(report, order, [
    decided(one, 'same'),
    decided(two, 'corrected', { words: 'Twice.' }),
    decided(three, 'not-in-ours'),
    decided(four, 'other-meaning', { note: 'only at night' }),
    decided(extra, 'ours-only'),
  ])
  assert.ok(!done.some(isUndecided))
  assert.deepEqual(wordsOf(done), {
    verbatim: { '1': 'One.', '2': 'Twice.', '4': 'Fore.' },
    notes: { '4': 'only at night' },
    omitted: ['3'],
    unjudged: ['4'],
    extra: [{ citation: '2', text: 'New.', note: null }],
  })
  const without = wordsOf(rowsOf(report, order, [decided(extra, 'set-aside')]))
  assert.deepEqual(without, { verbatim: {}, notes: {}, omitted: [], unjudged: [], extra: [] })
})

test('a decision on other words, or on a row that is of another kind now, is stale and counts for nothing', () => {
  const [one] = rowsOf(report, order, [])
  assert.ok(one)
  const old = decided(one, 'same', { seen: seenOf({ ...one, text: 'Once.' }) })
  const gone = {
    ...report,
    matched: [],
    missing: [...report.missing, { citation: '1', gist: 'one', because: [] }],
  }
  for (const rows of [rowsOf(report, order, [old]), rowsOf(gone, order, [decided(one, 'same')])]) {
    assert.equal(rows[0]?.decided?.stale, true)
    assert.ok(rows[0] && isUndecided(rows[0]))
    assert.deepEqual(wordsOf(rows).verbatim, {})
  }
})

const because = (row: FitRow, given: Parameters<typeof mayDecide>[1]): string => {
  const answer = mayDecide(row, given)
  return answer.ok ? 'yes' : answer.because
}

test('what cannot be said of a row is refused with the reason', () => {
  const [one, , three] = rowsOf(report, order, [])
  assert.ok(one && three)
  assert.equal(because(one, { decision: 'same' }), 'yes')
  assert.match(because(three, { decision: 'same' }), /is missing here/)
  assert.match(because(one, { decision: 'corrected' }), /write the words/)
  assert.match(because(one, { decision: 'other-meaning' }), /say what 1 means/)
  assert.match(because(three, { decision: 'other-meaning', note: 'n' }), /write the words/)
  assert.equal(because(three, { decision: 'other-meaning', note: 'n', text: 't' }), 'yes')
})
