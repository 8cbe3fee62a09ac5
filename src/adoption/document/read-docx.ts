import { Refusal } from '../../platform/refusal.ts'
import { visible, type Line } from './line.ts'
import { levelMark, withWrittenNumbers } from './word-numbering.ts'
import { unzip, zip } from './zip.ts'

/**
 * Lines of a Word document: one for each paragraph, an empty line between them; a table's row is one line with
 * its cells parted by tabs. Automatic numbers are written out first. Refuses (malformed) what is no DOCX.
 */
export async function readDocx(bytes: Uint8Array, name: string): Promise<Line[]> {
  const parts = unzip(bytes)
  const body = parts?.get('word/document.xml')
  if (!parts || !body) {
    throw new Refusal('malformed', `${name} is a ZIP archive but no DOCX: it holds no Word document.`)
  }
  const text = (path: string): string => new TextDecoder().decode(parts.get(path) ?? new Uint8Array())
  const numbered = withWrittenNumbers(
    text('word/document.xml'),
    text('word/numbering.xml'),
    text('word/styles.xml'),
  )
  parts.set('word/document.xml', new TextEncoder().encode(numbered))
  parts.delete('word/numbering.xml')
  const lines = [...mastheadOf(parts), ...linesOf(await htmlOf(zip(parts), name))]
  if (!lines.some((line) => /\w/.test(line.text))) throw new Refusal('malformed', `${name} holds no words.`)
  return lines
}

/** Word keeps an order's masthead in its page header: each text once, as lines of their own above the body. */
function mastheadOf(parts: ReadonlyMap<string, Uint8Array>): Line[] {
  const texts = new Set<string>()
  for (const [path, part] of parts) {
    if (!/^word\/header\d*\.xml$/.test(path)) continue
    for (const [paragraph] of new TextDecoder().decode(part).matchAll(/<w:p[\s>].*?<\/w:p>/gs)) {
      const runs = [...paragraph.matchAll(/<w:(?:t(?:\s[^>]*)?>([^<]*)<\/w:t|tab\/)>/g)].map(
        ([, text]) => text ?? '\t',
      )
      const text = visible(decoded(runs.join(''))).trim()
      if (text !== '' && !/^page\b/i.test(text)) texts.add(text)
    }
  }
  const lines = texts.size > 0 ? [...texts, ''] : []
  return lines.map((text, index) => ({ text, indent: 0, mark: 'plain', page: 1, number: index + 1 }))
}

async function htmlOf(bytes: Uint8Array, name: string): Promise<string> {
  // Loaded when a document wants it: it is a quarter of all that the command line would load.
  const { default: mammoth } = await import('mammoth')
  try {
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
    return (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage })).value
  } catch {
    throw new Refusal('malformed', `${name} is a DOCX that is damaged and cannot be read.`)
  }
}

function linesOf(html: string): Line[] {
  const lines: Line[] = []
  let text = ''
  let plainWords = false
  let bold = 0
  let inTable = 0
  let inLink = false
  let footnotes = 0
  const push = (heading?: number): void => {
    const above = text.split(levelMark).length - 1
    const words = visible(text.replaceAll(levelMark, ''))
      .replace(/[ \n]+/g, ' ')
      .trim()
    const mark = heading === undefined ? (plainWords || words === '' ? 'plain' : 'bold') : { heading }
    lines.push({ text: words, indent: above * 4, mark, page: 1, number: lines.length + 1 })
    text = ''
    plainWords = false
  }
  for (const [token, close, tag] of html.matchAll(/<(\/?)([a-z]+\d?)[^>]*>|[^<]+/g)) {
    if (tag === 'a') inLink = !close && /href="#(?:foot|end)note/.test(token)
    // What points from the text to its footnote, and back, is no word of the order.
    if (inLink) continue
    if (tag === 'li' && /id="(?:foot|end)note/.test(token)) {
      footnotes += 1
      text = 'Footnotes'
      if (footnotes === 1) push(1)
      text = `${footnotes}. `
    } else if (tag === undefined) {
      text += decoded(token)
      plainWords ||= bold === 0 && token.trim() !== ''
    } else if (tag === 'strong' || tag === 'b') bold += close ? -1 : 1
    else if (tag === 'table') inTable += close ? -1 : 1
    else if (tag === 'br') {
      if (inTable > 0) text += ' '
      else push()
    } else if (tag === 'tr' && close) push()
    else if ((tag === 'td' || tag === 'th') && close) text = `${text.trimEnd()}\t`
    else if ((tag === 'p' || tag === 'li' || /^h\d$/.test(tag)) && close) {
      if (inTable > 0) {
        text += ' '
        continue
      }
      push(/^h\d$/.test(tag) ? Number(tag[1]) : undefined)
      push()
    }
    if (tag === 'table' && close) push()
  }
  if (text.trim() !== '') push()
  return lines
}

function decoded(text: string): string {
  return text.replace(
    /&(lt|gt|quot|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"' })[name] ?? '&',
  )
}
