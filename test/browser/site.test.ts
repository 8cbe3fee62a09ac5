import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { CDPSession, Page } from 'playwright-core'
import { buildOfficialTown } from '../official-town.ts'
import { fillSite } from '../site-town.ts'
import { assertAccessible } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { narrow, photograph, wide } from './visit.ts'

/** A slow line: 400 kbit/s, and 400 ms for every question. */
const slow = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }
const mostBytes = 60_000
const mostSeconds = 10

// Opened first, so that it closes first: a server waits for the connections that a browser keeps open.
const browser = await openBrowser()
after(() => browser.close())
const town = await buildOfficialTown()
const address = new URL(await town.app.listen({ host: '127.0.0.1', port: 0 }))
const origin = `http://${town.agency.host}:${address.port}`

async function visit(width: number, javaScriptEnabled = false): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled })
  return await context.newPage()
}

const kb = (bytes: number): string => (bytes / 1_000).toFixed(1)

/** What a page costs on a slow line: bytes of the page with its style, of everything, and when its words stand there. */
async function measured(path: string): Promise<{ page: number; all: number; seconds: number }> {
  const page = await visit(narrow)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Page.enable')
  await cdp.send('Page.setLifecycleEventsEnabled', { enabled: true })
  await cdp.send('Network.emulateNetworkConditions', slow)
  const kinds = new Map<string, string>()
  let [own, all] = [0, 0]
  cdp.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    all += encodedDataLength
    if (['Document', 'Stylesheet'].includes(kinds.get(requestId) ?? '')) own += encodedDataLength
  })
  const painted = paintOf(cdp)
  const begun = performance.now()
  await page.goto(`${origin}${path}`, { waitUntil: 'load' })
  await painted
  const seconds = ((await painted) - begun) / 1_000
  assert.ok((await page.locator('h1').innerText()).length > 3)
  await page.context().close()
  return { page: own, all, seconds }
}

/** When something of the page itself, and not of an empty one, is first to be read. */
function paintOf(cdp: CDPSession): Promise<number> {
  return new Promise((resolve) => {
    cdp.on('Page.lifecycleEvent', ({ name }) => {
      if (name === 'firstContentfulPaint') resolve(performance.now())
    })
  })
}

/** Nothing to say for axe, nothing wider than the window, nothing asked for elsewhere; a picture to look at. */
async function assertSound(path: string, name: string, withAxe = true): Promise<void> {
  const page = await visit(wide, true)
  const faults: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) faults.push(request.url())
  })
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (?:404|410)/.test(message.text()))
      faults.push(message.text())
  })
  await page.goto(`${origin}${path}`, { waitUntil: 'load' })
  if (withAxe) await assertAccessible(page, name)
  for (const width of [wide, narrow]) {
    await page.setViewportSize({ width, height: 900 })
    await photograph(page, `${name}-${width}`)
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    assert.ok(over <= 0, `${name} is ${over} px wider than its window of ${width} px`)
  }
  assert.deepEqual(faults, [], name)
  await page.context().close()
}

const lists = [
  '/public',
  '/public/notices',
  '/public/posts',
  '/public/crime',
  '/public/pages',
  '/public/moderation',
]

test('every page stands and is sound before anything was said', async () => {
  for (const path of lists)
    await assertSound(path, `site-empty${path.replaceAll('/', '-')}`, path === '/public')
})

