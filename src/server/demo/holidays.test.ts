import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holidaysAfter } from './holidays.ts'

test('the town lists its holidays for this year and the next, as they fall', () => {
  assert.deepEqual(
    holidaysAfter('2026-02-14')
      .map(([day]) => day)
      .toSorted(),
    [
      '2026-01-01',
      '2026-01-19',
      '2026-02-12',
      '2026-02-16',
      '2026-05-25',
      '2026-06-19',
      '2026-07-04',
      '2026-09-07',
      '2026-10-12',
      '2026-11-11',
      '2026-11-26',
      '2026-12-25',
      '2027-01-01',
      '2027-01-18',
      '2027-02-12',
      '2027-02-15',
      '2027-05-31',
      '2027-06-19',
      // Independence Day of 2027 is a Sunday.
      '2027-07-05',
      '2027-09-06',
      '2027-10-11',
      '2027-11-11',
      '2027-11-25',
      '2027-12-25',
    ],
  )
})

test('no two holidays fall on one day, whatever the year', () => {
  for (let year = 2020; year < 2060; year++) {
    const days = holidaysAfter(`${year}-06-01`).map(([day]) => day)
    assert.equal(new Set(days).size, 24, String(year))
  }
})
