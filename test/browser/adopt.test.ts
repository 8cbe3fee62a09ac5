import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { fitSchema, readerSchema, versionsSchema } from '../../src/adoption/schema.ts'
import { wordOf } from '../../web/parts/in-words.ts'
import { en } from '../../web/words/en.ts'
import { assertSound, focused, openHouse } from './visit.ts'

const house = await openHouse()
const { town } = house
const document = [
  '# Procedures',
  '',
  'A. Private accounts:',
  '',
  '1. Members are kind to one another, on the networks too.',
  '',
  '2. Members say nothing of an open case.',
  '',
].join('\n')
const called = ({ citation }: { citation: string }): string => wordOf(en.heads, citation)
const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click()

test('an order is started, imported, fitted by keyboard, and settled', async () => {
  const visit = await house.visit('jones')
  const { page } = visit
  await visit.goTo('/adopt')
  await page.getByText('No version has been started yet.').waitFor()
  await press(page, 'Start')
  await page.getByText('1 thing needs your attention').waitFor()
  await assertSound(visit, 'adopt-shelf')
  await page.getByText('Hartford Police Department 3-01a').click()
  await page.getByLabel('Number of your order').fill('12-4')
  await press(page, 'Start')
  await page.getByRole('heading', { name: 'Your own document' }).waitFor()
  await assertSound(visit, 'adopt-version')
  const versionId = page.url().split('/').at(-1) ?? ''

  await page
    .getByLabel('The document')
    .setInputFiles({ name: 'order.md', mimeType: 'text/markdown', buffer: Buffer.from(document) })
  await press(page, 'Import it')
  await page.getByText('order.md, imported on').waitFor()
  assert.match(await focused(page), /^order.md, imported on/)
  await page
    .getByText(/provisions wait to be confirmed/)
    .first()
    .waitFor()
  await assertSound(visit, 'adopt-imported')

  await page.getByRole('link', { name: 'Review the fit' }).click()
  const jones = await town.signedIn('jones')
  const fit = async (): Promise<ReturnType<typeof fitSchema.parse>> =>
    fitSchema.parse((await jones.get(`/api/orders/${versionId}/fit`)).body)
  const before = await fit()
  const [first, second] = before.rows
  assert.ok(first && second)
  const heading = page.locator('#fit-heading')
  await heading.getByText(called(first)).waitFor()
  await assertSound(visit, 'adopt-fit')
  await page.getByText(`${before.undecided} left`).waitFor()
  await page.keyboard.press('j')
  await heading.getByText(called(second)).waitFor()
  await page.keyboard.press('k')
  await heading.getByText(called(first)).waitFor()
  await page.keyboard.press('Enter')
  await page.getByText(`${before.undecided - 1} left`).waitFor()
  await heading.getByText(called(second)).waitFor()
  const extra = before.rows.find(({ state }) => state === 'extra')
  assert.ok(extra?.text)
  await visit.goTo(`/adopt/${versionId}/fit?at=${encodeURIComponent(extra.citation)}`)
  await page.getByText(extra.text).waitFor()
  await page.getByLabel('Note for those who read').fill('We are proud of it.')
  await assertSound(visit, 'adopt-fit-extra')
  await press(page, 'Confirm')
  await page.getByText(`${before.undecided - 2} left`).waitFor()
  const decided = (await fit()).rows.filter((row) => row.decided !== null)
  assert.deepEqual(
    decided.map(({ decided: one }) => [one?.decision, one?.note]),
    [
      ['not-in-ours', null],
      ['ours-only', 'We are proud of it.'],
    ],
  )

  await visit.goTo(`/adopt/${versionId}/review`)
  await page.getByText(/provisions of your document are not confirmed yet/).waitFor()
  await assertSound(visit, 'adopt-not-ready')
  await visit.goTo(`/adopt/${versionId}/settings`)
  await page.getByLabel('Hours that a request may lie').fill('0')
  await page.getByLabel('Right answers that pass it').fill('6')
  await press(page, 'Save and go on')
  await page.getByText('Give a whole number from 1 to 720').first().waitFor()
  await page.getByText('More right answers than there are questions').first().waitFor()
  await assertSound(visit, 'adopt-settings')
  await page.getByLabel('Hours that a request may lie').fill('24')
  await page.getByLabel('Right answers that pass it').fill('3')
  await page.getByLabel('Where members find help').fill('The peer team, in confidence')
  await page
    .getByLabel('Counsel', { exact: true })
    .or(page.getByLabel(/^Counsel \(/))
    .first()
    .selectOption('kim')
  await press(page, 'Save and go on')
  await page.getByRole('heading', { name: 'Review and adopt' }).waitFor()
  await page.getByText('24', { exact: true }).waitFor()
  await page.getByText('The peer team, in confidence').waitFor()
  await visit.goTo(`/adopt/${versionId}/settings`)
  await press(page, 'Save and go on')
  await page.getByRole('heading', { name: 'Review and adopt' }).waitFor()
  await page.getByText('The peer team, in confidence').waitFor()
  assert.deepEqual(visit.faults, [])
})

test('what a draft is made of is adopted on a step-up, and becomes the order', async () => {
  const visit = await house.visit('diaz')
  const { page } = visit
  await visit.goTo('/adopt')
  await page.getByText('Hamden Police Department').click()
  await press(page, 'Start')
  await page.getByRole('link', { name: 'Review and adopt' }).click()
  await page.getByText('Nothing stands in the way of adopting it.').waitFor()
  await page.getByLabel('Who approved it').fill('Board of Police Commissioners')
  await page.getByLabel('Approved on').fill('2026-11-01')
  await page.getByLabel('Signed by').fill('Dan Diaz')
  await assertSound(visit, 'adopt-review')
  town.pass({ minutes: 6 })
  await press(page, 'Adopt it')
  await page.getByRole('heading', { name: 'Is it still you?' }).waitFor()
  await press(page, 'Do not go on')
  const versions = versionsSchema.parse((await (await town.signedIn('diaz')).get('/api/orders')).body).items
  assert.ok(
    versions.every(({ adoptedAt }) => adoptedAt === null),
    'nothing is adopted without the step-up',
  )

  const fresh = await house.visit('diaz')
  const draft = versions.find(({ pack }) => pack.startsWith('hamden'))
  await fresh.goTo(`/adopt/${draft?.versionId}/review`)
  await fresh.page.getByLabel('Who approved it').fill('Board of Police Commissioners')
  await fresh.page.getByLabel('Approved on').fill('2026-11-01')
  await fresh.page.getByLabel('Signed by').fill('Dan Diaz')
  await press(fresh.page, 'Adopt it')
  await fresh.page.getByText('approved by Board of Police Commissioners').waitFor()
  const order = readerSchema.parse((await (await town.signedIn('alvarez')).get('/api/order')).body)
  assert.equal(order.version.versionId, draft?.versionId)
  await fresh.goTo('/adopt')
  await fresh.page.getByText('In force', { exact: true }).waitFor()
  await assertSound(fresh, 'adopt-versions')
  await press(fresh.page, 'Español')
  const other = versions.find(({ pack }) => pack.startsWith('hartford'))
  for (const path of [
    '',
    `/${other?.versionId}`,
    `/${other?.versionId}/fit`,
    `/${other?.versionId}/settings`,
  ]) {
    await fresh.goTo(`/adopt${path}`)
    await assertSound(fresh, `es-adopt-${path.split('/').length}-${path.split('/').at(-1)?.slice(0, 8)}`)
  }
})

test('a version is given up once it was asked again, and leads back', async () => {
  const visit = await house.visit('jones')
  const { page } = visit
  await visit.goTo('/adopt')
  await page.getByText('Bridgeport Police Department').click()
  await press(page, 'Start')
  await page.getByRole('heading', { name: 'Your own document' }).waitFor()
  await press(page, 'Give this version up')
  const asked = page.getByRole('dialog')
  await asked.getByText('It can no longer be adopted').waitFor()
  await assertSound(visit, 'adopt-give-up')
  await asked.getByRole('button', { name: 'Keep it' }).click()
  await page.getByRole('heading', { name: 'Your own document' }).waitFor()
  await press(page, 'Give this version up')
  await asked.getByRole('button', { name: 'Give this version up' }).click()
  await page.getByText('This version was given up.').waitFor()
  assert.match(await focused(page), /^This version was given up/)
  await page.getByRole('link', { name: 'All versions' }).click()
  await page.getByText('Given up', { exact: true }).waitFor()
})

test('an officer does not prepare orders', async () => {
  const visit = await house.visit('alvarez')
  await visit.goTo('/adopt')
  await visit.page.getByText('This page is for others').waitFor()
  await assertSound(visit, 'adopt-not-for-you')
})
