import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertSound, focused, openHouse } from './visit.ts'

const house = await openHouse()
const { town } = house

test('a roster file is checked line by line, and imported when somebody says so', async () => {
  const visit = await house.visit('jones')
  const { page } = visit
  await visit.goTo('/roster/import')
  const csv = [
    'name,kind,badge,rank,unit,email,from',
    'Mia Moss,sworn,401,Officer,Patrol B,moss@riverton.example,2026-11-01',
    'Ned Nash,dragon,402,Officer,Patrol B,nash@riverton.example,2026-11-01',
    'Ola Olsen,civilian,,,Records,olsen@riverton.example,yesterday',
  ].join('\n')
  await page
    .getByLabel('CSV file')
    .setInputFiles({ name: 'roster.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await page.getByRole('button', { name: 'Check the file' }).click()
  await page.getByRole('heading', { name: '3 lines: 2 problems' }).waitFor()
  const rows = await page.locator('tbody tr').allInnerTexts()
  assert.deepEqual(
    rows.map((row) => row.split('\t').slice(0, 2)),
    [
      ['3', 'kind'],
      ['4', 'from'],
    ],
  )
  await assertSound(visit, 'roster-import-problems')
  await page.getByRole('button', { name: 'Import the good lines, skip the others' }).click()
  await page.getByText('Imported: 1 added, 0 changed.').waitFor()
  await page.getByRole('link', { name: 'To the roster' }).click()
  await page.getByLabel('Find').fill('Moss')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Mia Moss' }).waitFor()
  assert.equal(await page.locator('tbody tr').count(), 1)
  assert.equal(new URL(page.url()).search, '?find=Moss')
  assert.deepEqual(visit.faults, [])
})

test('a file that Excel wrote keeps its accents; what is changed is said, and the chain with it', async () => {
  const visit = await house.visit('jones')
  const { page } = visit
  await visit.goTo('/roster/import')
  const csv = 'name,kind,badge,from,position,supervisor\nJosé Muñoz,sworn,403,2026-11-01,Aide,201'
  await page
    .getByLabel('CSV file')
    .setInputFiles({ name: 'roster.csv', mimeType: 'text/csv', buffer: Buffer.from(csv, 'latin1') })
  await page.getByRole('button', { name: 'Check the file' }).click()
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByText('Imported: 1 added, 0 changed.').waitFor()
  assert.equal(await focused(page), 'Imported: 1 added, 0 changed.')
  await page.getByRole('link', { name: 'To the roster' }).click()
  await page.getByRole('link', { name: 'José Muñoz' }).click()
  await page.getByText('Ben Bell').waitFor()
  await page.getByText('Change José Muñoz').click()
  await page.getByLabel('Left on').fill('2026-11-21')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved.').waitFor()
  assert.equal(await focused(page), 'Saved.')
  await page.getByText('Ben Bell').waitFor({ state: 'detached' })
  await page.getByText('Change José Muñoz').click()
  await page.getByLabel('Left on').fill('')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('It can be moved, not taken away').first().waitFor()
  await assertSound(visit, 'member-left')
})

test('an answer that is lost on the way does not put somebody on the roster twice', async () => {
  const visit = await house.visit('jones')
  const { page } = visit
  const sent: (string | undefined)[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.headers()['idempotency-key'])
  })
  // The server does the first, and nobody hears of it.
  await page.addInitScript(() => {
    const real = globalThis.fetch
    let lost = 0
    globalThis.fetch = async (...asked) => {
      const response = await real(...asked)
      if (asked[1]?.method === 'POST' && lost++ === 0) throw new TypeError('connection reset')
      return response
    }
  })
  await visit.goTo('/roster/add')
  await page.getByLabel('First day').fill('2026-11-20')
  await page.getByLabel('Name').fill('Pia Pope')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { name: 'Pia Pope' }).waitFor()
  assert.equal(sent.length, 2)
  assert.equal(sent[0], sent[1])
  const { body } = await (await town.signedIn('jones')).get('/api/members?find=Pope')
  assert.equal(Object(body).items.length, 1)
})

test('the chain of command is shown on the day asked for, and the Chief puts somebody in a desk', async () => {
  const visit = await house.visit('diaz')
  const { page } = visit
  await visit.goTo('/positions')
  await page.getByRole('link', { name: 'Change Records Clerk' }).click()
  await page.getByRole('heading', { name: 'Change Records Clerk' }).waitFor()
  await page.getByLabel('Member').selectOption({ label: 'Kay Kim, Law' })
  await page.getByText('Acting, while').click()
  await page.getByRole('button', { name: 'Put here' }).click()
  const card = page.locator('section', { hasText: 'Put somebody here' })
  await card.getByText('Saved.').waitFor()
  await card.getByText('Kay Kim (acting)').waitFor()
  assert.match(await focused(page), /^Change Records Clerk/, 'the keyboard goes on in the same position')
  await page.getByLabel('As it stands on').fill('2026-11-20')
  await page.getByRole('button', { name: 'Show' }).click()
  await page.waitForURL(/on=2026-11-20/)
  assert.equal(await page.getByText('Kay Kim (acting)').count(), 0)
  assert.deepEqual(visit.faults, [])
})

test('whoever looks whether somebody works undercover says why, and they see it', async () => {
  const bell = await house.visit('bell')
  await bell.goTo('/roster/alvarez')
  await bell.page.getByLabel('Purpose').fill('Planning the parade detail')
  await bell.page.getByRole('button', { name: 'Look' }).click()
  await bell.page.getByText('They do not work undercover.').waitFor()
  await assertSound(bell, 'undercover')

  const alvarez = await house.visit('alvarez')
  await alvarez.goTo('/opened')
  const row = await alvarez.page.locator('tbody tr').innerText()
  assert.match(row, /Sergeant Ben Bell\tWhether I work undercover\tPlanning the parade detail/)
  await assertSound(alvarez, 'opened-one')
})

test('in Spanish every word of the frame is Spanish, and stays so', async () => {
  const visit = await house.visit('alvarez')
  const { page } = visit
  await visit.goTo('/')
  await page.getByRole('button', { name: 'Español' }).click()
  await page.getByRole('heading', { name: 'Lo que me espera' }).waitFor()
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'es')
  await visit.goTo('/roster/alvarez')
  await page.getByText('desde el 1 de enero de 2020').first().waitFor()
  await assertSound(visit, 'member-es')
  // The roster has learned of it: another browser greets her in Spanish.
  const other = await house.visit('alvarez')
  await other.goTo('/')
  await other.page.getByRole('heading', { name: 'Lo que me espera' }).waitFor()
})

test('a page for other roles says so, and the server says so too', async () => {
  const visit = await house.visit('bell')
  await visit.goTo('/roster/add')
  await visit.page.getByRole('heading', { name: 'This page is for others' }).waitFor()
  assert.deepEqual(visit.faults, [])
})
