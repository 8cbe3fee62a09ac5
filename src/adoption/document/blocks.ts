import type { CleanLine } from './furniture.ts'
import { headingStrength, isTerminated, isUnfinished, wordsOf } from './heading.ts'
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

/** A block still being read. Its parts are joined once, at the end: a paragraph may have many thousands of lines. */
interface OpenBlock extends Omit<Block, 'text'> {
  parts: string[]
  last: string
  /** The indent of its last line, where it has more than one. */
  hangs: number | undefined
}

/** Joins lines into blocks: wrapped lines, labels that stand alone, and sentences that a page's end cuts in two. */
export function blocksOf(lines: readonly CleanLine[]): Block[] {
  const known = vocabularyOf(lines)
  const blocks: OpenBlock[] = []
  let parted = true
  for (const line of lines) {
    if (collapse(line.text) === '' || isRule(line.text)) {
      parted = true
      continue
    }
    const open = blocks.at(-1)
    const label = startsEntry(line, open, parted) ? labelOf(line.text) : undefined
    if (open && !label && joins(open, line, parted)) {
      append(open, collapse(line.text), known)
      open.hangs = line.indent
    } else {
      const first = collapse(label ? label.rest : line.text)
      const { indent, mark, page, number } = line
      blocks.push({ label, parts: [first], last: first, hangs: undefined, indent, mark, page, line: number })
    }
    parted = false
  }
  return blocks.flatMap(({ label, parts, indent, mark, page, line }) =>
    unnested({ label, text: parts.join('').trim(), indent, mark, page, line }, 4),
  )
}

// A line of underscores is where somebody signs.
function isRule(text: string): boolean {
  return /^[\s_=*-]{4,}$/.test(text)
}

function joins(open: OpenBlock, line: CleanLine, parted: boolean): boolean {
  if (isBareLabel(open.last) || open.last === '') return true
  if (typeof line.mark === 'object' || typeof open.mark === 'object') return false
  if (!parted && !line.broken) return !changesMark(open, line)
  // The page ended between two limbs' "or", or between two sentences of one hanging paragraph.
  if (/^(?:and|or|and\/or)$/i.test(line.text)) return true
  if (line.broken && line.indent > open.indent && line.indent === open.hangs) return true
  if (isTerminated(open.last)) return false
  const isOneLine = open.parts.length === 1
  const continues = /^(?:\p{Ll}|[,;)])/u.test(line.text)
  // Over an empty line only a sentence that is plainly unfinished goes on.
  if (continues) return !isOneLine || wordsOf(open.last).length >= 4 || open.label !== undefined
  const headed = strengthOf(open) > 0 || headingStrength(line.text, line.mark) >= 2
  return line.broken && !headed && (!isOneLine || open.last.length >= 60 || isUnfinished(open.last))
}

// What takes more than two lines is no heading.
function strengthOf({ parts, mark }: OpenBlock): number {
  return parts.length > 2 ? 0 : headingStrength(parts.join(''), mark)
}

// A heading ends where plain words begin: where bold or capitals stop, or where a short line set as a heading
// is followed by a sentence of its own. A line that is merely wrapped reaches the edge and goes on small.
function changesMark(open: OpenBlock, line: Line): boolean {
  const strength = strengthOf(open)
  if (strength === 0) return false
  if ((open.mark === 'bold') !== (line.mark === 'bold')) return true
  if (strength >= 2) return headingStrength(line.text, line.mark) < 2
  return open.parts.length === 1 && open.last.length < 60 && /^["“(]?\p{Lu}\p{Ll}*\s\p{Ll}/u.test(line.text)
}

// After such a word a number is a reference that the line's end cut off, not a label.
const refers =
  /\b(?:sections?|articles?|paragraphs?|orders?|polic(?:y|ies)|chapters?|rules?|numbers?|no\.|see|§|in|of|to)$/i

function startsEntry(line: Line, open: OpenBlock | undefined, parted: boolean): boolean {
  if (parted || !open) return true
  // A dash that opens a wrapped line inside a sentence is a dash, unless it goes on a list of such dashes.
  const dash = /^[-–—]\s/.exec(line.text)?.[0].trim()
  if (dash !== undefined && !isTerminated(open.last) && open.label?.readings[0]?.style !== `bullet${dash}`)
    return false
  return !(refers.test(open.last) && !isTerminated(open.last) && !/^[(•]/.test(line.text))
}

/** `(a)(1) text` opens two levels on one line, and there may be four. */
function unnested(block: Block, levels: number): Block[] {
  const inner = block.label && block.label.readings[0]?.kind !== 'bullet' ? labelOf(block.text) : undefined
  const opens = inner?.readings.some(
    (reading) => reading.value === 1 && reading.kind !== 'bullet' && reading.kind !== 'decimal',
  )
  const isAlike = inner?.readings[0]?.style === block.label?.readings[0]?.style
  if (!inner || !opens || isAlike || levels === 1) return [block]
  const below = { ...block, label: inner, text: collapse(inner.rest), indent: block.indent + 1 }
  return [{ ...block, text: '' }, ...unnested(below, levels - 1)]
}

// A hyphen at a line's end is dropped only where the document writes the whole word elsewhere.
function append(open: OpenBlock, words: string, known: ReadonlySet<string>): void {
  const cut = /([\p{L}\p{N}]+)-$/u.exec(open.last.slice(-40))
  const rest = /^\p{Ll}+/u.exec(words)
  if (cut?.[1] && rest) {
    const isWhole = known.has(`${cut[1]}${rest[0]}`.toLowerCase())
    if (isWhole) open.parts[open.parts.length - 1] = (open.parts.at(-1) ?? '').slice(0, -1)
    open.parts.push(words)
  } else open.parts.push(` ${words}`)
  open.last = words
}

function vocabularyOf(lines: readonly Line[]): Set<string> {
  const known = new Set<string>()
  for (const { text } of lines) for (const [word] of text.matchAll(/\p{L}+/gu)) known.add(word.toLowerCase())
  return known
}
