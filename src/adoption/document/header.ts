import { wordsOf } from './heading.ts'
import { agencyOf, bareOffice, documentType, office, printedLabel } from './header-label.ts'
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

/** Reads the header's lines into entries and the paragraphs (a disclaimer) that stand among them. */
export function readHeader(
  lines: readonly Line[],
  extra: Readonly<Record<string, string>> = {},
): { entries: HeaderEntry[]; paragraphs: HeaderParagraph[] } {
  const entries: HeaderEntry[] = []
  const paragraphs: HeaderParagraph[] = []
  // Labels without a value yet: one waits for the next cell, a whole row of them for the row below.
  let waiting: string[] = []
  for (const group of groupsOf(lines)) {
    const first = group[0]
    if (!first) continue
    const whole = collapse(group.map((line) => line.text).join(' '))
    if (isProse(group, whole)) {
      paragraphs.push({ text: whole, line: first.number, page: first.page })
      continue
    }
    for (const line of group) {
      const cells = cellsOf(line.text).map(collapse)
      const bare = cells.filter((cell) => printedLabel(cell, extra)?.value === '')
      if (bare.length === cells.length) {
        waiting = cells
        continue
      }
      const below = waiting.length === cells.length ? waiting : []
      let label = waiting.length === 1 && below.length === 0 ? waiting[0] : undefined
      waiting = []
      for (const [column, cell] of cells.entries()) {
        const text = collapse(`${below[column] ?? label ?? ''} ${cell}`)
        const printed = printedLabel(text, extra)
        label = printed?.value === '' ? text : undefined
        if (label === undefined) entries.push(...entriesOf(text, printed, line))
      }
      if (label !== undefined) waiting = [label]
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
  if (office.test(text) || bareOffice.test(text)) return [{ key: 'signatory', text, value: text, ...at }]
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
  let needsNumber = !entries.some((entry) => entry.key === 'order-number')
  let others = 0
  const kept: HeaderEntry[] = []
  for (const entry of entries) {
    const previous = kept.at(-1)
    if (previous?.key === 'signatory' && bareOffice.test(entry.text)) {
      const text = `${previous.text} ${entry.text}`
      kept[kept.length - 1] = { ...previous, text, value: `${previous.value} ${entry.value}` }
    } else if (entry.key !== '') {
      // What is printed on every page is one thing, and is said once in full.
      const same = kept.findIndex((other) => other.key === entry.key && isOneThing(other.value, entry.value))
      if (same < 0) kept.push(entry)
      else if ((kept[same]?.value.length ?? 0) < entry.value.length) kept[same] = entry
    } else if (needsNumber && /^\d[\d.-]{0,11}[A-Za-z]?$/.test(entry.text)) {
      needsNumber = false
      kept.push({ ...entry, key: 'order-number' })
    } else if (needsTitle && needsNumber && /^\d[\d.-]{0,11}[A-Za-z]?\s+\p{Lu}/u.test(entry.text)) {
      const [number = '', ...title] = entry.text.split(' ')
      needsNumber = false
      needsTitle = false
      kept.push({ ...entry, key: 'order-number', text: number, value: number })
      kept.push({ ...entry, key: 'title', text: title.join(' '), value: title.join(' ') })
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

function isOneThing(one: string, other: string): boolean {
  const [short = '', long = ''] = [one.toLowerCase(), other.toLowerCase()].toSorted(
    (first, second) => first.length - second.length,
  )
  return (
    long === short ||
    (short !== '' && long.startsWith(short) && !/^[\p{L}\p{N}.-]/u.test(long.slice(short.length)))
  )
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
