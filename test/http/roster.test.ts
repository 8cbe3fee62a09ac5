import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { z } from 'zod'
import { rosterCheckSchema, memberListSchema, memberSchema } from '../../src/members/schema.ts'
import { lockChart } from '../../src/members/store.ts'
import type { Tx } from '../../src/platform/db.ts'
import { newId } from '../../src/platform/id.ts'
import { buildTown, type Answered, type Person } from '../town.ts'

const town = await buildTown()
const lakeside = await buildTown({ agencyId: 'lakeside', beside: town })
const jones = await town.signedIn('jones')
const sentenceOf = ({ status, body }: Answered): string =>
  `${status} ${z.object({ error: z.object({ sentence: z.string() }) }).parse(body).error.sentence}`
const people = async (person: Person, query = ''): Promise<z.infer<typeof memberListSchema>> =>
  memberListSchema.parse((await person.get(`/api/members?${query}`)).body)
const chainOf = async (memberId: string, on = '2026-11-21'): Promise<string[]> => {
  const { body } = await jones.get(`/api/chain/${memberId}?on=${on}`)
  const { desks } = z
    .object({
      desks: z.array(z.object({ title: z.string(), holder: z.object({ name: z.string() }).nullable() })),
    })
    .parse(body)
  return desks.map(({ title, holder }) => holder?.name ?? `(${title})`)
}
const idOf = async (name: string): Promise<string> => {
  const { items } = await people(jones, `find=${encodeURIComponent(name)}`)
  assert.equal(items.length, 1, name)
  return items[0]?.memberId ?? ''
}

const firstProblem = async (csv: string): Promise<unknown> =>
  rosterCheckSchema.parse((await jones.post('/api/roster/check', { csv })).body).problems[0]
const look = (person: Person): Promise<Answered> =>
  person.post('/api/members/hale/undercover/open', { purpose: 'court list of May' })
const header = 'name,kind,badge,rank,unit,email,language,from,to,position,supervisor'

test('a file with problems names each by line and column, and changes nothing', async () => {
  const csv = [
    header,
    'Mia Moss,sworn,401,Officer,Patrol B,mia@riverton.example,en,2026-11-01,,"Patrol Officer, Squad B",202',
    'Ned Noon,wizard,402,Officer,Patrol B,ned@riverton.example,en,2026-11-01,,,',
    'Ola Orr,sworn,403,Officer,Patrol B,not-an-address,en,1st of May,,,',
    ',sworn,404,,,,,2026-11-01,,,',
    'Pia Park,sworn,401,,,,,2026-11-01,,,',
    'Quin Quay,sworn,405,,,,,2026-11-01,,Detective,999',
    'Rae Rush,sworn,406,,,,,2026-11-01,2025-01-01,,',
    'Sol Sand,sworn,407,,,,,2026-11-01,,,201',
  ].join('\n')
  const before = await people(jones, 'limit=200')
  const check = rosterCheckSchema.parse((await jones.post('/api/roster/check', { csv })).body)
  assert.deepEqual(check, {
    rows: 8,
    added: 1,
    changed: 0,
    same: 0,
    changes: [],
    problems: [
      {
        line: 3,
        column: 'kind',
        sentence: '“wizard” is not one of sworn, civilian, special, support, volunteer, town-employee',
      },
      { line: 4, column: 'email', sentence: '“not-an-address” is no e-mail address' },
      { line: 4, column: 'from', sentence: '“1st of May” is no date; write 2026-11-21 or 11/21/2026' },
      { line: 5, column: 'name', sentence: 'is missing' },
      { line: 6, column: 'badge', sentence: 'badge 401 stands in line 2 already' },
      { line: 7, column: 'supervisor', sentence: 'nobody has the badge or e-mail address “999”' },
      { line: 8, column: 'to', sentence: 'stands before the first day' },
      { line: 9, column: 'position', sentence: 'a supervisor is named, and no position' },
    ],
  })
  const refused = await jones.post('/api/roster/import', { csv })
  assert.match(sentenceOf(refused), /^409 nothing was imported: line 3, kind: “wizard”/)
  assert.deepEqual(await people(jones, 'limit=200'), before)
  const skipped = await jones.post('/api/roster/import', { csv, skipBad: true })
  assert.equal(rosterCheckSchema.parse(skipped.body).added, 1)
  assert.deepEqual(await chainOf(await idOf('Mia Moss')), ['Hana Hale', 'Cora Chen', 'Dan Diaz'])
  assert.equal((await people(jones, 'limit=200')).items.length, before.items.length + 1)
})

