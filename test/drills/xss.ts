import assert from 'node:assert/strict'
import sharp from 'sharp'
import { openBrowser } from '../browser/chromium.ts'
import { webFolder } from '../browser/web-folder.ts'
import { buildCommentedTown, type CommentedTown } from '../commented-town.ts'
import { postingIn } from '../posting.ts'
import type { Run } from './drill.ts'
import { capFault, carelessFeeds, letterFaults, squeezed, titlesIn } from './xss-documents.ts'
import { payloads, type Payload } from './xss-payloads.ts'
import { plant, planting, short, type Planted } from './xss-planted.ts'
import { look, lookInside, rootOf, watchIn, type Watch } from './xss-watch.ts'

/** A feed has fifty entries; a batch is what it shows whole. */
const batchSize = 38

/** [stored XSS] Payloads in every field that anybody sees, shown in a browser whose pages' own policy is switched off. */
export const run: Run = async (rounds, seed) => {
  const town = await buildCommentedTown({ webFolder: await webFolder() })
  const address = new URL(await town.app.listen({ host: '127.0.0.1', port: 0 }))
  const origin = `http://${town.agency.host}:${address.port}`
  const all = payloads(rounds, seed)
  const picture = await pictureIn(town)
  const faults: string[] = []
  let [shown, scripts, documents, letters, careless] = [0, 0, 0, 0, 0]
  for (let from = 0; from < all.length; from += batchSize) {
    const batch = all.slice(from, from + batchSize)
    town.pass({ minutes: 2 })
    const planted = await plant(town, picture, batch)
    // A browser that has shown thousands of pages is a heavy one; and a server waits for what it keeps open.
    const browser = await openBrowser()
    try {
      const [visitor, member] = [await watchIn(browser), await watchIn(browser)]
      documents += await site(town, origin, visitor, planted, faults)
      await inside(town, origin, member, planted, faults)
      for (const { ran, odd, shown: count } of [visitor, member]) {
        faults.push(...[...ran].map((n) => `payload ${n} ran: ${all[n]?.words ?? ''}`), ...odd)
        scripts += ran.size
        shown += count()
      }
      careless += await carelessly(await watchIn(browser), batch)
    } finally {
      await browser.close()
    }
    documents += await files(town, planted, faults)
    const pdf = await letterFaults(batch)
    letters += pdf.letters
    faults.push(...pdf.faults)
  }
  const broken = carelessFeeds(all)
  return {
    claim:
      'Nothing that anybody writes runs as a script, or breaks a page, a feed, a CAP message or a letter',
    figure: `${all.length} payloads in ${Object.values(planting).flat().length} fields, ${shown} pages shown in Chromium without their policy, ${documents} feeds, CAP messages and maps read, ${letters} letters: ${scripts} scripts ran, ${faults.length} faults`,
    control: `put into a page as they are, ${careless} of them ran; into a feed, ${broken} of them broke it`,
    faults,
    hasTeeth: careless > all.length / 5 && broken > all.length / 5,
  }
}

async function pictureIn(town: CommentedTown): Promise<string> {
  const green = sharp({ create: { width: 320, height: 200, channels: 3, background: '#3b6' } })
  const { media } = await postingIn(town).add('grant', await green.jpeg().toBuffer())
  return media?.sha256 ?? assert.fail('no picture')
}

/** Shows the public site; gives how many pictures of it were looked at as documents of their own. */
async function site(
  town: CommentedTown,
  origin: string,
  watch: Watch,
  planted: Planted,
  faults: string[],
): Promise<number> {
  const { posts, notices, cancelled, removed, codes } = planted
  const lists = [
    '/public',
    '/public/posts',
    '/public/notices',
    '/public/crime',
    '/public/pages',
    '/public/moderation',
  ]
  const one = posts.flatMap(({ id, words }, n) => [
    { path: `/public/posts/${id}${n % 2 === 0 ? '' : '?lang=es'}`, words: postTitleOf(words) },
    {
      path: `/public/notices/${notices[n]?.id ?? ''}${n % 2 === 0 ? '' : '?lang=es'}`,
      words: short(words, 200),
    },
  ])
  const pages: { path: string; words?: string }[] = [
    ...lists.flatMap((path) => [{ path }, { path: `${path}?lang=es` }]),
    ...one,
    ...[...cancelled.map((id) => `/public/notices/${id}`), ...removed.map((id) => `/public/posts/${id}`)].map(
      (path) => ({ path }),
    ),
    ...codes.map((code) => ({ path: `/public/appeal/${code}` })),
  ]
  for (const { path, words } of pages) {
    const { h1, hasEnd, strange } = await look(watch, `${origin}${path}`)
    faults.push(...strange.map((what) => `${path}: ${what}`))
    if (!hasEnd) faults.push(`${path} is broken off`)
    if (words !== undefined && bare(h1) !== bare(words)) faults.push(`${path} is called ${h1}, not ${words}`)
  }
  const drawn = [
    '/public/crime/plot.svg',
    '/public/crime/map.svg',
    ...notices.slice(0, 3).map(({ id }) => `/public/notices/${id}/map.svg`),
  ]
  for (const path of drawn) {
    await watch.page.goto(`${origin}${path}`)
    const root = await rootOf(watch)
    if (root !== 'svg') faults.push(`${path} is a ${String(root)}`)
    const strange = await watch.page.locator('script, foreignObject, animate, image, a, parsererror').count()
    if (strange > 0) faults.push(`${path} has ${strange} elements that are not of a map`)
  }
  return drawn.length
}

