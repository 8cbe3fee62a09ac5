import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { later } from '../../src/platform/day.ts'
import { due } from '../../src/posts/due.ts'
import { deliveringOf } from '../../src/posts/deliver-soon.ts'
import { unknownWords } from '../../src/posts/delivery-outcome.ts'
import { buildOfficialTown } from '../official-town.ts'
import { postingIn } from '../posting.ts'
import { assertSound, openHouseOf, photograph, type Visit } from './visit.ts'

const house = await openHouseOf(buildOfficialTown)
const { town } = house
const { db, agency } = town
const { said, edit, seen, moves, published, write } = postingIn(town)
const { site, bluesky, mastodon } = town.accounts
const everywhere = [site, bluesky, mastodon].map(({ accountId }) => accountId)

/** A photograph as a camera makes it. */
const jpeg = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#446688' } })
  .withExif({ IFD0: { Make: 'Phonemaker', Artist: 'Ana Alvarez' } })
  .jpeg()
  .toBuffer()

const guilty = 'We caught the burglar John Roe. He is guilty and will be convicted.'
const mended =
  'An arrest was made in the burglary on Elm Street. Details: https://police.riverton.example/elm'

/** What anybody reads on the public site, without a script and signed in nowhere. */
async function inPublic(path: string): Promise<string> {
  const { body } = await town.app.inject({ url: path, headers: { host: agency.host } })
  return body
}

async function postOf({ page }: Visit): Promise<string> {
  await page.waitForURL(/\/posts\/[0-9a-f-]{36}$/)
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

test('a post that breaks a provision: the ruling stands beside as it is written; a reload loses nothing', async () => {
  const visit = await house.visit('grant')
  const { page } = visit
  await visit.goTo('/posts')
  await page.getByText('No post is like that.').waitFor()
  await assertSound(visit, 'posts-empty')
  await page.getByRole('link', { name: 'Write a post' }).click()
  await page.getByText('Choose at least one page that it goes to.').waitFor()
  await page.getByLabel('The words in English').fill(guilty)
  const margin = page.getByRole('complementary', { name: 'While you write' })
  await margin.getByText('IV.B.2.c', { exact: true }).waitFor()
  await margin.getByText('Change the words that the order bars (IV.B.2.c).').waitFor()
  for (const { handle } of [site, bluesky, mastodon])
    await page.locator('label', { hasText: new RegExp(`^${handle} \\(`) }).click()
  await margin.getByText(/of 300 characters/).waitFor()
  await margin.getByText(/of 500 characters/).waitFor()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'elm.jpg', mimeType: 'image/jpeg', buffer: jpeg })
  await page.getByText(/Taken out: .*which camera took it/).waitFor()
  await margin.getByText(/Say what the picture or film shows/).waitFor()
  await page.getByText('Blur faces and plates').click()
  await page.getByRole('button', { name: 'Add a rectangle' }).click()
  await page.getByRole('button', { name: 'Blur these' }).click()
  await page.getByText('Blurred. The public copy is another one now.').waitFor()
  await assertSound(visit, 'posts-new-barred')
  await page.reload()
  await page.getByText('What you had not saved is here again').waitFor()
  assert.equal(await page.getByLabel('The words in English').inputValue(), guilty)
  assert.equal(await page.getByRole('group', { name: 'Picture or film 1' }).locator('img').count(), 2)
  await page.getByLabel('What it shows, for people who cannot see it').fill('Elm Street in the evening.')
  await page.getByRole('button', { name: 'Keep as a draft and look it over' }).click()
  await postOf(visit)
  await page.getByRole('button', { name: 'Submit for review' }).click()
  await page.getByText(/The order does not let this be said/).waitFor()
  await page
    .getByText(/IV\.B\.2\.c/)
    .first()
    .waitFor()
  await photograph(page, 'posts-refused')
})

test('mended while somebody else changes it: the refused words survive, and it is handed in', async () => {
  const visit = await house.visit('grant')
  const { page } = visit
  await visit.goTo('/posts')
  await page.getByRole('link', { name: guilty }).click()
  const postId = await postOf(visit)
  await page.getByRole('link', { name: 'Change it' }).click()
  await page.getByLabel('The words in English').fill(mended)
  const before = await seen('grant', postId)
  const changed = { ...before.content, texts: { en: `${guilty} Thank you.` } }
  assert.equal((await edit('ito', postId, changed)).status, 200)
  await page.getByRole('button', { name: 'Keep as a draft and look it over' }).click()
  await page.getByText(/It was changed meanwhile by Ines Ito/).waitFor()
  assert.equal(await page.getByLabel('The words in English').inputValue(), mended)
  await page.reload()
  await page.getByText('The post was changed since you began').waitFor()
  await photograph(page, 'posts-kept')
  await page.getByRole('button', { name: 'Take what I wrote' }).click()
  assert.equal(await page.getByLabel('The words in English').inputValue(), mended)
  await page.getByText('Nothing stands against submitting it.').waitFor()
  await photograph(page, 'posts-edit-full')
  await page.getByRole('button', { name: 'Keep as a draft and look it over' }).click()
  await postOf(visit)
  await page.getByRole('button', { name: 'Submit for review' }).click()
  await page.getByText('Waits for approval').first().waitFor()
  assert.equal((await seen('grant', postId)).state, 'in-review')
})

