import type { CleanLine } from './furniture.ts'
import { headingStrength, isTerminated, wordsOf } from './heading.ts'
import { isBareLabel, labelOf, type Label } from './label.ts'
import { collapse, type Line } from './line.ts'

/** One paragraph or list entry, its wrapped lines joined. */
export interface Block {
  label: Label | undefined
  /** Its words without the label, one space between words. */
  text: string
  indent: number
  mark: Line['mark']
  page: number
  /** Where its first line stands in the file. */
  line: number
}

/** Joins lines into blocks: wrapped lines, labels that stand alone, and sentences that a page's end cuts in two. */
export function blocksOf(lines: readonly CleanLine[]): Block[] {
  const known = vocabularyOf(lines)
  const blocks: Block[] = []
  let current: Block | undefined
  let parted = true
  for (const line of lines) {
    if (collapse(line.text) === '' || isRule(line.text)) {
      parted = true
      continue
    }
    const open: Block | undefined = current
    const label = startsEntry(line, open, parted) ? labelOf(line.text) : undefined
    if (open && !label && joins(open, line, parted)) {
      open.text = append(open.text, line.text, known)
    } else {
      current = {
        label,
        text: collapse(label ? label.rest : line.text),
        indent: line.indent,
        mark: line.mark,
        page: line.page,
        line: line.number,
      }
      blocks.push(current)
    }
    parted = false
  }
  return blocks.flatMap(unnested)
}

// A line of underscores is where somebody signs.
function isRule(text: string): boolean {
  return /^[\s_=*-]{4,}$/.test(text)
}

function joins(open: Block, line: CleanLine, parted: boolean): boolean {
  if (open.text === '' || isBareLabel(open.text)) return true
  if (typeof line.mark === 'object' || typeof open.mark === 'object') return false
  if (!parted && !line.broken) return !changesMark(open, line)
  if (isTerminated(open.text)) return false
  const continues = /^(?:\p{Ll}|[,;)])/u.test(line.text)
  // Over an empty line only a sentence that is plainly unfinished goes on.
  if (continues) return wordsOf(open.text).length >= 4 || open.label !== undefined
  const headed = headingStrength(open.text, open.mark) > 0 || headingStrength(line.text, line.mark) >= 2
  return line.broken && open.text.length >= 60 && !headed
}

// A bold line ends where plain words begin, unless the heading is run in with its text.
function changesMark(open: Block, line: Line): boolean {
  return (open.mark === 'bold') !== (line.mark === 'bold') && headingStrength(open.text, open.mark) > 0
}

// After such a word a number is a reference that the line's end cut off, not a label.
const refers =
  /\b(?:sections?|articles?|paragraphs?|orders?|polic(?:y|ies)|chapters?|rules?|numbers?|no\.|see|§|in|of|to|and|or|the|by|with)$/i

function startsEntry(line: Line, open: Block | undefined, parted: boolean): boolean {
  if (parted || !open) return true
  // A dash that opens a wrapped line inside a sentence is a dash, unless it goes on a list of such dashes.
  const dash = /^[-–—]\s/.exec(line.text)?.[0].trim()
  if (dash !== undefined && !isTerminated(open.text) && open.label?.readings[0]?.style !== `bullet${dash}`)
    return false
  return !(refers.test(open.text) && !isTerminated(open.text) && !/^[(•]/.test(line.text))
}

/** `(a)(1) text` opens two levels on one line. */
function unnested(block: Block): Block[] {
  const inner = block.label && block.label.readings[0]?.kind !== 'bullet' ? labelOf(block.text) : undefined
  const opens = inner?.readings.some(
    (reading) => reading.value === 1 && reading.kind !== 'bullet' && reading.kind !== 'decimal',
  )
  if (!inner || !opens || inner.readings[0]?.style === block.label?.readings[0]?.style) return [block]
  return [
    { ...block, text: '' },
    ...unnested({ ...block, label: inner, text: collapse(inner.rest), indent: block.indent + 1 }),
  ]
}

// A hyphen at a line's end is dropped only where the document writes the whole word elsewhere.
function append(text: string, next: string, known: ReadonlySet<string>): string {
  const words = collapse(next)
  const cut = /([\p{L}\p{N}]+)-$/u.exec(text)
  const rest = /^\p{Ll}+/u.exec(words)
  if (!cut?.[1] || !rest) return `${text} ${words}`.trim()
  const whole = `${cut[1]}${rest[0]}`.toLowerCase()
  return known.has(whole) ? text.slice(0, -1) + words : text + words
}

function vocabularyOf(lines: readonly Line[]): Set<string> {
  const known = new Set<string>()
  for (const { text } of lines) for (const [word] of text.matchAll(/\p{L}+/gu)) known.add(word.toLowerCase())
  return known
}
