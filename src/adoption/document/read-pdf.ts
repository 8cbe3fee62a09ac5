import { getDocumentProxy } from 'unpdf'
import { Refusal } from '../../platform/refusal.ts'
import { isTerminated } from './heading.ts'
import { visible, type Line } from './line.ts'
import { inReadingOrder, type Piece } from './page-columns.ts'

/**
 * Lines of a PDF's text layer, page by page from the top, with an empty line wherever the gap between two lines
 * is wider than that of wrapped lines. A wide gap within a line parts cells. Refuses (malformed) a file that is
 * damaged, locked, or has no text layer (a scan must be read by optical character recognition first).
 */
export async function readPdf(bytes: Uint8Array, name: string): Promise<{ lines: Line[]; pages: number }> {
  const pages = await piecesOf(bytes, name)
  const rows = pages.map(rowsOf)
  const spacing = spacingOf(rows)
  const lines = rows.flatMap((page, index) => pageLines(page, index + 1, spacing))
  if (!lines.some((line) => /\w/.test(line.text))) {
    throw new Refusal(
      'malformed',
      `${name} is a PDF with no text layer (a scan): have its text recognised first.`,
    )
  }
  return { lines, pages: pages.length }
}

async function piecesOf(bytes: Uint8Array, name: string): Promise<Piece[][]> {
  try {
    // pdf.js takes the buffer it is given for itself: hand it a copy. Its own warnings would go to the console.
    const pdf = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 })
    try {
      const fonts = new Map<string, string>()
      const pages: Piece[][] = []
      for (let page = 1; page <= pdf.numPages; page += 1)
        pages.push(await piecesOn(await pdf.getPage(page), fonts))
      return pages
    } finally {
      await pdf.loadingTask.destroy()
    }
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    const reason = isLocked ? 'is locked with a password' : 'is damaged'
    throw new Refusal('malformed', `${name} is a PDF that ${reason} and cannot be read.`)
  }
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>

/** The pieces of a page. What a font is called, and so whether it is bold, is known once the page would be drawn. */
async function piecesOn(page: Page, fonts: Map<string, string>): Promise<Piece[]> {
  const items = (await page.getTextContent()).items.filter((item) => 'str' in item)
  const used = new Set(items.filter(({ str }) => str.trim() !== '').map(({ fontName }) => fontName))
  if ([...used].some((name) => !fonts.has(name))) await page.getOperatorList()
  for (const name of used) {
    const font: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : undefined
    const isNamed =
      typeof font === 'object' && font !== null && 'name' in font && typeof font.name === 'string'
    if (!fonts.has(name)) fonts.set(name, isNamed ? String(font.name) : '')
  }
  return items.map(({ str, transform, width, fontName }) => {
    const [, , c, d, x, y]: number[] = transform
    const fontFamily = fonts.get(fontName) ?? ''
    return { str, x: x ?? 0, y: y ?? 0, width, fontSize: Math.hypot(c ?? 0, d ?? 0), fontFamily }
  })
}

function pageLines(rows: readonly Row[], page: number, spacing: number): Line[] {
  const lines: Line[] = []
  const push = (line: Pick<Line, 'text' | 'indent' | 'mark'>): void => {
    lines.push({ ...line, page, number: lines.length + 1 })
  }
  for (const [index, row] of rows.entries()) {
    const above = rows[index - 1]
    const gap = above === undefined ? 0 : gapBetween(above, row)
    const resized = above !== undefined && Math.abs(above.size - row.size) > 1.5
    // At the top of the next column a sentence goes on, as it does on the next page.
    const newColumn = gap < 0 && isTerminated(above?.text ?? '')
    if (gap > spacing * 1.2 || resized || newColumn) push({ text: '', indent: 0, mark: 'plain' })
    push({ text: row.text, indent: Math.round(row.x), mark: row.bold ? 'bold' : 'plain' })
  }
  // A page's end parts nothing by itself: whether the sentence goes on is decided by its words.
  push({ text: '', indent: 0, mark: 'plain' })
  return lines
}

interface Row {
  text: string
  x: number
  y: number
  size: number
  bold: boolean
}

function rowsOf(pieces: readonly Piece[]): Row[] {
  return inReadingOrder(pieces).map((sorted) => {
    const first = sorted[0]
    const bold = sorted.every((piece) => /bold|black|heavy/i.test(piece.fontFamily))
    return { text: joined(sorted), x: first?.x ?? 0, y: first?.y ?? 0, size: first?.fontSize ?? 0, bold }
  })
}

function joined(pieces: readonly Piece[]): string {
  let text = ''
  let end = Number.NaN
  for (const piece of pieces) {
    const gap = piece.x - end
    if (gap > piece.fontSize * 3.5) text += '\t'
    else if (gap > piece.fontSize * 0.15 && !text.endsWith(' ')) text += ' '
    text += visible(piece.str)
    end = piece.x + piece.width
  }
  return text.replace(/ +/g, ' ').trim()
}

// Down from one line to the next, in font sizes, so that a heading and its text can be told by one measure.
function gapBetween(above: Row, row: Row): number {
  return (above.y - row.y) / Math.max(1, Math.min(above.size, row.size))
}

// Wrapped lines stand closest; a page of short entries has few, so the whole document is asked.
function spacingOf(pages: readonly (readonly Row[])[]): number {
  const gaps = pages.flatMap((rows) =>
    rows
      .slice(1)
      .map((row, index) => gapBetween(rows[index] ?? row, row))
      .filter((gap) => gap > 0.9 && gap < 4),
  )
  return gaps.toSorted((one, other) => one - other)[Math.floor(gaps.length * 0.15)] ?? 1.2
}
