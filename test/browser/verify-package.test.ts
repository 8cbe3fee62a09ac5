import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { writeVerifier } from '../../src/ledger/note.ts'
import { produce } from '../../src/records/production/produce.ts'
import { verifyPage } from '../../src/records/production/verify-page.ts'
import { zipFolder } from '../../src/records/production/zip.ts'
import { inTurn } from '../drills/package.ts'
import { packageLedger, production, recordsFor } from '../package-ledger.ts'
import { assertAccessible } from './axe.ts'
import { openBrowser } from './chromium.ts'

const folder = mkdtempSync(join(tmpdir(), 'decorum-verify-page-'))
const out = join(folder, 'package')
const ledger = packageLedger()
let browser: Browser
let page: Page
const asked: string[] = []

before(async () => {
  const records = [...recordsFor(ledger, 40)]
  await produce(out, production, inTurn(records), { ledger, page: await verifyPage() })
  await zipFolder(out, 'package', join(folder, 'package.zip'))
  browser = await openBrowser()
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 320, height: 700 } })
  page = await context.newPage()
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(pathToFileURL(join(out, 'verify.html')).href)
})
after(async () => {
  await browser.close()
  await rm(folder, { recursive: true })
})

const result = async (): Promise<string> => {
  await page.locator('#result:visible').waitFor({ timeout: 60_000 })
  return (await page.locator('#result').textContent()) ?? ''
}
test('opened from the disk, it finds a package whole, and asks nothing of any network', async () => {
  assert.equal(await page.title(), 'Verify this package')
  await assertAccessible(page, 'verify.html')
  await page.locator('#folder').setInputFiles(out)
  const said = await result()
  assert.match(said, /Whole: nothing was changed/)
  assert.match(said, /40 records, each with its place in the ledger proven/)
  assert.match(said, /Riverton Police Department/)
  await assertAccessible(page, 'verify.html with its answer')
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'result')
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320), 'it fits 320 pixels')
  assert.deepEqual(
    asked.filter((url) => !url.startsWith('file:') && !url.startsWith('blob:')),
    [],
  )
})

test('in Spanish by the keyboard, and a wrong byte is named', async () => {
  await page.locator('#language button').focus()
  await page.keyboard.press('Enter')
  assert.match(await result(), /Íntegro: nada fue modificado/)
  await page.locator('#language button').press('Enter')
  const file = join(out, 'data', 'records.csv')
  const right = readFileSync(file)
  const bytes = Buffer.from(right)
  bytes.writeUInt8(0x58, 900)
  writeFileSync(file, bytes)
  await page.locator('#folder').setInputFiles(out)
  await page.getByText('Not whole: one thing is wrong').waitFor({ timeout: 60_000 })
  assert.match(await result(), /data\/records\.csv was changed: byte 900 \(line \d+\) is 0x58 "X", and was /)
  await assertAccessible(page, 'verify.html with another answer')
  writeFileSync(file, right)
})

test('a zip is read too, under the key that somebody knows and not under another', async () => {
  await page.getByText('I know the ledger’s public key').click()
  await page.locator('#key').fill(writeVerifier(ledger.key))
  await page.locator('#zip').setInputFiles(join(folder, 'package.zip'))
  await page.getByText('Whole: nothing was changed').waitFor({ timeout: 60_000 })
  assert.match(await result(), /the one that you gave/)
  await page.locator('#key').fill(writeVerifier(packageLedger('other').key))
  await page.locator('#zip').setInputFiles(join(folder, 'package.zip'))
  await page.getByText(/Not whole/).waitFor({ timeout: 60_000 })
  assert.match(await result(), /the signature of the ledger does not hold/)
})

test('what cannot be read is told in a sentence, and nothing goes on turning', async () => {
  await page.locator('#zip').setInputFiles(join(out, 'bagit.txt'))
  await page.getByText('That is no zip, or a damaged one.').waitFor()
  await page.evaluate(() => {
    Blob.prototype.stream = () => {
      throw new DOMException('the file was changed', 'NotReadableError')
    }
  })
  await page.locator('#folder').setInputFiles(out)
  await page.getByText('A file could not be read').waitFor()
  assert.ok(await page.locator('#progress').isHidden())
})
