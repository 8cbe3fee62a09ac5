import { headingStrength, isSectionName, wordsOf } from './heading.ts'
import { labelOf, type Label } from './label.ts'
import { collapse, type Line } from './line.ts'
import { cellsOf } from './read-text.ts'
import { sentencesOf } from './sentences.ts'

/** One thing the header says: which, the printed words, and the part of them that is the value. */
export interface HeaderEntry {
  key: string
  text: string
  value: string
  line: number
  page: number
}

/** A paragraph of running text that stands before the first section. */
export interface HeaderParagraph {
  text: string
  line: number
  page: number
}

// The labels that forms of orders print, with a colon or without. First match wins, so longer ones stand first.
const labels: readonly (readonly [key: string, pattern: RegExp])[] = [
  [
    'signatory',
    /^(?:(?:by order of|approved and signed)|(?:the )?(?:chief|sheriff|commissioner|director)(?:['’]s)?(?: of police)?(?:['’]s)? signature|signature|signed(?: by)?)\b/i,
  ],
  ['approved-by', /^(?:approved|authori[sz]ed|adopted) by\b/i],
  ['approval-date', /^(?:approv(?:al|ed)|adopt(?:ion|ed)) (?:date|on)\b/i],
  ['effective-date', /^(?:(?:re-?)?issued?\s*\/\s*)?effective(?: date)?\b/i],
  ['reissue-date', /^re-?issued?(?: date)?\b/i],
  [
    'issue-date',
    /^(?:original )?(?:issue|issuance|issued)(?: date)?\b|^date (?:of )?(?:issue|issued|issuance)\b/i,
  ],
  ['revision-date', /^(?:last )?(?:revis(?:ed|ion)|amended|updated)(?: date| on)?\b/i],
  ['review-date', /^(?:next |last )?review(?:ed)?(?: date| due| on)?\b/i],
  [
    'order-number',
    /^(?:general |special |departmental? )?(?:order|policy|directive|procedure|sop|g\.?o\.?|s\.?o\.?p\.?)\s*(?:number\b|no\b\.?|num\b\.?|#|(?=:?\s*\d))/i,
  ],
  ['title', /^(?:order |policy |directive )?(?:title|subject)\b/i],
  ['section-title', /^(?:section|chapter) (?:title|name)\b/i],
  ['section', /^(?:section|chapter)\b/i],
  ['page', /^pages?\b(?=\s*[:#]?\s*\d)/i],
  ['distribution', /^(?:distribution|distribute to|applies to)\b/i],
  ['accreditation-standard', /^(?:accreditation(?: standards?)?|calea(?: standards?)?|standards?)\b/i],
  ['reference', /^(?:cross[- ])?references?\b|^see also\b/i],
  ['rescinds', /^(?:rescinds?|supersedes?|replaces|cancels|amends)\b/i],
]

const documentType =
  /^(?:(?:policy (?:and|&) procedures?|policies (?:and|&) procedures|general orders?|special orders?|policy manual|operations manual|standard operating procedures?|written directives?|departmental? (?:policy|directive|order)s?|administrative orders?|rules (?:and|&) regulations|policy|directives?)(?:\s*[/&,–—-]?\s*|$))+$/i
const agency =
  /^(.{2,60}?\b(?:police|sheriff|public safety|constable|marshal|state patrol)(?:['’]s)?(?: (?:department|dept\.?|office|bureau|service|division|agency|authority|force))?)(?:\s+(.*))?$/i
const office =
  /,\s*(?:(?:interim|acting) )?(?:chief(?: of police)?|sheriff|(?:police )?commissioner|superintendent|colonel|director|marshal)\b/i

/** How many lines belong to the header: everything before the first section, or before the first running text. */
export function headEndOf(lines: readonly Line[]): number {
  const written = lines.flatMap((line, index) => (collapse(line.text) === '' ? [] : [index]))
  const decimals = decimalChapters(lines)
  for (const [order, index] of written.entries()) {
    const line = lines[index]
    if (!line || line.text.includes('\t')) continue
    const next = lines[written[order + 1] ?? -1]
    if (startsSection(line, next, decimals)) return index
  }
  return written.find((index) => wordsOf(lines[index]?.text ?? '').length >= 12) ?? 0
}

function startsSection(line: Line, next: Line | undefined, decimals: ReadonlySet<string>): boolean {
  const text = collapse(line.text)
  const label = labelOf(text)
  if (label && label.rest.trim() !== '' && isFirst(label, decimals) && !office.test(text)) return true
  if (!next) return false
  const hasBody = wordsOf(next.text).length >= 5 || labelOf(next.text) !== undefined
  if (isSectionName(text) && hasBody && !isPrinted(next.text)) return true
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
    if (chapter) counts.set(chapter, (counts.get(chapter) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count >= 2).map(([chapter]) => chapter))
}

/** True for a line that a header prints: a known label, the agency, the kind of document, a signature. */
function isPrinted(text: string): boolean {
  return (
    printedLabel(text) !== undefined ||
    agencyOf(text) !== undefined ||
    documentType.test(text) ||
    office.test(text)
  )
}

/** Reads the header's lines into entries and the paragraphs (a disclaimer) that stand among them. */
export function readHeader(
  lines: readonly Line[],
  extra: Readonly<Record<string, string>> = {},
): { entries: HeaderEntry[]; paragraphs: HeaderParagraph[] } {
  const entries: HeaderEntry[] = []
  const paragraphs: HeaderParagraph[] = []
  let open: { label: string; key: string; line: Line } | undefined
  for (const group of groupsOf(lines)) {
    const first = group[0]
    if (!first) continue
    const whole = collapse(group.map((line) => line.text).join(' '))
    if (isProse(group, whole)) {
      paragraphs.push({ text: whole, line: first.number, page: first.page })
      continue
    }
    for (const line of group) {
      for (const cell of cellsOf(line.text)) {
        const text = collapse(open ? `${open.label} ${cell}` : cell)
        const printed = printedLabel(text, extra)
        if (printed && printed.value === '') {
          open = { label: text, key: printed.key, line }
          continue
        }
        open = undefined
        entries.push(...entriesOf(text, printed, line))
      }
    }
  }
  return { entries: named(entries), paragraphs }
}

function entriesOf(
  text: string,
  printed: { key: string; value: string } | undefined,
  line: Line,
): HeaderEntry[] {
  const at = { line: line.number, page: line.page }
  if (printed) return [{ key: printed.key, text, value: printed.value, ...at }]
  if (office.test(text)) return [{ key: 'signatory', text, value: text, ...at }]
  const body = agencyOf(text)
  if (body) {
    const own = { key: 'agency', text: body.agency, value: body.agency, ...at }
    return body.rest === '' ? [own] : [own, ...entriesOf(body.rest, printedLabel(body.rest), line)]
  }
  if (documentType.test(text)) return [{ key: 'document-type', text, value: text, ...at }]
  const label = /^(\p{L}[\p{L} '’/&-]{1,40}):\s*(\S.*)$/u.exec(text)
  if (label?.[1] && label[2]) return [{ key: slug(label[1]), text, value: label[2], ...at }]
  return [{ key: '', text, value: text, ...at }]
}

// What nothing labels is the title where no label claims that, and otherwise kept under a number of its own.
function named(entries: readonly HeaderEntry[]): HeaderEntry[] {
  let needsTitle = !entries.some((entry) => entry.key === 'title')
  let others = 0
  const kept: HeaderEntry[] = []
  for (const entry of entries) {
    const previous = kept.at(-1)
    if (entry.key !== '') {
      // A label printed on every page is one label.
      if (!kept.some((other) => other.key === entry.key && other.text === entry.text)) kept.push(entry)
    } else if (needsTitle) {
      needsTitle = false
      kept.push({ ...entry, key: 'title' })
    } else if (
      previous?.key === 'title' &&
      previous.line + 1 === entry.line &&
      previous.text === previous.value
    ) {
      const text = `${previous.text} ${entry.text}`
      kept[kept.length - 1] = { ...previous, text, value: text, line: entry.line }
    } else if (!kept.some((other) => other.text === entry.text)) {
      others += 1
      kept.push({ ...entry, key: `other-${others}` })
    }
  }
  return kept
}

function printedLabel(
  text: string,
  extra: Readonly<Record<string, string>> = {},
): { key: string; value: string } | undefined {
  for (const [label, key] of Object.entries(extra)) {
    if (text.toLowerCase().startsWith(label.toLowerCase()))
      return { key, value: valueAfter(text, label.length) }
  }
  for (const [key, pattern] of labels) {
    const match = pattern.exec(text)
    if (match) return { key, value: valueAfter(text, match[0].length) }
  }
  return undefined
}

function valueAfter(text: string, length: number): string {
  return text.slice(length).replace(/^\s*[:#]?\s*/, '')
}

function agencyOf(text: string): { agency: string; rest: string } | undefined {
  const match = agency.exec(text)
  if (!match?.[1]) return undefined
  const rest = match[2] ?? ''
  const isWhole = rest === '' || documentType.test(rest) || printedLabel(rest) !== undefined
  return isWhole ? { agency: match[1], rest } : undefined
}

function isProse(group: readonly Line[], whole: string): boolean {
  if (group.some((line) => line.text.includes('\t') || /^\S[^.:]{0,40}:\s/.test(line.text))) return false
  return wordsOf(whole).length >= 12 && (sentencesOf(whole).length > 1 || /[.!?]["”’')]*$/.test(whole))
}

function groupsOf(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = [[]]
  for (const line of lines) {
    if (collapse(line.text) === '') groups.push([])
    else groups.at(-1)?.push(line)
  }
  return groups.filter((group) => group.length > 0)
}

function slug(label: string): string {
  return label
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}
