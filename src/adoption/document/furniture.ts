import { commands, headingStrength, isTerminated, wordsOf } from './heading.ts'
import { labelOf } from './label.ts'
import { collapse, type Line } from './line.ts'

/** A line that belongs to the page and not to the order. */
export interface Furniture {
  text: string
  page: number
  line: number
}

/** A line of the order, with the furniture gone; `broken` where a page ended just before it. */
export interface CleanLine extends Line {
  broken: boolean
}

const pageNumber = /\b(?:page|pg\.?)\s*[:#|]?\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?\b|\b\d{1,4}\s*\|\s*page\b/i
// The publisher's notice of its rights.
const notice = /(?:©|\bcopyright\b).*\b(?:19|20)\d\d\b|\ball rights reserved\b/i
const counted = /[-–—|]\s*(\d{1,4})$/
const bareNumber = /^[-–—\s]*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?[-–—\s]*$/i

/**
 * Takes away running headers and footers. `headEnd` is the number of lines that belong to the document's own
 * header: there a line is kept, for it is the header's first and true occurrence.
 */
export function withoutFurniture(
  lines: readonly Line[],
  headEnd: number,
): { lines: CleanLine[]; furniture: Furniture[] } {
  const header = lines.slice(0, headEnd).map((line) => line.text)
  const headerWords = new Set(words(header.join(' ')))
  const marked = new Set<number>([
    ...atPageEdges(lines, headerWords),
    ...aroundAnchors(lines, headerWords),
    ...repeatedParagraphs(lines, headEnd, headerWords),
    ...headerLinesAgain(lines, headEnd),
  ])
  const clean: CleanLine[] = []
  const furniture: Furniture[] = []
  let broken = false
  for (const [index, line] of lines.entries()) {
    const changed = index > 0 && lines[index - 1]?.page !== line.page
    if (marked.has(index) && index >= headEnd) {
      furniture.push({ text: collapse(line.text), page: line.page, line: line.number })
      clean.push({ ...line, text: '', mark: 'plain', broken: false })
      broken = true
      continue
    }
    broken ||= changed
    clean.push({ ...line, broken: broken && line.text !== '' })
    if (line.text !== '') broken = false
  }
  return { lines: clean, furniture }
}

function mask(text: string): string {
  return collapse(text).toLowerCase().replace(/\d+/g, '#')
}

/**
 * Lines that stand at the same edge of two pages or more, read inward from the edge until one is unique; and those
 * on a later page's edge that only say again what the document's header says (an order of two pages has just one).
 */
function atPageEdges(lines: readonly Line[], headerWords: ReadonlySet<string>): number[] {
  const pages = new Map<number, number[]>()
  for (const [index, line] of lines.entries()) {
    if (collapse(line.text) === '') continue
    const page = pages.get(line.page)
    if (page) page.push(index)
    else pages.set(line.page, [index])
  }
  const last = [...pages.values()].at(-1)?.at(-1)
  if (pages.size < 2) return last !== undefined && isLoneNumber(lines, last) ? [last] : []
  const found: number[] = []
  for (const edge of ['top', 'bottom'] as const) {
    const runs = [...pages.values()].map((page) => (edge === 'top' ? page : page.toReversed()).slice(0, 8))
    const counts = new Map<string, number>()
    for (const run of runs) {
      for (const seen of new Set(run.map((index) => mask(lines[index]?.text ?? '')))) {
        counts.set(seen, (counts.get(seen) ?? 0) + 1)
      }
    }
    for (const run of runs) {
      for (const index of run) {
        const text = lines[index]?.text ?? ''
        const often = (counts.get(mask(text)) ?? 0) >= Math.max(2, Math.ceil((pages.size - 1) * 0.6))
        const isNumber = bareNumber.test(text) || (pageNumber.test(text) && wordsOf(text).length <= 12)
        const again = (lines[index]?.page ?? 1) > 1 && saysOnly(text, headerWords)
        if (!isNumber && !again && (!often || (labelOf(text) && isTerminated(text)))) break
        found.push(index)
      }
    }
  }
  return found
}

function isLoneNumber(lines: readonly Line[], index: number): boolean {
  return bareNumber.test(lines[index]?.text ?? '') && collapse(lines[index - 1]?.text ?? '') === ''
}

/**
 * `Page 2 of 6` on a line of its own marks a page's edge, as does a notice of copyright or a line that counts the
 * pages; so do the lines beside it that recur beside the others or only say again what the document's header says.
 */
function aroundAnchors(lines: readonly Line[], headerWords: ReadonlySet<string>): number[] {
  const counting = countingLines(lines)
  const anchors = lines.flatMap((line, index) =>
    isPageLine(line.text) || isNotice(line.text) || counting.has(index) ? [index] : [],
  )
  const found = [...anchors]
  for (const step of [-1, 1]) {
    let live = anchors.map((anchor) => ({ at: anchor }))
    for (let distance = 0; distance < 8 && live.length > 0; distance += 1) {
      for (const walker of live) walker.at = nextWritten(lines, walker.at, step)
      const counts = new Map<string, number>()
      for (const { at } of live) {
        const text = mask(lines[at]?.text ?? '')
        counts.set(text, (counts.get(text) ?? 0) + 1)
      }
      live = live.filter(({ at }) => {
        const text = lines[at]?.text ?? ''
        if (text === '' || (labelOf(text) && isTerminated(text))) return false
        return (counts.get(mask(text)) ?? 0) >= 2 || (!labelOf(text) && saysOnly(text, headerWords))
      })
      for (const { at } of live) found.push(at)
    }
  }
  return found
}

function isPageLine(text: string): boolean {
  return pageNumber.test(text) && wordsOf(text).length <= 12 && !/[.;,]$/.test(text.trimEnd())
}

function isNotice(text: string): boolean {
  return notice.test(text) && wordsOf(text).length <= 20 && !labelOf(text) && !commands(text)
}

/** Lines alike that end in a number which counts up by one from each to the next: `Social Networking - 2`. */
function countingLines(lines: readonly Line[]): Set<number> {
  const alike = new Map<string, number[]>()
  for (const [index, { text }] of lines.entries()) {
    if (!counted.test(text) || labelOf(text)) continue
    const key = mask(text)
    const run = alike.get(key)
    if (run) run.push(index)
    else alike.set(key, [index])
  }
  const pageOf = (index: number): number => Number(counted.exec(lines[index]?.text ?? '')?.[1])
  const runs = [...alike.values()].filter(
    (run) => run.length > 1 && run.every((at, order) => pageOf(at) === pageOf(run[0] ?? 0) + order),
  )
  return new Set(runs.flat())
}

// Over at most three empty lines and rules.
function nextWritten(lines: readonly Line[], from: number, step: number): number {
  for (let at = from + step, empty = 0; at >= 0 && at < lines.length && empty < 4; at += step, empty += 1) {
    if (!/^[\s_=*-]*$/.test(lines[at]?.text ?? '')) return at
  }
  return -1
}

/** Whole lines of the header that stand again in the text, twice or in the middle of a sentence. */
function headerLinesAgain(lines: readonly Line[], headEnd: number): number[] {
  const header = new Set(lines.slice(0, headEnd).map(({ text }) => collapse(text)))
  const again = lines.flatMap(({ text }, index) => {
    const line = collapse(text)
    return index >= headEnd && header.has(line) && wordsOf(line).length >= 2 && !labelOf(line) ? [index] : []
  })
  return again.filter((at) => {
    const isTwice = again.some((other) => other !== at && lines[other]?.text === lines[at]?.text)
    const before = lines[at - 1]?.text ?? ''
    return isTwice || (before !== '' && !isTerminated(before) && /^\p{Ll}/u.test(lines[at + 1]?.text ?? ''))
  })
}

interface Paragraph {
  text: string
  first: number
  end: number
}

/** Short paragraphs that recur word for word, where they say what the document's header says or cut a sentence in two. */
function repeatedParagraphs(lines: readonly Line[], headEnd: number, header: ReadonlySet<string>): number[] {
  const paragraphs = paragraphsOf(lines).filter((paragraph) => paragraph.first >= headEnd)
  const counts = new Map<string, number>()
  const cutting = new Set<string>()
  const candidates = paragraphs.map((paragraph) => isFurnitureLike(lines, paragraph))
  for (const [index, paragraph] of paragraphs.entries()) {
    if (!candidates[index]) continue
    counts.set(paragraph.text, (counts.get(paragraph.text) ?? 0) + 1)
    const before = paragraphs[index - 1]?.text ?? ''
    const after = lines[paragraphs[index + 1]?.first ?? -1]?.text ?? ''
    if (before.length > 60 && !isTerminated(before) && /^\p{Ll}/u.test(after)) cutting.add(paragraph.text)
  }
  const running = new Set(
    [...counts]
      .filter(([text, count]) => count >= 2 && (saysOnly(text, header) || cutting.has(text)))
      .map(([text]) => text),
  )
  return paragraphs.flatMap((paragraph, index) => {
    const next = paragraphs[index + 1]
    const previous = paragraphs[index - 1]
    // A running header may be broken over two paragraphs on one page.
    const isPart =
      (next !== undefined && running.has(`${paragraph.text} ${next.text}`)) ||
      (previous !== undefined && running.has(`${previous.text} ${paragraph.text}`))
    if (!candidates[index] || !(running.has(paragraph.text) || isPart)) return []
    return Array.from({ length: paragraph.end - paragraph.first }, (_, step) => paragraph.first + step)
  })
}

// Two words or more, none of them new.
function saysOnly(text: string, known: ReadonlySet<string>): boolean {
  const said = words(text).filter((word) => word !== '')
  return said.length > 1 && said.length <= 20 && said.every((word) => known.has(word))
}

function isFurnitureLike(lines: readonly Line[], { text, first }: Paragraph): boolean {
  const count = wordsOf(text).length
  if (count > 20 || /[.;:,]$/.test(text) || labelOf(text)) return false
  // A marked section heading may well recur ("Exceptions"); only what a page repeats of its header may not stay.
  return typeof lines[first]?.mark !== 'object' || headingStrength(text, 'plain') > 0
}

function words(text: string): string[] {
  return wordsOf(text.toLowerCase()).map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
}

function paragraphsOf(lines: readonly Line[]): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let first = -1
  for (let index = 0; index <= lines.length; index += 1) {
    const isWritten = collapse(lines[index]?.text ?? '') !== ''
    if (isWritten && first < 0) first = index
    if (!isWritten && first >= 0) {
      const text = collapse(
        lines
          .slice(first, index)
          .map((line) => line.text)
          .join(' '),
      )
      paragraphs.push({ text, first, end: index })
      first = -1
    }
  }
  return paragraphs
}
