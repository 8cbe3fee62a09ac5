import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { due } from '../../src/comments/due.ts'
import { deliveringOf } from '../../src/posts/deliver-soon.ts'
import { buildCommentedTown } from '../commented-town.ts'
import { assertSound, narrow, openHouseOf, photograph } from './visit.ts'

const house = await openHouseOf(buildCommentedTown)
const { town } = house
const { bluesky } = town.fakes
const attack = 'Sergeant Bell is a drooling idiot.'
const question = 'When does Main Street open again?'
const critical = 'The department lies about the cameras and the Chief should resign.'

/** Presses Tab until the keyboard stands on a field or a button of this name. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    const here = await page.evaluate(() => {
      const { activeElement: one } = document
      return one?.getAttribute('name') ?? one?.textContent.trim() ?? ''
    })
    if (here === name) return
    await page.keyboard.press('Tab')
  }
  assert.fail(`the keyboard does not come to ${name}`)
}

/** The address in the last receipt that a visitor of the network finds below their comment. */
function receiptOn(): string {
  const [address] = [...bluesky.wall.posts.values()].flatMap(
    ({ text }) => /http\S+\/public\/appeal\/[\w-]{22}/.exec(text)?.slice(0, 1) ?? [],
  )
  assert.ok(address, 'the network has no receipt')
  return address
}

test('an empty queue and its empty pages say what they are for', async () => {
  const visit = await house.visit('ito')
  const { page } = visit
  await visit.goTo('/')
  await page.getByRole('link', { name: 'Comments', exact: true }).first().click()
  await page.getByText('Nothing waits here.').waitFor()
  await assertSound(visit, 'comments-empty')
  const empty = [
    ['Appeals', 'No appeal waits.'],
    ['Neutrality', 'No quarter was published yet.'],
  ] as const
  for (const [link, says] of empty) {
    await page.getByRole('link', { name: link, exact: true }).click()
    await page.getByText(says).waitFor()
    await assertSound(visit, `comments-empty-${link.split(' ')[0]?.toLowerCase()}`)
  }
})

test('a moderator works by the keyboard: reads, leaves up, undoes that, hides with ground, words and reason', async () => {
  for (const text of [question, attack, critical]) bluesky.write('resident.example', town.out.bluesky, text)
  bluesky.write('rude.example', town.out.bluesky, 'You are all fucking cunts, suck my dick.')
  const visit = await house.visit('ito')
  const { page } = visit
  const { keyboard } = page
  await visit.goTo('/comments')
  await page.getByRole('button', { name: 'Look for new ones now' }).click()
  await page.getByText('4 new versions captured.').waitFor()
  await page.getByText('4 comments', { exact: true }).waitFor()
  await assertSound(visit, 'comments-full')
  await keyboard.press('?')
  const dialog = page.getByRole('dialog', { name: 'Keys' })
  await dialog.getByText('leave up', { exact: true }).waitFor()
  await photograph(page, 'comments-keys')
  await keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })

  await keyboard.press('j')
  await page.getByRole('heading', { name: 'Written by rude.example' }).waitFor()
  const one = page.getByRole('article')
  await one.getByText('Covered: the detectors see something ugly in it.').first().waitFor()
  assert.ok(
    !(await page.content()).includes('suck my'),
    'its words are nowhere on the page until they are asked for',
  )
  await assertSound(visit, 'comments-ugly')
  await one.getByRole('button', { name: 'Show the words' }).first().click()
  await one.getByTestId('comment-words').getByText('suck my dick').waitFor()

  await keyboard.press('j')
  await one.getByText(attack).first().waitFor()
  await one.getByText('Main Street is closed for the parade').waitFor()
  await keyboard.press('l')
  await page.getByText('1 comment left up.').waitFor()
  await page.getByText('3 comments', { exact: true }).waitFor()
  await one.getByText(attack).waitFor({ state: 'detached' })
  await keyboard.press('u')
  await page.getByText('1 comment left up.').waitFor({ state: 'detached' })
  await one.getByTestId('comment-words').getByText('drooling idiot').waitFor()

  await keyboard.press('h')
  await page.getByRole('radio', { name: 'Personal attack' }).and(page.locator(':focus')).waitFor()
  await tabTo(page, 'reason')
  await keyboard.type('It insults a person, and says nothing of what she does.')
  await assertSound(visit, 'comments-hide')
  await tabTo(page, 'Hide')
  await keyboard.press('Enter')
  await one.getByText('Hidden by Ines Ito for Personal attack').waitFor()
  await one.getByText('(IV.B.5)').waitFor()
  await assertSound(visit, 'comments-hidden')
  await town.app.deliverSoon(town.agency)
  assert.ok(bluesky.wall.posts.size > 5, 'the receipt is out')
})

