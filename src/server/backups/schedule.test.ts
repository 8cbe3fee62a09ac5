import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addAgency, testDatabase } from '../../../test/database.ts'
import { backupsSeen, backupState } from '../../ledger/backups.ts'
import { later } from '../../platform/day.ts'
import { startBackups, type Outcome } from './schedule.ts'
import { tellLedgers } from './told.ts'

const start = '2026-11-21T08:00:00Z'

test('a backup is made when it is time, tried again after an hour, and told when it is late', async () => {
  const database = await testDatabase()
  await addAgency(database, 'riverton')
  await addAgency(database, 'lakeside')
  const appUrl = database.cluster.appUrl(database.name)
  let at = start
  let outcome: Outcome = { made: false, because: 'there is no room left' }
  let runs = 0
  let isTold = true
  const told: string[] = []
  const run = async (): Promise<Outcome> => {
    runs++
    if (outcome.made === true && isTold)
      await tellLedgers(appUrl, 'agencies.backup', { key: at, at, body: {} })
    return outcome
  }
  const tell = (state: string, because: string): void => void told.push(`${state}: ${because}`)
  const backups = startBackups(
    { everyHours: 24, areKeysWithData: false, run },
    { appUrl, clock: () => at, tell },
  )
  const lookAfter = async (minutes: number): Promise<number> => {
    at = later(at, { minutes })
    await backups.look()
    await backups.settled()
    return runs
  }
  assert.equal(await lookAfter(0), 1, 'there was none yet')
  assert.equal(await lookAfter(59), 1, 'it failed within the hour')
  assert.equal(await lookAfter(1), 2)
  outcome = { made: 'by another' }
  assert.equal(await lookAfter(60), 3)
  outcome = { made: true, remarks: [] }
  assert.equal(await lookAfter(1), 4, 'another was at it: that is no failure')
  assert.equal(await lookAfter(23 * 60), 4)
  outcome = { made: false, because: 'the disk is gone' }
  assert.equal(await lookAfter(60), 5)
  for (let hour = 0; hour < 8; hour++) await lookAfter(60)
  const late = told.filter((one) => one.startsWith('late'))
  assert.equal(late.length, 1, 'it is told once')
  assert.deepEqual([...new Set(told)].toSorted(), [
    'failed: the disk is gone',
    'failed: there is no room left',
    'late: the last backup was made at 2026-11-21T10:01:00Z',
  ])
  // Every agency of the installation can read it in its own ledger.
  for (const agencyId of ['riverton', 'lakeside'])
    assert.deepEqual(await backupsSeen(database.db(agencyId), agencyId), {
      madeAt: '2026-11-21T10:01:00Z',
      missing: 0,
      failedAt: at,
    })
  // Made, with something to be said of it, and the ledger could not be told: it is made all the same.
  ;[outcome, isTold] = [{ made: true, remarks: ['a picture is lost'] }, false]
  assert.equal(await lookAfter(60), runs)
  const made = runs
  assert.deepEqual([await lookAfter(1), await lookAfter(60)], [made, made])
  assert.equal(told.at(-1), 'fine: a picture is lost')
})

test('backups are fine, due, failed or late', () => {
  const [madeAt, failedAt] = [start, later(start, { hours: 1 })]
  const after = (hours: number): string => later(start, { hours })
  assert.equal(backupState({ madeAt: null, missing: 0, failedAt: null }, 24, start), 'due')
  assert.equal(backupState({ madeAt, missing: 0, failedAt: null }, 24, after(23)), 'fine')
  assert.equal(backupState({ madeAt, missing: 0, failedAt: null }, 24, after(24)), 'due')
  assert.equal(backupState({ madeAt, missing: 0, failedAt: null }, 24, after(30)), 'late')
  assert.equal(backupState({ madeAt, missing: 0, failedAt }, 24, after(2)), 'failed')
  assert.equal(backupState({ madeAt: failedAt, missing: 0, failedAt: madeAt }, 24, after(2)), 'fine')
  assert.equal(backupState({ madeAt: null, missing: 0, failedAt }, 24, after(2)), 'failed')
  const lacking = { madeAt, missing: 1, failedAt: null }
  assert.equal(backupState(lacking, 24, after(2)), 'lacking')
  assert.equal(backupState(lacking, 24, after(24)), 'due')
})
