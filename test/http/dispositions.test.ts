import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { getDocumentProxy, extractText } from 'unpdf'
import {
  changedHoldSchema,
  dispositionsSchema,
  dueSchema,
  linesSchema,
  publicDispositionsSchema,
  seriesListSchema,
} from '../../src/records/keeping/schema.ts'
import { newId } from '../../src/platform/id.ts'
import { recordsSchema, type RecordBrief } from '../../src/records/schema.ts'
import { waitingListSchema } from '../../src/members/schema.ts'
import { buildCommentedTown, refusalIn } from '../commented-town.ts'
import { keepingIn } from '../kept-town.ts'
import { plantIn } from '../planted-records.ts'
import type { Townsperson } from '../town.ts'

const town = await buildCommentedTown()
const { people, db, agency } = town
const { by } = people
const keeping = await keepingIn(town, people)
const owner = town.database.owner(agency.agencyId)

const marker = 'zebrafinch'
const records = async (question: string): Promise<RecordBrief[]> => {
  const { status, body } = await (await by('lopez')).get(`/api/records?limit=200&${question}`)
  assert.equal(status, 200, JSON.stringify(body))
  return recordsSchema.parse(body).items
}
const post = async (name: Townsperson, url: string, body: object) => {
  const answer = await (await by(name)).post(url, body)
  assert.equal(answer.status, 200, `${url}: ${JSON.stringify(answer.body)}`)
  return answer.body
}
const waits = async (name: Townsperson): Promise<string[]> =>
  waitingListSchema
    .parse((await (await by(name)).get('/api/waiting')).body)
    .items.map(({ kind }) => kind)
    .filter((kind) => /^(?:disposition|records\.due)/.test(kind))
const lines = async (id: string) =>
  linesSchema.parse((await (await by('lopez')).get(`/api/dispositions/${id}/lines?limit=200`)).body).items
const blobFiles = (): string[] =>
  readdirSync(town.blobsFolder, { recursive: true, withFileTypes: true }).flatMap((one) =>
    one.isFile() ? [join(one.parentPath, one.name)] : [],
  )

const { comment, media, things } = await plantIn(town, marker)
await keeping.load([
  'S-1,Everything,P1Y,created,Schedule of the test,',
  'S-2,Kept for good,permanent,created,Schedule of the test,order acknowledgement',
])
const { version } = seriesListSchema.parse((await (await by('lopez')).get('/api/series')).body)
const put = await (
  await by('lopez')
).put('/api/series/rules', {
  version,
  rules: [
    { seriesId: 'S-2', kinds: ['order', 'acknowledgement'], because: 'Orders are kept for good.' },
    { seriesId: 'S-1', because: 'Everything else is kept for a year.' },
  ],
})
assert.equal(put.status, 200, JSON.stringify(put.body))
await keeping.settings({
  notice: { period: 'P2M', to: 'Police Commission', authority: 'Town Code 106.03' },
  needsApproval: true,
})
await keeping.settle()
const planted = await keeping.placesOf(marker)

test('the marker stands in a record of every kind, and nothing is due before its day', async () => {
  const marked = await records(`words=${marker}`)
  assert.deepEqual([...new Set(marked.map(({ kind }) => kind))].toSorted(), [
    'appeal',
    'comment',
    'moderation',
    'notice',
    'page',
    'permission',
    'post',
  ])
  for (const table of [
    'account.handle',
    'appeal.words',
    'block.reason',
    'comment.text',
    'comment_version.text',
    'hiding.reason',
    'impostor_report.says',
    'keyword_filter.words',
    'ledger_entry.body',
    'notice_content.content',
    'post_content.content',
    'post_person.name',
    'record.words',
    'record_import.file_name',
    'request.content',
  ])
    assert.ok(planted.includes(table), `${table} is not among ${planted.join(', ')}`)
  const early = await keeping.propose({ seriesId: 'S-1', things: [comment.commentId] })
  assert.equal(early.status, 409)
  assert.match(early.sentence, /it is kept until 2027-11-22, and not due before/)
  const never = await keeping.propose({ seriesId: 'S-2' })
  assert.match(never.sentence, /nothing of series S-2 is due/)
})

