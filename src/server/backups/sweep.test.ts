import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Kept } from '../../platform/backup/depot.ts'
import type { Noted } from './noted.ts'
import { planSweep } from './sweep.ts'

const first = '2026-11-21T08:00:00Z'

/** An agency whose ledger knows so many dispositions, or these. */
const agencies = (known: number | string[]): Noted => ({
  agencies: [
    {
      agencyId: 'a',
      checkpoint: null,
      disposed: typeof known === 'number' ? Array.from({ length: known }, (_, place) => `d${place}`) : known,
    },
  ],
})

const backup = (id: string, dispositions: number | string[], isVerified: boolean): Kept => ({
  folder: id,
  manifest: {
    format: 2,
    id,
    made: first,
    isEncrypted: true,
    migrations: [],
    tables: [],
    counters: [],
    blobs: { count: 0, bytes: 0, before: 0, missing: [] },
    besides: [],
    noted: agencies(dispositions),
    files: {},
  },
  verified: isVerified ? { at: first, how: 'read', manifest: '' } : undefined,
})
const plan = (kept: Kept[], now: number | string[], keep?: number): string[] => {
  const { disposed, surplus, waiting } = planSweep(kept, agencies(now), keep)
  return [disposed, surplus, waiting].map((some) => some.map((one) => one.folder).join(''))
}

test('what was disposed of is swept once a newer backup was verified, and never the last that was', () => {
  const [a, b] = [backup('a', 0, true), backup('b', 0, true)]
  assert.deepEqual(plan([a, b], 0), ['', '', ''], 'nothing was disposed of')
  assert.deepEqual(plan([a, b], 1), ['', '', 'ab'], 'no newer backup')
  assert.deepEqual(plan([a, b, backup('c', 1, false)], 1), ['', '', 'ab'], 'it was not verified')
  assert.deepEqual(plan([a, b, backup('c', 1, true)], 1), ['ab', '', ''])
  assert.deepEqual(plan([a, backup('c', 1, true)], 2), ['', '', 'ac'], 'another disposition since')
  assert.deepEqual(plan([a, b, backup('c', 0, true)], 0, 2), ['', 'a', ''])
  assert.deepEqual(plan([a, b, backup('c', 0, false)], 0, 2), ['', '', ''], 'two verified ones stay')
  assert.deepEqual(plan([a, b, backup('c', 0, false), backup('d', 0, true)], 0, 1), ['', 'abc', ''])
  assert.deepEqual(plan([backup('a', 0, false), backup('b', 0, false)], 0, 1), ['', '', ''])
})

test('a backup is clean by which dispositions it knows, not by how many', () => {
  // The house was put back to before d1, and then disposed of d2: the backup made after d1 holds the records of d2.
  assert.deepEqual(plan([backup('a', ['d1'], true)], ['d2']), ['', '', 'a'])
  assert.deepEqual(plan([backup('a', ['d1'], true), backup('b', ['d1', 'd2'], true)], ['d2']), ['a', '', ''])
})
