import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { z } from 'zod'
import { startSequencer } from '../../src/ledger/sequencer.ts'
import { openSigner } from '../../src/ledger/signer.ts'
import { openPool } from '../../src/platform/db.ts'
import { deliveringOf } from '../../src/posts/deliver-soon.ts'
import type { Blobs } from '../../src/platform/blobs.ts'
import { packReleases } from '../../src/records/production/make.ts'
import { underReviewSchema } from '../../src/records/requests/review-schema.ts'
import { putDownDoneSchema, requestViewSchema } from '../../src/records/requests/schema.ts'
import { buildCommentedTown } from '../commented-town.ts'
import { postingIn } from '../posting.ts'
import { assertSound, openHouseOf, photograph } from './visit.ts'

const house = await openHouseOf(buildCommentedTown)
const { town } = house
const posting = postingIn(town)
const secret = 'Call Mara Quill, 14 Elm Street'
const comment = `The plough 🚜 knocked my wall down. ${secret}, she saw it.`
town.fakes.bluesky.write('resident.example', town.out.bluesky, comment)
town.fakes.bluesky.write('thanks.example', town.out.bluesky, 'Thank you for clearing the plough lane!')
await town.look()
const wall = await sharp({ create: { width: 160, height: 120, channels: 3, background: '#3060a0' } })
  .png()
  .toBuffer()
const { media } = await posting.add('grant', wall)
await posting.published(
  posting.said({
    texts: { en: 'The snow plough is on Elm Street until noon.' },
    media: [{ sha256: media?.sha256, alt: 'A blue wall' }],
  }),
)

/** The request as the custodian sees it through the API. */
async function requestSeen(number: string): Promise<z.infer<typeof requestViewSchema>> {
  const lopez = await town.people.by('lopez')
  const { body } = await lopez.get('/api/records-requests')
  const { items } = z
    .object({ items: z.array(z.object({ requestId: z.string(), number: z.string() })) })
    .parse(body)
  const found = items.find((one) => one.number === number)
  return requestViewSchema.parse((await lopez.get(`/api/records-requests/${found?.requestId}`)).body)
}

/**
 * Makes the packages of what was released, as the minute's work does, with the ledger's checkpoints beside it; where they
 * are kept may fail.
 */
async function packed(failing: Partial<Blobs> = {}): Promise<void> {
  const { agency, app, databaseUrl, db, now } = town
  const { agencyId } = agency
  const signer = await openSigner(app.house.ledgerFolder, agency)
  const pool = openPool(databaseUrl, agencyId, { max: 2, patience: 20_000 })
  const sequencer = startSequencer({
    pool: pool.pool,
    agencyId,
    signer,
    clock: now,
    onFault: () => undefined,
  })
  const delivering = deliveringOf(app)
  try {
    await packReleases(db, agency, now(), { ...delivering, blobs: { ...delivering.blobs, ...failing } })
  } finally {
    await sequencer.stop()
    await pool.end()
  }
}

/** Selects words in the field that is marked, as a reader does with Shift and the arrows. */
async function select(page: Page, words: string): Promise<void> {
  await page
    .getByLabel('Select words in the field')
    .first()
    .evaluate((field, sought) => {
      if (!(field instanceof HTMLTextAreaElement)) throw new Error('not the field')
      const start = field.value.indexOf(sought)
      field.focus()
      field.setSelectionRange(start, start + sought.length)
    }, words)
}

test('an empty list says what comes here; holidays are listed, and the law is shown as it counts', async () => {
  const visit = await house.visit('lopez')
  const { page } = visit
  await visit.goTo('/')
  await page.getByRole('link', { name: 'Records requests' }).click()
  await page.getByText('No request is open.').waitFor()
  await photograph(page, 'rr-empty')
  await page.getByRole('link', { name: 'Law and holidays' }).click()
  await page.getByText('No day is listed').waitFor()
  await page.getByLabel('Day', { exact: true }).fill('2026-11-26')
  await page.getByLabel('Name', { exact: true }).fill('Thanksgiving')
  await page.getByRole('button', { name: 'Add this day' }).click()
  await page.getByText('November 26, 2026: Thanksgiving').waitFor()
  await page.getByText('Personnel, medical and similar files').first().waitFor()
  await assertSound(visit, 'rr-settings')
})

