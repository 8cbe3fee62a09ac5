import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { ocrFolder } from '../../web/offline/ocr-files.ts'
import { adoptIn } from '../adopted-town.ts'
import { askingIn, selfie } from '../asking.ts'
import { eavesdrop } from './eavesdropper.ts'
import { addPicture, box, choose, open, provision, question, told } from './self-check.ts'
import { assertSound, openHouse, photograph, settled, type House, type Visit } from './visit.ts'

const grave =
  'The suspect John Miller is guilty, lock him up. Arrested Maria Lopez last night, her number is 860-555-0142. What a fucking night'

test('the self-check', async (t) => {
  const house = await openHouse()
  await adoptIn(house.town, 'hartford-3-01a', { support: 'Peer support of Riverton: 860-555-0100.' })
  const check = (name: string, work: (visit: Visit) => Promise<void>, as?: string): Promise<void> =>
    t.test(name, async () => {
      const visit = await house.visit(as)
      await work(visit)
      assert.deepEqual(visit.faults, [])
      await visit.context.close()
    })

  await check('nothing leaves the browser, and nothing stays in it', (visit) => staysHere(house, visit))
  await check('what the order says stands beside the words as they are typed', asTyped)
  await check('answers change the ruling and can be taken back', answersChange)
  await check('safer words are tried, used and undone', saferWords)
  await check('pictures are judged by what they show and by the words in them', picturesJudged)
  await check('a draft is kept only when asked, and cleared whole', keptWhenAsked)
  await check('a draft goes to a request in memory', (visit) => handedOver(house, visit), 'alvarez')
  await check(
    'a permission in force covers the very words it was given for',
    (visit) => permitted(house, visit),
    'alvarez',
  )
  await check('a stranger is shown the way in, and the draft waits', draftWaits)
  await check('whoever comes next at the same window does not find it', nextAtTheWindow, 'grant')
  await check('everything can be done by keyboard alone', byKeyboard)
  await check('typing stays smooth with 5,000 characters', (visit) =>
    smooth(visit, (figure) => t.diagnostic(figure)),
  )
  await check('it is sound, empty and full, in both languages', soundness)
})

const secrets = ['Miller', '0142', 'bodycam', 'Quarterdeck']

async function staysHere(house: House, visit: Visit): Promise<void> {
  const ear = eavesdrop(visit.context, house.town.app.server)
  const page = await open(visit)
  assert.ok(ear.requests().length > 5, 'the ear hears the page load')
  assert.match(ear.wire(), /GET \/api\/self-check\/order/)

  await box(page).pressSequentially(grave, { delay: 2 })
  await told(page).getByText('Barred').waitFor()
  await choose(question(page, /Is the case over/), 'Yes')
  await choose(page, "The department's")
  await page.getByLabel('Who you are').selectOption({ label: 'Civilian' })
  await page.getByRole('button', { name: 'Use these words' }).first().click()
  await page.waitForTimeout(500)
  assert.deepEqual(ear.requests(), [], 'no request at all while writing and answering')
  assert.equal(ear.wire(), '')

  await addPicture(page, 'Quarterdeck bodycam')
  await page.getByText('Read on this device').waitFor()
  assert.match(await page.getByLabel('Words in the picture').inputValue(), /Quarterdeck/)
  await page.getByLabel('Describe it').fill('Miller on the bodycam')
  await choose(page, 'A uniform')
  await page.waitForTimeout(500)
  const fetched = ear.requests()
  assert.ok(fetched.length > 0, 'the reader of pictures was fetched')
  for (const { method, path, search, body } of fetched) {
    assert.deepEqual([method, search, body], ['GET', '', null], path)
    assert.match(path, new RegExp(`^/${ocrFolder}/[\\w.-]+$|^/assets/[\\w-]+\\.js$`))
  }
  const wire = ear.wire()
  for (const secret of secrets) assert.ok(!wire.includes(secret), secret)

  await addPicture(page, 'Another bodycam')
  await page.getByText('Read on this device').nth(1).waitFor()
  assert.equal(ear.wire(), '', 'the second picture needs nobody')
  assert.equal(await stored(page), 'nothing')

  // The control: the ear would have heard it.
  ear.requests()
  await page.evaluate(
    (text) => fetch('/api/session', { method: 'POST', body: text }).catch(() => undefined),
    grave,
  )
  await page.evaluate((text) => navigator.sendBeacon('/api/session', text), grave)
  await page.waitForTimeout(300)
  assert.equal(ear.requests().filter(({ body }) => body?.includes('Miller')).length, 2)
  assert.match(ear.wire(), /Miller/)
}

