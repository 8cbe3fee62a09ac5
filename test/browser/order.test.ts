import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { z } from 'zod'
import { acknowledgementSchema, markedSchema } from '../../src/adoption/schema.ts'
import { adoptIn } from '../adopted-town.ts'
import { assertSound, openHouse } from './visit.ts'

const house = await openHouse()
const { town } = house
const none = await house.visit('alvarez')
const wanting = ['/order', '/acknowledge', '/requests/new', '/order/versions'] as const

test('before an order is adopted every page says so', async () => {
  for (const path of wanting) {
    await none.goTo(path)
    await none.page.getByText('The department has not adopted an order yet').waitFor()
    await assertSound(none, `no-order${path.replaceAll('/', '-')}`)
  }
})

test('the reader shows each provision; a deep link leads to it, a word finds it', async () => {
  await adoptIn(town, 'hartford-3-01a')
  const visit = await house.visit('alvarez')
  const { page } = visit
  await visit.goTo('/order#IV.A.16')
  const article = page.locator('[id="IV.A.16"]')
  await page.waitForFunction(() => document.activeElement?.id === 'IV.A.16')
  assert.ok((await article.innerText()).includes('the Chief, in writing, through the chain of command'))
  const top = await article.evaluate((element) => element.getBoundingClientRect().top)
  assert.ok(Math.abs(top) < 60, `the provision is at the top of the window, not at ${top}`)
  assert.equal(await page.locator('article').count(), 85)
  await article.getByText('How other orders answer').click()
  await article.getByRole('columnheader', { name: 'There' }).first().waitFor()
  await assertSound(visit, 'order')
  await page.getByLabel('Find a provision').fill('uniform badge')
  await page.getByRole('status').filter({ hasText: 'of 85 provisions' }).waitFor()
  assert.ok((await page.locator('article').count()) < 20)
  await assertSound(visit, 'order-found')
  await page.getByLabel('Find a provision').fill('no such words')
  await page.getByText('No provision holds these words.').waitFor()
  await visit.goTo('/order/versions')
  await page.getByRole('link', { name: '3-01a' }).click()
  await page.locator('article').first().waitFor()
  assert.equal(await page.locator('article').count(), 85)
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

type Mine = z.infer<typeof acknowledgementSchema>
const read = async (): Promise<Mine> =>
  acknowledgementSchema.parse((await (await town.signedIn('alvarez')).get('/api/acknowledgement')).body)

test('a member reads, answers one question at a time, is told why, and acknowledges by keyboard', async () => {
  const visit = await house.visit('alvarez')
  const { page } = visit
  await visit.goTo('/acknowledge')
  await page.getByText('This is the first version you acknowledge.').waitFor()
  await page.getByRole('button', { name: 'Go to the questions' }).click()
  await page.getByText('1 thing needs your attention').waitFor()
  await assertSound(visit, 'acknowledge-read')
  await page.getByText('I have read it').click()
  await page.getByRole('button', { name: 'Go to the questions' }).click()

  // What one attempt teaches, a later one may ask.
  const known = new Map<string, string>()
  page.on('response', (response) => {
    if (response.url().endsWith('/answers')) void learn(response.json(), known)
  })
  for (let attempt = 0; attempt < 100; attempt++) {
    const { questions } = await read()
    for (const [place, question] of questions.entries()) {
      await page.getByRole('heading', { name: `Question ${place + 1} of ${questions.length}` }).waitFor()
      const outcome = known.get(question.questionId) ?? 'clear'
      await page.locator(`input[value="${outcome}"]`).focus()
      await page.keyboard.press('Space')
      if (attempt === 0 && place === 0) await assertSound(visit, 'acknowledge-question')
      await page.keyboard.press('Enter')
    }
    await page.getByText(/ of 5 right/).waitFor()
    if (attempt === 0) await assertSound(visit, 'acknowledge-result')
    if (await page.getByRole('button', { name: 'Go on' }).isVisible()) break
    await page.getByRole('button', { name: 'Other questions' }).click()
  }
  await page.getByRole('button', { name: 'Go on' }).click()
  await assertSound(visit, 'acknowledge-last')
  await page.getByRole('button', { name: 'Acknowledge' }).click()
  await page.getByText('You acknowledged this version on').waitFor()
  assert.equal((await read()).acknowledgedAt, town.now())
  assert.deepEqual(visit.faults, [])
})

async function learn(body: Promise<unknown>, known: Map<string, string>): Promise<void> {
  for (const { questionId, outcome } of markedSchema.parse(await body).explained)
    known.set(questionId, outcome)
}

test('a commander sees who has not acknowledged and reminds them', async () => {
  const visit = await house.visit('bell')
  const { page } = visit
  await visit.goTo('/acknowledge/members')
  await page.getByText('1 of 2 members have acknowledged; 0 are late.').waitFor()
  await assertSound(visit, 'acknowledge-members')
  await page.getByRole('button', { name: 'Remind Gus Grant' }).click()
  await page.getByText('1 member was reminded.').waitFor()
  await page.getByLabel('Show').selectOption('acknowledged')
  await page.getByRole('button', { name: 'Show' }).click()
  await page.getByText('Acknowledged on November 21, 2026').waitFor()
  const officer = await house.visit('alvarez')
  await officer.goTo('/acknowledge/members')
  await officer.page.getByText('This page is for others').waitFor()
})

test('a new version marks what has changed; all of it is there in Spanish', async () => {
  town.pass({ hours: 24 })
  await adoptIn(town, 'hamden-004-011', {}, '2026-11-22')
  const visit = await house.visit('alvarez')
  const { page } = visit
  await visit.goTo('/acknowledge')
  await page.getByText('What has changed since the version of January 1, 2026').waitFor()
  assert.ok((await page.locator('.changes > li').count()) > 20)
  await assertSound(visit, 'acknowledge-changes')
  await page.getByRole('button', { name: 'Español' }).click()
  await page.getByText('Qué cambió desde la versión del').waitFor()
  for (const path of ['/order', '/acknowledge', '/order/versions']) {
    await visit.goTo(path)
    await assertSound(visit, `es${path.replaceAll('/', '-')}`)
  }
})