test('what a hold keeps is refused with the reason, and one person never gives both signatures', async () => {
  town.moveTo('2027-12-01T15:00:00Z')
  const placed = await post('kim', '/api/holds', {
    matter: 'litigation',
    ref: '27-cv-9',
    title: 'A case',
    on: { things: [comment.commentId] },
  })
  const { holdId } = changedHoldSchema.parse(placed)
  const refused = await keeping.propose({ seriesId: 'S-1', things: [comment.commentId] })
  assert.deepEqual(
    [refused.status, refused.sentence],
    [409, 'nothing can be disposed of: it is held: litigation 27-cv-9'],
  )
  await keeping.moveHold('kim', holdId, { move: 'ask', reason: 'Settled.' })
  await keeping.moveHold('diaz', holdId, { move: 'confirm', reason: 'Settled.' })
  const both = await Promise.all(
    [1, 2].map(() => keeping.propose({ seriesId: 'S-1', things: [comment.commentId] })),
  )
  assert.deepEqual(
    both.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409],
    'made at once, it is on one list',
  )
  const moved = both.find(({ status }) => status === 200)?.moved
  assert.ok(moved)
  const id = moved.dispositionId
  const twice = await keeping.propose({ seriesId: 'S-1', things: [comment.commentId] })
  assert.match(twice.sentence, /it stands on list 2027-001 already/)
  assert.equal(
    (await keeping.moveList('diaz', id, { move: 'sign' })).sentence,
    'this is for the records custodian',
  )
  await keeping.movesList('lopez', id, { move: 'sign' })
  assert.match(
    (await keeping.moveList('lopez', id, { move: 'countersign' })).sentence,
    /the second signature is/,
  )
  assert.ok((await waits('diaz')).includes('disposition.countersign'))
  // Named for the second signature beside the chief, the custodian still does not sign twice.
  await keeping.settings({
    notice: { period: 'P2M', to: 'Police Commission', authority: 'Town Code 106.03' },
    seconds: ['lopez', 'grant'],
  })
  assert.match(
    (await keeping.moveList('lopez', id, { move: 'countersign' })).sentence,
    /you signed it already/,
  )
  assert.equal((await (await by('bell')).get(`/api/dispositions/${id}`)).status, 403)
  assert.equal((await (await by('grant')).get(`/api/dispositions/${id}`)).status, 200)
  await keeping.movesList('grant', id, { move: 'countersign' })
  const early = await keeping.moveList('lopez', id, { move: 'carry-out' })
  assert.match(early.sentence, /notice has not been given to Police Commission/)
  for (const said of [
    { move: 'give-notice', notice: { on: '2027-11-30', how: 'By letter.' } },
    { move: 'note-approval', approval: { number: 'RC-9', on: '2027-11-30' } },
  ]) {
    const { status, sentence } = await keeping.moveList('lopez', id, said)
    assert.equal(status, 400)
    assert.match(sentence, /this list cannot have been (?:given|approved) before 2027-12-01, its first day/)
  }
  const given = { on: '2027-12-01', how: 'By letter to its clerk.' }
  await keeping.movesList('lopez', id, { move: 'give-notice', notice: given })
  const seen = await keeping.disposition(id)
  assert.deepEqual([seen.state, seen.noticeUntil], ['notice-running', '2028-02-01'])
  town.moveTo('2028-02-01T23:00:00Z')
  assert.match(
    (await keeping.moveList('lopez', id, { move: 'carry-out' })).sentence,
    /notice runs until 2028-02-01/,
  )
  town.moveTo('2028-02-02T15:00:00Z')
  assert.match(
    (await keeping.moveList('lopez', id, { move: 'carry-out' })).sentence,
    /approval of the Public Records/,
  )
  await keeping.movesList('lopez', id, {
    move: 'note-approval',
    approval: { number: 'RC-9', on: '2028-01-15' },
  })
  // A hold that comes at the last moment, on the whole thread.
  const below = await records(`words=${marker}&kind=comment`)
  const thread = below.find(({ thing }) => thing === comment.commentId)?.thread ?? ''
  const late = changedHoldSchema.parse(
    await post('kim', '/api/holds', { matter: 'audit', title: 'Late', on: { threads: [thread] } }),
  )
  const stopped = await keeping.moveList('lopez', id, { move: 'carry-out' })
  assert.deepEqual([stopped.status, stopped.sentence], [409, 'nothing is left: it is held: audit'])
  await keeping.moveHold('kim', late.holdId, { move: 'ask', reason: 'Done.' })
  await keeping.moveHold('diaz', late.holdId, { move: 'confirm', reason: 'Done.' })
  const pdf = await (await by('lopez')).get(`/api/dispositions/${id}/rc-075.pdf`)
  assert.equal(pdf.status, 200)
  assert.equal((await (await by('lopez')).get(`/api/dispositions/${id}/certificate.pdf`)).status, 409)
  await keeping.movesList('lopez', id, { move: 'withdraw', reason: 'A wider list comes.' })
})