test('a badge passed on overwrites nobody, and empty cells keep what is there', async () => {
  const alvarez = async (): Promise<z.infer<typeof memberSchema>> => {
    const { items } = await people(jones, 'find=Alvarez')
    const [found] = items.filter(({ memberId }) => memberId === 'alvarez')
    return memberSchema.parse(found)
  }
  const before = await alvarez()
  const other = 'name,kind,badge,from\nNed Noon,sworn,101,2026-11-01'
  assert.deepEqual(await firstProblem(other), {
    line: 2,
    column: 'name',
    sentence:
      "the badge or e-mail address is Ana Alvarez's; if “Ned Noon” is the same person, change the name on their page first",
  })
  assert.equal((await jones.post('/api/roster/import', { csv: other })).status, 409)
  const csv = 'name,kind,badge,rank,unit,email,from\nAna Alvarez,sworn,101,Detective,,,2026-11-01'
  assert.equal((await jones.post('/api/roster/import', { csv })).status, 200)
  const after = await alvarez()
  assert.deepEqual(after, { ...before, rank: 'Detective', version: before.version + 1 })
  const back = { version: after.version, rank: before.rank }
  assert.equal((await jones.patch('/api/members/alvarez', back)).status, 200)
})

test('files that are no roster are told so', async () => {
  assert.deepEqual(await firstProblem(''), { line: 1, column: null, sentence: 'the file is empty' })
  assert.deepEqual(await firstProblem('kind,from\nsworn,2026-01-01'), {
    line: 1,
    column: 'name',
    sentence: 'this column is missing',
  })
  const open = await firstProblem('name,kind,from\n"Ann,sworn,2026-01-01\n')
  assert.match(JSON.stringify(open), /a quotation mark is open/)
})

test('an export is safe in a spreadsheet and comes back as the same people', async () => {
  const form = { kind: 'volunteer', name: '=cmd|calc', badge: '+500', from: '2026-01-01' }
  assert.equal((await jones.post('/api/members', form)).status, 200)
  const { body: csv } = await jones.get('/api/roster.csv')
  assert.ok(typeof csv === 'string')
  const exports = await town.db
    .selectFrom('ledgerEntry')
    .select('body')
    .where('kind', '=', 'roster.export')
    .execute()
  assert.equal(exports.length, 1, 'who took the roster stands in the ledger')
  assert.match(exports[0]?.body ?? '', /"by":"jones"/)
  assert.match(csv, /^name,kind,badge,rank,unit,email,language,from,to,position,supervisor\r\n/)
  assert.match(csv, /\r\n'=cmd\|calc,volunteer,'\+500,/)
  assert.match(
    csv,
    /\r\nAna Alvarez,sworn,101,Officer,Patrol A,alvarez@riverton.example,en,2020-01-01,,"Patrol Officer, Squad A",201\r\n/,
  )
  const check = rosterCheckSchema.parse((await jones.post('/api/roster/check', { csv })).body)
  assert.deepEqual(
    { ...check, rows: 0, same: 0 },
    {
      rows: 0,
      added: 0,
      changed: 0,
      same: 0,
      changes: [],
      problems: [],
    },
  )
  assert.equal(check.same, check.rows)
  const chart = (await jones.get('/api/positions')).body
  assert.equal((await jones.post('/api/roster/import', { csv })).status, 200)
  assert.deepEqual((await jones.get('/api/positions')).body, chart, 'nobody was moved')
})

