import assert from 'node:assert/strict'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { ocrFolder } from '../../web/offline/ocr-files.ts'
import { adoptIn } from '../adopted-town.ts'
import { box, open, pictureOf, provision, told } from './self-check.ts'
import { openHouse, type House, type Visit } from './visit.ts'

test('the self-check as an installed page', async (t) => {
  const house = await openHouse()
  await adoptIn(house.town, 'hartford-3-01a')
  await t.test('it is light on the wire', async () => t.diagnostic(await weight(house)))
  await t.test('a newer version waits until it is wanted', async () =>
    newerVersion(house, await house.visit()),
  )
  // Last, because the server is gone then.
  await t.test('it works without a network, reader of pictures and all', async () =>
    withoutNetwork(house, await house.visit()),
  )
})

const isJudge = (name: string): boolean => name.includes('judge-worker')
const isReader = (name: string): boolean => name.includes(ocrFolder) || /\/src-[\w-]+\.js$/.test(name)

/** What the first visit costs as it goes over the wire, and what comes after it. */
async function weight({ town }: House): Promise<string> {
  const sent = async (url: string): Promise<Buffer> => {
    const headers = { host: town.agency.host, 'accept-encoding': 'br' }
    const { statusCode, rawPayload } = await town.app.inject({ url, headers })
    assert.equal(statusCode, 200, url)
    return rawPayload
  }
  const script = (await town.app.inject({ url: '/sw.js', headers: { host: town.agency.host } })).body
  const names = [...script.matchAll(/[`"'](\/assets\/[^`"']+)[`"']/g)].map(([, name = '']) => name)
  const bytes = async (isIt: (name: string) => boolean): Promise<number> => {
    const parts = await Promise.all(names.filter(isIt).map(sent))
    return parts.reduce((sum, { length }) => sum + length, 0)
  }
  const first =
    (await bytes((name) => !isJudge(name) && !isReader(name))) + (await sent('/self-check')).length
  const judge = (await bytes(isJudge)) + (await sent('/api/self-check/order')).length
  const reader = await bytes(isReader)
  assert.ok(first > 50_000 && first < 250_000, `the first page is ${first} bytes`)
  assert.ok(judge > 50_000 && judge < 350_000, `the judge with its order is ${judge} bytes`)
  assert.ok(reader > 1_000_000, 'the reader is there')
  return `first page ${first} bytes compressed, then the judge and the order ${judge}; the reader of pictures, on demand, ${reader}`
}

async function newerVersion(house: House, visit: Visit): Promise<void> {
  const { server } = house.town.app
  const page = await open(visit)
  const [before] = await pagesKept(page)
  const script = await page.evaluate(() => fetch('/sw.js').then((answer) => answer.text()))
  const version = before?.replace('decorum-page-', '') ?? ''
  assert.ok(version !== '' && script.includes(version))
  let isDown = false
  const handlers = server.listeners('request')
  server.removeAllListeners('request')
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (isDown) {
      response.statusCode = 503
      response.end()
      return
    }
    if (request.url !== '/sw.js')
      return handlers.forEach((handle) => void handle.call(server, request, response))
    response.setHeader('content-type', 'text/javascript')
    response.end(script.replaceAll(version, 'the-newer'))
  })
  await page.reload()
  await page.getByText('A newer version of this page is ready.').waitFor()
  await box(page).fill('Miller is guilty.')
  await told(page).getByText('Barred').waitFor()
  await page.getByRole('button', { name: 'Load it now' }).click()
  await page.waitForFunction(() =>
    caches
      .keys()
      .then(
        (names) =>
          names.filter((name) => name.startsWith('decorum-page-')).join() === 'decorum-page-the-newer',
      ),
  )
  await page.getByText('Checked against').waitFor()
  assert.equal(await page.getByText('A newer version of this page is ready.').count(), 0)
  await box(page).fill('Miller is guilty.')
  await told(page).getByText('Barred').waitFor()
  // A house that answers, and only with faults, is no better than none.
  isDown = true
  await page.reload()
  await page.getByText('Checked against').waitFor()
  server.removeAllListeners('request')
  for (const handle of handlers)
    server.on('request', (request, response) => void handle.call(server, request, response))
}

function pagesKept(page: Page): Promise<string[]> {
  return page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('decorum-page-')))
}

async function withoutNetwork(house: House, visit: Visit): Promise<void> {
  let page = await open(visit)
  await page.getByRole('button', { name: 'Make the reader of pictures ready too' }).click()
  await page.getByText('Ready: pictures are read without a network too.').waitFor()
  const picture = await pictureOf(page, 'He is guilty')
  await house.town.app.close()
  await assert.rejects(fetch(`${house.origin.replace('riverton.localhost', '127.0.0.1')}/health`))
  await visit.context.setOffline(true)
  await page.goto(`${house.origin}/self-check`)
  page = visit.page
  await page.getByText('There is no network.').waitFor()
  await page.getByText('Checked against').waitFor()
  await box(page).fill('Miller is guilty.')
  await told(page).getByText('Barred').waitFor()
  await page.getByText('Asking needs a network.').waitFor()
  await box(page).fill('')
  await page.getByLabel('Add pictures or a video').setInputFiles(picture)
  await provision(page, 'IV.A.20.e').getByText('in picture 1').waitFor({ timeout: 60_000 })
  // Any other page needs the network, and says so.
  await assert.rejects(page.goto(`${house.origin}/ledger`))
}
