import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertSound, openHouse } from './visit.ts'

const house = await openHouse({ demo: true })
const { app, agency } = house.town
const headers = { host: agency.host }

test('the first page is light on the wire', async (t) => {
  const visit = await house.visit()
  const cdp = await visit.context.newCDPSession(visit.page)
  await cdp.send('Network.enable')
  let bytes = 0
  let requests = 0
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
    requests++
  })
  await visit.goTo('/sign-in')
  t.diagnostic(`sign-in: ${Math.round(bytes / 1000)} kB in ${requests} requests, fonts and all`)
  assert.ok(requests >= 6, `saw only ${requests} requests`)
  assert.ok(bytes <= 250_000, `the first page is ${bytes} bytes`)
})

test('hashed files are kept for good, the page itself is asked for anew, and both come compressed', async () => {
  const page = await app.inject({ url: '/sign-in', headers: { ...headers, 'accept-encoding': 'br' } })
  assert.equal(page.statusCode, 200)
  assert.equal(page.headers['cache-control'], 'no-cache')
  assert.equal(page.headers['content-encoding'], 'br')
  const plain = await app.inject({ url: '/sign-in', headers })
  assert.equal(plain.headers['content-encoding'], undefined)
  const assets = [...plain.body.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path = '']) => path)
  assert.ok(assets.length >= 3, `the page names only ${assets.length} files`)
  for (const url of assets)
    for (const encoding of ['br', 'gzip']) {
      const asset = await app.inject({ url, headers: { ...headers, 'accept-encoding': encoding } })
      assert.equal(asset.statusCode, 200, url)
      assert.equal(asset.headers['cache-control'], 'public, max-age=31536000, immutable')
      assert.equal(asset.headers['content-encoding'], encoding)
    }
})

test('the page holds no script and no style of its own, and other addresses are not mistaken for pages', async () => {
  const { body } = await app.inject({ url: '/', headers })
  assert.doesNotMatch(body, /<style|style=|<script(?![^>]*\bsrc=)|https?:/)
  for (const url of ['/api/no-such', '/ledger/no-such', '/assets/no-such.js']) {
    const { statusCode, headers: given } = await app.inject({ url, headers })
    assert.equal(statusCode, 404, url)
    assert.match(String(given['content-type']), /^application\/json/, url)
  }
})

test('in a demonstration every page says so, and one looks through the eyes of each role', async () => {
  const visit = await house.visit()
  const { page } = visit
  await visit.goTo('/sign-in')
  await page.getByText('This is a demonstration.').waitFor()
  const roles = await page.locator('.people .usa-tag').allInnerTexts()
  for (const role of ['chief', 'administrator', 'counsel', 'commander', 'records custodian'])
    assert.ok(
      roles.some((shown) => shown.toLowerCase() === role),
      `nobody is ${role}`,
    )
  await assertSound(visit, 'demo')
  await page.getByRole('button', { name: 'Sign in as Chief Dan Diaz' }).click()
  await page.getByRole('heading', { name: 'What waits for me' }).waitFor()
  await page.getByText('This is a demonstration.').waitFor()
  assert.deepEqual(visit.faults, [])
})

test('on paper there is no menu, and no button', async () => {
  const visit = await house.visit('alvarez')
  await visit.goTo('/roster/bell')
  await visit.page.emulateMedia({ media: 'print' })
  assert.equal(await visit.page.getByRole('navigation').first().isVisible(), false)
  assert.equal(await visit.page.getByRole('button').first().isVisible(), false)
  assert.equal(await visit.page.getByRole('heading', { name: 'Ben Bell' }).isVisible(), true)
})