test('a request is taken in from an e-mail; nothing typed is lost; its clock counts business days', async () => {
  const visit = await house.visit('lopez')
  const { page } = visit
  await visit.goTo('/records-requests/new')
  await page.getByText('It came by e-mail: paste it here').click()
  await page
    .getByLabel('The e-mail, with its first lines')
    .fill(
      'From: Eva Evans <evans@example.org>\nDate: Fri, 20 Nov 2026 10:00:00 -0500\nSubject: The plough\n\nEverything about the snow plough on Elm Street, please.',
    )
  await page.getByRole('button', { name: 'Read it into the form' }).click()
  await page.getByText('The whole e-mail is kept with the request.').waitFor()
  assert.equal(await page.getByLabel('E-mail (optional)').inputValue(), 'evans@example.org')
  await page.getByLabel('Telephone').fill('203 555 0100')
  await page.reload()
  assert.equal(await page.getByLabel('Telephone').inputValue(), '203 555 0100')
  const wants = page.getByLabel('What is asked for')
  const said = await wants.inputValue()
  await wants.fill('')
  await page.getByRole('button', { name: 'Put it down' }).click()
  await page
    .getByText('One thing needs your attention')
    .or(page.getByText('1 thing needs your attention'))
    .waitFor()
  await assertSound(visit, 'rr-take-error')
  await wants.fill(said)
  await page.getByRole('button', { name: 'Put it down' }).click()
  await page.getByText(/^Request 2026-0001 is put down$/).waitFor()
  await photograph(page, 'rr-taken')
  const pages = page.getByRole('navigation', { name: 'About records requests' })
  await pages.getByRole('link', { name: 'Requests', exact: true }).click()
  // From Friday the 20th four business days; Thanksgiving is none.
  await page.getByText('4 business days left').waitFor()
  await page.getByText('(November 27, 2026)').waitFor()
  await assertSound(visit, 'rr-list')
})

