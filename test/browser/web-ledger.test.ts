import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { startLedgers } from '../../src/server/ledgers.ts'
import { assertSound, openHouse } from './visit.ts'

const house = await openHouse()
const { town } = house
const folder = await mkdtemp(join(tmpdir(), 'decorum-ledger-'))
const refused: unknown[] = []
const ledgers = startLedgers({
  databaseUrl: town.databaseUrl,
  folder,
  clock: town.now,
  tell: (_agency, fault) => refused.push(fault),
})
await ledgers.keep([town.agency])
after(async () => {
  await ledgers.stop()
  await rm(folder, { recursive: true, force: true })
})

/** An entry that a checkpoint holds: Bell opened something of Alvarez's, and the ledger was sequenced since. */
async function sequencedEntry(): Promise<string> {
  const bell = await town.signedIn('bell')
  await bell.post('/api/members/alvarez/undercover/open', { purpose: 'Planning the parade detail' })
  const { body } = await (await town.signedIn('alvarez')).get('/api/me/opened')
  const entryId = String(Object(body).items[0].entryId)
  for (let tries = 0; tries < 50; tries++) {
    if ((await town.visitor.get(`/api/ledger/proof/${entryId}`)).status === 200) return entryId
    await setTimeout(200)
  }
  return assert.fail(`no checkpoint takes the entry in: ${refused.map(String).join('; ')}`)
}

/** Changes an answer of the server on its way to the page, as a server that lies would. */
async function lie(
  page: Page,
  path: string,
  change: (answer: Record<string, unknown>) => object,
): Promise<void> {
  await page.addInitScript((at) => {
    const real = globalThis.fetch
    globalThis.fetch = async (...asked) => {
      const response = await real(...asked)
      if (typeof asked[0] !== 'string' || !asked[0].startsWith(at)) return response
      return Response.json(await Reflect.get(globalThis, 'decorumLie')(await response.json()))
    }
  }, path)
  await page.exposeFunction('decorumLie', change)
}

const entryId = await sequencedEntry()

test('anybody checks the ledger and an entry of it in their own browser', async () => {
  const visit = await house.visit()
  const { page } = visit
  await visit.goTo('/ledger')
  await page.getByText('The signature holds. This browser has kept the checkpoint.').waitFor()
  await page.getByLabel('Entry, request or permission').fill('not an entry')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: /: An id is 32 digits/ }).waitFor()
  await page.getByLabel('Entry, request or permission').fill(entryId)
  await page.keyboard.press('Enter')
  await page.getByText('It is in the ledger, as number').waitFor()
  await page.getByText('The proof', { exact: true }).click()
  await assertSound(visit, 'ledger-proof')
})

test('at the next visit the browser checks that the ledger only grew', async () => {
  const visit = await house.visit()
  const { page } = visit
  await visit.goTo('/ledger')
  await page.getByText('This browser has kept the checkpoint.').waitFor()
  await sequencedEntry()
  await visit.goTo('/ledger')
  await page.getByText('nothing in it was changed').waitFor()
  // As if this browser had once been shown another ledger.
  await page.evaluate(() => {
    const kept = JSON.parse(localStorage.getItem('decorum.ledger') ?? '{}')
    localStorage.setItem('decorum.ledger', JSON.stringify({ ...kept, size: kept.size - 1 }))
  })
  await visit.goTo('/ledger')
  await page.getByText('This is not a continuation of the ledger').waitFor()
  await visit.goTo('/ledger')
  await page.getByText('This is not a continuation of the ledger').waitFor()
  await assertSound(visit, 'ledger-forked')
})

test('a proof that was tampered with is not believed', async () => {
  const { page, goTo } = await house.visit()
  await lie(page, '/api/ledger/proof/', (answer) => ({ ...answer, commitment: `${'A'.repeat(43)}=` }))
  await goTo(`/ledger?entry=${entryId}`)
  await page.getByText('The proof does not hold.').waitFor()
})

test('a checkpoint that was tampered with is not believed, and not kept', async () => {
  const { page, goTo } = await house.visit()
  await lie(page, '/api/ledger', (answer) => ({
    ...answer,
    size: Number(answer['size']) + 1,
    checkpoint: String(answer['checkpoint']).replace(/\n(\d+)\n/, (_, size) => `\n${Number(size) + 1}\n`),
  }))
  await goTo('/ledger')
  await page.getByText('The signature does not hold.').waitFor()
  assert.equal(await page.evaluate(() => localStorage.getItem('decorum.ledger')), null)
})