/** What the browser keeps of the draft. */
function stored(page: Page): Promise<string> {
  return page.evaluate(async (words) => {
    const texts = [
      JSON.stringify(localStorage),
      JSON.stringify(sessionStorage),
      document.cookie,
      location.href,
    ]
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        const type = (await cache.match(request))?.headers.get('content-type') ?? ''
        texts.push(request.url, /json|html/.test(type) ? await (await cache.match(request))!.text() : '')
      }
    }
    const databases = (await indexedDB.databases()).map(({ name }) => name)
    const found = words.filter((word) => texts.some((text) => text.includes(word)))
    return [...databases, ...found].join() || 'nothing'
  }, secrets)
}

async function asTyped(visit: Visit): Promise<void> {
  const page = await open(visit)
  await page.getByText('Write something or add a picture').waitFor()
  await box(page).pressSequentially('Coffee with the neighbours this morning.')
  await told(page).getByText('Clear', { exact: true }).waitFor()
  await box(page).fill('He is guilty, and I work for Riverton PD.')
  await told(page).getByText('Barred').waitFor()
  assert.equal(await page.locator('.draft__mark--barred').first().textContent(), 'He is guilty')
  const guilty = provision(page, 'IV.A.20.e')
  await guilty.getByText('No comment on a case that is still before the prosecutors.').waitFor()
  assert.equal(await guilty.locator('mark').first().textContent(), 'He is guilty')
  await guilty.getByText('No permission can cure it.').waitFor()
  const named = provision(page, 'IV.A.18')
  const headings = await page.locator('.ruling h3').allTextContents()
  assert.deepEqual(headings, ['Barred', 'Needs permission first', 'Cautions'])
  assert.ok((await named.count()) <= 1)
  // Marks follow the words while an edit is not judged yet.
  await box(page).press('Home')
  await page.keyboard.insertText('So. ')
  assert.equal(await page.locator('.draft__mark--barred').first().textContent(), 'He is guilty')
  await page.getByText('Would you put it in a local newspaper, with your name at the bottom?').waitFor()
  await page.getByText('Peer support of Riverton: 860-555-0100.').waitFor()
  assert.equal(await page.getByText('It sounds as if you have a lot to carry').count(), 0)
  await box(page).fill("Another dead kid tonight. I can't sleep and I hate this city.")
  await page.getByText('It sounds as if you have a lot to carry').waitFor()
  await choose(page, "The department's")
  await page.getByText('that power still applies to what you type here').waitFor()
}

async function answersChange(visit: Visit): Promise<void> {
  const page = await open(visit)
  await box(page).fill('Miller is guilty.')
  await told(page).getByText('Barred').waitFor()
  assert.equal(await page.locator('.in-sight').filter({ hasText: 'I do not know' }).count(), 2)
  const over = question(page, /Is the case over/)
  await choose(over, 'Yes')
  await told(page).getByText('Clear', { exact: true }).waitFor()
  await choose(over, 'I do not know')
  await told(page).getByText('Barred').waitFor()
  await page.getByLabel('Who you are').selectOption({ label: 'Not with the department' })
  await page.getByText('You are not with the department').waitFor()
}