test('a whole department comes in by one file, in any order of lines', async () => {
  const chief = await lakeside.signedIn('jones')
  const csv = [
    header.replaceAll(',', ';'),
    'Uma Unger;Sworn;L3;Officer;;uma@lakeside.example;es;2026-01-01;;Patrol Officer;L2',
    'Vic Voss;sworn;L2;Sergeant;;vic@lakeside.example;en;2026-01-01;;Squad C Supervisor;1',
    'Wes West;Town employee;;;;wes@lakeside.example;en;2026-01-01;;Dispatcher;L2',
  ].join('\n')
  const done = await chief.post('/api/roster/import', { csv })
  assert.equal(done.status, 200, JSON.stringify(done.body))
  const uma = (await people(chief, 'find=Uma')).items[0]
  assert.equal(uma?.language, 'es')
  const { body } = await chief.get(`/api/chain/${uma?.memberId}`)
  assert.match(JSON.stringify(body), /Vic Voss.*Dan Diaz/)
  assert.equal((await people(jones, 'find=Uma')).items.length, 0, 'riverton sees nothing of it')
  assert.equal((await jones.get(`/api/members/${uma?.memberId}`)).status, 404)
})

test('two who stand above each other, and a second chief, are refused', async () => {
  const csv = [
    header,
    'Xan Xu,sworn,601,,,,,2026-01-01,,Alpha,602',
    'Yul Yates,sworn,602,,,,,2026-01-01,,Beta,601',
    'Zoe Zane,sworn,603,,,,,2026-01-01,,Mayor,',
    'Abe Ash,sworn,604,,,,,2026-01-01,,Emperor,',
  ].join('\n')
  const { problems } = rosterCheckSchema.parse((await jones.post('/api/roster/check', { csv })).body)
  assert.deepEqual(
    problems.map(({ line, sentence }) => `${line} ${sentence}`),
    [
      '2 they would stand above themselves',
      '3 they would stand above themselves',
      "5 is missing; line 4 is the chief's, who alone has none",
    ],
  )
  const third = await jones.post('/api/roster/import', { csv, skipBad: true })
  assert.match(sentenceOf(third), /^409 line 4: .*already holds this desk/)
})

test('one member: added, found, changed at the version seen, and gone', async () => {
  const form = {
    kind: 'civilian',
    name: 'Bea Birch',
    badge: '77',
    email: 'Bea@Riverton.example',
    from: '2026-01-01',
  }
  const bea = memberSchema.parse((await jones.post('/api/members', form)).body)
  assert.match(
    sentenceOf(await jones.post('/api/members', { ...form, badge: null, email: 'bea@riverton.example' })),
    /^409 Bea Birch already has this e-mail/,
  )
  assert.match(
    sentenceOf(await jones.post('/api/members', { ...form, email: null })),
    /^409 Bea Birch already has badge 77/,
  )
  const address = `/api/members/${bea.memberId}`
  const changed = memberSchema.parse((await jones.patch(address, { version: 1, rank: 'Analyst' })).body)
  assert.deepEqual(changed, { ...bea, rank: 'Analyst', version: 2 })
  const stale = await jones.patch(address, { version: 1, rank: 'Clerk' })
  assert.match(sentenceOf(stale), /^409 the record of Bea Birch was changed meanwhile by Jo Jones/)
  const refused = await jones.patch(address, { version: 2, undercover: true })
  assert.equal(refused.status, 400, 'what the form does not hold is not taken')
  assert.equal((await jones.patch(address, { version: 2, to: '2026-11-20' })).status, 200)
  assert.equal((await people(jones, 'find=Bea')).items.length, 0)
  assert.equal((await people(jones, 'find=Bea&left=true')).items.length, 1)
  const again = await jones.post('/api/members', { ...form, name: 'Bea Brown' })
  assert.equal(again.status, 200, 'a badge is free again')
})