test('the Chief approves it, and it is on the public site, in the feeds and on every network', async () => {
  const chief = await house.visit('diaz')
  const { page } = chief
  await chief.goTo('/')
  await page
    .getByRole('link', { name: /An arrest was made/ })
    .first()
    .click()
  const postId = await postOf(chief)
  await page.getByRole('button', { name: 'Approve', exact: true }).click()
  await page.getByRole('dialog').getByLabel('What you weighed').fill('No name is in it.')
  await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click()
  await page.locator('dialog[open]').waitFor({ state: 'detached' })
  await town.app.deliverSoon(agency)
  await chief.goTo(`/posts/${postId}`)
  await page.getByText('Published', { exact: true }).first().waitFor()
  await assertSound(chief, 'posts-published')
  const { state, deliveries } = await seen('grant', postId)
  assert.deepEqual(
    [state, deliveries.map((one) => `${one.network} ${one.state}`).toSorted()],
    ['published', ['bluesky done', 'mastodon done', 'site done']],
  )
  assert.match(await inPublic(`/public/posts/${postId}`), /alt="Elm Street in the evening\."/)
  for (const kind of ['atom', 'rss', 'json'])
    assert.match(await inPublic(`/public/feeds/posts.${kind}`), /burglary on Elm Street/, kind)
})

