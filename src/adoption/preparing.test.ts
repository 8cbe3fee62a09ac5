import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { addAgency, testDatabase } from '../../test/database.ts'
import type { Made } from '../ledger/command.ts'
import { openBlobs } from '../platform/blobs.ts'
import { newId } from '../platform/id.ts'
import { judge } from '../policy/judge.ts'
import { adoptedOrder, adoptedVersion, newestOrder, orderToJudge } from './adopted.ts'
import { changesBetween } from './changes.ts'
import { documentWith, rivertonShelf, rivertonWords } from './fixtures/riverton-shelf.ts'
import { adopt, readiness } from './adopting.ts'
import { confirmMatched, decideFit, fitOf, importOwn, setSettings, start } from './preparing.ts'
import { firstSettings } from './settings.ts'
import { settingsOf, versionOf } from './store.ts'

const database = await testDatabase()
await addAgency(database, 'riverton')
await addAgency(database, 'lakeside')
const db = database.db('riverton')
const agency = { agencyId: 'riverton', name: 'riverton Police Department', zone: 'America/New_York' }
const shelf = rivertonShelf()
const folder = mkdtempSync(join(tmpdir(), 'decorum-blobs-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const blobs = openBlobs(folder)

const made = (name: string, at = '2026-11-21T15:00:00Z'): Made => ({
  agencyId: 'riverton',
  by: 'jones',
  key: newId(),
  name,
  at,
  input: null,
})
const begun = async (number?: string): Promise<string> =>
  (await start(db, agency, made('orders.start'), { pack: 'riverton-7-12', number }, shelf)).versionId
const imported = async (
  versionId: string,
  words: Readonly<Record<string, string>>,
  version = 1,
): Promise<number> =>
  (
    await importOwn(db, blobs, made('orders.document'), {
      versionId,
      version,
      name: 'order.txt',
      mediaType: 'text/plain',
      bytes: documentWith(words),
    })
  ).version
const dates = (effective: string, approvedOn = effective) => ({
  approvingBody: 'Riverton Police Commission',
  approvedOn,
  effective,
  signedBy: 'Dana Diaz',
})
const uniform = {
  id: 'u',
  kind: 'post',
  capacity: 'personal',
  text: 'First day',
  facts: { 'depicts.uniform': true },
} as const

test('a document is fitted, decided provision by provision, and adopted; acts are judged by it from that day', async () => {
  const versionId = await begun()
  let version = await imported(versionId, {
    ...rivertonWords,
    '2': 'Members shall not call an accused person guilty.',
    '6': 'Members are kind to animals.',
  })
  const states = async (): Promise<Record<string, string>> =>
    Object.fromEntries(
      (await fitOf(db, 'riverton', await versionOf(db, 'riverton', versionId))).map((row) => [
        row.citation,
        row.decided ? row.decided.decision : row.state,
      ]),
    )
  assert.deepEqual(await states(), {
    '1': 'matched',
    '2': 'changed',
    '3': 'matched',
    '4': 'matched',
    '5': 'matched',
    '6': 'extra',
  })
  await assert.rejects(
    adopt(db, agency, made('orders.adopt'), versionId, { version, ...dates('2021-03-01') }),
    /6 of 6 provisions of your document are not confirmed yet/,
  )
  const confirmed = await confirmMatched(db, made('orders.fit'), versionId, version)
  assert.equal(confirmed.confirmed, 4)
  const decide = async (citation: string, given: Omit<Parameters<typeof decideFit>[4], 'version'>) => {
    ;({ version } = await decideFit(db, made('orders.fit'), versionId, citation, { version, ...given }))
  }
  // Who moved it is on no roster here; the HTTP tests see the name.
  await assert.rejects(decide('2', { decision: 'same' }), /moved meanwhile by somebody/)
  version = confirmed.version
  await assert.rejects(decide('6', { decision: 'same' }), /is extra here/)
  await assert.rejects(decide('7', { decision: 'same' }), /there is no provision "7"/)
  await decide('2', { decision: 'corrected', text: 'Members shall not call anybody guilty.' })
  await decide('6', { decision: 'ours-only', note: 'ours since 2019' })
  assert.deepEqual(await states(), {
    '1': 'same',
    '2': 'corrected',
    '3': 'same',
    '4': 'same',
    '5': 'same',
    '6': 'ours-only',
  })
  const { digest } = await adopt(db, agency, made('orders.adopt'), versionId, {
    version,
    ...dates('2021-03-01', '2021-02-01'),
  })
  await assert.rejects(
    decideFit(db, made('orders.fit'), versionId, '2', { version: version + 1, decision: 'same' }),
    /what was adopted is not changed/,
  )

  const adopted = await adoptedOrder(db, 'riverton', '2022-05-01')
  assert.equal(adopted?.digest, digest)
  assert.deepEqual(adopted?.order.identity.approved, { by: 'Riverton Police Commission', on: '2021-02-01' })
  assert.equal(adopted?.order.identity.agency, 'riverton Police Department')
  assert.equal(adopted?.verbatim.get('2'), 'Members shall not call anybody guilty.')
  assert.equal(adopted?.verbatim.get('1'), rivertonWords['1'])
  assert.equal(await adoptedOrder(db, 'riverton', '2021-02-28'), undefined)
  const early = await orderToJudge(db, 'riverton', '2021-02-15')
  const late = await orderToJudge(db, 'riverton', '2021-03-01T04:59:00Z')
  assert.ok(early && late)
  assert.equal(judge({ ...uniform, on: '2021-02-15' }, early.order).outcome, 'not-in-force')
  // One minute to midnight in Riverton.
  assert.equal(judge({ ...uniform, on: '2021-03-01T04:59:00Z' }, late.order).outcome, 'not-in-force')
  assert.equal(judge({ ...uniform, on: '2021-03-01T05:00:00Z' }, late.order).outcome, 'needs-permission')
})

test('a later adoption supersedes from its day; what was done before is judged by the earlier', async () => {
  const versionId = await begun('7-12a')
  let version = await imported(versionId, {
    '1': rivertonWords['1'] ?? '',
    '3': 'Members shall tell a lieutenant of any harm at once.',
    '4': rivertonWords['4'] ?? '',
    '5': rivertonWords['5'] ?? '',
  })
  ;({ version } = await confirmMatched(db, made('orders.fit'), versionId, version))
  for (const [citation, decision] of [
    ['2', 'not-in-ours'],
    ['3', 'same'],
  ] as const)
    ({ version } = await decideFit(db, made('orders.fit'), versionId, citation, { version, decision }))
  await assert.rejects(
    adopt(db, agency, made('orders.adopt'), versionId, { version, ...dates('2021-03-01') }),
    /one day has one order/,
  )
  await adopt(db, agency, made('orders.adopt'), versionId, { version, ...dates('2027-01-01', '2026-11-20') })

  const guilt = { ...uniform, text: 'He did it', facts: { 'speech.guilt': true } }
  const outcomeOn = async (on: string): Promise<string | undefined> => {
    const found = await orderToJudge(db, 'riverton', on)
    return found && judge({ ...guilt, on }, found.order).outcome
  }
  assert.equal(await outcomeOn('2022-05-01'), 'barred')
  assert.equal(await outcomeOn('2026-12-31'), 'barred')
  assert.equal(await outcomeOn('2027-01-01'), 'clear')
  const before = await adoptedOrder(db, 'riverton', '2026-11-21')
  const next = await newestOrder(db, 'riverton')
  assert.ok(before && next)
  assert.equal(before.order.identity['superseded-on'], '2027-01-01')
  assert.equal(next.order.identity.number, '7-12a')
  assert.deepEqual(
    changesBetween(before, next).map(({ citation, change }) => [citation, change]),
    [
      ['3', 'words'],
      ['2', 'removed'],
      ['6', 'removed'],
    ],
  )
})

test('words that mean something else here are shown and judged by nobody but a person', async () => {
  const versionId = await begun('7-12b')
  let version = await imported(versionId, rivertonWords)
  ;({ version } = await confirmMatched(db, made('orders.fit'), versionId, version))
  await assert.rejects(
    decideFit(db, made('orders.fit'), versionId, '2', { version, decision: 'other-meaning' }),
    /say what 2 means/,
  )
  ;({ version } = await decideFit(db, made('orders.fit'), versionId, '2', {
    version,
    decision: 'other-meaning',
    note: 'Only in court buildings.',
  }))
  const settings = { ...firstSettings('Riverton'), standsForUnnamed: ['chief' as const] }
  ;({ version } = await setSettings(db, made('orders.settings'), versionId, { version, settings }))
  ;({ version } = await adopt(db, agency, made('orders.adopt'), versionId, {
    version,
    ...dates('2023-01-01'),
  }))
  const { order, words } = await adoptedVersion(db, 'riverton', versionId)
  assert.deepEqual(words.unjudged, ['2'])
  assert.deepEqual(order.byCitation.get('2')?.rules, [])
  assert.equal(order.byCitation.get('2')?.why, 'Only in court buildings.')
  // The order names nobody for statements: the agency said the Chief alone. What it names is untouched.
  assert.deepEqual(order.paths.get('statements')?.givers, ['chief'])
  assert.deepEqual(order.paths.get('identification')?.givers, ['chief'])

  const other = { ...settings, deskHours: 24 }
  ;({ version } = await setSettings(db, made('orders.settings'), versionId, { version, settings: other }))
  assert.equal((await adoptedVersion(db, 'riverton', versionId)).settings.deskHours, 24)
  await assert.rejects(
    setSettings(db, made('orders.settings'), versionId, {
      version,
      settings: { ...other, standsForUnnamed: ['designee'] },
    }),
    /adopted with it/,
  )
  await assert.rejects(
    setSettings(db, made('orders.settings'), versionId, {
      version,
      settings: { ...other, counsel: { memberId: 'nobody' } },
    }),
    /there is no member "nobody"/,
  )
})

test('an order whose way to permission is gone cannot be adopted', async () => {
  const versionId = await begun('7-12c')
  const version = await imported(versionId, rivertonWords)
  await decideFit(db, made('orders.fit'), versionId, '5', { version, decision: 'not-in-ours' })
  const { problems } = await readiness(db, agency, await versionOf(db, 'riverton', versionId))
  assert.match(problems.join('\n'), /1: leads to nobody.*identification/)
})

test('a document imported anew asks again only where its words changed', async () => {
  const versionId = await begun('7-12d')
  let version = await imported(versionId, {
    ...rivertonWords,
    '2': 'Members are fair.',
    '3': 'Members report.',
  })
  for (const citation of ['2', '3'])
    ({ version } = await decideFit(db, made('orders.fit'), versionId, citation, {
      version,
      decision: 'same',
    }))
  version = await imported(
    versionId,
    { ...rivertonWords, '2': 'Members are fair.', '3': 'Members report it.' },
    version,
  )
  const rows = await fitOf(db, 'riverton', await versionOf(db, 'riverton', versionId))
  assert.deepEqual(
    rows.filter((row) => row.decided).map((row) => [row.citation, row.decided?.stale]),
    [
      ['2', false],
      ['3', true],
    ],
  )
})

test('what was adopted is never changed, and another agency sees none of it', async () => {
  for (const table of ['orderAdoption', 'orderDocument', 'orderSettings', 'orderPack'] as const) {
    await assert.rejects(db.deleteFrom(table).execute(), /permission denied|never changed/)
    assert.deepEqual(await database.db('lakeside').selectFrom(table).selectAll().execute(), [])
  }
  await assert.rejects(
    database.owner('riverton').updateTable('orderAdoption').set({ effective: '2020-01-01' }).execute(),
    /never changed/,
  )
  const entries = await db
    .selectFrom('ledgerEntry')
    .select(['kind', 'body'])
    .where('kind', '=', 'orders.adopt')
    .execute()
  const adoptions = await db.selectFrom('orderAdoption').select('digest').orderBy('effective').execute()
  assert.equal(adoptions.length, 3)
  assert.ok(adoptions.every(({ digest }) => entries.some(({ body }) => body.includes(digest))))
})

test('a new version begins with what was settled for the newest', async () => {
  const adopted = await newestOrder(db, 'riverton')
  assert.ok(adopted)
  const { versionId, settings: before } = adopted
  const { version } = await versionOf(db, 'riverton', versionId)
  const settings = { ...before, deskHours: 11, support: 'The peer team, in confidence' }
  await setSettings(db, made('orders.settings'), versionId, { version, settings })
  const next = await begun('8-1')
  assert.deepEqual((await settingsOf(db, 'riverton', next)).settings, settings)
})
