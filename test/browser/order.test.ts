import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import type { z } from 'zod'
import { acknowledgementSchema, versionDetailSchema } from '../../src/adoption/schema.ts'
import { adoptIn } from '../adopted-town.ts'
import { assertSound, focused, openHouse, type Visit } from './visit.ts'

const house = await openHouse()
const { town } = house
const none = await house.visit('alvarez')
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click()
let versionId = ''
const wanting = ['/order', '/acknowledge', '/requests/new', '/order/versions'] as const

test('before an order is adopted every page says so', async () => {
  for (const path of wanting) {
    await none.goTo(path)
    await none.page.getByText('The department has not adopted an order yet').waitFor()
    await assertSound(none, `no-order${path.replaceAll('/', '-')}`)
  }
})

test('the reader shows each provision; a deep link leads to it, a word finds it', async () => {
  versionId = await adoptIn(town, 'hartford-3-01a')
  const visit = await house.visit('alvarez')
  const { page } = visit
  await visit.goTo('/order#IV.A.16')
  const article = page.locator('[id="IV.A.16"]')
  await page.waitForFunction(() => document.activeElement?.id === 'IV.A.16')
  assert.ok((await article.innerText()).includes('the Chief, in writing, through the chain of command'))
  const top = await article.evaluate((element) => element.getBoundingClientRect().top)
  assert.ok(Math.abs(top) < 60, `the provision is at the top of the window, not at ${top}`)
  assert.equal(await page.locator('article').count(), 75)
  const duty = page.locator('[id="IV.A.14"]')
  await duty.getByText('How other orders answer').click()
  await duty.getByRole('columnheader', { name: 'There' }).first().waitFor()
  await assertSound(visit, 'order')
  await page.getByLabel('Find a provision').fill('uniform badge')
  await page.getByRole('status').filter({ hasText: 'of 75 provisions' }).waitFor()
  assert.ok((await page.locator('article').count()) < 20)
  await assertSound(visit, 'order-found')
  await page.getByLabel('Find a provision').fill('no such words')
  await page.getByText('No provision holds these words.').waitFor()
  await visit.goTo('/order/versions')
  await page.getByRole('link', { name: '3-01a' }).click()
  await page.locator('article').first().waitFor()
  assert.equal(await page.locator('article').count(), 75)
  assert.deepEqual(visit.faults, [])
})

test('on paper the order is whole, without the contents and the buttons', async () => {
  const visit = await house.visit('alvarez')
  const { page } = visit
  await visit.goTo('/order')
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.locator('.order__contents').isVisible(), false)
  assert.equal(await page.getByRole('button', { name: 'Print it' }).isVisible(), false)
  assert.equal(await page.locator('[id="IV.A.16"]').isVisible(), true)
})

const mine = async (): Promise<z.infer<typeof acknowledgementSchema>> =>
  acknowledgementSchema.parse((await (await town.signedIn('alvarez')).get('/api/acknowledgement')).body)

/** Answers every question that it is clear, by keyboard alone. */
async function answerAllClear({ page }: Visit): Promise<void> {
  for (let number = 1; number <= 5; number++) {
    await page.getByRole('heading', { name: `Question ${number} of 5` }).waitFor()
    assert.equal(await page.getByRole('heading', { name: /^Question/ }).count(), 1, 'the last is gone')
    await page.getByRole('radio', { name: 'Clear' }).focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
  }
  await page.getByText(/\d of 5 right/).waitFor()
}

/** How many right answers pass is the agency's to change. */
async function passBy(passMark: number): Promise<void> {
  const chief = await town.signedIn('diaz')
  const { version, settings } = versionDetailSchema.parse((await chief.get(`/api/orders/${versionId}`)).body)
  const put = await chief.put(`/api/orders/${versionId}/settings`, {
    version,
    settings: { ...settings, passMark },
  })
  assert.equal(put.status, 200)
}