test('the same command twice adds one member', async () => {
  const form = { kind: 'support', name: 'Cal Cole', from: '2026-01-01' }
  const key = { 'idempotency-key': newId() }
  const [first, second] = [
    await jones.send('POST', '/api/members', form, key),
    await jones.send('POST', '/api/members', form, key),
  ]
  assert.deepEqual(first.body, second.body)
  assert.equal((await people(jones, 'find=Cal%20Cole')).items.length, 1)
})

test('pages of the roster follow each other without a gap', async () => {
  const all = (await people(jones, 'limit=200')).items.map((one) => one.memberId)
  const paged: string[] = []
  let after = ''
  do {
    const page = await people(jones, `limit=3${after === '' ? '' : `&after=${after}`}`)
    paged.push(...page.items.map((one) => one.memberId))
    after = page.next ?? ''
  } while (after !== '')
  assert.deepEqual(paged, all)
})

test('a vacancy is shown and skipped, who acts counts, and yesterday stays as it was', async () => {
  const holdings = z.object({
    holdings: z.array(
      z.looseObject({ holdingId: z.string(), memberId: z.string(), to: z.string().nullable() }),
    ),
  })
  const { holdings: held } = holdings.parse((await jones.get('/api/positions')).body)
  const bells = held.find((one) => one.memberId === 'bell' && one.to === null)
  const ended = await jones.post(`/api/holdings/${bells?.holdingId}/end`, { on: '2026-11-21' })
  assert.equal(ended.status, 200, JSON.stringify(ended.body))
  assert.deepEqual(await chainOf('alvarez'), ['(Squad A Supervisor)', 'Cora Chen', 'Dan Diaz'])
  const acting = { positionId: 'squad-a', memberId: 'grant', acting: true, from: '2026-11-21' }
  assert.equal((await jones.post('/api/holdings', acting)).status, 200)
  assert.deepEqual(await chainOf('alvarez'), ['Gus Grant', 'Cora Chen', 'Dan Diaz'])
  assert.deepEqual(await chainOf('alvarez', '2026-11-20'), ['Ben Bell', 'Cora Chen', 'Dan Diaz'])
  assert.match(sentenceOf(await jones.post('/api/holdings', acting)), /^409 they already hold this position/)
  const moved = await jones.patch('/api/positions/squad-a', { reportsTo: 'squad-b', on: '2026-12-01' })
  assert.equal(moved.status, 200, JSON.stringify(moved.body))
  assert.deepEqual(await chainOf('alvarez', '2026-12-01'), [
    'Gus Grant',
    'Hana Hale',
    'Cora Chen',
    'Dan Diaz',
  ])
  const circle = await jones.patch('/api/positions/squad-b', { reportsTo: 'officer-a', on: '2026-11-25' })
  assert.match(sentenceOf(circle), /^409 positions would report to each other in a circle/)
})

test('the chief designates, dated; nobody else does, and not themselves', async () => {
  const diaz = await town.signedIn('diaz')
  const form = { memberId: 'chen', matters: ['statements', 'page'], from: '2026-11-21' }
  assert.equal(sentenceOf(await jones.post('/api/designations', form)), '403 this is not for your role')
  assert.match(
    sentenceOf(await diaz.post('/api/designations', { ...form, memberId: 'diaz' })),
    /^409 the chief needs no/,
  )
  const made = await diaz.post('/api/designations', form)
  assert.equal(made.status, 200, JSON.stringify(made.body))
  const { designationId } = z.object({ designationId: z.string() }).parse(made.body)
  assert.equal((await diaz.post(`/api/designations/${designationId}/end`, { on: '2026-12-24' })).status, 200)
  const { items } = z
    .object({ items: z.array(z.looseObject({ by: z.string(), to: z.string().nullable() })) })
    .parse((await jones.get('/api/designations')).body)
  assert.deepEqual(
    items.map(({ by, to }) => [by, to]),
    [['diaz', '2026-12-24']],
  )
})

