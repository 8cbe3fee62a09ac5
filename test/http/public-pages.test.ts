import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { buildOfficialTown } from '../official-town.ts'

const town = await buildOfficialTown()
const { people } = town
const { by } = people

test('a false page is reported without a script, once for each form, and waits until it is closed', async () => {
  const { app, agency } = town
  const send = async (
    fields: Record<string, string>,
    origin = `http://${agency.host}`,
  ): Promise<{ status: number; text: string }> => {
    const answer = await app.inject({
      method: 'POST',
      url: '/public/pages/report',
      headers: { host: agency.host, origin, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    })
    return { status: answer.statusCode, text: answer.body }
  }
  const form = String((await town.visitor.get('/public/pages')).body)
  const key = /name="key" value="([\w-]+)"/.exec(form)?.[1] ?? ''
  assert.ok(key.length > 20)
  const report = {
    key,
    address: 'https://facebook.example/RivertonP0lice',
    says: '<script>alert(1)</script> asks for money',
    reach: 'fox@example.org',
  }
  assert.equal((await send(report, 'https://evil.example')).status, 403)
  const sent = await send(report)
  assert.equal(sent.status, 200, sent.text)
  assert.match(sent.text, /Your report was received/)
  assert.equal((await send(report)).status, 200, 'sent again, it counts once')
  const long = await send({ ...report, key: `${key}-2`, says: 'x'.repeat(2_001) })
  assert.equal(long.status, 400)
  assert.match(long.text, /role="alert".*2001 \/ 2000/s)
  const hostile = await send({ ...report, key: `${key}-3`, address: '"><script>alert(2)</script>', says: '' })
  assert.equal(hostile.status, 400)
  assert.ok(!hostile.text.includes('<script>'), 'what was written is shown again, and runs nowhere')
  const list = z.object({
    items: z.array(z.object({ reportId: z.string(), reach: z.string(), version: z.number() })),
  })
  const { items } = list.parse((await (await by('ito')).get('/api/impostors?state=open')).body)
  assert.equal(items.length, 1)
  const [item] = items
  assert.ok(
    (await people.waits('ito')).some(
      ({ kind, subject }) => kind === 'impostor.report' && subject === item?.reportId,
    ),
  )
  assert.ok(!(await people.waits('hale')).some(({ kind }) => kind === 'impostor.report'))
  assert.equal((await (await by('hale')).get('/api/impostors')).status, 403)
  const entries = await town.db
    .selectFrom('ledgerEntry')
    .select('body')
    .where('kind', '=', 'impostors.report')
    .execute()
  assert.deepEqual(
    entries.map(({ body: one }) => one.includes('fox@example.org')),
    [false],
  )
  const close = { version: item?.version, remarks: 'Reported to the network; gone.' }
  const url = `/api/impostors/${item?.reportId}/close`
  assert.equal((await (await by('ito')).post(url, close)).status, 200)
  assert.equal((await (await by('jones')).post(url, close)).status, 409)
  let last = 200
  for (let n = 0; n < 12; n++) last = (await send({ ...report, key: `${key}-n${n}` })).status
  assert.equal(last, 429, 'one address sends ten an hour')
})

test('the register of pages writes its days as people do, in either language', async () => {
  for (const [language, days] of [
    ['en', /November \d\d?, 20\d\d until/],
    ['es', /\d\d? de noviembre de 20\d\d hasta el/],
  ] as const) {
    const page = String((await town.visitor.get(`/public/pages?lang=${language}`)).body)
    assert.match(page, days)
    assert.doesNotMatch(page, />[^<]*\d{4}-\d\d-\d\d[^<]*</)
  }
})