async function saferWords(visit: Visit): Promise<void> {
  const page = await open(visit)
  await box(page).fill('Arrested Maria Lopez last night, her number is 860-555-0142.')
  const suggested = page.locator('.safer > li').filter({ hasText: '860-555-0142' })
  await suggested.getByRole('button', { name: 'Use these words' }).click()
  assert.equal(
    await box(page).inputValue(),
    'Arrested Maria Lopez last night, her number is [number left out].',
  )
  const written = 'Arrested Maria Lopez last night, her number is 860-555-0142.'
  await page.getByText('Replaced: “860-555-0142” by “[number left out]”.').waitFor()
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'TEXTAREA')
  await page.keyboard.press('Control+z')
  assert.equal(await box(page).inputValue(), written)
  await page.getByText('The words are back as they were.').waitFor()
  await suggested.getByRole('button', { name: 'Use these words' }).click()
  await box(page).press('End')
  await page.keyboard.type(' Lock him up 🔒.')
  assert.equal(await page.getByRole('button', { name: 'Undo' }).count(), 0, 'it was written on')
  for (let step = 0; step < 30 && (await box(page).inputValue()) !== written; step++)
    await page.keyboard.press('Control+z')
  assert.equal(await box(page).inputValue(), written, 'back through what was typed since')
  await twoTaken(page)
  await box(page).fill('John Miller is guilty.')
  await page.locator('.safer > li').filter({ hasText: 'charged' }).waitFor()
}

/** Two suggestions go back one after the other, by the button that is next after the box. */
async function twoTaken(page: Page): Promise<void> {
  const written = 'What a fucking night 🌙, John Miller is guilty.'
  await box(page).fill(written)
  await page.getByRole('button', { name: 'Leave it out' }).click()
  await page.getByText('Left out: “fucking”.').waitFor()
  const once = await box(page).inputValue()
  await page.locator('.safer > li').filter({ hasText: 'charged' }).getByRole('button').click()
  assert.match(await box(page).inputValue(), /is charged/)
  await page.keyboard.press('Tab')
  while ((await page.evaluate(() => document.activeElement?.tagName)) === 'A')
    await page.keyboard.press('Tab')
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Undo')
  await page.keyboard.press('Enter')
  assert.equal(await box(page).inputValue(), once)
  await page.getByRole('button', { name: 'Undo' }).click()
  assert.equal(await box(page).inputValue(), written)
  assert.equal(await page.getByRole('button', { name: 'Undo' }).count(), 0)
  await page.getByRole('button', { name: 'Español' }).click()
  await page.locator('.safer').getByRole('button', { name: 'Quitarlo' }).click()
  await page.getByText('Se quitó «fucking».').waitFor()
  await page.getByRole('button', { name: 'Deshacer' }).click()
  await page.getByText('Las palabras están otra vez como estaban.').waitFor()
  await page.getByRole('button', { name: 'English' }).click()
}