test('criticism asks why it is not hidden for that; off-topic is asked of counsel, who answers', async () => {
  const visit = await house.visit('ito')
  const { page } = visit
  await visit.goTo('/comments')
  await page.getByRole('button', { name: critical }).click()
  const one = page.getByRole('article')
  await one.getByText('That is no ground').waitFor()
  await one.getByRole('button', { name: 'Hide', exact: true }).click()
  await one.getByText('Off-topic (Counsel is asked first').click()
  await one.getByRole('button', { name: 'Mark all of it' }).click()
  await one.getByLabel('Reason', { exact: true }).fill('It is not about the closed street.')
  await one.getByRole('button', { name: 'Hide', exact: true }).click()
  await one
    .getByText('One thing needs your attention')
    .or(one.getByText(/needs? your attention/))
    .first()
    .waitFor()
  await assertSound(visit, 'comments-criticism')
  await one
    .getByLabel('Why it is not hidden for criticising the department')
    .fill('It sells nothing, but is about cameras.')
  await one.getByRole('button', { name: 'Hide', exact: true }).click()
  await one.getByText('Ines Ito asked counsel: Off-topic').waitFor()
  const counsel = await house.visit('kim')
  await counsel.goTo('/')
  await counsel.page.getByRole('link', { name: /may a comment be hidden as off-topic/i }).click()
  await counsel.page.getByRole('button', { name: 'Counsel: it stays' }).click()
  await counsel.page.getByLabel('Reason').fill('It speaks of the department under a post of the department.')
  await counsel.page.getByRole('button', { name: 'Counsel: it stays' }).click()
  await counsel.page.getByText('Counsel Kay Kim:').waitFor()
  await photograph(counsel.page, 'comments-counsel')
  const [row] = (await town.queue('ito', '?state=kept')).items
  assert.equal(row?.text, critical)
})

test('the writer appeals from the receipt without a script or an account; somebody else restores; the log has no words', async () => {
  const context = await house.browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: narrow, height: 800 },
  })
  const page = await context.newPage()
  const address = receiptOn()
  await page.goto(address)
  await page.getByText('It insults a person').waitFor()
  assert.ok(!(await page.content()).includes('drooling'))
  await page.getByRole('textbox').fill('I meant the dog of the sergeant.')
  await photograph(page, 'appeal-form')
  await page.getByRole('button').click()
  await page.getByText('Your appeal was received').waitFor()
  const scripted = await house.visit()
  await scripted.goTo(new URL(address).pathname)
  await assertSound(scripted, 'appeal-made')

  const moderator = await house.visit('ito')
  await moderator.goTo('/comments/appeals')
  await moderator.page.getByText('I meant the dog').waitFor()
  assert.equal(await moderator.page.getByRole('button', { name: 'Decide' }).count(), 0)
  const visit = await house.visit('chen')
  await visit.goTo('/')
  await visit.page.getByRole('link', { name: /an appeal against a hidden comment/i }).click()
  await visit.page.getByText('I meant the dog').waitFor()
  await assertSound(visit, 'appeals-full')
  await visit.page.getByText('Restore', { exact: true }).click()
  await visit.page.getByLabel('Why').fill('A dog may be called so.')
  await visit.page.getByRole('button', { name: 'Decide' }).click()
  await visit.page.getByText('No appeal waits.').waitFor()
  await town.app.deliverSoon(town.agency)
  assert.equal((await town.found('ito', attack, 'restored')).hidings[0]?.appeal?.state, 'restored')
  await page.reload()
  await page.getByText('A dog may be called so.').waitFor()
  await context.close()

  const resident = await house.visit()
  await resident.goTo('/public/moderation')
  await resident.page
    .getByText(/Decided: restored/)
    .first()
    .waitFor()
  const log = await resident.page.content()
  for (const never of ['drooling', 'resident.example', 'Ines Ito', 'dog'])
    assert.ok(!log.includes(never), never)
  await assertSound(resident, 'public-moderation')
})

test('many are moved at once and put back; what somebody moved meanwhile is said; a fault of the line is said', async () => {
  for (const name of ['a', 'b', 'c'])
    bluesky.write(`${name}.example`, town.out.bluesky, `You stupid fool, number ${name}.`)
  await town.look()
  const visit = await house.visit('ito')
  const { page } = visit
  await visit.goTo('/comments?ground=personal-attack')
  await page.getByText('3 comments', { exact: true }).waitFor()
  for (const name of ['a', 'b', 'c'])
    await page.getByText(`Choose the comment of ${name}.example`).locator('..').click()
  await page.getByText('3 comments chosen').waitFor()
  const taken = await town.found('diaz', 'You stupid fool, number b')
  await photograph(page, 'comments-bulk')
  await page.route('**/api/comments?*', (route) => route.abort())
  await town.moves('diaz', taken, { move: 'keep' })
  await page.getByRole('button', { name: 'Leave all of them up' }).click()
  await page.getByText('2 comments left up.').waitFor()
  await page.getByText(/It was moved or changed meanwhile by/).waitFor()
  await page.getByText('The server does not answer.').waitFor()
  await assertSound(visit, 'comments-error')
  await page.unroute('**/api/comments?*')
  await page.getByRole('button', { name: 'Undo: back to the queue' }).click()
  await page.getByText('2 comments left up.').waitFor({ state: 'detached' })
  await page.getByText('2 comments', { exact: true }).waitFor()
})