test('it is corrected where it stands, and then removed everywhere; the record copy stays', async () => {
  const visit = await house.visit('grant')
  const { page } = visit
  await visit.goTo('/posts')
  await page.getByRole('link', { name: /An arrest was made/ }).click()
  const postId = await postOf(visit)
  await page.getByRole('link', { name: 'Correct it' }).click()
  await page.getByLabel('The words in English').fill('Correction: it was on Oak Street.')
  await page.getByText('A reply below the post that it corrects').first().waitFor()
  await page.getByRole('button', { name: 'Keep as a draft and look it over' }).click()
  await page.getByRole('heading', { name: 'Correction: it was on Oak Street.' }).waitFor()
  const correction = await postOf(visit)
  await page.getByRole('button', { name: 'Submit for review' }).click()
  await page.getByText('Waits for approval').first().waitFor()
  await moves('chen', correction, 'approve', { remarks: 'Weighed.' })
  await town.app.deliverSoon(agency)
  assert.match(await inPublic(`/public/posts/${postId}`), new RegExp(`/public/posts/${correction}`))
  await visit.goTo(`/posts/${postId}`)
  await page.getByRole('button', { name: 'Remove everywhere' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Remove everywhere' }).click()
  await dialog.getByText('1 thing needs your attention').waitFor()
  await dialog.getByLabel('The reason').fill('The arrest was of somebody else.')
  await dialog.getByRole('button', { name: 'Remove everywhere' }).click()
  await page.locator('dialog[open]').waitFor({ state: 'detached' })
  await town.app.deliverSoon(agency)
  await visit.goTo(`/posts/${postId}`)
  await page.getByText('The arrest was of somebody else.').first().waitFor()
  await photograph(page, 'posts-removed')
  const gone = await seen('grant', postId)
  assert.ok(gone.deliveries.every(({ state }) => state === 'done'))
  assert.equal(gone.content.texts.en, mended)
  assert.doesNotMatch(await inPublic('/public/feeds/posts.json'), /burglary on Elm Street/)
  assert.match(await inPublic(`/public/posts/${postId}`), /The arrest was of somebody else/)
})

test('in an emergency one signs, somebody else reviews it, and both are counted', async () => {
  const postId = await write('grant', said({ category: 'road', texts: { en: 'Oak Street is closed.' } }))
  const visit = await house.visit('grant')
  const { page } = visit
  await visit.goTo(`/posts/${postId}`)
  await page.getByRole('button', { name: 'Publish now on one sign-off' }).click()
  await page.getByRole('dialog').getByLabel('The reason').fill('A gas leak.')
  await page.getByRole('dialog').getByRole('button', { name: 'Publish now on one sign-off' }).click()
  await page.getByText(/Somebody else has to review it by/).waitFor()
  await town.app.deliverSoon(agency)
  assert.match(await inPublic(`/public/posts/${postId}`), /Oak Street is closed/)
  const chief = await house.visit('diaz')
  await chief.goTo('/posts')
  await chief.page.getByText('Emergency, not reviewed yet').waitFor()
  await chief.page.getByRole('link', { name: 'Oak Street is closed.' }).first().click()
  await chief.page.getByRole('button', { name: 'Confirm the emergency' }).click()
  await chief.page.getByRole('dialog').getByRole('button', { name: 'Confirm the emergency' }).click()
  await chief.page.getByText(/confirmed it on/).waitFor()
  await chief.goTo('/posts')
  await chief.page.getByRole('heading', { name: 'Published on one sign-off' }).waitFor()
  await chief.page.getByText('Hours that a recall and a review may take').click()
  await chief.page.getByLabel('A recall is done within so many hours').fill('12')
  await chief.page.getByRole('button', { name: 'Set the hours' }).click()
  await chief.page.getByText('Set.', { exact: true }).waitFor()
})

test('found: the recall clock starts, the posts come down, and the same audience is told', async () => {
  const people = [{ name: 'Bo Béla', status: 'missing', inPicture: false }]
  const postId = await published(
    said({ accounts: everywhere, category: 'missing', texts: { en: 'Bo Béla, 9, is missing.' }, people }),
  )
  const visit = await house.visit('ito')
  const { page } = visit
  await visit.goTo('/posts')
  await page.getByRole('button', { name: 'A person’s status has changed' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Nobody Known')
  await dialog.getByText('No post that is out says otherwise of Nobody Known.').waitFor()
  await dialog.getByRole('textbox', { name: 'Name' }).fill('bo bela')
  await dialog.getByRole('link', { name: 'Bo Béla, 9, is missing.' }).waitFor()
  await dialog.getByLabel('How the department knows').fill('She is at her aunt’s.')
  await photograph(page, 'posts-status')
  await dialog.getByRole('button', { name: 'Start the recall' }).click()
  await page.getByText('Bo Béla: found').first().waitFor()
  await town.app.deliverSoon(agency)
  const [recall] = (await seen('ito', postId)).recalls
  assert.equal(recall?.deadline, later(town.now(), { hours: 12 }))
  await moves('chen', recall?.toldBy ?? '', 'approve', { remarks: 'Weighed.' })
  await town.app.deliverSoon(agency)
  await due(db, agency, town.now(), deliveringOf(town.app))
  assert.match(await inPublic('/public/posts'), /has been found/)
  await visit.goTo('/posts')
  await page.getByRole('heading', { name: 'Recalls' }).waitFor()
  await page.getByText(/removed everywhere, done on/).waitFor()
  await assertSound(visit, 'posts-list')
})

test('a delivery of which nobody is sure is shown with what is known, and a person answers', async () => {
  const postId = await published(said({ accounts: everywhere, texts: { en: 'The fair is on Sunday.' } }))
  // How the engine comes to this is for its own tests.
  await db
    .updateTable('delivery')
    .set({
      state: 'parked',
      doneAt: null,
      url: null,
      remoteId: null,
      sentence: unknownWords('The answer was cut off'),
    })
    .where('agencyId', '=', agency.agencyId)
    .where('subjectId', '=', postId)
    .where('accountId', '=', bluesky.accountId)
    .execute()
  const visit = await house.visit('jones')
  const { page } = visit
  await visit.goTo('/')
  await page.getByRole('link', { name: /It is unknown whether it is there/ }).click()
  await page.getByRole('button', { name: 'Say what is there' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('It is there', { exact: true }).click()
  await dialog.getByLabel('Its address').fill('https://bsky.app/profile/riverton.example/post/1')
  await assertSound(visit, 'posts-settle')
  await dialog.getByRole('button', { name: 'Say so' }).click()
  await page
    .getByText('Jo Jones said so')
    .or(page.getByText(/Jones said so/))
    .first()
    .waitFor()
  assert.ok((await seen('jones', postId)).deliveries.every(({ state }) => state === 'done'))
})

test('a time that the clocks show twice is asked about; everything is there in Spanish', async () => {
  town.moveTo('2027-11-01T15:00:00Z')
  const visit = await house.visit('grant')
  const { page } = visit
  await visit.goTo('/posts/new')
  await page.getByText('At a time', { exact: true }).click()
  await page.getByLabel('Day and time, in the agency’s zone').fill('2027-11-07T01:30')
  await page.getByRole('button', { name: 'Sunday, November 7, 2027 at 1:30 AM EST' }).click()
  await page
    .getByRole('button', { name: 'Sunday, November 7, 2027 at 1:30 AM EST' })
    .waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Español' }).click()
  await page.getByText('Antes de poder presentarla').waitFor()
  await assertSound(visit, 'es-posts-new')
  await visit.goTo('/posts/0190a1b2-0000-7000-8000-000000000000')
  await page.getByText('No existe esa publicación.').waitFor()
  await photograph(page, 'posts-none')
})