test('who signs second and keeps no records is not told which inquiry holds something', async () => {
  const on = { things: [comment.commentId] }
  const { moved } = await keeping.propose({ seriesId: 'S-1', ...on })
  const id = moved?.dispositionId ?? ''
  await keeping.movesList('lopez', id, { move: 'sign' })
  const inquiry = { matter: 'inquiry', ref: 'IA-28-3', title: 'About Bell', on }
  const { holdId } = changedHoldSchema.parse(await post('kim', '/api/holds', inquiry))
  const said = async (name: Townsperson): Promise<string> =>
    (await keeping.moveList(name, id, { move: 'countersign' })).sentence
  assert.equal(await said('grant'), 'nothing is left: it is held')
  assert.equal(await said('diaz'), 'nothing is left: it is held: inquiry IA-28-3')
  await keeping.moveHold('kim', holdId, { move: 'ask', reason: 'Over.' })
  await keeping.moveHold('diaz', holdId, { move: 'confirm', reason: 'Over.' })
  await keeping.movesList('lopez', id, { move: 'withdraw', reason: 'A wider list comes.' })
})

test('what is due is disposed of with two people, the marker is nowhere, and the ledger still verifies', async () => {
  const { items } = dueSchema.parse((await (await by('lopez')).get('/api/dispositions/due')).body)
  assert.deepEqual(
    items.map(({ seriesId, held }) => [seriesId, held.n]),
    [['S-1', 0]],
  )
  assert.ok((await waits('lopez')).includes('records.due'))
  const { moved, sentence } = await keeping.propose({
    seriesId: 'S-1',
    description: 'Posts and comments of 2026',
  })
  assert.ok(moved, sentence)
  const id = moved.dispositionId
  const left = (await lines(id)).map(({ thing, because }) => (because === null ? thing : because))
  const [kept] = await records('words="see you at the parade"')
  assert.ok(kept && left.includes(kept.thing) && left.includes(kept.thread))
  const leaving = { move: 'leave-out', things: [kept.thing], reason: 'It may be of historical value.' }
  assert.equal((await keeping.movesList('lopez', id, leaving)).state, 'proposed')
  for (const thing of things) assert.ok(left.includes(thing), thing)
  const signed = await keeping.movesList('lopez', id, { move: 'sign' })
  // What the comment rests on stays with it: its post, the page, the page's licence.
  assert.deepEqual(signed.fallenOut.map(({ because }) => because).toSorted(), [
    'a comment under it is still kept',
    'something that stood on the page is still kept',
    'the page that it permits is still kept',
  ])
  await keeping.movesList('diaz', id, { move: 'countersign' })
  await keeping.movesList('lopez', id, {
    move: 'give-notice',
    notice: { on: '2028-02-02', how: 'By letter.' },
  })
  await keeping.movesList('lopez', id, {
    move: 'note-approval',
    approval: { number: 'RC-10', on: '2028-02-02' },
  })
  town.moveTo('2028-04-03T15:00:00Z')
  await keeping.settle()
  const before = await keeping.verified()
  const files = blobFiles().length
  assert.deepEqual(await keeping.moveList('diaz', id, { move: 'carry-out' }), {
    status: 409,
    sentence: 'this is for the records custodian',
    moved: undefined,
  })
  await keeping.movesList('lopez', id, { move: 'carry-out' })
  assert.deepEqual(await keeping.placesOf(marker), [])
  const verdict = await keeping.verified()
  assert.deepEqual([verdict.findings, before.disposed], [[], 0])
  const { records: disposed, entryId, blobsToRemove } = await keeping.disposition(id)
  assert.ok(verdict.disposed >= disposed && disposed > 30, `${verdict.disposed}, ${disposed}`)
  assert.ok(blobsToRemove >= 2, String(blobsToRemove))
  // Bytes go in two steps, some minutes apart.
  assert.ok(!existsSync(join(town.blobsFolder, media.sha256.slice(0, 2), media.sha256)))
  town.pass({ minutes: 11 })
  await keeping.settle()
  assert.equal((await keeping.disposition(id)).blobsToRemove, 0)
  assert.ok(blobFiles().length <= files - 2)
  for (const file of blobFiles()) assert.ok(!readFileSync(file).includes(marker), file)
  assert.deepEqual(await records(`words=${marker}`), [])
  const gone = await owner
    .selectFrom('record')
    .select(['words', 'disposedIn'])
    .where('thing', '=', comment.commentId)
    .execute()
  assert.ok(gone.length > 2 && gone.every(({ words, disposedIn }) => words === '' && disposedIn === id))
  const certificate = await (await by('lopez')).get(`/api/dispositions/${id}/certificate.pdf`)
  assert.equal(certificate.status, 200)
  await onPaper(id, [
    entryId ?? '',
    'Luz Lopez',
    'Dan Diaz',
    'RC-10',
    'Police Commission',
    'Schedule of the test',
  ])
})