/** As HTML has words: without NUL, which it replaces, and however many spaces. */
const bare = (words: string): string => squeezed(words.replaceAll('\uFFFD', ''))

function postTitleOf(words: string): string {
  const line = (words.trim().split('\n')[0] ?? '').trim()
  return line.length > 90 ? `${line.slice(0, 89).trimEnd()}…` : line
}

/** Feeds and CAP as programs read them; gives how many. */
async function files(town: CommentedTown, { posts, notices }: Planted, faults: string[]): Promise<number> {
  let read = 0
  const text = async (url: string): Promise<string> => {
    read++
    return String((await town.visitor.get(url)).body)
  }
  for (const [what, meant] of [
    ['posts', posts.map(({ words }) => postTitleOf(words))],
    ['notices', notices.map(({ words }) => short(words, 200))],
  ] as const)
    for (const end of ['atom', 'rss', 'json'].flatMap((format) => [format, `${format}?lang=es`])) {
      const url = `/public/feeds/${what}.${end}`
      const titles = titlesIn(url, await text(url))
      if (typeof titles === 'string') {
        faults.push(titles)
        continue
      }
      const found = new Set(titles.map(squeezed))
      for (const words of meant)
        if (!found.has(squeezed(words)) && squeezed(words) !== '')
          faults.push(`${url} does not have ${words}`)
    }
  for (const { id, words } of notices) {
    const url = `/public/notices/${id}/cap.xml`
    const fault = capFault(url, await text(url), words)
    if (fault !== undefined) faults.push(fault)
  }
  return read
}

/** Shows the web app to those who work with it. */
async function inside(
  town: CommentedTown,
  origin: string,
  watch: Watch,
  planted: Planted,
  faults: string[],
): Promise<void> {
  const { posts, notices, cancelled, removed, accountId, members } = planted
  const paths = [
    '/posts',
    '/notices',
    '/comments',
    '/comments/appeals',
    '/comments/neutrality',
    '/accounts',
    '/accounts/impostors',
    '/notices/crime-data',
    '/roster',
    '/',
    '/register',
    ...posts.slice(0, 1).flatMap(({ id }) => [`/posts/${id}`, `/posts/${id}/edit`]),
    ...notices.slice(0, 1).flatMap(({ id }) => [`/notices/${id}`, `/notices/${id}/edit`]),
    ...cancelled.slice(0, 1).map((id) => `/notices/${id}`),
    ...removed.slice(0, 1).map((id) => `/posts/${id}`),
    `/accounts/${accountId}`,
    ...members.slice(0, 1).map((id) => `/roster/${id}`),
  ]
  const [name = '', value = ''] = (await town.signedIn('ito')).cookie.split('=')
  await watch.context.addCookies([{ name, value, url: origin }])
  for (const path of paths)
    faults.push(...(await lookInside(watch, `${origin}${path}`)).map((what) => `${path}: ${what}`))
}

/** The control: the payloads put into a page as they are. Gives how many of them ran. */
async function carelessly({ page, ran }: Watch, all: readonly Payload[]): Promise<number> {
  for (const { words } of all) {
    await page.setContent(
      `<!doctype html><title>${words}</title><p title="${words}">${words}</p><p title='${words}'></p><textarea>${words}</textarea><a href="${words}">x</a>`,
      { waitUntil: 'commit' },
    )
    await page.mouse.move(50, 60)
  }
  await page.waitForTimeout(300)
  return ran.size
}
