import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commentSchema, queueSchema } from '../../src/comments/schema.ts'
import { buildOfficialTown } from '../official-town.ts'
import { assertSound, openHouseOf, type Visit } from './visit.ts'

/** The walk of the README, from page to page, each step as its own person. */
const house = await openHouseOf(buildOfficialTown)
const { town } = house
const { bluesky } = town.fakes
const guilty = 'We caught the burglar of Elm Street. He is guilty and will be convicted.'
const mended = 'An arrest was made in the burglaries on Elm Street. Thank you to everybody who called.'
const attack = 'Officer Alvarez is a drooling idiot.'

const people = new Map<string, Visit>()
/** Somebody's browser, the same one in every step. */
async function as(name: string): Promise<Visit> {
  const visit = people.get(name) ?? (await house.visit(name === 'resident' ? undefined : name))
  people.set(name, visit)
  return visit
}

/** What anybody reads who asks for it, signed in nowhere. */
async function open(path: string): Promise<string> {
  const { body } = await town.app.inject({ url: path, headers: { host: town.agency.host } })
  return body
}

async function idIn({ page }: Visit, kind: string): Promise<string> {
  await page.waitForURL(new RegExp(`/${kind}/[0-9a-f-]{36}$`))
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

test('a page is proposed, and the Chief licenses it: it stands in the public register', async () => {
  const grant = await as('grant')
  const { page } = grant
  await grant.goTo('/accounts')
  await page.getByRole('link', { name: 'Propose a page' }).first().click()
  await page.getByLabel('Network').selectOption({ label: 'The department’s own site' })
  await page.getByLabel('Name of the account').fill('Riverton Police, traffic')
  await page.getByLabel('Address of the page').fill('https://traffic.riverton.example')
  await page.getByLabel('Purpose').fill('Roads that are closed, and since when.')
  await page.getByLabel('For whom it is made').fill('Whoever drives through Riverton.')
  await page.getByLabel('Official site').fill('https://www.riverton.example/police')
  await page.getByLabel('Contact', { exact: true }).fill('203-555-0100')
  await page.getByLabel('Somebody else').selectOption('jones')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('button', { name: 'Use the offered words for all notices' }).click()
  await page.getByText('Nothing lacks. It can be proposed.').waitFor()
  await page.getByLabel('Why it is wanted').fill('Drivers ask us every morning.')
  await page.getByRole('button', { name: 'Propose it' }).click()
  await page.getByText('It is not licensed.').waitFor()
  const accountId = await idIn(grant, 'accounts')

  const chief = await as('diaz')
  await chief.goTo('/')
  await chief.page
    .getByRole('link', { name: /Riverton Police, traffic/ })
    .first()
    .click()
  await chief.page.getByRole('button', { name: 'Approve', exact: true }).click()
  await chief.page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click()
  await chief.page.getByText('There is nothing for you to do here now.').waitFor()
  await grant.goTo(`/accounts/${accountId}`)
  await page.getByText('Live', { exact: true }).first().waitFor()
  const resident = await as('resident')
  await resident.goTo('/public/pages')
  await resident.page.getByText('Riverton Police, traffic').first().waitFor()
  await assertSound(resident, 'official-register')
})

let postId = ''

test('a post that breaks a provision is refused, mended, approved: on the site, in the feeds, on the networks', async () => {
  const grant = await as('grant')
  const { page } = grant
  await grant.goTo('/posts')
  await page.getByRole('link', { name: 'Write a post' }).click()
  await page.getByLabel('The words in English').fill(guilty)
  const { site } = town.accounts
  for (const handle of [site.handle, 'riverton.example'])
    await page.locator('label', { hasText: new RegExp(`^${handle} \\(`) }).click()
  const margin = page.getByRole('complementary', { name: 'While you write' })
  await margin.getByText('IV.B.2.c', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Keep as a draft and look it over' }).click()
  postId = await idIn(grant, 'posts')
  await page.getByRole('button', { name: 'Submit for review' }).click()
  await page.getByText(/The order does not let this be said/).waitFor()
  await page.getByRole('link', { name: 'Change it' }).click()
  await page.getByLabel('The words in English').fill(mended)
  await page.getByText('Nothing stands against submitting it.').waitFor()
  await page.getByRole('button', { name: 'Keep as a draft and look it over' }).click()
  await idIn(grant, 'posts')
  await page.getByRole('button', { name: 'Submit for review' }).click()
  await page.getByText('Waits for approval').first().waitFor()

  const chief = await as('diaz')
  await chief.goTo('/')
  await chief.page
    .getByRole('link', { name: /An arrest was made/ })
    .first()
    .click()
  await chief.page.getByRole('button', { name: 'Approve', exact: true }).click()
  const dialog = chief.page.getByRole('dialog')
  await dialog.getByLabel('What you weighed').fill('It names nobody.')
  await dialog.getByRole('button', { name: 'Approve' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await town.app.deliverSoon(town.agency)

  const resident = await as('resident')
  await resident.goTo('/public')
  await assertSound(resident, 'official-front')
  await resident.page
    .getByRole('link', { name: /An arrest was made/ })
    .first()
    .click()
  await resident.page.getByText('Thank you to everybody who called.').first().waitFor()
  assert.equal(new URL(resident.page.url()).pathname, `/public/posts/${postId}`)
  await assertSound(resident, 'official-post')
  for (const kind of ['atom', 'rss', 'json'])
    assert.match(await open(`/public/feeds/posts.${kind}`), /An arrest was made in the burglaries/, kind)
  assert.ok([...bluesky.wall.posts.values()].some(({ text }) => text.startsWith(mended)))
})

test('a resident’s comment is hidden with its ground; its writer appeals by the receipt; somebody else decides', async () => {
  const onNetwork = await (await house.browser.newContext()).newPage()
  await onNetwork.goto(bluesky.url)
  const post = onNetwork.locator('article', { hasText: mended }).first()
  await post.getByLabel('Your reply').fill(attack)
  await post.getByRole('button', { name: 'Reply' }).click()
  await onNetwork.getByText(attack).waitFor()

  const ito = await as('ito')
  const { page } = ito
  await ito.goTo('/comments')
  await page.getByRole('button', { name: 'Look for new ones now' }).click()
  await page.getByText(/1 new version captured/).waitFor()
  await page.getByRole('button', { name: attack }).click()
  const one = page.getByRole('article')
  await one.getByRole('button', { name: 'Hide', exact: true }).click()
  await one.getByText('Personal attack', { exact: true }).first().click()
  await one.getByLabel('Reason', { exact: true }).fill('It insults a person, and says nothing of the post.')
  await one.getByRole('button', { name: 'Hide', exact: true }).click()
  await one.getByText('Hidden by Ines Ito for Personal attack').waitFor()
  await town.app.deliverSoon(town.agency)

  await onNetwork.reload()
  await onNetwork.getByText(/hidden by the page/).waitFor()
  const receipt = await onNetwork.getByText(/\/public\/appeal\//).textContent()
  const [, path] = /(\/public\/appeal\/[\w-]+)/.exec(receipt ?? '') ?? []
  assert.ok(path, 'the receipt tells where to appeal')
  const resident = await as('resident')
  await resident.goTo(path)
  await resident.page.getByRole('textbox').fill('I was angry, and I said so. Nobody was named before.')
  await resident.page.getByRole('button').click()
  await resident.page.getByText(/Your appeal was received/).waitFor()

  const chief = await as('diaz')
  await chief.goTo('/')
  await chief.page.getByRole('link', { name: /an appeal against a hidden comment/i }).click()
  await chief.page.getByText('Restore', { exact: true }).first().click()
  await chief.page.getByLabel('Why').fill('It is rude; it stays within what a resident may say.')
  await chief.page.getByRole('button', { name: 'Decide' }).click()
  await chief.page.getByText('No appeal waits.').waitFor()
  await town.app.deliverSoon(town.agency)
  await onNetwork.reload()
  await onNetwork.getByText(/hidden by the page/).waitFor({ state: 'detached' })
  const { body } = await (await town.signedIn('ito')).get('/api/comments?state=restored')
  const [restored] = queueSchema.parse(body).items
  const whole = await (await town.signedIn('ito')).get(`/api/comments/${restored?.commentId}`)
  assert.equal(commentSchema.parse(whole.body).hidings[0]?.appeal?.state, 'restored')
  await resident.goTo('/public/moderation')
  assert.ok(!(await resident.page.content()).includes('drooling'))
})

test('a road closure goes out on one sign-off, stands on the site and in CAP, and is cancelled', async () => {
  const grant = await as('grant')
  const { page } = grant
  await grant.goTo('/notices')
  await page.getByRole('link', { name: 'Write a notice' }).click()
  await page.getByRole('link', { name: 'Road closure' }).click()
  await page.getByLabel('Road', { exact: true }).fill('Mill Lane')
  await page.getByLabel('Direction').selectOption('both')
  await page.getByLabel('Reason').selectOption('crash')
  await page.getByLabel('The area in words, in English').fill('Mill Lane by the river')
  await page.getByLabel('The area in words, in Spanish').fill('Mill Lane junto al río')
  await page.getByText('Nothing lacks.').waitFor()
  await page.getByRole('button', { name: 'Keep it and look it over' }).click()
  const noticeId = await idIn(grant, 'notices')
  await page.getByRole('button', { name: 'Publish on one sign-off' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Publish on one sign-off' }).click()
  await page.getByText('In force', { exact: true }).waitFor()
  await town.app.deliverSoon(town.agency)

  const resident = await as('resident')
  await resident.goTo('/public')
  await resident.page.getByRole('link', { name: /Mill Lane closed/ }).click()
  await assertSound(resident, 'official-notice')
  const cap = `/public/notices/${noticeId}/cap.xml`
  assert.match(await open(cap), /<msgType>Alert<\/msgType>/)

  await page.getByRole('button', { name: 'Cancel the notice' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the notice' }).click()
  await page.getByRole('dialog').getByLabel('Why it is cancelled').fill('The road is open again.')
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the notice' }).click()
  await page.getByText('Cancelled', { exact: true }).first().waitFor()
  await town.app.deliverSoon(town.agency)
  assert.match(await open(cap), /<msgType>Cancel<\/msgType>/)
  await resident.goTo('/public')
  await resident.page.getByText(/Mill Lane closed/).waitFor({ state: 'detached' })
})
