import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  daysOf,
  figuresByModerator,
  figuresOf,
  quarterBefore,
  quarterOf,
  wilson,
  type Reading,
} from './neutrality.ts'

const reading = (said: Partial<Reading>): Reading => ({
  wasRemoved: false,
  ground: null,
  moderator: null,
  label: 'neutral',
  wouldRemove: 'none',
  ...said,
})
const many = (n: number, said: Partial<Reading>): Reading[] => Array.from({ length: n }, () => reading(said))
const rounded = (share: { from: number; to: number } | null): string =>
  share ? `${share.from.toFixed(4)} to ${share.to.toFixed(4)}` : 'not shown'

test('Wilson’s interval is that of the books', () => {
  // Newcombe (1998, Statistics in Medicine 17, 857-872), table I, method 3: 81/263, 15/148, 0/20, 1/29.
  const books = [
    [81, 263, '0.2553 to 0.3662'],
    [15, 148, '0.0624 to 0.1605'],
    [0, 20, '0.0000 to 0.1611'],
    [1, 29, '0.0061 to 0.1718'],
  ] as const
  for (const [x, n, interval] of books) assert.equal(rounded(wilson(x / n, n)), interval)
})

test('[P1] the interval holds its share, stays within 0 and 1, and narrows as more is read', () => {
  let seen = 0
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 1, max: 5_000 }),
      (share, n) => {
        const [few, more] = [wilson(share, n), wilson(share, n * 4)]
        assert.ok(few.from >= 0 && few.to <= 1 && few.from <= share + 1e-9 && few.to >= share - 1e-9)
        assert.ok(more.to - more.from < few.to - few.from)
        seen++
      },
    ),
  )
  assert.ok(seen >= 100)
})

test('a sample that reads every removal and a tenth of what was kept tells the rates of the whole', () => {
  // 40 of 400 critical comments were removed, 10 of 1,000 neutral ones, none of 600 praising ones.
  const readings = [
    ...many(40, {
      wasRemoved: true,
      ground: 'personal-attack',
      label: 'critical',
      wouldRemove: 'personal-attack',
    }),
    ...many(10, { wasRemoved: true, ground: 'obscenity', label: 'neutral' }),
    ...many(36, { label: 'critical' }),
    ...many(99, { label: 'neutral' }),
    ...many(60, { label: 'praising', wouldRemove: 'off-topic' }),
  ]
  const { byLabel, wouldHaveKept, wouldHaveRemoved } = figuresOf(readings, { removed: 50, kept: 1_950 })
  const [critical, neutral, praising] = byLabel
  assert.ok(Math.abs((critical?.removed?.share ?? 0) - 0.1) < 1e-9)
  assert.ok(Math.abs((neutral?.removed?.share ?? 0) - 0.01) < 1e-9)
  assert.equal(praising?.removed?.share, 0)
  assert.deepEqual(
    critical?.byGround.map(({ ground, removed }) => [ground, removed?.share.toFixed(2)]),
    [
      ['obscenity', '0.00'],
      ['off-topic', '0.00'],
      ['personal-attack', '0.10'],
    ],
  )
  assert.deepEqual([wouldHaveKept?.share, wouldHaveRemoved?.share.toFixed(3)], [0.2, (60 / 195).toFixed(3)])
})

test('what rests on fewer than five readings is not shown, and without one half of the sample nothing is', () => {
  const few = figuresOf([...many(4, { wasRemoved: true, label: 'critical' }), ...many(30, {})], {
    removed: 4,
    kept: 30,
  })
  assert.deepEqual(
    few.byLabel.map(({ removed }) => removed?.n ?? null),
    [null, 30, null],
  )
  assert.equal(few.wouldHaveKept, null)
  const half = figuresOf(many(30, { label: 'critical' }), { removed: 12, kept: 300 })
  assert.deepEqual(
    half.byLabel.map(({ removed }) => removed),
    [null, null, null],
  )
})

test('a moderator who removes criticism only is seen', () => {
  const readings = [
    ...many(10, { wasRemoved: true, label: 'critical', moderator: 'ito' }),
    ...many(10, { label: 'praising', moderator: 'ito' }),
    ...many(10, { label: 'critical', moderator: 'diaz' }),
  ]
  const figures = figuresByModerator(readings, { removed: 10, kept: 20 })
  assert.deepEqual(
    figures.map(({ moderator, byLabel }) => [
      moderator,
      ...byLabel.map(({ removed }) => removed?.share ?? null),
    ]),
    [
      ['diaz', 0, null, null],
      ['ito', 1, null, 0],
    ],
  )
})

test('quarters follow each other', () => {
  assert.deepEqual(['2026-01-01', '2026-03-31', '2026-11-21'].map(quarterOf), [
    '2026-Q1',
    '2026-Q1',
    '2026-Q4',
  ])
  assert.deepEqual(['2026-Q1', '2026-Q4'].map(quarterBefore), ['2025-Q4', '2026-Q3'])
  assert.deepEqual(daysOf('2026-Q4'), { from: '2026-10-01', until: '2027-01-01' })
})
