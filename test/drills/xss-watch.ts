import type { Browser, BrowserContext, Page } from 'playwright-core'
import { z } from 'zod'

/** A browser that sees every script of a payload: the pages' own policy, which would hold it back, is not applied. */
export interface Watch {
  page: Page
  context: BrowserContext
  /** The numbers of the payloads whose script ran, here or in a frame. */
  ran: Set<number>
  /** Dialogs, windows and errors of scripts. */
  odd: string[]
  shown: () => number
}

export async function watchIn(browser: Browser): Promise<Watch> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    bypassCSP: true,
    // The app's own service worker would answer for the server.
    serviceWorkers: 'block',
  })
  const ran = new Set<number>()
  const odd: string[] = []
  let shown = 0
  await context.exposeBinding('ran', (_source, n: unknown) => ran.add(Number(n)))
  const page = await context.newPage()
  page.on('dialog', (dialog) => {
    odd.push(`dialog: ${dialog.message()}`)
    dialog.dismiss().catch(() => undefined)
  })
  context.on('page', (other) => {
    if (other !== page) odd.push(`a window of ${other.url()}`)
  })
  page.on('framenavigated', () => shown++)
  return { page, context, ran, odd, shown: () => shown }
}

/** What stands in a page, looked at from outside of its words. */
const lookedSchema = z.object({
  h1: z.string(),
  hasEnd: z.boolean(),
  /** Elements and attributes that only a payload could have made. */
  strange: z.array(z.string()),
})
export type Looked = z.infer<typeof lookedSchema>

/** Opens a page of the public site and looks at what came of it. The mouse moves over it, for what waits for that. */
export async function look({ page }: Watch, url: string): Promise<Looked> {
  await page.goto(url, { waitUntil: 'load' })
  await page.mouse.move(200, 300)
  const strange =
    'script,iframe,frame,object,embed,base,meta[http-equiv],math,marquee,audio,template,foreignObject,animate,head style,main style,body link'
  return lookedSchema.parse(await page.evaluate(inPage('*', strange)))
}

/** Opens a page of the web app, and gives what a payload alone could have made of it. */
export async function lookInside({ page }: Watch, url: string): Promise<string[]> {
  await page.goto(url)
  await page.locator('h1').first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.mouse.move(300, 400)
  const strange = 'main script,main iframe,main object,main embed,main base,main meta,main style'
  return lookedSchema.parse(await page.evaluate(inPage('main *', strange))).strange
}

/** The name of the element that a document begins with. */
export async function rootOf({ page }: Watch): Promise<unknown> {
  return await page.evaluate('document.documentElement.tagName')
}

/** What runs in a page, which has names that this side does not know. */
function inPage(all: string, strange: string): string {
  return `(() => {
    const leads = ['href', 'src', 'action', 'formaction', 'data', 'xlink:href', 'poster']
    const strange = [...document.querySelectorAll(${JSON.stringify(strange)})].map((one) => one.outerHTML.slice(0, 120))
    for (const element of document.querySelectorAll(${JSON.stringify(all)}))
      for (const { name, value } of element.attributes)
        if (name.startsWith('on') || (leads.includes(name) && /^\\s*(?:javascript|vbscript|data:text)/i.test(value)))
          strange.push(element.tagName + ' ' + name + '=' + value.slice(0, 80))
    const h1 = document.querySelector('h1')?.textContent ?? ''
    return { h1, hasEnd: document.querySelector('body > footer:last-child') !== null, strange }
  })()`
}
