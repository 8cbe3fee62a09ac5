import { generateAtomFeed, parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { XmlDocument } from 'libxml2-wasm'
import { getDocumentProxy } from 'unpdf'
import { pdfOf } from '../../src/permissions/letter.ts'
import { readCap } from '../../src/posts/notices/cap-read.ts'
import { joined } from './xss-planted.ts'
import type { Payload } from './xss-payloads.ts'

/** Is it well-formed to libxml2? */
export function isXml(written: string): boolean {
  try {
    XmlDocument.fromString(written).dispose()
    return true
  } catch {
    return false
  }
}

/** The titles of a feed as a reader of feeds has them; a sentence where it is broken. */
export function titlesIn(url: string, written: string): string[] | string {
  if (!url.includes('.json') && !isXml(written)) return `${url} is not well-formed`
  try {
    if (url.includes('.json')) return (parseJsonFeed(written).items ?? []).map(({ title }) => title ?? '')
    if (url.includes('.atom'))
      return (parseAtomFeed(written).entries ?? []).map(({ title }) => title?.value ?? '')
    return (parseRssFeed(written).items ?? []).map(({ title }) => title ?? '')
  } catch (error) {
    return `${url}: ${String(error)}`
  }
}

/** What of a CAP message is broken; nothing where it is read, by libxml2 too, and says what was meant. */
export function capFault(url: string, written: string, contact: string): string | undefined {
  if (!isXml(written)) return `${url} is not well-formed`
  const read = readCap(written)
  if (!read.ok) return `${url}: ${read.faults.join('; ')}`
  const said = read.alert.infos[0]?.description ?? ''
  return squeezed(said) === squeezed(contact) ? undefined : `${url} says ${said}`
}

/** Words without what a format may leave out of them: signs that it does not have, and how many spaces there are. */
export function squeezed(words: string): string {
  return words
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[\s\u2028\u2029]+/g, ' ')
    .trim()
}

/** Letters whose every word is a payload, as PDF: what is broken in them, or would act. */
export async function letterFaults(
  batch: readonly Payload[],
): Promise<{ letters: number; faults: string[] }> {
  const faults: string[] = []
  let letters = 0
  for (let from = 0; from < batch.length; from += 10) {
    const words = joined(batch.slice(from, from + 10), 2_000)
    const pdf = pdfOf({
      agency: words.slice(0, 100),
      zone: 'America/New_York',
      at: '2026-11-21T15:00:00Z',
      number: '01a1fd36-0000-7000-8000-000000000000',
      title: words.slice(0, 200),
      to: [words.slice(0, 200)],
      says: [words],
      facts: [[words.slice(0, 40), words]],
      text: words,
      signed: [words.slice(0, 100)],
    })
    if (!pdf) continue
    letters++
    const document = await getDocumentProxy(new Uint8Array(pdf))
    const [scripts, action] = [await document.getJSActions(), await document.getOpenAction()]
    if (scripts !== null || action !== null)
      faults.push(`a letter acts: ${JSON.stringify({ scripts, action })}`)
    for (let n = 1; n <= document.numPages; n++) {
      const page = await document.getPage(n)
      const found: unknown[] = await page.getAnnotations()
      if (found.length > 0) faults.push(`a letter has ${found.length} annotations`)
    }
    await document.loadingTask.destroy()
  }
  return { letters, faults }
}

/** The control: feeds written without a thought. Gives how many are broken. */
export function carelessFeeds(batch: readonly Payload[]): number {
  const whole = generateAtomFeed({
    id: 'https://riverton.example/feed',
    title: { value: 'Posts' },
    updated: '2026-11-21T15:00:00Z',
    entries: [],
  })
  return batch.filter(
    ({ words }) => !isXml(whole.replace('</feed>', () => `<entry><title>${words}</title></entry></feed>`)),
  ).length
}