/** What the PDFs of a list say. */
async function onPaper(id: string, words: readonly string[]): Promise<void> {
  const { cookie } = await by('lopez')
  for (const name of ['certificate', 'rc-075']) {
    const { rawPayload } = await town.app.inject({
      method: 'GET',
      url: `/api/dispositions/${id}/${name}.pdf`,
      headers: { host: agency.host, cookie },
    })
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(rawPayload)), {
      mergePages: true,
    })
    const said = text.replaceAll(/\s+/g, ' ')
    for (const word of words.slice(name === 'certificate' ? 0 : 1))
      assert.ok(said.includes(word), `${name}: ${word}`)
    assert.ok(!said.includes(marker))
  }
}

test('everybody sees what was disposed of and by what authority, in two languages, without a word of it', async () => {
  for (const [language, title] of [
    ['en', 'Records disposed of'],
    ['es', 'Documentos eliminados'],
  ] as const) {
    const { status, body } = await town.visitor.get(`/public/dispositions?lang=${language}`)
    const shown = String(body)
    assert.equal(status, 200)
    for (const told of [
      title,
      '2028-002',
      'Everything',
      'Schedule of the test',
      'Public Records Administrator RC-10',
    ])
      assert.ok(shown.includes(told), `${language}: ${told}`)
    for (const never of [marker, 'Lopez', 'Diaz', '<script']) assert.ok(!shown.includes(never), never)
  }
  const { body } = await town.visitor.get('/public/dispositions.json')
  const { items } = publicDispositionsSchema.parse(body)
  assert.deepEqual(
    items.map(({ number, series, period, signed }) => [number, series, period, signed]),
    [['2028-002', 'S-1', 'P1Y', ['custodian', 'second']]],
  )
})