test('every page of a full site is below 60 kB with its style, and read within 10 s on a slow line without a script', async (t) => {
  const { postId, removedId, noticeId, cancelledId, foundId } = await fillSite(town)
  const paths = [
    ...lists,
    `/public/posts/${postId}`,
    `/public/posts/${removedId}`,
    `/public/notices/${noticeId}`,
    `/public/notices/${cancelledId}`,
    `/public/notices/${foundId}`,
  ]
  const costs = await Promise.all(
    paths.map(async (path) => ({ path, ...(await measured(`${path}?lang=es`)) })),
  )
  for (const { path, page, all, seconds } of costs) {
    const told = `${path}: ${kb(page)} kB with its style, ${kb(all)} kB with its pictures, read after ${seconds.toFixed(1)} s`
    t.diagnostic(told)
    assert.ok(page > 500 && page < mostBytes, told)
    assert.ok(seconds < mostSeconds, told)
  }
  for (const path of paths) {
    const name = path.replace(
      /[0-9a-f-]{36}/,
      (id) =>
        ({
          [postId]: 'one',
          [removedId]: 'removed',
          [noticeId]: 'one',
          [cancelledId]: 'cancelled',
          [foundId]: 'found',
        })[id] ?? id,
    )
    await assertSound(path, `site${name.replaceAll('/', '-')}`)
    if (['/public', '/public/crime', `/public/notices/${noticeId}`].includes(path))
      await assertSound(`${path}?lang=es`, `site-es${name.replaceAll('/', '-')}`, false)
  }
  const page = await visit(wide)
  await page.emulateMedia({ media: 'print' })
  for (const [name, path] of [
    ['notice', `/public/notices/${noticeId}`],
    ['crime', '/public/crime'],
  ] as const) {
    await page.goto(`${origin}${path}`)
    await photograph(page, `site-print-${name}`)
    assert.equal(await page.locator('nav').isVisible(), false)
  }
})

test('a reader goes through the site by its links alone', async () => {
  const page = await visit(narrow)
  await page.goto(`${origin}/public`)
  await page.getByRole('link', { name: 'Español' }).click()
  await page.getByRole('link', { name: 'Avisos', exact: true }).click()
  await page
    .getByRole('link', { name: /Main Street: calle cerrada/ })
    .first()
    .click()
  await page.getByText('Evite la zona.').waitFor()
  const map = page.getByRole('img', { name: /^Mapa: / })
  assert.ok(
    await map.evaluate(async (image) => image instanceof HTMLImageElement && image.decode().then(() => true)),
  )
  await page.getByRole('link', { name: 'Publicaciones', exact: true }).click()
  await page.getByRole('link', { name: 'Publicaciones anteriores' }).click()
  await page.getByRole('link', { name: 'English' }).click()
  await page
    .getByRole('heading', { name: /^Water main on Main Street, day [12]$/ })
    .first()
    .waitFor()
})

test('a form that was not understood says so where the keyboard is; what is shown once is shown in both languages', async () => {
  const page = await visit(narrow)
  await page.goto(`${origin}/public/records/request`)
  await page.getByRole('button', { name: 'Send the request' }).click()
  await page.getByText('Say what you are looking for.').waitFor()
  assert.equal(await page.locator(':focus').getAttribute('role'), 'alert')
  await photograph(page, 'site-request-fault')
  await page.getByLabel('What are you looking for?').fill('Posts of May <b>\nand of June')
  await page.getByRole('button', { name: 'Send the request' }).click()
  await page.getByRole('heading', { name: 'Your request was received' }).waitFor()
  const code = await page.locator('dd strong').innerText()
  await page.getByRole('button', { name: 'Español' }).click()
  await page.getByRole('heading', { name: 'Recibimos su solicitud' }).waitFor()
  assert.equal(await page.locator('dd strong').innerText(), code)
  assert.ok(!page.url().includes(code))
  await photograph(page, 'site-request-made-es')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'Your request was received' }).waitFor()
  assert.equal(await page.locator('dd strong').innerText(), code)
  const accessible = await visit(narrow, true)
  await accessible.goto(`${origin}/public/records/request`)
  await accessible.getByRole('button', { name: 'Send the request' }).click()
  await assertAccessible(accessible, 'the form with its fault')
  await accessible.goto(`${origin}/public/records/requests/no-such-code/parts/1?lang=es`)
  await accessible.getByRole('heading', { name: 'Aquí no hay ninguna página' }).waitFor()
  await assertAccessible(accessible, 'the page of a refusal')
  await photograph(accessible, 'site-refusal-es')
})
