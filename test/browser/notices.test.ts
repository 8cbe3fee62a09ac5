import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseAtomFeed } from 'feedsmith'
import { readCap } from '../../src/posts/notices/cap-read.ts'
import { noticeListSchema } from '../../src/posts/notices/schema.ts'
import { momentIn, shownIn } from '../../web/notices/zone.ts'
import { buildOfficialTown } from '../official-town.ts'
import { assertSound, openHouseOf, photograph, settled, type Visit } from './visit.ts'

const house = await openHouseOf(buildOfficialTown)
const { town } = house

const townMap = {
  type: 'FeatureCollection',
  features: [
    road('Main Street', [-72.69, 41.76], [-72.67, 41.77]),
    road('Elm Street', [-72.685, 41.755], [-72.682, 41.775]),
    district('North', 41.765, 41.78),
    district('South', 41.75, 41.765),
  ],
}

function road(name: string, ...coordinates: [number, number][]): object {
  return {
    type: 'Feature',
    properties: { name, kind: 'road' },
    geometry: { type: 'LineString', coordinates },
  }
}

function district(name: string, south: number, north: number): object {
  const [west, east] = [-72.7, -72.66]
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  return {
    type: 'Feature',
    properties: { name, kind: 'district' },
    geometry: { type: 'Polygon', coordinates: [ring] },
  }
}

/** What anybody gets who asks for it. */
async function open(path: string): Promise<string> {
  const answer = await town.app.inject({ method: 'GET', url: path, headers: { host: town.agency.host } })
  return answer.body
}