async function picturesJudged(visit: Visit): Promise<void> {
  const page = await open(visit)
  await addPicture(page, 'He is guilty')
  await provision(page, 'IV.A.20.e').getByText('in picture 1').waitFor()
  await page.getByLabel('Words in the picture').fill('')
  await told(page).getByText('Clear', { exact: true }).waitFor()
  await choose(page, 'A uniform')
  await page.getByText('Picture 1: A uniform').first().waitFor()
  await told(page).getByText('Needs permission').waitFor()
  await choose(page, 'A uniform')
  await choose(page, 'A weapon')
  await choose(question(page, 'What is being done with the weapon?'), 'Brandished')
  await told(page)
    .getByText(/Barred|person must weigh/)
    .waitFor()
  await page.getByRole('button', { name: 'Remove picture 1' }).click()
  await page.getByText('Write something or add a picture').waitFor()
  await page
    .getByLabel('Add pictures or a video')
    .setInputFiles({ name: 'not-a-picture.png', mimeType: 'image/png', buffer: Buffer.from('no picture') })
  await page.getByText('“not-a-picture.png” was not added').waitFor()
  assert.equal(await page.getByRole('button', { name: 'Remove picture 1' }).count(), 0)
  await page.getByText('Write something or add a picture').waitFor()
  // A control: a picture of another kind is one.
  const drawn = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><circle r="40"/></svg>'
  await page
    .getByLabel('Add pictures or a video')
    .setInputFiles({ name: 'drawn.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(drawn) })
  await page.getByText('This browser could not read it').waitFor()
  assert.equal(await page.getByText('was not added').count(), 0)
}

async function keptWhenAsked(visit: Visit): Promise<void> {
  let page = await open(visit)
  await box(page).fill('Miller is guilty.')
  await page.waitForTimeout(600)
  page = await open(visit)
  assert.equal(await box(page).inputValue(), '')
  await box(page).fill('Miller is guilty.')
  await addPicture(page, 'bodycam')
  await page.getByText('Read on this device').waitFor()
  await page.getByRole('button', { name: 'Keep on this device' }).click()
  await box(page).pressSequentially(' And more.')
  await page.waitForTimeout(900)
  page = await open(visit)
  await page.getByText('This draft was kept on this device on').waitFor()
  assert.equal(await box(page).inputValue(), 'Miller is guilty. And more.')
  assert.match(await page.getByLabel('Words in the picture').inputValue(), /bodycam/)
  await page.getByRole('button', { name: 'Clear everything' }).click()
  await page.getByText('Everything was cleared.').waitFor()
  assert.equal(await box(page).inputValue(), '')
  assert.equal(await stored(page), 'nothing')
}

async function handedOver(house: House, visit: Visit): Promise<void> {
  const ear = eavesdrop(visit.context, house.town.app.server)
  const page = await open(visit)
  await box(page).fill('I work for Riverton PD and I love Quarterdeck.')
  await told(page).getByText('Needs permission').waitFor()
  await page.getByRole('button', { name: 'Ask for an advance opinion' }).waitFor()
  ear.wire()
  await page.getByRole('button', { name: 'Ask for permission' }).click()
  await page.waitForURL('**/requests/new')
  await settled(page)
  assert.equal(new URL(page.url()).search, '')
  assert.ok(!ear.wire().includes('Quarterdeck'))
  const words = page.locator('textarea').filter({ hasText: 'I work for Riverton PD and I love Quarterdeck.' })
  await words.first().waitFor()
}

async function permitted(house: House, visit: Visit): Promise<void> {
  await askingIn(house.town).approved('alvarez')
  const page = await open(visit)
  await box(page).fill(`${selfie} Badge 101.`)
  await told(page).getByText('Needs permission').waitFor()
  await box(page).fill(selfie)
  await told(page).getByText('Clear', { exact: true }).waitFor()
  await provision(page, 'IV.A.16').getByText('Permitted by the chief').waitFor()
}

async function draftWaits(visit: Visit): Promise<void> {
  const page = await open(visit)
  await box(page).fill('Miller is guilty.')
  await page.getByRole('link', { name: 'Sign in to ask' }).click()
  await page.waitForURL('**/sign-in?to=%2Fself-check')
  await page.goBack()
  await told(page).getByText('Barred').waitFor()
  assert.equal(await box(page).inputValue(), 'Miller is guilty.')
}

async function nextAtTheWindow(visit: Visit): Promise<void> {
  const page = await open(visit)
  await box(page).fill('Miller is guilty.')
  await told(page).getByText('Barred').waitFor()
  await page.getByRole('link', { name: 'Ledger' }).first().click()
  await page.waitForURL('**/ledger')
  await page.getByRole('link', { name: 'Check a post' }).click()
  await told(page).getByText('Barred').waitFor()
  assert.equal(await box(page).inputValue(), 'Miller is guilty.', 'it outlives the page')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL('**/sign-in')
  await page.getByRole('link', { name: 'Check a post' }).click()
  await page.getByText('Write something or add a picture').waitFor()
  assert.equal(await box(page).inputValue(), '')
}

async function byKeyboard(visit: Visit): Promise<void> {
  const page = await open(visit)
  const tabTo = async (name: RegExp): Promise<void> => {
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press('Tab')
      const label = await page.evaluate(() => {
        const here = document.activeElement
        if (
          here instanceof HTMLInputElement ||
          here instanceof HTMLTextAreaElement ||
          here instanceof HTMLSelectElement
        )
          return here.labels?.[0]?.textContent ?? ''
        return here?.textContent ?? ''
      })
      if (name.test(label)) return
    }
    assert.fail(`no way to ${name} by keyboard`)
  }
  await tabTo(/What you would write/)
  await page.keyboard.type('Miller is guilty, and that is a fucking relief.')
  await told(page).getByText('Barred').waitFor()
  await tabTo(/Somebody|For yourself/)
  await tabTo(/I do not know/)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await told(page).getByText('Allowed, with a caution').waitFor()
  await tabTo(/Leave it out/)
  await page.keyboard.press('Enter')
  await page.getByText('Left out: “fucking”.').waitFor()
}

async function smooth(visit: Visit, tell: (told: string) => void): Promise<void> {
  const page = await open(visit)
  const sentence = 'The parade went well and the new sergeant handed out ice cream to every child who came. '
  await box(page).fill(`${grave}. ${sentence.repeat(60)}`.slice(0, 5_000))
  await told(page).getByText('Barred').waitFor()
  const measured = await page.evaluateHandle(() => {
    const judged: number[] = []
    const frames: number[] = []
    new PerformanceObserver((list) =>
      judged.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({
      entryTypes: ['measure'],
    })
    document.addEventListener(
      'keydown',
      () => {
        const from = performance.now()
        requestAnimationFrame(() => setTimeout(() => frames.push(performance.now() - from)))
      },
      true,
    )
    return { judged, frames }
  })
  await box(page).press('End')
  await page.keyboard.type(' and he is guilty, the whole city knows it, and so do I, lock him up tonight', {
    delay: 30,
  })
  await page.waitForTimeout(500)
  const { judged, frames } = await measured.jsonValue()
  assert.ok(judged.length > 5 && frames.length > 60, `${judged.length} rulings, ${frames.length} keys`)
  tell(
    `5,000 characters: judged in ${at(judged, 0.5).toFixed(1)} ms (median of ${judged.length}), p95 ${at(judged, 0.95).toFixed(1)} ms; from a key to its frame ${at(frames, 0.5).toFixed(1)} ms, p95 ${at(frames, 0.95).toFixed(1)} ms`,
  )
  assert.ok(at(judged, 0.5) < 60, 'judging 5,000 characters')
  assert.ok(at(frames, 0.5) < 100, 'a key is drawn before anybody waits')
}

/** The value below which a part of the values lies. */
function at(values: number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? Infinity
}

async function soundness(visit: Visit): Promise<void> {
  const page = await open(visit)
  await assertSound(visit, 'self-check-empty')
  await box(page).fill(`${grave}. Bob Smith is a thief and a liar. I work for Riverton PD.`)
  await told(page).getByText('Barred').waitFor()
  await addPicture(page, 'Property of Riverton PD')
  await page.getByText('Read on this device').waitFor()
  await choose(page, 'Somebody else of the department')
  await choose(page, "The department's")
  await page.getByText('If you work undercover').click()
  await page.waitForTimeout(300)
  await assertSound(visit, 'self-check-full')
  await page.getByRole('button', { name: 'Español' }).click()
  await page.getByText('Revise lo que va a publicar').waitFor()
  await assertSound(visit, 'self-check-spanish')
  await page.emulateMedia({ media: 'print' })
  await photograph(page, 'self-check-print')
}
