import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { readerSchema } from '../../src/adoption/schema.ts'
import { movedSchema, requestSchema, type RequestView } from '../../src/permissions/schema.ts'
import { adoptIn } from '../adopted-town.ts'
import { assertFits, assertSound, narrow, openHouse, photograph, wide } from './visit.ts'

const house = await openHouse()
const { town } = house
await adoptIn(town, 'hartford-3-01a', {
  deskHours: 48,
  decisionDays: 7,
  appealTo: { title: 'Town Manager', memberId: 'lopez' },
  counsel: { memberId: 'kim' },
})

// A red pixel.
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)
const selfie = 'Ready for the late shift at the Riverton Police Department.'

/** A request that was made and moved by others, without a browser. */
async function asked(moves: readonly (readonly [string, string, object?])[], content = {}): Promise<string> {
  const alvarez = await town.signedIn('alvarez')
  const { body } = await alvarez.post('/api/requests', {
    matter: 'identification',
    content: { text: selfie, from: '2026-11-21', to: '2027-03-31', why: 'For my family.', ...content },
  })
  const { requestId } = movedSchema.parse(body)
  for (const [who, move, rest] of moves) {
    const person = await town.signedIn(who)
    const { version } = await seen(requestId)
    const path = `/api/requests/${requestId}`
    const answer = await (move === 'consent'
      ? person.post(`${path}/consent`, { version, agrees: true })
      : person.post(`${path}/move`, { move, version, ...rest }))
    assert.equal(answer.status, 200, JSON.stringify(answer.body))
  }
  return requestId
}
async function seen(requestId: string): Promise<RequestView> {
  return requestSchema.parse((await (await town.signedIn('alvarez')).get(`/api/requests/${requestId}`)).body)
}
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click()

test('an officer asks with exact words and a picture, looks it over, and submits it', async () => {
  const visit = await house.visit('alvarez')
  const { page } = visit
  await visit.goTo('/requests')
  await page.getByText('You have asked for nothing yet.').waitFor()
  await assertSound(visit, 'requests-empty')
  await page.getByRole('link', { name: 'Ask for permission or an opinion' }).click()
  await press(page, 'Keep as a draft and look it over')
  await page.getByText('1 thing needs your attention').waitFor()
  await page.getByText('It goes up your chain of command: 2 desks, up to 48 hours each').waitFor()
  await page.getByText('Be recognised as one of the department').click()
  await page.getByLabel('The words, exactly as they would stand').fill(selfie)
  await page
    .getByLabel('Pictures', { exact: true })
    .setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: png })
  await page.getByLabel('What it shows, for people').fill('Me in uniform, beside the car')
  await page.getByText('What can be seen in it').click()
  await page.getByText('A uniform', { exact: true }).click()
  await page.getByLabel('To (the last day)').fill('2026-11-01')
  await page.getByLabel('Why you ask').fill('My family asked for a picture.')
  await press(page, 'See what the order says')
  await page.getByText('IV.A.16', { exact: true }).waitFor()
  await press(page, 'Keep as a draft and look it over')
  await page.getByText('The last day is before the first').first().waitFor()
  await page.getByLabel('To (the last day)').fill('2027-03-31')
  await assertSound(visit, 'requests-new')
  await press(page, 'Keep as a draft and look it over')
  await page.getByRole('heading', { name: 'What exactly is asked' }).waitFor()
  await page.getByRole('img', { name: 'Me in uniform, beside the car' }).waitFor()
  await assertSound(visit, 'requests-draft')
  await press(page, 'Submit')
  await page.getByText('It lies here').waitFor()
  const requestId = page.url().split('/').at(-1) ?? ''
  const { state, content, desks } = await seen(requestId)
  assert.equal(state, 'awaiting-endorsement')
  assert.deepEqual(
    { text: content.text, shows: content.pictures.map(({ shows }) => shows), to: content.to },
    { text: selfie, shows: [['depicts.uniform']], to: '2027-03-31' },
  )
  assert.deepEqual(
    await page.locator('.desks strong:first-child').allInnerTexts(),
    desks.map(({ title }) => title),
  )
  await assertSound(visit, 'requests-submitted')
})

