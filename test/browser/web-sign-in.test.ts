import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { assertSound, openHouse, type Visit } from './visit.ts'

const house = await openHouse()
const { town } = house
const password = 'four quiet herons wade'
let seed = ''
let recoveryCodes: string[] = []

/** The code that the authenticator app would show now; the town's clock has then moved on, so that the next is another. */
function nextCode(): string {
  town.pass({ seconds: 30 })
  return new TOTP({ secret: Secret.fromBase32(seed) }).generate({ timestamp: Date.parse(town.now()) })
}

const heading = (page: Page): Promise<string> => page.locator('h1').innerText()

/** Presses Tab until the thing with the focus has this name. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const here = document.activeElement
      const label = here instanceof HTMLInputElement ? here.labels?.[0]?.textContent : here?.textContent
      return label?.trim()
    })
    if (focused === name) return
  }
  assert.fail(`the keyboard never reaches ${name}`)
}

async function signInByKeyboard({ page }: Visit): Promise<void> {
  await tabTo(page, 'E-mail address')
  await page.keyboard.type('alvarez@riverton.example')
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'The second step' }).waitFor()
  await page.keyboard.type(nextCode())
  await page.keyboard.press('Enter')
}

test('an invited member sets a password and an authenticator app, and is in', async () => {
  const jones = await house.visit('jones')
  await jones.goTo('/roster/alvarez')
  await jones.page.getByRole('button', { name: 'Make a link' }).click()
  const link = await jones.page.getByText('/invitation/').innerText()

  const visit = await house.visit()
  const { page } = visit
  await visit.goTo(new URL(link).pathname)
  await assertSound(visit, 'invitation')
  await page.getByText('This invitation is for Ana Alvarez.').waitFor()
  await page.getByRole('button', { name: 'Begin' }).click()
  const secret = page.locator('form .mono')
  seed = (await secret.innerText()).replaceAll(' ', '')
  await page.getByLabel('Password').fill('riverton')
  await page.getByRole('button', { name: 'Set it up' }).click()
  await page.getByRole('heading', { name: '2 things need your attention' }).waitFor()
  await assertSound(visit, 'invitation-problems')
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Show' }).click()
  assert.equal(await page.getByLabel('Password').getAttribute('type'), 'text')
  await page.getByRole('button', { name: 'Hide' }).click()
  await page.getByLabel('The six digits it shows now').fill(nextCode())
  await page.getByRole('button', { name: 'Set it up' }).click()
  await page.getByRole('heading', { name: 'You are signed in' }).waitFor()
  await page.getByText('Without your authenticator app each of these codes lets you in once').waitFor()
  assert.equal(await page.getByText('The old ones').count(), 0, 'there were none')
  recoveryCodes = await page.locator('.codes li').allInnerTexts()
  assert.equal(recoveryCodes.length, 10)
  await assertSound(visit, 'invitation-done')
  await page.getByRole('link', { name: 'To what waits for me' }).click()
  await page.getByRole('heading', { name: 'What waits for me' }).waitFor()
})

test('sign-in needs the keyboard only, and leads to where one was headed', async () => {
  const visit = await house.visit()
  await visit.goTo('/settings')
  assert.equal(await heading(visit.page), 'Sign in')
  await signInByKeyboard(visit)
  await visit.page.getByRole('heading', { level: 1, name: 'My sign-in' }).waitFor()
  assert.equal(await visit.page.evaluate(() => document.activeElement?.id), 'main')
  assert.deepEqual(visit.faults, [])
})

test('the first Tab offers to skip to the page', async () => {
  const { page, goTo } = await house.visit()
  await goTo('/sign-in')
  await tabTo(page, 'Skip to the page')
  await page.keyboard.press('Enter')
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'main')
})

test('a wrong password is refused in a sentence, and nothing empty is sent', async () => {
  const visit = await house.visit()
  const { page } = visit
  await visit.goTo('/sign-in')
  const sent: string[] = []
  page.on('request', (request) => sent.push(request.method()))
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByRole('link', { name: 'E-mail address: Fill this in' }).click()
  assert.ok(!sent.includes('POST'))
  await page.keyboard.type('alvarez@riverton.example')
  await page.getByLabel('Password').fill('not that one at all')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').waitFor()
  assert.match(await page.getByRole('alert').innerText(), /That did not work/)
  await assertSound(visit, 'sign-in-refused')
})

test('who comes back from the agency’s own sign-in with nothing is told why', async () => {
  const { page, goTo } = await house.visit()
  await goTo('/sign-in?oidc=unauthenticated')
  assert.match(await page.getByRole('alert').innerText(), /nobody on the roster has that address/)
})

test('a recovery code stands in for the authenticator app', async () => {
  const { page, goTo } = await house.visit()
  await goTo('/sign-in')
  await page.getByLabel('E-mail address').fill('alvarez@riverton.example')
  await page.getByLabel('Password').fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'I do not have my authenticator app' }).click()
  await page.getByLabel('Recovery code').fill(recoveryCodes[0] ?? '')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'What waits for me' }).waitFor()
})

test('a passkey is made, and signs in by itself', async () => {
  const visit = await house.visit()
  const { page, context } = visit
  const cdp = await context.newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  })
  await visit.goTo('/settings')
  await signInByKeyboard(visit)
  await page.getByLabel('A name for the new passkey').fill('my phone')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByRole('button', { name: 'Remove my phone' }).waitFor()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).first().waitFor()
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByRole('heading', { name: 'What waits for me' }).waitFor()
  assert.deepEqual(visit.faults, [])
})

test('before a grave step one shows again who one is, and the step is then taken', async () => {
  const visit = await house.visit()
  const { page } = visit
  await visit.goTo('/settings')
  await signInByKeyboard(visit)
  const make = page.getByRole('button', { name: 'Make ten new codes' })
  await make.waitFor()
  town.pass({ minutes: 6 })
  await make.click()
  const dialog = page.getByRole('dialog', { name: 'Is it still you?' })
  await dialog.waitFor()
  await assertSound(visit, 'confirm')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  assert.match(await page.getByRole('alert').innerText(), /that it is you/)
  assert.equal(await page.locator('.codes li').count(), 0)

  await make.click()
  await dialog.getByLabel('Password').fill(password)
  await dialog.getByLabel('Code of your').fill(nextCode())
  await dialog.getByRole('button', { name: 'Confirm' }).click()
  await page.locator('.codes li').first().waitFor()
  assert.equal(await page.locator('.codes li').count(), 10)
})

test('after half an hour without a sign of them, they sign in again and go on where they were', async () => {
  const visit = await house.visit('bell')
  const { page } = visit
  await visit.goTo('/roster')
  town.pass({ minutes: 31 })
  await page.getByRole('link', { name: 'Ana Alvarez' }).click()
  await page.getByText('signed out after 30 minutes').waitFor()
  assert.equal(new URL(page.url()).searchParams.get('to'), '/roster/alvarez')
  await assertSound(visit, 'sign-in-ended')
})

test('an unattended page is taken off the screen when its session locks', async () => {
  const visit = await house.visit('bell')
  const { page } = visit
  await page.clock.install()
  await visit.goTo('/roster/alvarez')
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  town.pass({ minutes: 29 })
  await page.clock.runFor('29:00')
  assert.deepEqual(asked, [], 'a page that nobody touches keeps its session alive')
  assert.equal(await heading(page), 'Ana Alvarez')
  town.pass({ minutes: 4 })
  await page.clock.runFor('04:00')
  await page.getByText('signed out after 30 minutes').waitFor()
  assert.equal(await page.getByText('Ana Alvarez').count(), 0)
})
