import type { CleanLine } from './furniture.ts'
import { commands, couldStandAlone, headingStrength, isTerminated, isUnfinished, wordsOf } from './heading.ts'
import { isBareLabel, labelOf, type Label } from './label.ts'
import { collapse, type Line } from './line.ts'
import { seam, vocabularyOf, type Vocabulary } from './line-end.ts'

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
  /** How long its last line is, its label included. */
  length: number
  /** The indent of its last line, where it has more than one. */
  hangs: number | undefined
}

/** Joins lines into blocks: wrapped lines, labels that stand alone, and sentences that a page's end cuts in two. */
export function blocksOf(lines: readonly CleanLine[]): Block[] {
  const known = vocabularyOf(lines)
  const width = widthOf(lines)
  const blocks: OpenBlock[] = []
  const dashes = new Set<string>()
  let parted = true
  for (const [index, whole] of lines.entries()) {
    const line = withoutHeadingStop(whole, lines[index + 1])
    if (collapse(line.text) === '' || isRule(line.text)) {
      parted = true
      continue
    }
    const open = blocks.at(-1)
    const label = startsEntry(line, open, parted, dashes) ? labelOf(line.text) : undefined
    if (open && !label && joins(open, line, parted, width)) {
      append(open, collapse(line.text), known)
      open.hangs = line.indent
      open.length = line.text.length
    } else {
      const first = collapse(label ? label.rest : line.text)
      if (label?.key === '') dashes.add(`${line.text.slice(0, 1)}${line.indent}`)
      const { indent, mark, page, number } = line
      blocks.push({
        label,
        parts: [first],
        last: first,
        length: line.text.length,
        hangs: undefined,
        indent,
        mark,
        page,
        line: number,
      })
    }
    parted = false
  }
  return blocks.flatMap(({ label, parts, indent, mark, page, line }) =>
    unnested({ label, text: parts.join('').replaceAll('\u00AD', '').trim(), indent, mark, page, line }, 4),
  )
}

// Codes of law end the heading of a section in a stop: `§ 12-3. Prohibited acts.`
function withoutHeadingStop(line: CleanLine, next: CleanLine | undefined): CleanLine {
  if (!/^(?:§|section|article|chapter)\s?.*[^.]\.$/i.test(line.text)) return line
  const words = labelOf(line.text)?.rest.slice(0, -1) ?? ''
  const isHeading = couldStandAlone(words) && !commands(words) && !/^\p{Ll}/u.test(next?.text ?? '')
  return isHeading ? { ...line, text: line.text.slice(0, -1), mark: { heading: 3 } } : line
}

// A line of underscores is where somebody signs.
function isRule(text: string): boolean {
  return /^[\s_=*-]{4,}$/.test(text)
}

function joins(open: OpenBlock, line: CleanLine, parted: boolean, width: number): boolean {
  if (isBareLabel(open.last) || open.last === '') return true
  if (typeof line.mark === 'object' || typeof open.mark === 'object') return false
  if (!parted && !line.broken) return !changesMark(open, line, width) && !defines(open, line)
  // The page ended between two limbs' "or", or between two sentences of one hanging paragraph.
  if (/^(?:and|or|and\/or)$/i.test(line.text)) return true
  if (line.broken && line.indent > open.indent && line.indent === open.hangs) return true
  if (isTerminated(open.last)) return false
  const isOneLine = open.parts.length === 1
  const continues = /^(?:\p{Ll}|[,;)])/u.test(line.text)
  // Over an empty line only a sentence that is plainly unfinished goes on.
  if (continues) return !isOneLine || wordsOf(open.last).length >= 4 || open.label !== undefined
  const headed = strengthOf(open) > 0 || headingStrength(line.text, line.mark) >= 2
  const isFull = wanted(open, line) > width * 0.75
  return line.broken && !headed && (!isOneLine || open.last.length >= 60 || isUnfinished(open.last) || isFull)
}