test('a supervisor finds it on his desk; when another moved it meanwhile, the page says who', async () => {
  const requestId = await asked([['alvarez', 'submit']])
  const visit = await house.visit('bell')
  const { page } = visit
  await visit.goTo('/requests')
  await page.getByRole('heading', { name: 'On my desk' }).waitFor()
  await assertSound(visit, 'requests-desk')
  await visit.goTo(`/requests/${requestId}`)
  const other = await visit.context.newPage()
  await other.goto(`${house.origin}/requests/${requestId}`)
  await press(other, 'Endorse')
  await other.getByRole('dialog').getByRole('button', { name: 'Endorse' }).click()
  await other.getByText('There is nothing for you to do here now.').waitFor()
  await press(page, 'Return with remarks')
  await page.getByLabel('Remarks for the author').fill('Leave out the car.')
  await assertSound(visit, 'requests-return-dialog')
  await page.getByRole('dialog').getByRole('button', { name: 'Return with remarks' }).click()
  await page.getByText('It was changed meanwhile by Ben Bell').waitFor()
  assert.equal((await seen(requestId)).state, 'awaiting-endorsement')
  await assertSound(visit, 'requests-conflict')
})

test('a disapproval names a provision, found by a word of it, and is appealed', async () => {
  const requestId = await asked([
    ['alvarez', 'submit'],
    ['bell', 'endorse'],
    ['chen', 'endorse'],
  ])
  const visit = await house.visit('diaz')
  const { page } = visit
  await visit.goTo(`/requests/${requestId}`)
  await press(page, 'Disapprove')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('The reason').fill('The patch can be read.')
  await dialog.getByLabel('The provision that it rests on').fill('IV.Z.9')
  await dialog.getByRole('button', { name: 'Disapprove' }).click()
  await dialog.getByText('The order has no provision of that citation').first().waitFor()
  const { provisions } = readerSchema.parse((await (await town.signedIn('diaz')).get('/api/order')).body)
  assert.ok(provisions.length > 60, 'every provision may be chosen')
  await page
    .locator('datalist option')
    .nth(provisions.length - 1)
    .waitFor({ state: 'attached' })
  await dialog.getByLabel('The provision that it rests on').fill('IV.A.16')
  await dialog.locator('output').getByText(/./).waitFor()
  await assertSound(visit, 'requests-disapprove')
  await dialog.getByRole('button', { name: 'Disapprove' }).click()
  await page.getByText('There is nothing for you to do here now.').waitFor()
  const { state, steps } = await seen(requestId)
  assert.deepEqual([state, steps.at(-1)?.citation], ['disapproved', 'IV.A.16'])

  const author = await house.visit('alvarez')
  await author.goTo(`/requests/${requestId}`)
  await press(author.page, 'Appeal')
  await author.page.getByLabel('Why the answer should be another').fill('It is no patch, it is a tree.')
  await author.page.getByRole('dialog').getByRole('button', { name: 'Appeal' }).click()
  await author.page.getByText('On appeal').first().waitFor()
  assert.equal((await seen(requestId)).state, 'on-appeal')
})

test('a colleague who is shown agrees; what was returned is changed and submitted again', async () => {
  const requestId = await asked([['alvarez', 'submit']], { coworkers: ['grant'] })
  const grant = await house.visit('grant')
  await grant.goTo('/requests')
  await grant.page.getByRole('heading', { name: 'My consent is asked' }).waitFor()
  await grant.goTo(`/requests/${requestId}`)
  await press(grant.page, 'I agree')
  await grant.page.getByRole('dialog').getByRole('button', { name: 'I agree' }).click()
  await grant.page.getByText('There is nothing for you to do here now.').waitFor()
  await assertSound(grant, 'requests-consent')
  const bell = await town.signedIn('bell')
  const { version } = await seen(requestId)
  const returned = await bell.post(`/api/requests/${requestId}/move`, {
    move: 'return',
    version,
    remarks: 'Say that it is your own view.',
  })
  assert.equal(returned.status, 200)

  const visit = await house.visit('alvarez')
  const { page } = visit
  await visit.goTo(`/requests/${requestId}`)
  await page.getByText('Say that it is your own view.').waitFor()
  await page.getByRole('link', { name: 'Change it' }).click()
  await page.getByLabel('The words, exactly').fill(`${selfie} My own view.`)
  await press(page, 'Remove Gus Grant')
  await page.getByLabel('Find somebody').fill('Hale')
  await press(page, 'Add Sergeant Hana Hale')
  await assertSound(visit, 'requests-edit')
  await press(page, 'Keep the changes')
  await press(page, 'Submit again')
  await page.getByText('not answered yet').waitFor()
  const { content, consents } = await seen(requestId)
  assert.equal(content.text, `${selfie} My own view.`)
  assert.deepEqual(
    consents.map(({ member, answer }) => [member.memberId, answer]),
    [['hale', null]],
  )
})

