import { couldStandAlone, headingStrength, isSectionName, isTerminated, wordsOf } from './heading.ts'
import { isPrinted, office, printedLabel } from './header-label.ts'
import { labelOf, type Label } from './label.ts'
import { collapse, type Line } from './line.ts'

// No header has more lines; past them a document has none.
const longestHeader = 150

/** How many lines belong to the header: everything before the first section, or before the first running text. */
export function headEndOf(lines: readonly Line[]): number {
  const written: number[] = []
  for (let index = 0; index < lines.length && written.length < longestHeader; index += 1) {
    if (collapse(lines[index]?.text ?? '') !== '') written.push(index)
  }
  const decimals = decimalChapters(lines)
  let titled = false
  for (const [order, index] of written.entries()) {
    const whole = lines[index]
    if (!whole) continue
    // A tab after a label parts no cells.
    const label = labelOf(whole.text)
    const opens = label !== undefined && label.key !== '' && isFirst(label, decimals)
    const line = opens ? { ...whole, text: collapse(whole.text) } : whole
    if (line.text.includes('\t')) continue
    const next = lines[written[order + 1] ?? -1]
    if (startsSection(line, next, decimals)) return index
    // Where headings are set like any line, the first that stands alone over running text after the title is one.
    if (
      titled &&
      next &&
      isAlone(lines, index) &&
      couldStandAlone(labelOf(line.text)?.rest ?? line.text) &&
      !isPrinted(line.text) &&
      opensText(next)
    )
      return index
    titled ||= printedLabel(line.text)?.key === 'title' || (!isPrinted(line.text) && /\p{L}/u.test(line.text))
  }
  return written.find((index) => wordsOf(lines[index]?.text ?? '').length >= 12) ?? 0
}

function startsSection(line: Line, next: Line | undefined, decimals: ReadonlySet<string>): boolean {
  const text = collapse(line.text)
  const label = labelOf(text)
  if (label && label.rest.trim() !== '' && isFirst(label, decimals) && !office.test(text)) return true
  if (!next) return false
  const hasBody = wordsOf(next.text).length >= 5 || labelOf(next.text) !== undefined
  const saysOne = isTerminated(next.text) && wordsOf(next.text).length >= 2
  // `Policy` over `1030` is the name of a number.
  const isNumber = /^\d/.test(next.text) && !labelOf(next.text) && !isTerminated(next.text)
  if (isSectionName(text) && (hasBody || saysOne) && !isPrinted(next.text) && !isNumber) return true
  const isMarked = typeof line.mark === 'object' && line.mark.heading >= 2
  const strength = headingStrength(text, line.mark)
  return (
    (isMarked || strength === 2) &&
    hasBody &&
    wordsOf(next.text).length >= 8 &&
    !isPrinted(text) &&
    !isPrinted(next.text)
  )
}

function isAlone(lines: readonly Line[], index: number): boolean {
  return collapse(lines[index - 1]?.text ?? '') === '' && collapse(lines[index + 1]?.text ?? '') === ''
}

function opensText(next: Line): boolean {
  if (isPrinted(next.text) || isSectionName(next.text)) return false
  const count = wordsOf(next.text).length
  return count >= 6 || labelOf(next.text) !== undefined || (count >= 2 && next.text.endsWith(':'))
}

function isFirst(label: Label, decimals: ReadonlySet<string>): boolean {
  return label.readings.some((reading) =>
    reading.kind === 'decimal' ? decimals.has(label.key.split(/[.-]/)[0] ?? '') : reading.value === 1,
  )
}

// A lone `5.14` heads the page; two or more decimal labels of one chapter are a numbering.
function decimalChapters(lines: readonly Line[]): Set<string> {
  const counts = new Map<string, number>()
  for (const { text } of lines) {
    const label = labelOf(text)
    const chapter = label?.readings[0]?.kind === 'decimal' ? label.key.split(/[.-]/)[0] : undefined
    // `1.0` is a chapter by itself.
    if (chapter) counts.set(chapter, (counts.get(chapter) ?? 0) + (/[.-]0$/.test(label?.key ?? '') ? 2 : 1))
  }
  return new Set([...counts].filter(([, count]) => count >= 2).map(([chapter]) => chapter))
}