test('who works undercover is known to the chief and the direct commander, and every look is seen', async () => {
  const [diaz, hale, chen, bell] = [
    await town.signedIn('diaz'),
    await town.signedIn('hale'),
    await town.signedIn('chen'),
    await town.signedIn('bell'),
  ]
  const purpose = 'assignment of the spring detail'
  const set = await diaz.put('/api/members/hale/undercover', { undercover: true, purpose })
  assert.equal(set.status, 200, JSON.stringify(set.body))
  assert.deepEqual((await look(chen)).body, { undercover: true })
  for (const person of [bell, hale, jones]) assert.equal((await look(person)).status, 403, person.memberId)
  assert.equal((await chen.post('/api/members/hale/undercover/open', { purpose: ' ' })).status, 400)
  const seen = z
    .object({
      items: z.array(z.looseObject({ by: z.looseObject({ name: z.string() }), purpose: z.string() })),
    })
    .parse((await hale.get('/api/me/opened')).body)
  assert.deepEqual(
    seen.items.map(({ by, purpose: why }) => `${by.name}: ${why}`),
    ['Cora Chen: court list of May'],
  )
  const lists = [
    await jones.get('/api/members?find=Hana'),
    await jones.get('/api/members/hale'),
    await jones.get('/api/roster.csv'),
    await jones.get('/api/positions'),
  ]
  assert.ok(lists.every((answer) => !/undercover/i.test(JSON.stringify(answer.body))))
  const entries = await town.db
    .selectFrom('ledgerEntry')
    .select('body')
    .where('kind', '=', 'members.undercover')
    .execute()
  assert.ok(entries.length > 0 && entries.every(({ body }) => !/true|false/.test(body)))
})

/** Asks while somebody else changes the chart; the answer must wait for them. */
async function askedMeanwhile(
  ask: () => Promise<Answered>,
  meanwhile: (tx: Tx) => Promise<unknown> = () => Promise.resolve(),
): Promise<Answered> {
  const asked = await town.db.transaction().execute(async (tx) => {
    await lockChart(tx, town.agency.agencyId)
    const answer = ask()
    let isAnswered = false
    void answer.then(() => (isAnswered = true))
    for (;;) {
      const { rows } = await sql`
        select 1 from pg_locks join pg_database on pg_database.oid = pg_locks.database
        where locktype = 'advisory' and not granted and datname = current_database()`.execute(tx)
      assert.ok(!isAnswered, 'it did not wait')
      if (rows.length > 0) break
    }
    await meanwhile(tx)
    return { answer }
  })
  return await asked.answer
}
const leaves =
  (memberId: string) =>
  (tx: Tx): Promise<unknown> =>
    tx.updateTable('member').set({ to: '2026-11-20' }).where('memberId', '=', memberId).execute()

test('whoever changes the chart waits for another who does, and sees what they did', async () => {
  const diaz = await town.signedIn('diaz')
  const { holdings } = z
    .object({ holdings: z.array(z.looseObject({ holdingId: z.string(), memberId: z.string() })) })
    .parse((await jones.get('/api/positions')).body)
  const itos = holdings.find(({ memberId }) => memberId === 'ito')?.holdingId
  const ended = await askedMeanwhile(() => jones.post(`/api/holdings/${itos}/end`, { on: '2026-11-21' }))
  assert.equal(ended.status, 200, JSON.stringify(ended.body))
  const gone = await askedMeanwhile(() => jones.patch('/api/members/ito', { version: 1, to: '2026-12-01' }))
  assert.equal(gone.status, 200, JSON.stringify(gone.body))
  const form = { positionId: 'officer-a', memberId: 'lopez', acting: false, from: '2026-11-21' }
  const held = await askedMeanwhile(() => jones.post('/api/holdings', form), leaves('lopez'))
  assert.equal(sentenceOf(held), '409 Luz Lopez no longer serves on 2026-11-21')
  const named = { memberId: 'kim', matters: ['page'], from: '2026-11-21' }
  const designated = await askedMeanwhile(() => diaz.post('/api/designations', named), leaves('kim'))
  assert.equal(sentenceOf(designated), '409 Kay Kim no longer serves')
})