test('a filter with its reason and end is approved by another; a writer is blocked for a time; both are published', async () => {
  const visit = await house.visit('ito')
  const { page } = visit
  await visit.goTo('/comments/filters')
  await page.getByLabel('Words', { exact: true }).fill('washing machine')
  await page.getByText('Off-topic', { exact: true }).click()
  await page.getByLabel('Reason').fill('Sellers flood the page.')
  await page.getByLabel('Last day').fill('2026-12-01')
  await page.getByRole('button', { name: 'Propose', exact: true }).click()
  await page.getByText('Waits for approval').waitFor()
  const chen = await house.visit('chen')
  await chen.goTo('/comments/filters')
  await assertSound(chen, 'filters-full')
  await chen.page.getByRole('button', { name: 'Approve', exact: true }).click()
  await chen.page.getByText('In force').waitFor()

  const rude = await town.found('ito', 'You are all')
  const spans = rude.grounds.find(({ ground }) => ground === 'obscenity')?.spans
  const said = { move: 'hide', ground: 'obscenity', n: 1, spans, reason: 'It is sexually explicit abuse.' }
  await town.moves('ito', rude, said)
  await visit.goTo(`/comments?state=hidden&comment=${rude.commentId}`)
  await page.getByText('Block its writer for a time').click()
  await page.getByLabel('Reason').fill('She writes so every day.')
  await page.getByLabel('Last day').fill('2027-01-20')
  await page.getByRole('button', { name: 'Block', exact: true }).click()
  await page.getByText(/Give the writer this address to appeal/).waitFor()
  await photograph(page, 'comments-block')
  await visit.goTo('/comments/filters')
  await page.getByRole('heading', { name: 'rude.example' }).waitFor()
  await assertSound(visit, 'blocks-full')
  const resident = await house.visit()
  await resident.goTo('/public/moderation')
  await resident.page.getByText('Sellers flood the page.').waitFor()
  await resident.page.getByText('One writer is blocked for a time.').waitFor()
})

test('a moderator is spared as they wish, and the Chief settles what asks counsel', async () => {
  const visit = await house.visit('ito')
  const { page } = visit
  await visit.goTo('/comments/settings')
  await page.getByText('Always', { exact: true }).click()
  await page.getByRole('button', { name: 'Keep' }).click()
  await page.getByText('Kept.').waitFor()
  await visit.goTo('/comments')
  await page.getByRole('button', { name: 'c.example' }).click()
  await page.getByRole('article').getByText('Covered, as you asked.').first().waitFor()
  const chief = await house.visit('diaz')
  await chief.goTo('/comments/settings')
  await chief.page.getByText('“Off-topic” needs counsel’s word').click()
  await assertSound(chief, 'comment-settings')
  await chief.page.getByRole('button', { name: 'Keep' }).last().click()
  await chief.page.getByText('Kept.').waitFor()
  const asks = (await town.found('ito', question)).grounds.map(({ asksCounsel }) => asksCounsel)
  assert.deepEqual(asks, [false, false, false])
})

test('a quarter is read again blind by somebody else, its rates are shown, and all of it is there in Spanish', async () => {
  town.moveTo('2027-01-05T15:00:00Z')
  await due(town.db, town.agency, town.now(), deliveringOf(town.app))
  const visit = await house.visit('lopez')
  const { page } = visit
  await visit.goTo('/comments/neutrality')
  await page.getByRole('heading', { name: '2026-Q4, so far' }).waitFor()
  for (let left = 7; left > 0; left--) {
    await page.getByText(`${left} comment${left === 1 ? '' : 's'} left`).waitFor()
    const shown = await page.locator('blockquote').innerText()
    await page
      .getByText(shown.includes('lies') ? 'Critical' : 'Neutral', { exact: true })
      .first()
      .click()
    await page.getByText('No', { exact: true }).click()
    await page.getByRole('button', { name: 'Put it down and read the next' }).click()
  }
  await page.getByText('Nothing waits to be read again by you.').waitFor()
  await assertSound(visit, 'neutrality-full')
  await page.getByRole('button', { name: 'Español' }).click()
  await page.getByRole('heading', { name: 'Neutralidad' }).waitFor()
  await assertSound(visit, 'es-neutrality')
  await visit.goTo('/comments?state=kept')
  await page.getByText('2 comentarios').waitFor()
  await assertSound(visit, 'es-comments')
})
