import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { assertSound, openHouse } from './visit.ts'

const house = await openHouse()

// Every page, as somebody sees it for whom it is full.
const pages = {
  visitor: ['/sign-in', '/ledger', '/invitation/not-a-code'],
  alvarez: ['/', '/opened', '/settings', '/roster/import', '/no-such-page'],
  jones: ['/roster', '/roster/add', '/roster/import', '/roster/alvarez'],
  diaz: ['/roster/alvarez', '/positions?position=squad-a', '/designations'],
} as const

test('every page is sound, wide and at 320 px', async (t) => {
  for (const [who, paths] of Object.entries(pages)) {
    const visit = await house.visit(who === 'visitor' ? undefined : who)
    for (const path of paths)
      await t.test(`${path} as ${who}`, async () => {
        await visit.goTo(path)
        await assertSound(visit, `${who}${path.replaceAll(/\W+/g, '-')}`)
      })
    await visit.context.close()
  }
})

test('what makes a page unsound is found', async () => {
  const breaks: readonly [RegExp, (page: Page) => Promise<unknown>][] = [
    [/image-alt/, (page) => page.evaluate(() => document.querySelector('main')?.append(new Image()))],
    [
      /policy: style-src/,
      (page) =>
        page.evaluate(() =>
          document.querySelector('main p')?.insertAdjacentHTML('beforeend', '<b style="top:0">!</b>'),
        ),
    ],
    [
      /policy: connect-src/,
      (page) => page.evaluate(() => fetch('http://127.0.0.1:9/').catch(() => undefined)),
    ],
    [
      /wider than its window/,
      (page) =>
        page.evaluate(() => {
          const wide = document.createElement('p')
          wide.textContent = 'x'.repeat(400)
          wide.style.setProperty('white-space', 'nowrap')
          document.querySelector('main')?.append(wide)
        }),
    ],
  ]
  for (const [what, damage] of breaks) {
    const visit = await house.visit()
    await visit.goTo('/sign-in')
    await damage(visit.page)
    await assert.rejects(assertSound(visit, 'damaged'), ({ message, actual }) =>
      what.test(`${message} ${JSON.stringify(actual)}`),
    )
    await visit.context.close()
  }
})