test('search is kept as evidence; the set is reviewed by keyboard; two people settle it; it goes out cut', async () => {
  const visit = await house.visit('lopez')
  const { page } = visit
  const { keyboard } = page
  await visit.goTo('/records-requests')
  await page.getByRole('link', { name: '2026-0001' }).click()
  await page.getByText('the silence is a denial').waitFor()
  await page.getByRole('button', { name: 'Acknowledge' }).click()
  await page.getByLabel('Something to add to the letter').fill('We look for it now.')
  await page.reload()
  assert.equal(await page.getByLabel('Something to add to the letter').inputValue(), 'We look for it now.')
  await assertSound(visit, 'rr-desk')
  await page.getByRole('group', { name: 'Acknowledge' }).getByRole('button', { name: 'Acknowledge' }).click()
  await page.getByRole('link', { name: 'Acknowledgement (PDF)' }).waitFor()
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await page.getByText('Being searched for').first().waitFor()

  await page.getByRole('link', { name: 'Search', exact: true }).click()
  await page.getByRole('textbox', { name: 'Words' }).fill('plough')
  await page.getByRole('search').getByRole('button', { name: 'Search' }).click()
  await page.getByRole('button', { name: 'Add all that it finds', exact: true }).click()
  await page.getByText(/in the set\. From now on a hold keeps them\./).waitFor()
  await assertSound(visit, 'rr-search')
  await page.getByRole('link', { name: /^Records \(/ }).click()
  await page.getByRole('heading', { name: 'Records that answer the request' }).waitFor()
  await photograph(page, 'rr-set')
  const seen = await requestSeen('2026-0001')
  assert.equal(seen.searches.length, 1)
  assert.ok(seen.counts.responsive >= 3 && seen.holdId !== null)

  await page.getByRole('link', { name: /^Review \(/ }).click()
  await page.getByRole('button', { name: /resident\.example/ }).click()
  await page.getByRole('radio', { name: 'Release it whole' }).waitFor()
  // On a phone the list is out of sight: the words stand here before anybody says how they go out.
  await page.getByRole('region', { name: 'As it is' }).getByText(secret).waitFor()
  await keyboard.press('c')
  await page.getByLabel('Exemption').selectOption('privacy')
  await page.getByLabel('Why it applies here').fill('It is the home of a private person.')
  await select(page, secret)
  await keyboard.press('x')
  const preview = page.getByTestId('preview-words')
  await preview.getByText('[redacted: C.G.S. 1-210(b)(2)]').waitFor()
  assert.ok(!(await preview.innerText()).includes('Quill'))
  await page.reload()
  await preview.getByText('[redacted: C.G.S. 1-210(b)(2)]').waitFor()
  await page.getByRole('button', { name: /^Leave it in.*Mara Quill/ }).waitFor()
  await assertSound(visit, 'rr-review')
  await page.getByRole('button', { name: 'Put it down, to the next' }).click()
  await page.getByRole('button', { name: 'Put it down, to the next' }).waitFor({ state: 'detached' })
  await photograph(page, 'rr-review-next')
})

test('a region of a picture is cut by a box that is typed; what stays back is listed with its ground', async () => {
  const lopez = await town.people.by('lopez')
  const { requestId } = await requestSeen('2026-0001')
  const listed = z
    .object({ items: z.array(z.object({ recordId: z.string(), media: z.int(), kind: z.string() })) })
    .parse((await lopez.get(`/api/records-requests/${requestId}/responsive`)).body).items
  const pictured = listed.find((one) => one.media > 0)
  assert.ok(pictured, 'a record with a picture is in the set')
  const visit = await house.visit('lopez')
  const { page } = visit
  await visit.goTo(`/records-requests/${requestId}?part=review&record=${pictured.recordId}`)
  await page.getByText('Release it with parts cut', { exact: true }).click()
  await page.getByLabel('Exemption').selectOption('safety')
  await page.getByLabel('Why it applies here').fill('It shows where the key hangs.')
  await page.getByRole('button', { name: 'Add a box' }).click()
  await page.getByLabel('From the left, %').fill('10')
  await page.getByLabel('Width, %').fill('25')
  await assertSound(visit, 'rr-picture')
  await page.getByRole('button', { name: 'Put it down, to the next' }).click()
  await page.locator('.rr-line', { hasText: 'Released with cuts' }).nth(1).waitFor()
  const one = await lopez.get(`/api/records-requests/${requestId}/review/${pictured.recordId}`)
  const [region] = underReviewSchema.parse(one.body).record.review?.regions ?? []
  assert.deepEqual([region?.x, region?.w, region?.exemption], [0.1, 0.25, 'safety'])

  // The rest is reviewed without a browser.
  for (const { recordId } of listed) {
    const under = underReviewSchema.parse(
      (await lopez.get(`/api/records-requests/${requestId}/review/${recordId}`)).body,
    )
    if (under.record.review !== null) continue
    const isThanks = under.record.words.startsWith('Thank you')
    const how = isThanks
      ? { state: 'withhold', exemption: 'drafts', reason: 'It was never made final by anybody.' }
      : { state: 'release' }
    // That the request came is put down by Lopez herself, so counsel reviews it.
    const reviewer = under.mayReview ? lopez : await town.people.by('kim')
    const put = await reviewer.put(`/api/records-requests/${requestId}/review/${recordId}`, {
      version: 0,
      ...how,
    })
    assert.equal(put.status, 200, JSON.stringify(put.body))
  }
  const chief = await house.visit('diaz')
  await chief.goTo('/')
  await chief.page.getByRole('link', { name: /wait for a second look/ }).click()
  await chief.page.getByRole('link', { name: /by somebody other than its first reviewer/ }).click()
  await chief.page.getByRole('button', { name: /resident\.example/ }).click()
  await chief.page.getByRole('heading', { name: 'The second look' }).waitFor()
  await assertSound(chief, 'rr-second')
  for (let settled = 1; settled <= 2; settled++) {
    await chief.page.getByRole('heading', { name: 'The second look' }).waitFor()
    await chief.page.keyboard.press('y')
    await chief.page.getByText(`${settled} of ${listed.length} are settled`).waitFor()
  }
  const diaz = await town.people.by('diaz')
  for (const { recordId } of listed.slice(2)) {
    const path = `/api/records-requests/${requestId}/review/${recordId}/second`
    const { status, body } = await diaz.post(path, { version: 1, agrees: true })
    assert.equal(status, 200, JSON.stringify(body))
  }
  await chief.page.getByRole('link', { name: 'Withheld' }).click()
  await chief.page.getByText('It was never made final by anybody.').waitFor()
  await chief.page.getByText('It is the home of a private person.').waitFor()
  await assertSound(chief, 'rr-withheld')
})

test('whoever writes a letter to somebody who asked in Spanish is told that it goes out in Spanish', async () => {
  const lopez = await town.people.by('lopez')
  const asked = {
    way: 'counter',
    requester: {},
    language: 'es',
    wants: 'Todo sobre la máquina quitanieves.',
    receivedAt: town.now(),
  }
  const { status, body } = await lopez.post('/api/records-requests', asked)
  assert.equal(status, 200, JSON.stringify(body))
  const { requestId } = putDownDoneSchema.parse(body)
  const visit = await house.visit('lopez')
  const { page } = visit
  await visit.goTo(`/records-requests/${requestId}?move=acknowledge`)
  await page.getByText('This letter goes out in Spanish; write your words in Spanish.').waitFor()
  await assertSound(visit, 'rr-goes-out')
  await visit.goTo(`/records-requests/${requestId}?part=search`)
  await page.getByText('Where nothing is found, the letter lists this place.').waitFor()
  await visit.goTo(`/records-requests/${requestId}?move=deny`)
  await page.getByRole('button', { name: 'Español' }).click()
  await page.getByText('Esta carta sale en español; escriba sus palabras en español.').waitFor()
  await page.getByText('Expedientes personales, médicos y similares').waitFor()
  await assertSound(visit, 'es-rr-goes-out')
  await visit.goTo('/records-requests/settings')
  await page.getByText('Quien no reciba respuesta en ese plazo').waitFor()
  await assertSound(visit, 'es-rr-law')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByText('Who hears nothing within these days').waitFor()
})

test('whose file is asked for is told and objects; what is settled goes out on a step-up', async () => {
  const visit = await house.visit('lopez')
  const { page } = visit
  const { requestId } = await requestSeen('2026-0001')
  await visit.goTo(`/records-requests/${requestId}?part=personnel`)
  await page.getByText('Yes', { exact: true }).click()
  await page.getByLabel('Why', { exact: true }).fill('It tells where an officer lives.')
  await page.getByRole('button', { name: 'Put it down' }).click()
  await page.getByRole('heading', { name: 'Tell whose file it is' }).waitFor()
  await page.getByLabel('Whose file it is').selectOption({ label: 'Ana Alvarez, Officer, Patrol A' })
  await page
    .locator('fieldset')
    .getByText(/thanks\.example/)
    .click()
  await page.getByRole('button', { name: 'Send the notice' }).click()
  await page.getByText('They may object').waitFor()
  await assertSound(visit, 'rr-personnel')

  const alvarez = await house.visit('alvarez')
  await alvarez.goTo('/')
  await alvarez.page.getByRole('link', { name: /records of your file/ }).click()
  await alvarez.page.getByLabel('Why you object').fill('It names the street in which I live.')
  await alvarez.page.getByText('I make this statement').click()
  await alvarez.page.getByLabel('Your full name, as a signature').fill('Ana Alvarez')
  await assertSound(alvarez, 'rr-notice')
  await alvarez.page.getByRole('button', { name: 'Object', exact: true }).click()
  await alvarez.page.getByText('You objected.').waitFor()

  await visit.goTo(`/records-requests/${requestId}`)
  await page.getByRole('link', { name: '1 employee objects' }).waitFor()
  await page.getByRole('button', { name: 'Deny' }).click()
  await page.getByText('Exemptions it rests on').waitFor()
  await assertSound(visit, 'rr-deny')
  await page.getByRole('button', { name: 'Estimate the fee' }).click()
  await page.getByText('At most $0.50 by law').first().waitFor()
  await photograph(page, 'rr-fee')
  await page.getByRole('button', { name: 'To the review' }).click()
  await page.getByRole('button', { name: 'Release what is reviewed, more to come' }).click()
  town.pass({ minutes: 6 })
  const send = page.getByRole('group').getByRole('button', { name: 'Release what is reviewed' })
  await send.click()
  await page.getByRole('heading', { name: 'Is it still you?' }).waitFor()
  await page.keyboard.press('Escape')
  assert.deepEqual((await requestSeen('2026-0001')).releases, [])
  const fresh = await house.visit('lopez')
  await fresh.goTo(`/records-requests/${requestId}?move=release-part`)
  await fresh.page.getByRole('group').getByRole('button', { name: 'Release what is reviewed' }).click()
  await fresh.page.getByRole('heading', { name: 'What went out' }).waitFor()
  await fresh.page.getByRole('progressbar', { name: 'The package is being made' }).waitFor()
  await assertSound(fresh, 'rr-packing')
  await assert.rejects(packed({ put: () => Promise.reject(new Error('no room left on the disk')) }))
  await fresh.page.getByText('No room left on the disk. Nothing that went out is lost').waitFor()
  await assertSound(fresh, 'rr-packing-failed')
  town.pass({ minutes: 6 })
  await packed()
  await fresh.page.getByRole('link', { name: /^Package \(ZIP/ }).waitFor()
  await assertSound(fresh, 'rr-released')
  await fresh.page.getByRole('button', { name: 'Español' }).click()
  await fresh.page.getByRole('heading', { name: 'Solicitud 2026-0001' }).waitFor()
  await fresh.page.getByText('No se ha fijado una autoridad de sellado de tiempo').waitFor()
  await assertSound(fresh, 'es-rr-desk')
})