// What takes more than two lines is no heading.
function strengthOf({ parts, mark }: OpenBlock): number {
  return parts.length > 2 ? 0 : headingStrength(parts.join(''), mark)
}

// A heading ends where plain words begin: where bold or capitals stop, or where a short line set as a heading
// is followed by a sentence of its own. A line that is merely wrapped reaches the edge and goes on small.
function changesMark(open: OpenBlock, line: Line, width: number): boolean {
  const strength = strengthOf(open)
  const opensSentence = open.parts.length === 1 && startsSentence(line)
  if (strength === 0) return opensSentence && couldStandAlone(open.last) && !isWrapped(open, line, width)
  if ((open.mark === 'bold') !== (line.mark === 'bold')) return true
  if (strength >= 2) return headingStrength(line.text, line.mark) < 2
  return opensSentence && !isWrapped(open, line, width)
}

// A capital and a small word, or as many words as no heading has.
function startsSentence({ text, mark }: Line): boolean {
  if (!/^["“(]?\p{Lu}\p{Ll}*,?\s/u.test(text)) return false
  return /^\S+\s\p{Ll}/u.test(text) || (wordsOf(text).length >= 5 && headingStrength(text, mark) === 0)
}

// A wrapped line is one on which the next line's first word found no room.
function isWrapped(open: OpenBlock, line: Line, width: number): boolean {
  return wanted(open, line) > Math.max(line.text.length, width * 0.75)
}

// How long a line would be that held the next one's first word as well.
function wanted(open: OpenBlock, line: Line): number {
  return open.length + 1 + (/^\S+/.exec(line.text)?.[0].length ?? 0)
}

// How long most full lines are.
function widthOf(lines: readonly Line[]): number {
  const lengths = lines.map(({ text }) => text.length).filter((length) => length > 0)
  return lengths.toSorted((one, other) => one - other)[Math.floor(lengths.length * 0.8)] ?? 0
}

// Definitions may stand line by line: `"Post" means ...` begins one.
function defines(open: OpenBlock, line: Line): boolean {
  return isTerminated(open.last) && quotedTerm.test(line.text)
}

const quotedTerm =
  /^["“][^"”]{1,60}["”](?: \([^)]*\))?\s+(?:means?|refers to|includes?|is|are|shall mean|[-–—:])\s/

// After such a word a number is a reference that the line's end cut off, not a label.
const refers =
  /\b(?:sections?|articles?|paragraphs?|orders?|polic(?:y|ies)|chapters?|rules?|numbers?|no\.|see|§|in|of|to)$/i

// `4. Rules` over `4.1 Members shall ...` is a heading, and its number no reference.
function isReference(open: OpenBlock, line: Line): boolean {
  if (!refers.test(open.last) || isTerminated(open.last) || /^[(•]/.test(line.text)) return false
  const isHeading = open.label !== undefined && open.parts.length === 1 && couldStandAlone(open.last)
  return !(isHeading && /^["“]?\p{Lu}/u.test(labelOf(line.text)?.rest ?? ''))
}

function startsEntry(
  line: Line,
  open: OpenBlock | undefined,
  parted: boolean,
  dashes: ReadonlySet<string>,
): boolean {
  if (parted || !open) return true
  // A dash that opens a wrapped line inside a sentence is a dash, unless it goes on a list of such dashes.
  const dash = /^[-–—]\s/.exec(line.text)?.[0].trim()
  const goesOn = open.label?.readings[0]?.style === `bullet${dash}` || dashes.has(`${dash}${line.indent}`)
  if (dash !== undefined && !isTerminated(open.last) && !goesOn) return false
  return !isReference(open, line)
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

function append(open: OpenBlock, words: string, known: Vocabulary): void {
  const end = open.parts.at(-1) ?? ''
  const isCut = seam(open.last.slice(-40), words, known)
  if (isCut === 'word') open.parts[open.parts.length - 1] = end.replace(/[-\u00AD]$/, '')
  open.parts.push(isCut === 'space' ? ` ${words}` : words)
  open.last = words
}
