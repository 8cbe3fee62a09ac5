import type { Locator, Page } from 'playwright-core'
import { settled, type Visit } from './visit.ts'

// How a test uses the page of the self-check.

/** Opens the page and waits until nothing more is under way. */
export async function open(visit: Visit): Promise<Page> {
  await visit.goTo('/self-check')
  await visit.page.getByText('Checked against').waitFor()
  await visit.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await settled(visit.page)
  return visit.page
}

/** The text area. */
export const box = (page: Page) => page.getByLabel('What you would write')
/** The ruling in a line. */
export const told = (page: Page) => page.locator('.draft__told [role=status]')
export const provision = (page: Page, citation: string) =>
  page.locator('.ruling__provisions > li').filter({ has: page.getByText(citation, { exact: true }) })
/** USWDS draws its own radio buttons and check boxes and moves the real ones out of sight: people press the label. */
export const choose = (scope: Page | Locator, label: string) =>
  scope.locator('label', { hasText: label }).first().click()
export const question = (page: Page, name: string | RegExp) => page.getByRole('group', { name })

/** A picture of these words, drawn by the browser itself. */
export async function pictureOf(
  page: Page,
  words: string,
): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const address = await page.evaluate((line) => {
    const canvas = document.createElement('canvas')
    canvas.width = 900
    canvas.height = 200
    const pen = canvas.getContext('2d')
    if (!pen) return ''
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, 900, 200)
    pen.fillStyle = '#000'
    pen.font = '48px sans-serif'
    pen.fillText(line, 40, 110)
    return canvas.toDataURL('image/png')
  }, words)
  return {
    name: 'picture.png',
    mimeType: 'image/png',
    buffer: Buffer.from(address.split(',')[1] ?? '', 'base64'),
  }
}

export async function addPicture(page: Page, words: string): Promise<void> {
  await page.getByLabel('Add pictures or a video').setInputFiles(await pictureOf(page, words))
}
