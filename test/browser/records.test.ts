import assert from 'node:assert/strict'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import { getDocumentProxy } from 'unpdf'
import yazl from 'yazl'
import { placeHold } from '../../src/records/keeping/hold-store.ts'
import { spansFound } from '../../web/records/marking.ts'
import { buildCommentedTown } from '../commented-town.ts'
import { keepingIn } from '../kept-town.ts'
import { postingIn } from '../posting.ts'
import { assertSound, openHouseOf, photograph } from './visit.ts'

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

const marks = (text: string, search: string): string[] =>
  spansFound(text, search).map(([start, end]) => Array.from(text).slice(start, end).join(''))
const file = (csv: string) => ({ name: 'series.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })

test('words are marked as the search takes them', () => {
  assert.deepEqual(marks('El sábado en la calle Elm 🐕 con niños', 'sabado ninos'), ['sábado', 'niños'])
  assert.deepEqual(marks('traffic stop, traffic light', '"traffic stop"'), ['traffic stop'])
  assert.deepEqual(marks('traffic stop, traffic light', 'traff* -stop'), ['traffic', 'traffic'])
  assert.deepEqual(marks('traffic stop', '"traffic st*" or light'), ['traffic stop'])
  assert.deepEqual(marks('traffic', 'traff'), [])
  assert.deepEqual(marks('or', 'this or that'), [])
})

test('the custodian finds a comment that was deleted, sees what stood around it, keeps the search, opens its record', async () => {
  const visit = await house.visit('lopez')
  const { page } = visit
  await visit.goTo('/')
  await page.getByRole('link', { name: 'Records', exact: true }).click()
  await page.getByRole('link', { name: 'Comment: deleted' }).waitFor()
  await page.getByLabel('Words', { exact: true }).fill('drool*')
  await page.getByText('Narrow it down').click()
  await page.getByLabel('Person').fill('resident.example')
  await page.getByLabel('Comment was').selectOption({ label: 'Shown' })
  await assertSound(visit, 'records-narrow')
  await page.getByLabel('Person').press('Enter')
  await page.getByText('1 record', { exact: true }).waitFor()
  assert.deepEqual(await page.locator('mark').allInnerTexts(), ['drooling'])
  await page.getByRole('button', { name: 'Show what stands around it' }).click()
  await page.getByText('Thank you for clearing Elm Street').waitFor()
  await page.getByText('Saved searches').click()
  await page.getByLabel('Name', { exact: true }).fill('Insults')
  await page.getByRole('button', { name: 'Save this search' }).click()
  await page.getByRole('button', { name: 'Forget the search “Insults”' }).waitFor()
  await assertSound(visit, 'records-around')
  await page.getByRole('link', { name: 'Comment: written' }).first().click()
  await page.getByRole('heading', { name: 'All that happened to it' }).waitFor()
  await page.getByText('Deleted by its writer').waitFor()
  await page.getByText('It belongs to no record series').waitFor()
  await assertSound(visit, 'record')
  await page.emulateMedia({ media: 'print' })
  await photograph(page, 'record-print')
  const margin = await leftMarginOf(await page.pdf({ format: 'Letter', preferCSSPageSize: true }))
  assert.ok(margin > 30, `the leftmost word of the print stands ${margin} pt from the edge`)
})

/** How far from the edge of the paper the leftmost words of a PDF begin, in points. */
async function leftMarginOf(pdf: Uint8Array): Promise<number> {
  const read = await getDocumentProxy(new Uint8Array(pdf))
  const starts: number[] = []
  for (let number = 1; number <= read.numPages; number++) {
    const { items } = await (await read.getPage(number)).getTextContent()
    for (const item of items) if ('str' in item && item.str.trim() !== '') starts.push(item.transform[4])
  }
  assert.ok(starts.length > 20, 'the print has words')
  return Math.min(...starts)
}

test('nothing found says what would be right; a member sees less, and is told; a fault of the line is said', async () => {
  const visit = await house.visit('alvarez')
  const { page } = visit
  await visit.goTo('/records?words=drool&moderation=shown')
  await page.getByText('Nothing that you may see is like this.').waitFor()
  await page.getByText('Some records are for the custodian').waitFor()
  await assertSound(visit, 'records-none')
  await page.getByRole('link', { name: 'drool*' }).click()
  await page.getByText('1 record', { exact: true }).waitFor()
  assert.equal(await page.getByText('under a hold').count(), 0)
  await visit.goTo('/records?from=2026-11-22&to=2026-11-21')
  await page.getByText('The last day: stands before the first day.').waitFor()
  await visit.goTo('/records/holds')
  await page.getByText('This page is for others').waitFor()
  await page.route('**/api/records?*', (route) => route.abort())
  await visit.goTo('/records?words=parade')
  await page.getByText('The server does not answer.').waitFor()
  await assertSound(visit, 'records-error')
})

test('a personnel record is opened for a purpose that is put down, and nothing else by that way', async () => {
  await town.does('alvarez', 'acknowledgement.answer', async (_tx, record) => {
    await record({ subject: 'order-1', body: { attempt: 1, answers: [], passed: false } })
  })
  const visit = await house.visit('lopez')
  const { page } = visit
  await visit.goTo('/records?kind=acknowledgement')
  await page.getByText('A personnel record: it is opened for a purpose.').waitFor()
  await page.getByRole('link', { name: 'Acknowledgement: questions answered' }).click()
  await page.getByRole('heading', { name: 'This is a personnel record' }).waitFor()
  await page.getByLabel('Purpose').fill('Audit of 2026')
  await page.getByRole('button', { name: 'Open it' }).click()
  await page.getByRole('heading', { name: 'Acknowledgement: questions answered', level: 1 }).waitFor()
  await page.getByText('Custodian alone').waitFor()
  const told = await (await town.signedIn('alvarez')).get('/api/me/opened')
  assert.match(JSON.stringify(told.body), /Audit of 2026/)
  await visit.goTo('/records/nonsense')
  await page.getByText('That did not work').waitFor()
})

test('an export is brought in with its progress; brought again it is recognised; what is none is said to be none', async () => {
  const zip = new yazl.ZipFile()
  const tweet = {
    id_str: '1100',
    full_text: 'Road work on Elm in 2018',
    created_at: 'Wed Oct 10 20:19:24 +0000 2018',
  }
  const tweets = JSON.stringify([{ tweet }, { tweet: { id_str: 7 } }])
  zip.addBuffer(Buffer.from(`window.YTD.tweets.part0 = ${tweets}`), 'data/tweets.js')
  zip.end()
  const archive = { name: 'twitter.zip', mimeType: 'application/zip', buffer: await buffer(zip.outputStream) }
  const visit = await house.visit('lopez')
  const { page } = visit
  await visit.goTo('/records/imports')
  await page.getByText('Nothing was brought in yet.').waitFor()
  for (const known of ['0 entries recognised', '1 entry recognised']) {
    await page.getByLabel('File (ZIP, WARC or WACZ)').setInputFiles(archive)
    await page.getByRole('button', { name: 'Bring it in' }).click()
    await page.getByText(known).waitFor()
  }
  const letter = { name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') }
  await page.getByLabel('File (ZIP, WARC or WACZ)').setInputFiles(letter)
  await page.getByRole('button', { name: 'Bring it in' }).click()
  await page.getByText(/is no ZIP, WARC or WACZ/).waitFor()
  await page.getByText('What could not be read').first().click()
  await assertSound(visit, 'imports')
  await page.getByRole('link', { name: 'See its records' }).last().click()
  await page.getByText('Road work on Elm in 2018').waitFor()
})

test('a hold is placed on records that were chosen, asked to be released by one and released by another', async () => {
  const visit = await house.visit('lopez')
  const { page } = visit
  await visit.goTo('/records/holds')
  await page.getByText('Nothing is under a hold.').waitFor()
  await photograph(page, 'holds-empty')
  await page.getByRole('link', { name: 'Place a hold' }).click()
  await page.getByText('Say first what is to be held.').waitFor()
  await page.getByRole('link', { name: 'Search for records' }).click()
  await page.getByText('Choose: Comment: deleted').locator('..').click()
  await page.getByText('1 record chosen').waitFor()
  await page.getByRole('link', { name: 'Place them under a hold' }).click()
  await page.getByRole('button', { name: 'Place the hold' }).click()
  await page.getByText('2 things need your attention').waitFor()
  await assertSound(visit, 'hold-new')
  await page.getByText('Litigation', { exact: true }).click()
  await page.getByLabel('Title').fill('Evans v. Riverton')
  await page.getByLabel('Number').fill('NNH-CV-26-1')
  await page.getByRole('button', { name: 'Place the hold' }).click()
  await page.getByRole('heading', { name: 'Evans v. Riverton' }).waitFor()
  await page.getByRole('link', { name: 'Comment: deleted' }).waitFor()
  await page.getByRole('button', { name: 'Ask for its release' }).click()
  await page.getByLabel('Reason').fill('The case was settled.')
  await page.getByRole('button', { name: 'Ask for its release' }).click()
  await page.getByText('somebody else decides').first().waitFor()
  await assertSound(visit, 'hold')
  await visit.goTo('/records?held=true')
  await page.getByText('1 record', { exact: true }).waitFor()

  const kim = await house.visit('kim')
  await kim.goTo('/')
  town.pass({ minutes: 6 })
  await kim.page.getByRole('link', { name: /may the hold .Evans v. Riverton. be released/i }).click()
  await kim.page.getByRole('button', { name: 'Release it' }).click()
  await kim.page.getByLabel('Reason').fill('It was settled.')
  await kim.page.getByRole('button', { name: 'Release it' }).click()
  await kim.page.getByRole('dialog', { name: 'Is it still you?' }).waitFor()
  await kim.page.getByRole('button', { name: 'Do not go on' }).click()
  const again = await house.visit('kim')
  await again.goTo(new URL(kim.page.url()).pathname)
  await again.page.getByRole('button', { name: 'Release it' }).click()
  await again.page.getByLabel('Reason').fill('It was settled.')
  await again.page.getByRole('button', { name: 'Release it' }).click()
  await again.page.getByText('Released by Kay Kim').waitFor()
})

test('series come from a file whose faults are told by line; rules say what belongs to them; what is due goes with two signatures', async () => {
  const keeping = await keepingIn(town, town.people)
  const visit = await house.visit('lopez')
  const { page } = visit
  await visit.goTo('/records/retention')
  await page.getByText('No series is loaded yet').waitFor()
  await photograph(page, 'retention-empty')
  const head = 'id,title,period,starts,authority,kinds'
  const wrong = `${head}\nM7-1,Comments of visitors,two years,made,Schedule M7,`
  await page.getByLabel('File (CSV)').setInputFiles(file(wrong))
  await page.getByRole('button', { name: 'Check it' }).click()
  await page.getByText('Nothing was loaded.').waitFor()
  await assertSound(visit, 'retention-faults')
  const right = `${head}\nM7-1,Comments of visitors,P2Y,created,Schedule M7,comment moderation`
  await page.getByLabel('File (CSV)').setInputFiles(file(right))
  await page.getByRole('button', { name: 'Check it' }).click()
  await page.getByText('It would add 1').waitFor()
  await page.getByRole('button', { name: 'Load them' }).click()
  await page.getByText('Loaded: 1 added').waitFor()
  await page.getByRole('button', { name: 'Change rule 1' }).click()
  await page.getByLabel('Why').fill('Comments are kept for two years.')
  await photograph(page, 'retention-rule')
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: 'Save the rules' }).click()
  await page.getByText('Saved. Every record is held against them').waitFor()
  await assertSound(visit, 'retention')
  await visit.goTo('/records/dispositions')
  await page.getByText('Nothing is due.').waitFor()
  await photograph(page, 'dispositions-empty')
  await page.getByText('What your rules ask for').click()
  await page.getByText('Notice is given before anything is disposed of').click()
  await page.getByText('The State must have approved first').click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('3 things need your attention').waitFor()
  await page.getByLabel('How long it runs').fill('P2M')
  await page.getByLabel('To whom').fill('Police Commission')
  await page.getByLabel('By what rule').fill('Town Code 106.03')
  await assertSound(visit, 'disposition-settings')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Saved.', { exact: true }).waitFor()

  town.moveTo('2029-02-01T15:00:00Z')
  await keeping.settle()
  const lopez = await house.visit('lopez')
  await lopez.goTo('/records/dispositions')
  await assertSound(lopez, 'dispositions-due')
  await lopez.page.getByRole('button', { name: 'Make a list of M7-1' }).click()
  await lopez.page.getByRole('button', { name: 'Make a list', exact: true }).click()
  await lopez.page.getByRole('heading', { name: /List 2029/ }).waitFor()
  const address = new URL(lopez.page.url()).pathname
  await photograph(lopez.page, 'disposition-proposed')
  await lopez.page.getByRole('button', { name: 'Sign', exact: true }).click()
  await lopez.page
    .getByText('you signed it already', { exact: false })
    .or(lopez.page.getByText('Signed by Luz Lopez'))
    .first()
    .waitFor()
  const diaz = await house.visit('diaz')
  await diaz.goTo('/')
  await diaz.page.getByRole('link', { name: /waits for the second signature/i }).click()
  await diaz.page.getByRole('button', { name: 'Countersign' }).click()
  await diaz.page.getByText('Countersigned by Dan Diaz').waitFor()
  await lopez.goTo(address)
  await lopez.page.getByText(/Notice has not been given/).waitFor()
  await lopez.page.getByRole('button', { name: 'Put down that notice was given' }).click()
  await lopez.page.getByRole('textbox', { name: 'How' }).fill('By letter to its chair.')
  await photograph(lopez.page, 'disposition-notice-form')
  await lopez.page.getByRole('button', { name: 'Put down that notice was given' }).click()
  await lopez.page.getByText('It runs until April 1, 2029').waitFor()
  await photograph(lopez.page, 'disposition-notice')
  town.moveTo('2029-04-03T15:00:00Z')
  const last = await house.visit('lopez')
  await last.goTo(address)
  await last.page.getByRole('button', { name: 'Dispose of the records' }).click()
  await assertSound(last, 'disposition-confirm')
  await last.page.getByRole('button', { name: 'Destroy them' }).click()
  await last.page.getByText('Certificate, to print').waitFor()
  await assertSound(last, 'disposition-done')
  await last.page.getByRole('button', { name: 'Español' }).click()
  await last.page.getByRole('heading', { name: /Lista 2029/ }).waitFor()
  await assertSound(last, 'es-disposition')
  await last.goTo('/records')
  await last.page.getByRole('heading', { name: 'Registros públicos', level: 1 }).waitFor()
  await photograph(last.page, 'es-records')
})

test('a hold whose search fails says what that hinders, wherever something would be disposed of, and is searched again', async () => {
  const { agencyId } = town.agency
  await town.does('lopez', 'holds.place', async (tx, record) => {
    const placing = { agencyId, matter: 'audit', ref: null, title: 'Audit without end' } as const
    const on = { search: { to: '9999-12-31' } }
    await placeHold(tx, record, { ...placing, by: 'lopez', at: town.now(), on })
  })
  const visit = await house.visit('lopez')
  const { page } = visit
  await visit.goTo('/records/dispositions')
  await page.getByText('Por ahora no se elimina nada').waitFor()
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByText('Nothing is disposed of for now').waitFor()
  await assertSound(visit, 'dispositions-not-searched')
  await page.getByRole('link', { name: 'Audit without end' }).click()
  await page.getByText('What it looks for could not be searched').waitFor()
  await page.getByRole('button', { name: 'Search now' }).click()
  await page.getByText('nothing is disposed of until it is: the log of the installation says why').waitFor()
  await assertSound(visit, 'hold-not-searched')
  await visit.goTo('/')
  await page.getByText('What the hold “Audit without end” looks for could not be searched').waitFor()
})