test('nobody but the function disposes: not by a privilege, not by a setting, not by a row', async () => {
  const before = await sql<{ n: number }>`select count(*)::int as n from ledger_entry`.execute(owner)
  const tries = [
    'delete from ledger_entry',
    `update ledger_entry set body = '{}'`,
    'delete from hold_line',
    `update hold_step set move = 'confirm'`,
    'delete from disposition_signature',
    'delete from comment_version',
    'delete from blob',
    `set decorum.disposing = 'on'; delete from ledger_entry`,
    `set session_replication_role = replica; delete from ledger_entry`,
    `insert into disposing (agency_id, disposition_id) values ('riverton', gen_random_uuid())`,
    `select * from disposing`,
    `insert into told_time values ('riverton')`,
    `create temporary table disposing (agency_id text, transaction xid8); delete from ledger_entry`,
    `update record set words = ''`,
    'delete from record',
    `select sweep_blobs('riverton', gen_random_uuid(), '{}', now())`,
    `select dispose(gen_random_uuid(), now(), gen_random_uuid())`,
    `create or replace function payload() returns int language sql as 'select 1'`,
    `create or replace function refuse_change() returns trigger language plpgsql as 'begin return old; end'`,
  ]
  const why = /refused|denied|must be owner|no list|cannot/i
  for (const statement of tries) await assert.rejects(sql.raw(statement).execute(db), why, statement)
  // The owner, whom no privilege holds back, is held by the triggers.
  for (const statement of tries.slice(0, 7))
    await assert.rejects(sql.raw(statement).execute(owner), /never changed/)
  const after = await sql<{ n: number }>`select count(*)::int as n from ledger_entry`.execute(owner)
  assert.deepEqual(after.rows, before.rows)
})