test('the register shows a permission with its letter; the Chief revokes it, its holder asks anew', async () => {
  const requestId = await asked([
    ['alvarez', 'submit'],
    ['bell', 'endorse'],
    ['chen', 'endorse'],
    ['diaz', 'approve', { conditions: 'Only while off duty.' }],
  ])
  const { permissionId } = await seen(requestId)
  const holder = await house.visit('alvarez')
  await holder.goTo('/register?state=in-force')
  await holder.page.getByRole('link', { name: 'Be recognised as one of the department' }).click()
  await holder.page.getByText('Only while off duty.').waitFor()
  await assertSound(holder, 'register-one')
  const letter = await holder.page.getByRole('link', { name: 'Letter (PDF)' }).getAttribute('href')
  const type = await holder.page.evaluate(
    async (href) => (await fetch(href)).headers.get('content-type'),
    letter ?? '',
  )
  assert.equal(type, 'application/pdf')

  const visit = await house.visit('diaz')
  const { page } = visit
  await visit.goTo('/register')
  await page.getByText(selfie).waitFor()
  await assertSound(visit, 'register')
  await visit.goTo(`/register/${permissionId}`)
  await press(page, 'Revoke it')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('The reason').fill('The picture was used in an advertisement.')
  await dialog.getByLabel('The provision that it rests on').fill('IV.A.16')
  await dialog.getByRole('button', { name: 'Revoke it' }).click()
  await page.getByRole('heading', { name: 'How it ended' }).waitFor()
  await assertSound(visit, 'register-revoked')

  await holder.goTo(`/register/${permissionId}`)
  await press(holder.page, 'Ask for it anew')
  await holder.page.getByText('It renews an earlier permission.').waitFor()
  assert.deepEqual(holder.faults, [])
})

test('what was typed outlives a reload and a session that ended, and is gone once it is sent or they sign out', async () => {
  const visit = await house.visit('alvarez')
  const { page } = visit
  const words = page.getByLabel('The words, exactly as they would stand')
  const note = page.getByText('This is what you wrote here before.')
  await visit.goTo('/requests/new?matter=identification')
  assert.equal(await note.count(), 0)
  await words.fill('Proud of my squad.')
  await page.getByLabel('Why you ask').fill('My mother wants to show it.')
  await page.reload()
  await note.waitFor()
  assert.equal(await words.inputValue(), 'Proud of my squad.')
  assert.equal(await page.getByLabel('Why you ask').inputValue(), 'My mother wants to show it.')
  await assertSound(visit, 'requests-kept')
  await town.db
    .updateTable('session')
    .set({ endedAt: town.now() })
    .where('memberId', '=', 'alvarez')
    .execute()
  await page.reload()
  await page.waitForURL('**/sign-in**')
  const [name = '', value = ''] = (await town.signedIn('alvarez')).cookie.split('=')
  await visit.context.addCookies([{ name, value, url: house.origin }])
  await visit.goTo('/requests/new')
  assert.equal(await words.inputValue(), 'Proud of my squad.')
  await press(page, 'Begin anew')
  await note.waitFor({ state: 'detached' })
  await page.getByText('Be recognised as one of the department').click()
  assert.equal(await words.inputValue(), '')
  await words.fill('Another one.')
  await press(page, 'Sign out')
  await page.waitForURL('**/sign-in')
  assert.equal(await page.evaluate(() => JSON.stringify(sessionStorage).includes('Another one')), false)
})

