import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { accountsSchema, accountSchema, type AccountView } from '../../src/accounts/schema.ts'
import { due } from '../../src/accounts/due.ts'
import { startBluesky } from '../../src/accounts/fakes/bluesky.ts'
import { after } from 'node:test'
import { now } from '../../src/platform/clock.ts'
import { adoptIn } from '../adopted-town.ts'
import { askingIn } from '../asking.ts'
import { noticesIn, pageSaid, propose } from '../official-town.ts'
import { assertSound, openHouse } from './visit.ts'

const profile = {
  handle: 'riverton.example',
  password: 'app-pass-word',
  name: 'Riverton Police',
  description: '',
}
const bluesky = await startBluesky([profile], now)
after(() => bluesky.stop())
const house = await openHouse({ allow: [bluesky.host] })
const { town } = house
await adoptIn(town, 'hartford-3-01a')
const people = askingIn(town)

async function seen(accountId: string): Promise<AccountView> {
  return accountSchema.parse((await (await town.signedIn('grant')).get(`/api/accounts/${accountId}`)).body)
}
async function only(): Promise<string> {
  const { items } = accountsSchema.parse((await (await town.signedIn('grant')).get('/api/accounts')).body)
  return items[0]?.accountId ?? ''
}

test('a page is proposed from an empty list; what the order says of it stands beside as it is filled in', async () => {
  const visit = await house.visit('grant')
  const { page } = visit
  await visit.goTo('/accounts')
  await page.getByText('The department has no official page yet.').waitFor()
  await assertSound(visit, 'accounts-empty')
  await page.getByRole('link', { name: 'Propose a page' }).click()
  await page.getByRole('heading', { name: 'What the order says' }).waitFor()
  const beside = page.getByRole('region', { name: 'What the order says' })
  await beside.getByText('IV.B.5', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Propose it' }).click()
  await page.getByText(/things need your attention/).waitFor()
  await assertSound(visit, 'accounts-new-faults')
  await page.getByLabel('Network').selectOption({ label: 'Bluesky' })
  await page.getByText('It begins with https://bsky.app/profile/').waitFor()
  await page.getByLabel('Name of the account').fill(profile.handle)
  await page.getByLabel('Address of the page').fill('http://riverton.example')
  await page.getByLabel('Purpose').fill('News, notices and advice.')
  await page.getByLabel('For whom it is made').fill('Everybody in Riverton.')
  await beside.getByText(/has to begin with https/).waitFor()
  await page.getByLabel('Address of the page').fill(`${bluesky.url}/profile/${profile.handle}`)
  await page.getByLabel('Server that Decorum talks to').fill(bluesky.url)
  await page.getByLabel('Official site').fill('https://www.riverton.example/police')
  await page.getByLabel('Contact', { exact: true }).fill('203-555-0100')
  await page.getByText('It shows the department’s imagery').click()
  await beside.getByText(/1 of 2 who hold the key/).waitFor()
  await page.getByLabel('Somebody else').selectOption('jones')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('button', { name: 'Use the offered words for all notices' }).click()
  await beside.getByText('Nothing lacks. It can be proposed.').waitFor()
  await beside.getByText('Then the Chief or a designee of the Chief decides (IV.B.1).').waitFor()
  const monitoring = page.getByRole('group', { name: 'Comments are monitored' })
  await monitoring.getByText('It does not stand on the page').click()
  await monitoring.getByText('The order lets no reason excuse it.').waitFor()
  await beside.getByText('IV.B.5', { exact: true }).waitFor()
  await assertSound(visit, 'accounts-new-barred')
  await monitoring.getByText('It does not stand on the page').click()
  await page.getByLabel('Why it is wanted').fill('Residents are there.')
  await page.getByText(/All notices together: \d+ characters/).waitFor()
  await assertSound(visit, 'accounts-new')
  await page.getByRole('button', { name: 'Propose it' }).click()
  await page.getByText('It is not licensed.').waitFor()
  await assertSound(visit, 'accounts-proposed')
  const view = await seen(await only())
  assert.deepEqual(
    [
      view.state,
      view.page.imagery,
      view.administrators.map(({ memberId }) => memberId),
      view.page.notices.length,
    ],
    ['proposed', true, ['grant', 'jones'], 7],
  )
  assert.match(view.page.notices[0]?.wording.en ?? '', /official page of the riverton Police Department/)
})

test('the Chief approves it with its whole statement before him; its key is given and never seen again', async () => {
  const accountId = await only()
  const { statements } = await seen(accountId)
  const chief = await house.visit('diaz')
  await chief.goTo(`/requests/${statements[0]?.requestId}`)
  await chief.page
    .getByText(/Official page on Bluesky: riverton\.example/)
    .first()
    .waitFor()
  await assertSound(chief, 'accounts-request')
  await chief.page.getByRole('button', { name: 'Approve', exact: true }).click()
  await chief.page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click()
  await chief.page.getByText('There is nothing for you to do here now.').waitFor()
  const visit = await house.visit('jones')
  const { page } = visit
  await visit.goTo(`/accounts/${accountId}`)
  await page.getByText('Nobody has given its key yet, so nothing can be published').waitFor()
  await page.getByText('The Chief permitted it on this page.').waitFor()
  await page.getByRole('button', { name: 'Give the key' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('password').fill('a wrong one')
  await assertSound(visit, 'accounts-key')
  await dialog.getByRole('button', { name: 'Give the key' }).click()
  await dialog.getByText(/This key does not open the page/).waitFor()
  await dialog.getByLabel('password').fill(profile.password)
  await dialog.getByRole('button', { name: 'Give the key' }).click()
  await page.getByText('Good', { exact: true }).waitFor()
  assert.ok(!(await page.content()).includes(profile.password))
  await assertSound(visit, 'accounts-live')
})

test('a notice that the page lost is shown with its date, and put back', async () => {
  const accountId = await only()
  const { page: said } = await seen(accountId)
  profile.description = noticesIn(said)
  const visit = await house.visit('jones')
  const { page } = visit
  await visit.goTo(`/accounts/${accountId}`)
  await page.getByRole('button', { name: 'Read it now' }).click()
  await page.getByText('Every notice').waitFor()
  profile.description = profile.description.replace(/Comments on this page are monitored[^\n]*/, '')
  await page.getByRole('button', { name: 'Read it now' }).click()
  await page.getByText('Lacking: Comments are monitored (English)').waitFor()
  await page.getByText('Lost from the page').waitFor()
  await page.getByRole('button', { name: 'Let publishing wait' }).click()
  await page.getByText('Publishing through the page waits until it is back.').waitFor()
  await page.getByText(/Publishing waits: the page riverton\.example does not show a notice/).waitFor()
  await assertSound(visit, 'accounts-lost')
  await visit.goTo('/accounts')
  await page.getByText('something lacks').waitFor()
  await assertSound(visit, 'accounts-list')
  profile.description = noticesIn(said)
  await visit.goTo(`/accounts/${accountId}`)
  await page.getByRole('button', { name: 'Read it now' }).click()
  await page.getByText(/Publishing waits:/).waitFor({ state: 'detached' })
})

test('successors are named, what stands on it is reviewed, its licence asked for anew, and it is closed', async () => {
  const accountId = await only()
  const visit = await house.visit('jones')
  const { page } = visit
  await visit.goTo(`/accounts/${accountId}`)
  await page.getByRole('button', { name: 'Change who runs it' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Remove Gus Grant' }).click()
  await dialog.getByLabel('Why').fill('Grant moves to patrol.')
  await dialog.getByRole('button', { name: 'Change who runs it' }).click()
  await dialog.getByText(/only one holds the key; a page needs two/i).waitFor()
  await dialog.getByLabel('Somebody else').selectOption('ito')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await assertSound(visit, 'accounts-people')
  await dialog.getByRole('button', { name: 'Change who runs it' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByText('Ines Ito').waitFor()
  await page.getByText('Nothing of Decorum’s stands on it now.').click()
  await page.getByLabel('What you found, and what was done').fill('Nothing is there yet.')
  await page.getByRole('button', { name: 'I looked through it' }).click()
  await page.getByText('Nothing is there yet.').waitFor()
  await page.getByRole('link', { name: 'Ask for its licence anew' }).click()
  await page.getByText('Nothing lacks. It can be proposed.').waitFor()
  await assertSound(visit, 'accounts-again')
  await page.getByLabel('Purpose').fill('News only.')
  await page.getByLabel('Why it is wanted').fill('Another year.')
  await page.getByRole('button', { name: 'Ask for it' }).click()
  await page.getByRole('heading', { name: 'Proposals' }).waitFor()
  assert.deepEqual(
    (await seen(accountId)).statements.map(({ state, isInForce }) => [state, isInForce]),
    [
      ['awaiting-decision', false],
      ['approved', true],
    ],
  )
  await page.getByRole('button', { name: 'Close the page' }).click()
  await dialog.getByLabel('Why it is closed').fill('Nobody reads it.')
  await dialog.getByRole('button', { name: 'Close the page' }).click()
  await page.getByText('Nobody reads it.').waitFor()
  await assertSound(visit, 'accounts-closed')
})

test('a resident reads the register and reports a false page, without a script; it is closed with what was done', async () => {
  const { requestId } = await propose(people, pageSaid())
  await people.moves('diaz', requestId, 'approve')
  const context = await house.browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 320, height: 800 },
  })
  const page = await context.newPage()
  await page.goto(`${house.origin}/public/pages`)
  await page.getByRole('heading', { name: 'Pages no longer in use' }).waitFor()
  await page.getByLabel('Address of the page').fill('https://facebook.example/RivertonP0lice')
  await page.getByLabel('What you saw').fill('It asks for gift cards.')
  await page.getByRole('button', { name: 'Send the report' }).click()
  await page.getByText('Your report was received.').waitFor()
  await context.close()
  const resident = await house.visit()
  await resident.goTo('/public/pages')
  await assertSound(resident, 'public-pages')
  await resident.goTo('/public/pages?lang=es')
  await assertSound(resident, 'public-pages-es')
  const visit = await house.visit('ito')
  await visit.goTo('/')
  await visit.page.getByRole('link', { name: 'https://facebook.example/RivertonP0lice' }).click()
  await visit.page.getByText('It asks for gift cards.').waitFor()
  await assertSound(visit, 'impostors')
  await visit.page.getByRole('button', { name: 'Close it' }).click()
  const dialog = visit.page.getByRole('dialog')
  await dialog.getByLabel('What was found or done').fill('Facebook removed it.')
  await dialog.getByRole('button', { name: 'Close it' }).click()
  await visit.page.getByText('Closed by Ines Ito').waitFor()
})

test('everything is there in Spanish too, and a page that is not there is refused in a sentence', async () => {
  await due(town.db, town.agency, town.now(), town.app.house)
  const { items } = accountsSchema.parse((await (await town.signedIn('grant')).get('/api/accounts')).body)
  const site = z.string().parse(items.find(({ network }) => network === 'site')?.accountId)
  const visit = await house.visit('grant')
  const { page } = visit
  await visit.goTo('/accounts')
  await page.getByRole('button', { name: 'Español' }).click()
  await page.getByRole('heading', { name: 'Páginas oficiales' }).waitFor()
  await assertSound(visit, 'es-accounts')
  await visit.goTo(`/accounts/${site}`)
  await page.getByText('Todos los avisos').waitFor()
  await assertSound(visit, 'es-account')
  await visit.goTo('/accounts/new')
  await page.getByText('Qué falta todavía').waitFor()
  await assertSound(visit, 'es-accounts-new')
  await visit.goTo('/accounts/0190a1b2-0000-7000-8000-000000000000')
  await page.getByText('No existe esa página.').waitFor()
  await assertSound(visit, 'accounts-none')
})
