import { createHash } from 'node:crypto'
import { WARCParser, type WARCRecord } from 'warcio'
import { z } from 'zod'
import { textOf as wordsOf } from '../../accounts/networks/html-text.ts'
import { Refusal } from '../../platform/refusal.ts'
import { bytesOf, type Contained, type Container } from './container.ts'
import type { Found } from './item.ts'
import { signedSchema, whyUnsigned } from './signed.ts'
import { fromWords } from './times.ts'

/** Web archives: WARC as crawlers write it, and WACZ, a ZIP of WARCs with a list of hashes. */
export const warcFiles = /\.warc(?:\.gz)?$/i

/** Bytes of one page that are kept; what is larger is in the sealed original. */
const mostPage = 32 * 1024 ** 2

/** `hash: "sha256:..."` since WACZ 1.1; before, `stats: { hash }` and `hashing: "sha256"`. */
const resourceSchema = z.union([
  z.object({ path: z.string(), hash: z.string() }),
  z
    .object({ path: z.string(), hashing: z.string(), stats: z.object({ hash: z.string() }) })
    .transform(({ path, hashing, stats }) => ({ path, hash: `${hashing}:${stats.hash}` })),
])
const packageSchema = z.object({ resources: z.array(resourceSchema) })
const digestSchema = z.object({ hash: z.string(), signedData: signedSchema.optional() })

/** Refuses (malformed) a WACZ that is not what its own list of hashes says; names the file. */
export async function refuseChanged(container: Container): Promise<void> {
  const byName = new Map(container.files.map((file) => [file.name, file]))
  const list = byName.get('datapackage.json')
  if (!list) return
  const written = await bytesOf(list, 16 * 1024 ** 2)
  const { data } = packageSchema.safeParse(parsed(written))
  if (!data) throw new Refusal('malformed', 'datapackage.json is no list of what a WACZ holds')
  const sealed = byName.get('datapackage-digest.json')
  if (sealed) {
    const { data: digest } = digestSchema.safeParse(parsed(await bytesOf(sealed, 1024 ** 2)))
    const own = `sha256:${createHash('sha256').update(written).digest('hex')}`
    if (!digest || digest.hash !== own || (digest.signedData && digest.signedData.hash !== own))
      throw new Refusal(
        'malformed',
        'datapackage.json is another one than datapackage-digest.json was made for',
      )
    const why = digest.signedData && whyUnsigned(digest.signedData)
    if (why !== undefined) throw new Refusal('malformed', `its signature does not hold: ${why}`)
  }
  for (const { path, hash } of data.resources) {
    const file = byName.get(path)
    if (!file) throw new Refusal('malformed', `${path} stands in datapackage.json and is not there`)
    const [, name = '', expected = ''] = /^(sha256|md5):([0-9a-f]+)$/.exec(hash) ?? []
    if (name === '') throw new Refusal('malformed', `${path}: ${hash} is no hash that a WACZ may have`)
    const seen = createHash(name)
    for await (const part of await file.open()) seen.update(part)
    if (seen.digest('hex') !== expected)
      throw new Refusal('malformed', `${path} is another file than its hash in datapackage.json was made of`)
  }
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}

/** Every page of a WARC, with its bytes, in the order in which it was captured. */
export async function* pagesIn(file: Contained): AsyncGenerator<Found | undefined> {
  const parser = new WARCParser(await file.open())
  for await (const record of parser) {
    const type = typeOf(record)
    if (type === undefined) continue
    const body = await bodyOf(record)
    const url = record.warcTargetURI
    if (body === undefined || url === null || url === undefined) {
      yield undefined
      continue
    }
    const html = decoded(body, type)
    yield {
      what: 'page',
      remoteId: url,
      parentId: null,
      author: null,
      text: type.startsWith('text/html') ? textIn(html) : html,
      saidAt: fromWords(record.warcDate ?? null),
      url,
      people: [],
      links: [],
      files: [],
      bytes: { mediaType: type.split(';')[0]?.trim() ?? 'text/html', body },
    }
  }
}

/** The media type of a page of words; undefined for what is none: requests, pictures, what was not found. */
function typeOf(record: WARCRecord): string | undefined {
  if (record.warcType === 'resource') return wordy(record.warcContentType ?? '')
  if (record.warcType !== 'response') return undefined
  const status = Number(record.httpHeaders?.statusCode)
  return status === 200 ? wordy(record.httpHeaders?.headers.get('content-type') ?? '') : undefined
}

function wordy(type: string): string | undefined {
  return /^(?:text\/(?:html|plain)|application\/xhtml\+xml)/i.test(type) ? type.toLowerCase() : undefined
}

async function bodyOf(record: WARCRecord): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of record) {
    length += part.length
    if (length <= mostPage) parts.push(part)
  }
  return length > mostPage ? undefined : Buffer.concat(parts)
}

function decoded(body: Uint8Array, type: string): string {
  const head = Buffer.from(body.subarray(0, 2_048)).toString('latin1')
  const named = /charset=["']?([\w-]+)/i.exec(type)?.[1] ?? /<meta[^>]*charset=["']?([\w-]+)/i.exec(head)?.[1]
  try {
    return new TextDecoder(named ?? 'utf-8').decode(body)
  } catch {
    return new TextDecoder().decode(body)
  }
}

/** What a reader of the page read: its title first, and no scripts, styles or comments. */
export function textIn(html: string): string {
  const shown = shownIn(html).replaceAll(
    /<\/(?:div|section|article|h[1-6]|tr|td|th|header|footer|main|nav)>/gi,
    '\n',
  )
  return [wordsOf(titleIn(html)), wordsOf(shown)]
    .join('\n')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n[ \n]*/g, '\n')
    .trim()
}

function titleIn(html: string): string {
  const start = html.search(/<title[\s>]/i)
  const rest = start === -1 ? '' : html.slice(html.indexOf('>', start) + 1)
  return rest.slice(0, Math.max(0, rest.search(/<\/title/i)))
}

/** A page without what nobody reads. Each sort of it is looked for no more once one is unclosed: a page is read through once. */
function shownIn(html: string): string {
  const opening = /<(?:!--|(script|style|noscript|template|svg|head)(?=[\s/>]))/gi
  const unclosed = new Set<string>()
  const kept: string[] = []
  let from = 0
  for (let found = opening.exec(html); found; found = opening.exec(html)) {
    const name = found[1]?.toLowerCase() ?? ''
    if (unclosed.has(name)) continue
    const closing = name === '' ? /-->/g : new RegExp(String.raw`</${name}\s*>`, 'gi')
    closing.lastIndex = found.index + 2
    if (!closing.test(html)) unclosed.add(name)
    else {
      kept.push(html.slice(from, found.index))
      from = opening.lastIndex = closing.lastIndex
    }
  }
  return [...kept, html.slice(from)].join(' ')
}
