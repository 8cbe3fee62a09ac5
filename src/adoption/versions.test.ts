import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { inForceOn, mayAdopt, newest, nextAfter, standingOn } from './versions.ts'

const line = [
  { versionId: 'b', effective: '2019-09-10' },
  { versionId: 'a', effective: '2014-02-28' },
  { versionId: 'c', effective: '2027-01-01' },
]

test('an act is ruled by the version of its day', () => {
  const versionOn = (day: string): string | undefined => inForceOn(line, day)?.versionId
  assert.deepEqual(['2014-02-27', '2014-02-28', '2016-06-01', '2019-09-09', '2019-09-10'].map(versionOn), [
    undefined,
    'a',
    'a',
    'a',
    'b',
  ])
  assert.equal(nextAfter(line, '2014-02-28')?.versionId, 'b')
  assert.equal(newest(line)?.versionId, 'c')
  assert.deepEqual(
    line.map((one) => standingOn(one, line, '2026-11-21')),
    ['in-force', 'superseded', 'not-yet-effective'],
  )
})

test('[V1] on any day at most one version is in force, and none before the first', () => {
  let inForce = 0
  const day = fc.integer({ min: 10, max: 28 }).map((number) => `2020-01-${number}`)
  fc.assert(
    fc.property(fc.uniqueArray(day, { minLength: 1, maxLength: 6 }), day, (days, today) => {
      const versions = days.map((effective) => ({ versionId: effective, effective }))
      const standing = versions.filter((one) => standingOn(one, versions, today) === 'in-force')
      inForce += standing.length
      assert.ok(standing.length <= 1)
      assert.equal(
        standing.length === 0,
        days.every((effective) => effective > today),
      )
    }),
    { seed: 71 },
  )
  assert.ok(inForce > 20)
})

test('an order never binds before it was approved, and one day has one order', () => {
  const given = { approvedOn: '2026-01-15', effective: '2026-02-15' }
  const because = (
    changed: Partial<typeof given & { firstIssued: string }>,
    problems: readonly string[] = [],
  ): string => {
    const answer = mayAdopt({ ...given, ...changed }, line, problems, '2026-11-21')
    return answer.ok ? 'yes' : answer.because
  }
  assert.equal(because({}), 'yes')
  assert.equal(because({ effective: '2026-01-15' }), 'yes')
  assert.match(because({ effective: '2026-01-14' }), /before it is approved/)
  assert.match(because({ approvedOn: '2026-11-22', effective: '2026-12-24' }), /still to come/)
  assert.match(because({ approvedOn: '2019-09-10', effective: '2019-09-10' }), /one day has one order/)
  assert.match(because({ firstIssued: '2026-02-15' }), /no earlier/)
  assert.equal(because({}, ['one thing', 'another']), 'one thing (and 1 more)')
})