test('the function believes nobody: without signatures, notice, period or the very entry it does nothing', async () => {
  const { moved } = await keeping.propose({ seriesId: 'S-1' })
  assert.ok(moved)
  const id = moved.dispositionId
  const dispose = async (prepare: string): Promise<string> => {
    const said = await db
      .transaction()
      .execute(async (tx) => {
        await sql.raw(prepare).execute(tx)
        await sql`select dispose(${id}::uuid, ${town.now()}::timestamptz, gen_random_uuid())`.execute(tx)
      })
      .then(
        () => 'done',
        (error: unknown) => (error instanceof Error ? error.message : ''),
      )
    return said
  }
  assert.match(await dispose('select 1'), /no list of that id waits/)
  const forged = `update disposition set state = 'countersigned' where disposition_id = '${id}'`
  assert.match(await dispose(forged), /two people have not signed/)
  const signs = (second: string): string =>
    `${forged}; insert into disposition_signature values ('riverton', '${id}', 'custodian', 'lopez', now(), gen_random_uuid(), null, null);
     insert into disposition_signature values ('riverton', '${id}', 'second', '${second}', now(), gen_random_uuid(), 'custodian', 'lopez')`
  assert.match(await dispose(signs('lopez')), /violates check constraint/)
  assert.match(await dispose(signs('diaz')), /two people have not signed/)
  await keeping.movesList('lopez', id, { move: 'sign' })
  await keeping.movesList('diaz', id, { move: 'countersign' })
  assert.match(await dispose('select 1'), /its notice is not over/)
  const backdated = `insert into disposition_notice
      values ('riverton', '${id}', 'x', 'x', 'x', 'P2M', '2027-12-01', '2028-02-01', 'lopez', now());
    insert into disposition_approval values ('riverton', '${id}', 'x', 'x', '2028-04-03', 'lopez', now())`
  assert.match(await dispose(backdated), /its notice or its approval is older than the list/)
  await keeping.movesList('lopez', id, {
    move: 'give-notice',
    notice: { on: town.now().slice(0, 10), how: 'Told.' },
  })
  assert.match(await dispose('select 1'), /its notice is not over/)
  town.moveTo('2028-09-01T15:00:00Z')
  assert.match(await dispose('select 1'), /the approval of the State is missing/)
  await keeping.movesList('lopez', id, {
    move: 'note-approval',
    approval: { number: 'RC-11', on: '2028-08-01' },
  })
  assert.match(await dispose('select 1'), /the ledger does not say what is disposed of/)
  assert.match(
    await dispose(`update series set period = 'P90Y'`),
    /its period runs until|its series was changed/,
  )
  const placed = `insert into hold values ('riverton', '${newId()}', 'audit', null, 'x', false, null, 'kim', now()) returning hold_id`
  const held = `with h as (${placed}) insert into hold_line select 'riverton', hold_id, 'thing', (
    select min(thing) from disposition_line where disposition_id = '${id}'), now() from h`
  assert.match(await dispose(held), /it is held: audit$/)
  const unsearched = `with h as (${placed}) insert into hold_search_run select 'riverton', hold_id, -1 from h`
  assert.equal(await dispose(unsearched), 'what the hold “x” keeps is still looked for')
  await sql`delete from told_time`.execute(owner)
  assert.match(await dispose('select 1'), /the time is ahead of the database's/)
  await sql`insert into told_time values ('riverton')`.execute(owner)
  assert.ok(refusalIn(await (await by('bell')).post('/api/dispositions', { seriesId: 'S-1' })) !== '')
})

test('a line shows the record to whoever may see it, and says that its words are gone', async () => {
  const { items } = dispositionsSchema.parse(
    (await (await by('lopez')).get('/api/dispositions?state=carried-out')).body,
  )
  const [gone] = items
  assert.ok(gone)
  const goneLines = (await lines(gone.dispositionId)).filter(({ because }) => because === null)
  assert.ok(goneLines.length > 3)
  for (const { record } of goneLines) {
    assert.equal(record?.words, '')
    assert.equal(record?.disposedIn, gone.dispositionId)
  }
  const listed = await lines(await lastList())
  const said = listed.find(({ kind }) => kind === 'comment')
  assert.equal(said?.record?.recordId, said?.recordId)
  assert.equal(said?.record?.words, 'See you at the parade.')
})

test('a cursor that is none of its list is refused in words, one of the list goes on behind it', async () => {
  const list = await lastList()
  const lopez = await by('lopez')
  assert.equal((await lopez.get(`/api/dispositions/${newId()}/lines`)).status, 404)
  const refused = await lopez.get(`/api/dispositions/${list}/lines?after=zz`)
  assert.equal(refused.status, 400)
  assert.equal(refusalIn(refused), 'after: is no cursor of this list; begin again without it')
  const [first, ...others] = await lines(list)
  const { body } = await lopez.get(`/api/dispositions/${list}/lines?after=${first?.thing ?? ''}`)
  assert.deepEqual(linesSchema.parse(body).items, others)
})

test('what was given out of a record keeps it as long as the file of that request', async () => {
  const { moved } = await keeping.propose({ seriesId: 'S-1' })
  const list = moved ?? (await keeping.disposition(await lastList()))
  // The comment that was left out before; what it rests on hangs on it.
  const line = (await lines(list.dispositionId)).find(({ kind }) => kind === 'comment')
  assert.ok(line)
  const requestId = newId()
  await sql`insert into records_request (agency_id, request_id, number, code_hash, state, version, way, requester, language,
      wants, received_at, law_id, is_personnel)
    values ('riverton', ${requestId}, '2028-0001', ${'a'.repeat(64)}, 'closed', 1, 'form', '{}', 'en', 'All of it', now(),
      'connecticut', false)`.execute(owner)
  await sql`insert into records_release values ('riverton', ${requestId}, 1, true, 'lopez', now(), ${newId()})`.execute(
    owner,
  )
  await sql`insert into records_released (agency_id, request_id, instalment, record_id, n, at, kind, event, thing, thread,
      words, redactions, media, versions, is_context, is_whole)
    values ('riverton', ${requestId}, 1, ${line.recordId}, 1, now(), 'post', 'written', ${line.thing}, ${line.thing},
      'words', '[]', '[]', 1, false, true)`.execute(owner)
  const stopped = await keeping.moveList('lopez', list.dispositionId, { move: 'carry-out' })
  assert.match(stopped.sentence, /what was released of it in a records request is still kept/)
})

const lastList = async (): Promise<string> => {
  const { body } = await (await by('lopez')).get('/api/dispositions?state=open')
  return dispositionsSchema.parse(body).items[0]?.dispositionId ?? ''
}