test('a member reads, answers one question at a time, is told why, and acknowledges by keyboard', async () => {
  await passBy(5)
  const visit = await house.visit('alvarez')
  const { page } = visit
  await visit.goTo('/acknowledge')
  await page.getByText('This is the first version you acknowledge.').waitFor()
  await page.getByRole('button', { name: 'Go to the questions' }).click()
  await page.getByText('1 thing needs your attention').waitFor()
  await assertSound(visit, 'acknowledge-read')
  await page.getByRole('checkbox', { name: 'I have read it' }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Question 1 of 5' }).waitFor()
  await assertSound(visit, 'acknowledge-question')
  await answerAllClear(visit)
  await page.getByText(/of 5 right; 5 are needed/).waitFor()
  await assertSound(visit, 'acknowledge-result')
  const [first] = (await mine()).attempts
  assert.equal(await page.getByText('Not right', { exact: true }).count(), 5 - (first?.right ?? 0))

  await passBy(1)
  await page.getByRole('button', { name: 'Other questions' }).press('Enter')
  await page.getByText('1 of 5 right answers are enough. Last time').waitFor()
  await answerAllClear(visit)
  await page.getByRole('button', { name: 'Go on' }).press('Enter')
  assert.match(await focused(page), /^By acknowledging, you/)
  await assertSound(visit, 'acknowledge-last')
  await page.getByRole('button', { name: 'Acknowledge' }).press('Enter')
  await page.getByText('You acknowledged this version on').waitFor()
  assert.match(await focused(page), /^You acknowledged/)
  assert.equal((await mine()).acknowledgedAt, town.now())
  assert.deepEqual(visit.faults, [])
})

test('a commander sees who has not acknowledged and reminds them', async () => {
  const visit = await house.visit('bell')
  const { page } = visit
  await visit.goTo('/acknowledge/members')
  await page.getByText('1 of 2 members have acknowledged; 0 are late.').waitFor()
  await assertSound(visit, 'acknowledge-members')
  await page.getByRole('button', { name: 'Remind Gus Grant' }).click()
  await page.getByText('1 member was reminded.').waitFor()
  await page.getByRole('button', { name: 'Remind Gus Grant' }).click()
  await page.getByText('All of them were reminded today already.').waitFor()
  await page.getByLabel('Show').selectOption('acknowledged')
  await page.getByRole('button', { name: 'Show' }).click()
  await page.getByText('Acknowledged on November 21, 2026').waitFor()
  const officer = await house.visit('alvarez')
  await officer.goTo('/acknowledge/members')
  await officer.page.getByText('This page is for others').waitFor()
})

test('a new version marks what has changed; all of it is there in Spanish', async () => {
  town.pass({ hours: 24 })
  const next = await adoptIn(town, 'hamden-004-011', {}, '2026-11-22')
  const visit = await house.visit('alvarez')
  const { page } = visit
  await visit.goTo('/acknowledge')
  await page.getByText('What has changed since the version of January 1, 2026').waitFor()
  assert.ok((await page.locator('.changes > li').count()) > 20)
  // What is read is what is acknowledged, in force or not yet.
  const toRead = page.getByRole('link', { name: 'Open the order in a new window' })
  assert.equal(await toRead.getAttribute('href'), `/order?version=${next}`)
  await assertSound(visit, 'acknowledge-changes')
  await press(page, 'Español')
  await page.getByText('Qué cambió desde la versión del').waitFor()
  await visit.goTo('/order')
  await page.getByLabel('Buscar una disposición').fill('uniform')
  await assertSound(visit, 'es-order')
  await visit.goTo('/order/versions')
  await assertSound(visit, 'es-order-versions')

  const bell = await house.visit('bell')
  await bell.goTo('/acknowledge')
  await press(bell.page, 'Español')
  await assertSound(bell, 'es-acknowledge')
  await bell.goTo('/acknowledge/members')
  await assertSound(bell, 'es-acknowledge-members')
})
