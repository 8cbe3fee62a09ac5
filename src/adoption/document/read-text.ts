import { visible, type Line } from './line.ts'

/** Lines of plain text. A form feed starts a page; a tab inside a line parts cells, as do three spaces. */
export function readText(source: string): Line[] {
  const lines: Line[] = []
  let page = 1
  for (const [index, whole] of source.split(/\r\n?|\n/).entries()) {
    for (const [part, raw] of whole.split('\f').entries()) {
      if (part > 0) page += 1
      if (part > 0 && raw === '') continue
      lines.push({ ...measured(visible(raw)), mark: 'plain', page, number: index + 1 })
    }
  }
  return lines
}

/** The text without its leading white space, and how many columns that took (a tab reaches the next of 4). */
export function measured(raw: string): { text: string; indent: number } {
  const lead = /^[ \t]*/.exec(raw)?.[0] ?? ''
  let indent = 0
  for (const mark of lead) indent = mark === '\t' ? indent + 4 - (indent % 4) : indent + 1
  return { text: raw.slice(lead.length).trimEnd(), indent }
}

/** Plain text parts the cells of a header by a tab or by three spaces or more. */
export function cellsOf(text: string): string[] {
  return text
    .split(/\t+| {3,}/)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
}