/** The id in the address of a notice's page. */
async function noticeIn({ page }: Visit): Promise<string> {
  await page.waitForURL(/\/notices\/[0-9a-f-]{36}$/)
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

async function listed(shelf: string): Promise<string[]> {
  const { body } = await (await town.signedIn('grant')).get(`/api/notices?shelf=${shelf}`)
  return noticeListSchema.parse(body).items.map(({ noticeId }) => noticeId)
}

test('a day and a time are the moment that the clocks of the zone show them at', () => {
  const zone = 'America/New_York'
  assert.equal(momentIn(zone, '2026-11-21T10:00'), '2026-11-21T15:00:00.000Z')
  assert.equal(momentIn(zone, '2026-11-01T01:30'), '2026-11-01T05:30:00.000Z', 'shown twice: the first')
  assert.equal(momentIn(zone, '2026-03-08T02:30'), '2026-03-08T07:30:00.000Z', 'never shown: as much later')
  assert.equal(momentIn(zone, 'soon'), undefined)
  assert.equal(shownIn(zone, '2026-11-01T06:30:00Z'), '2026-11-01T01:30')
})

test('the map is loaded; a file of reports is mended line by line and published with small counts hidden', async () => {
  const visit = await house.visit('grant')
  const { page } = visit
  await visit.goTo('/notices/crime-data')
  await page.getByText('No figures were published yet.').waitFor()
  await page.getByText('No map of the town was loaded.').waitFor()
  await photograph(page, 'crime-empty')
  await page.getByText('Load the map').first().click()
  await page.getByLabel('GeoJSON file').setInputFiles({
    name: 'town.geojson',
    mimeType: 'application/geo+json',
    buffer: Buffer.from(JSON.stringify(townMap)),
  })
  await page.getByLabel('Where the map comes from').fill('Town of Riverton')
  await page.getByRole('button', { name: 'Load the map' }).click()
  await page.getByText('The map has 4 parts now.').waitFor()
  await page.getByText('Source: Town of Riverton.').waitFor()

  const file = page.getByLabel('CSV file of reports')
  const give = (rows: readonly string[]): Promise<void> =>
    file.setInputFiles({
      name: 'reports.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['date,kind,area', ...rows].join('\n')),
    })
  await give(['2026-01-05,theft,North', '5 January,theft,North', '2026-01-06,,South'])
  await page.getByLabel('Where the reports come from').fill('Records unit')
  await page.getByRole('button', { name: 'Look through the file' }).click()
  await page.getByText('2 things are wrong with the file').waitFor()
  const wrong = page.getByRole('row', { name: /5 January/ })
  await wrong.getByText('"5 January" is no day; write 2026-11-21').waitFor()
  await assertSound(visit, 'crime-wrong')
  assert.match(await open('/public/crime'), /No figures were published yet/)

  const many = Array.from(
    { length: 12 },
    (_, day) => `2026-01-${String(day + 1).padStart(2, '0')},theft,North`,
  )
  await give([
    ...many,
    ...many.map((row) => row.replace('North', 'South')),
    '2026-01-09,fraud,North',
    '2026-01-10,fraud,South',
  ])
  await page.getByRole('button', { name: 'Look through the file' }).click()
  await page.getByText('26 reports, and nothing is wrong with them.').waitFor()
  await page.getByText('1 to 4').first().waitFor()
  await assertSound(visit, 'crime-seen')
  await page.getByRole('button', { name: 'Publish these figures' }).click()
  await page.getByText('Source: Records unit.').waitFor()
  await page.getByText('Published.', { exact: true }).waitFor()
  assert.match(await open('/public/crime'), /1 to 4/)
})

let closure = ''

test('an officer writes a road closure: the words follow the fields in both languages, and it goes out at once', async () => {
  const visit = await house.visit('grant')
  const { page } = visit
  await visit.goTo('/notices')
  await page.getByText('There is no notice here.').waitFor()
  await photograph(page, 'notices-empty')
  await page.getByRole('link', { name: 'Write a notice' }).click()
  await page.getByRole('heading', { name: 'What cannot wait' }).waitFor()
  await assertSound(visit, 'notices-choose')
  await page.getByRole('link', { name: 'Road closure' }).click()
  await page.getByRole('button', { name: 'Keep it and look it over' }).click()
  await page.getByText(/things need your attention/).waitFor()
  await photograph(page, 'notices-new-faults')
  const beside = page.getByRole('complementary', { name: 'While you write' })
  await beside.getByText(/Fill in "Road"/).waitFor()

  await page.getByLabel('Road', { exact: true }).fill('Main Street')
  await page.getByLabel('From').fill('Elm Street')
  await page.getByLabel('Direction').selectOption('both')
  await page.getByLabel('Reason').selectOption('crash')
  const spanish = page.getByRole('group', { name: 'Spanish' })
  await assertValue(visit, 'Headline in Spanish', 'Main Street: calle cerrada en Elm Street')
  await spanish.getByText('As the template proposes.').waitFor()
  await page.getByLabel('The area in words, in English').fill('Main Street downtown')
  await page.getByLabel('The area in words, in Spanish').fill('Main Street en el centro')
  await page.getByLabel('Take a place of the town’s map').selectOption('Main Street')
  await page.getByRole('img', { name: /It meets Main Street/ }).waitFor()
  await page.getByLabel('Latitude of the middle').fill('north')
  await page.getByText('It has no map yet.').waitFor()
  await page.getByRole('button', { name: 'Keep it and look it over' }).click()
  await page.getByText('Write latitude of the middle in degrees').first().waitFor()
  await page.getByLabel('Latitude of the middle').fill('41.765')
  await page.getByRole('img', { name: /It meets Main Street/ }).waitFor()

  await page.getByLabel('What people should do, in English').fill('Use Oak Street instead.')
  const english = page.getByRole('group', { name: 'English', exact: true })
  await english.getByText('What you changed is yours; the rest follows.').waitFor()
  await page.getByRole('button', { name: 'after 2 h' }).click()
  await assertValue(visit, 'Day and time when it ends', /T12:00$/)
  await beside.getByText('Nothing lacks.').waitFor()
  await beside.getByText('IV.C.3.a', { exact: true }).waitFor()
  await beside
    .getByText(/Use Oak Street instead/)
    .first()
    .waitFor()
  await assertSound(visit, 'notices-new')
  await page.getByRole('button', { name: 'Keep it and look it over' }).click()
  closure = await noticeIn(visit)
  await page.getByText('It is nowhere in public yet.').waitFor()
  await assertSound(visit, 'notice-draft')
  assert.deepEqual(await listed('drafts'), [closure])

  // The town's clock stands, the browser's goes on.
  town.pass({ minutes: 5 })
  await page.getByRole('button', { name: 'Publish on one sign-off' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(/Somebody else has to review it within a day/).waitFor()
  await photograph(page, 'notice-sign')
  await dialog.getByRole('button', { name: 'Publish on one sign-off' }).click()
  await page.getByText('In force', { exact: true }).waitFor()
  await page.getByText('done', { exact: true }).nth(1).waitFor()
  await assertSound(visit, 'notice-out')
  assert.deepEqual(await listed('in-force'), [closure])
  assert.deepEqual(await listed('coming'), [])
  const out = [...town.fakes.mastodon.wall.posts.values()]
  assert.equal(out.length, 1)

  const resident = await house.visit()
  await resident.goTo('/public')
  await resident.page.getByRole('link', { name: /Main Street closed at Elm Street/ }).click()
  await resident.page.getByText('Use Oak Street instead.').waitFor()
  const atom = parseAtomFeed(await open('/public/feeds/notices.atom'))
  assert.equal(atom.entries?.[0]?.title?.value, 'Main Street closed at Elm Street')
})

test('it is given another end: the proposed words name it, the own ones stay, and readers get it on a new yes', async () => {
  const visit = await house.visit('grant')
  const { page } = visit
  await visit.goTo(`/notices/${closure}`)
  await page.getByRole('button', { name: 'Give it another end' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Day and time of the new end').fill('2026-11-21T17:45')
  await dialog.getByText('5:45 PM EST').waitFor()
  await dialog.getByRole('button', { name: 'Keep the new end' }).click()
  await page.getByText('In force, an update is prepared').waitFor()
  await page
    .getByText(/a más tardar el .*5:45/)
    .first()
    .waitFor()
  await assertSound(visit, 'notice-revised')
  assert.doesNotMatch(await open(`/public/notices/${closure}?lang=es`), /5:45/)
  await page.getByRole('button', { name: 'Publish the update on one sign-off' }).click()
  await dialog.getByRole('button', { name: 'Publish the update on one sign-off' }).click()
  await page.getByText('In force', { exact: true }).waitFor()
  assert.match(await open(`/public/notices/${closure}?lang=es`), /5:45/)
  const cap = readCap(await open(`/public/notices/${closure}/cap.xml`))
  assert.ok(cap.ok && cap.alert.type === 'Update')
})

test('a save that is refused loses no word', async () => {
  const visit = await house.visit('grant')
  const { page } = visit
  await visit.goTo(`/notices/${closure}/edit`)
  await page.getByLabel('Headline in English').fill('Main Street closed, and a long story of why')
  await settled(visit.page)
  const ito = await house.visit('ito')
  await ito.goTo(`/notices/${closure}/edit`)
  await ito.page.getByLabel('Whom to ask').fill('Traffic unit, 203-555-0100')
  await ito.page.getByRole('button', { name: 'Keep it and look it over' }).click()
  await ito.page.getByText('In force, an update is prepared').waitFor()
  await page.getByRole('button', { name: 'Keep it and look it over' }).click()
  await page.getByText(/It was changed meanwhile by Ines Ito/).waitFor()
  await assertValue(visit, 'Headline in English', 'Main Street closed, and a long story of why')
  await photograph(page, 'notice-conflict')
  await ito.page.getByRole('button', { name: 'Drop the change' }).click()
  await ito.page.getByRole('dialog').getByRole('button', { name: 'Drop the change' }).click()
  await ito.page.getByText('In force', { exact: true }).waitFor()
})

test('it is cancelled after a second look, and everybody sees that it is', async () => {
  const visit = await house.visit('grant')
  const { page } = visit
  await visit.goTo(`/notices/${closure}`)
  await page.getByRole('button', { name: 'Cancel the notice' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('This cannot be undone.').waitFor()
  await dialog.getByRole('button', { name: 'Not now' }).click()
  assert.match(await open('/public'), /Main Street closed/)
  await page.getByRole('button', { name: 'Cancel the notice' }).click()
  await dialog.getByRole('button', { name: 'Cancel the notice' }).click()
  await dialog.getByText(/needs your attention/).waitFor()
  await dialog.getByLabel('Why it is cancelled').fill('The road is open again.')
  await photograph(page, 'notice-cancel')
  await dialog.getByRole('button', { name: 'Cancel the notice' }).click()
  await page.getByText('The road is open again.').first().waitFor()
  await page.getByText('Cancelled', { exact: true }).first().waitFor()
  await assertSound(visit, 'notice-cancelled')
  assert.doesNotMatch(await open('/public'), /Main Street closed/)
  assert.match(await open(`/public/notices/${closure}`), /The road is open again/)
  const atom = parseAtomFeed(await open('/public/feeds/notices.atom'))
  assert.match(atom.entries?.[0]?.title?.value ?? '', /^CANCELLED: Main Street closed/)
  assert.deepEqual(await listed('over'), [closure])

  const chen = await house.visit('chen')
  await chen.goTo('/notices')
  await chen.page.getByText('Review what one signed alone').waitFor()
  await chen.page
    .getByRole('link', { name: /Main Street/ })
    .first()
    .click()
  await chen.page.getByRole('button', { name: 'Confirm the sign-off' }).click()
  await chen.page.getByRole('dialog').getByRole('button', { name: 'Confirm the sign-off' }).click()
  await chen.page.getByText(/Cora Chen confirmed it on/).waitFor()
})

test('outreach waits for another’s yes; what counts from later stands among what is coming', async () => {
  const visit = await house.visit('grant')
  const { page } = visit
  await visit.goTo('/notices/new?kind=prevention-tip')
  await page.getByLabel('Title, in English').fill('Lock it')
  await page.getByLabel('Title, in Spanish').fill('Ciérrelo')
  await page.getByLabel('Advice, in English').fill('Lock your car.')
  await page.getByLabel('Advice, in Spanish').fill('Cierre su auto.')
  await page.getByText('Later', { exact: true }).click()
  await page.getByLabel('Day and time when it begins').fill('2026-11-25T08:00')
  await page.getByRole('button', { name: 'Keep it and look it over' }).click()
  const tip = await noticeIn(visit)
  await page.getByRole('button', { name: 'Submit for approval' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Submit for approval' }).click()
  await page.getByText('Waits for approval').first().waitFor()
  const chen = await house.visit('chen')
  await chen.goTo(`/notices/${tip}`)
  await chen.page.getByRole('button', { name: 'Approve and publish' }).click()
  const dialog = chen.page.getByRole('dialog')
  await dialog.getByLabel('What you weighed').fill('Nothing stands against it.')
  await dialog.getByRole('button', { name: 'Approve and publish' }).click()
  await chen.page.getByText('In force', { exact: true }).waitFor()
  assert.deepEqual(await listed('coming'), [tip])
  await visit.goTo('/notices')
  await page.getByLabel('Which ones').selectOption('coming')
  await page.getByRole('button', { name: 'Show' }).click()
  await page.getByRole('link', { name: 'Lock it' }).waitFor()
  await page.getByRole('link', { name: /Main Street/ }).waitFor({ state: 'detached' })
  await page.getByLabel('Kind').selectOption('weather-emergency')
  await page.getByRole('button', { name: 'Show' }).click()
  await page.getByText('No notice is like that.').waitFor()
  await visit.goTo('/notices')
  await assertSound(visit, 'notices-list')
})

test('it is all there in Spanish, for the keyboard, and for those who write none', async () => {
  const visit = await house.visit('grant')
  const { page } = visit
  await visit.goTo('/notices/new?kind=missing-person')
  await page.getByRole('button', { name: 'Español' }).click()
  await page.getByRole('heading', { name: 'Persona desaparecida o en peligro' }).waitFor()
  await page.getByLabel('Nombre', { exact: true }).fill('Nora Evans')
  await page.getByRole('button', { name: 'Guardarlo sin terminar' }).focus()
  await assertSound(visit, 'notices-es-new')
  await page.keyboard.press('Enter')
  const missing = await noticeIn(visit)
  await page.getByRole('heading', { name: 'Lo que puede hacer' }).waitFor()
  await page.getByText('Antes de que pueda salir').waitFor()
  await assertSound(visit, 'notices-es-draft')
  assert.ok((await listed('drafts')).includes(missing))
  const alvarez = await house.visit('alvarez')
  await alvarez.goTo('/notices')
  await alvarez.page.getByText(/Everybody reads them on the public site/).waitFor()
  await assertSound(alvarez, 'notices-stranger')
  await alvarez.goTo(`/notices/${missing}`)
  await alvarez.page.getByText(/That did not work/).waitFor()
})

/** Waits until a field holds this. */
async function assertValue({ page }: Visit, label: string, value: string | RegExp): Promise<void> {
  const field = page.getByLabel(label)
  const deadline = Date.now() + 30_000
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- it is waited for
    const found = await field.inputValue()
    if (typeof value === 'string' ? found === value : value.test(found)) return
    if (Date.now() > deadline) assert.fail(`${label} holds "${found}"`)
    // oxlint-disable-next-line no-await-in-loop -- it is waited for
    await page.waitForTimeout(50)
  }
}
