import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { after } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, BrowserContext, Page, Request } from 'playwright-core'
import { buildTown, type Town, type TownSettings } from '../town.ts'
import { assertAccessible } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { webFolder } from './web-folder.ts'

/** The town behind its own address, as a browser reaches it. */
export interface House {
  town: Town
  browser: Browser
  origin: string
  /** A fresh browser profile; with a name, signed in as that member. It fails the test on what no page may do. */
  visit: (as?: string, width?: number) => Promise<Visit>
}

export interface Visit {
  context: BrowserContext
  page: Page
  /** What went wrong unseen: a breach of the content security policy, a request to elsewhere, an error in a script. */
  faults: string[]
  goTo: (path: string) => Promise<void>
}

export const wide = 1280
export const narrow = 320

/** Starts the town, serves the web app built from these sources, and opens a browser. */
export function openHouse(settings: TownSettings = {}): Promise<House> {
  return openHouseOf(buildTown, settings)
}

/** The same with a town of another kind. */
export async function openHouseOf<Kind extends Town>(
  build: (settings: TownSettings) => Promise<Kind>,
  settings: TownSettings = {},
): Promise<House & { town: Kind }> {
  // Opened first, so that it closes first: a server waits for the connections that a browser keeps open.
  const browser = await openBrowser()
  after(() => browser.close())
  const town = await build({ ...settings, webFolder: await webFolder() })
  const address = new URL(await town.app.listen({ host: '127.0.0.1', port: 0 }))
  const origin = `http://${town.agency.host}:${address.port}`
  return {
    town,
    browser,
    origin,
    visit: async (as, width = wide) => {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        reducedMotion: 'reduce',
        locale: 'en-US',
      })
      if (as !== undefined) {
        const [name = '', value = ''] = (await town.signedIn(as)).cookie.split('=')
        await context.addCookies([{ name, value, url: origin }])
      }
      const page = await context.newPage()
      const faults = await watch(page, origin)
      return { context, page, faults, goTo: (path) => goTo(page, `${origin}${path}`) }
    },
  }
}

async function goTo(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.locator('h1').waitFor()
  await settled(page)
}

const underWay = new WeakMap<Page, { requests: Set<Request>; since: number }>()

/** Follows what a page fetches, so that `settled` can tell when it has all of it. */
function follow(page: Page): void {
  const here = { requests: new Set<Request>(), since: performance.now() }
  underWay.set(page, here)
  page.on('request', (request) => here.requests.add(request))
  const over = (request: Request): void => {
    here.requests.delete(request)
    here.since = performance.now()
  }
  page.on('requestfinished', over)
  page.on('requestfailed', over)
}

/** Waits until a page has all that it fetches, and says of nothing that it is on its way. */
export async function settled(page: Page): Promise<void> {
  const here = underWay.get(page)
  assert.ok(here, 'this page is followed')
  const deadline = performance.now() + 30_000
  while (here.requests.size > 0 || performance.now() - here.since < 100) {
    assert.ok(performance.now() < deadline, `${page.url()} has asked for 30 s and was not answered`)
    await pause(20)
  }
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
}

async function watch(page: Page, origin: string): Promise<string[]> {
  const faults: string[] = []
  follow(page)
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  page.on('console', (message) => {
    const text = message.text()
    if (message.type() === 'error' && !text.startsWith('Failed to load resource')) faults.push(text)
  })
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${origin}/`) && !/^(?:blob|data):/.test(url)) faults.push(`request to ${url}`)
  })
  await page.exposeFunction('decorumBreach', (what: string) => faults.push(`policy: ${what}`))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      Reflect.get(globalThis, 'decorumBreach')(`${event.violatedDirective} ${event.blockedURI}`)
    })
  })
  return faults
}

/** The words of what the keyboard is at: those of the whole page where it lost its place. */
export async function focused(page: Page): Promise<string> {
  return await page.evaluate(() =>
    document.activeElement instanceof HTMLElement ? document.activeElement.innerText : '',
  )
}

let looks = 0

/**
 * Asserts that a page gives axe nothing to say, does not scroll sideways at 1280 and at 320 px, and that nothing went
 * wrong unseen.
 */
export async function assertSound({ page, faults }: Visit, name: string): Promise<void> {
  for (const width of [wide, narrow]) {
    await page.setViewportSize({ width, height: 900 })
    await photograph(page, `${name}-${width}`)
    await assertFits(page, name)
    // The same page at another width: what differs is its frame, which a few looks in each file show.
    if (width === wide || looks++ % 4 === 0) await assertAccessible(page, `${name} at ${width} px`)
  }
  await page.setViewportSize({ width: wide, height: 900 })
  assert.deepEqual(faults, [], name)
}

/** Asserts that a page does not scroll sideways. */
export async function assertFits(page: Page, name: string): Promise<void> {
  const [overflow, width] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return [scrollWidth - clientWidth, clientWidth] as const
  })
  assert.ok(overflow <= 0, `${name} is ${overflow} px wider than its window of ${width} px`)
}

/** With DECORUM_SHOTS set to a folder, keeps a picture of the page there for somebody to look at. */
export async function photograph(page: Page, name: string): Promise<void> {
  const folder = process.env['DECORUM_SHOTS']
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