test('a word of 300 letters widens no page', async () => {
  const [letter, name] = ['W'.repeat(300), 'W'.repeat(120)]
  const jones = await town.signedIn('jones')
  const member = {
    name,
    unit: 'W'.repeat(80),
    rank: 'W'.repeat(60),
    badge: 'W'.repeat(20),
    kind: 'civilian',
    from: '2026-01-01',
  }
  const { status, body } = await jones.post('/api/members', member)
  assert.equal(status, 200, JSON.stringify(body))
  const requestId = await asked(
    [
      ['alvarez', 'submit'],
      ['bell', 'return', { remarks: letter }],
    ],
    { text: letter, why: letter },
  )
  const pages = {
    alvarez: ['/', '/requests', `/requests/${requestId}`, `/requests/${requestId}/edit`, '/self-check'],
    jones: ['/roster', '/positions'],
    bell: ['/requests?whose=all'],
  }
  for (const [who, paths] of Object.entries(pages)) {
    const visit = await house.visit(who)
    for (const path of paths) {
      await visit.goTo(path)
      if (path === '/self-check') {
        await visit.page.getByLabel('What you would write').fill(`He is guilty ${letter}`)
        await visit.page.locator('.draft__mark--barred').first().waitFor()
      } else if (path !== '/positions')
        await visit.page.getByText('WWWWWW').first().waitFor({ state: 'attached' })
      for (const width of [wide, narrow]) {
        await visit.page.setViewportSize({ width, height: 900 })
        await photograph(visit.page, `wide-word-${who}${path.replaceAll(/\W+/g, '-')}-${width}`)
        await assertFits(visit.page, path)
      }
    }
    await visit.context.close()
  }
})

test('the self-check tells what the department said in advance of these very words', async () => {
  const text = 'Ready for the late shift at the Riverton Police Department, and glad of it.'
  const alvarez = await town.signedIn('alvarez')
  const made = await alvarez.post('/api/requests', {
    kind: 'opinion',
    content: { text, from: '2026-11-21', to: '2027-03-31', why: 'I would like to know.' },
  })
  const { requestId } = movedSchema.parse(made.body)
  for (const [who, move, rest] of [
    ['alvarez', 'submit', {}],
    ['diaz', 'allow', { remarks: 'It says nothing of your duty.' }],
  ] as const) {
    const person = await town.signedIn(who)
    const { version } = await seen(requestId)
    const answer = await person.post(`/api/requests/${requestId}/move`, { move, version, ...rest })
    assert.equal(answer.status, 200, JSON.stringify(answer.body))
  }
  const visit = await house.visit('alvarez')
  const { page } = visit
  await visit.goTo('/self-check')
  await page.getByLabel('What you would write').fill(text)
  await page.getByText('said in advance of exactly this: it is allowed').waitFor()
  await page.getByText('It says nothing of your duty.').waitFor()
  await assertSound(visit, 'self-check-told-before')
  await page.getByLabel('What you would write').fill(`${text} Honest.`)
  await page.getByText('said in advance').waitFor({ state: 'detached' })
})

test('everything is there in Spanish too', async () => {
  const visit = await house.visit('bell')
  const { page } = visit
  await visit.goTo('/requests')
  await press(page, 'Español')
  await page.getByRole('heading', { name: 'Solicitudes' }).waitFor()
  for (const path of ['/requests?whose=all', '/requests/new', '/register']) {
    await visit.goTo(path)
    await assertSound(visit, `es${path.replaceAll(/\W+/g, '-')}`)
  }
  await visit.goTo('/requests?whose=all')
  await page.locator('tbody a').first().click()
  await page.getByRole('heading', { name: 'Qué se pide exactamente' }).waitFor()
  await assertSound(visit, 'es-request')
})

test('a request that is not there is refused in a sentence, and a server that does not answer is said', async () => {
  const visit = await house.visit('alvarez')
  const { page } = visit
  await visit.goTo('/requests/0190a1b2-0000-7000-8000-000000000000')
  await page.getByText('There is no such request.').waitFor()
  await assertSound(visit, 'requests-none')
  await page.route('**/api/permissions**', (route) => route.abort())
  await visit.goTo('/register')
  await page.getByText('The server does not answer.').waitFor()
  await assertSound(visit, 'register-unreachable')
  await page.unroute('**/api/permissions**')
  await press(page, 'Try again')
  await page.getByRole('table').waitFor()
})
