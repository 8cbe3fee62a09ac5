import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recordsSchema, type RecordBrief } from '../../src/records/schema.ts'
import { spansFound } from '../../web/records/marking.ts'
import { buildCommentedTown } from '../commented-town.ts'
import { postingIn } from '../posting.ts'
import { assertFits, assertSound, narrow, openHouseOf, photograph } from './visit.ts'

const house = await openHouseOf(buildCommentedTown)
const { town } = house
const { bluesky } = town.fakes
const posting = postingIn(town)
const insult = 'Sergeant Bell is a drooling idiot.'
const deletedId = bluesky.write('resident.example', town.out.bluesky, insult).id
bluesky.write('thanks.example', town.out.bluesky, 'Thank you for clearing Elm Street so quickly!')
await posting.published(
  posting.said({ texts: { en: 'Elm Street is open again.', es: 'La calle Elm está abierta.' } }),
)
await town.look()
bluesky.wall.erase(deletedId)
await town.look()

/** The records that the custodian finds. */
async function found(question: string): Promise<RecordBrief[]> {
  const { status, body } = await (await town.signedIn('lopez')).get(`/api/records?limit=200&${question}`)
  assert.equal(status, 200, JSON.stringify(body))
  return recordsSchema.parse(body).items
}

test('words are marked as the search takes them', () => {
  const marks = (text: string, search: string): string[] =>
    spansFound(text, search).map(([start, end]) => Array.from(text).slice(start, end).join(''))
  assert.deepEqual(marks('El sábado en la calle Elm 🐕 con niños', 'sabado ninos'), ['sábado', 'niños'])
  assert.deepEqual(marks('traffic stop, traffic light', '"traffic stop"'), ['traffic stop'])
  assert.deepEqual(marks('traffic stop, traffic light', 'traff* -stop'), ['traffic', 'traffic'])
  assert.deepEqual(marks('traffic stop', '"traffic st*" or light'), ['traffic stop'])
  assert.deepEqual(marks('traffic', 'traff'), [])
  assert.deepEqual(marks('or', 'this or that'), [])
})

test('the custodian finds a deleted comment, sees what stood around it, keeps the search, and opens its record', async () => {
  const visit = await house.visit('lopez')
  const { page } = visit
  await visit.goTo('/')
  await page.getByRole('link', { name: 'Records', exact: true }).click()
  await page.getByRole('list').getByText('Comment: deleted').first().waitFor()
  await assertSound(visit, 'records-all')
  await page.getByLabel('Words', { exact: true }).fill('drool*')
  await page.getByText('Narrow it down').click()
  await page.getByLabel('Comment was').selectOption('deleted')
  await assertSound(visit, 'records-narrow')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByText('1 record', { exact: true }).waitFor()
  assert.deepEqual(await page.locator('mark').allInnerTexts(), ['drooling'])
  await page.getByRole('button', { name: 'Show what stands around it' }).click()
  await page.getByText('Thank you for clearing Elm Street').waitFor()
  await assertSound(visit, 'records-around')
  await page.getByText('Saved searches').click()
  await page.getByLabel('Name', { exact: true }).fill('Taken down by residents')
  await page.getByRole('button', { name: 'Save this search' }).click()
  await page.getByRole('button', { name: 'Forget the search “Taken down by residents”' }).waitFor()
  await page.getByRole('link', { name: 'Comment: deleted' }).first().click()
  await page.getByRole('heading', { name: 'Comment: deleted', level: 1 }).waitFor()
  await page.getByText('No record series fits it', { exact: false }).first().waitFor()
  await assertSound(visit, 'record')
})

test('nothing found says what would be right; a stranger to the office sees less, and is told', async () => {
  const visit = await house.visit('alvarez')
  const { page } = visit
  await visit.goTo('/records?words=drool&moderation=deleted')
  await page.getByText('Nothing that you may see is like this.').waitFor()
  await page.getByText('Some records are for the custodian').waitFor()
  await assertSound(visit, 'records-none')
  await page.getByRole('link', { name: 'drool*' }).click()
  await page.waitForTimeout(2000)
  await photograph(page, 'debug')
  await page.getByText('1 record', { exact: true }).waitFor({ timeout: 3000 })
  assert.equal(await page.getByText('under a hold').count(), 0)
  await visit.goTo('/records/holds')
  await page.getByText('This page is for others').waitFor()
  await page.route('**/api/records?*', (route) => route.abort())
  await visit.goTo('/records?words=parade')
  await page.getByText('The server does not answer.').waitFor()
  await assertSound(visit, 'records-error')
})
