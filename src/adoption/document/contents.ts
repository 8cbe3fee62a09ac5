import type { Furniture } from './furniture.ts'
import { collapse, type Line } from './line.ts'

const title = /^(?:table of )?contents$/i
// Leaders before a page number; in a list of contents itself a tab or a wide space serves as well.
const leaders = /(?:\.{4,}|(?: \.){4,}|…{2,}|_{4,})\s*\d{1,4}$/
const entry = /(?:\t| {2,}|\.{2,}|(?: \.){2,}|…)\s*\d{1,4}$/

/** The lines without a table of contents (left empty), and what was in it: its title, each line that names a page. */
export function withoutContents(lines: readonly Line[]): { lines: Line[]; contents: Furniture[] } {
  const found = new Set(contentsOf(lines))
  return {
    lines: lines.map((line, index) => (found.has(index) ? { ...line, text: '', mark: 'plain' } : line)),
    contents: lines
      .filter((_, index) => found.has(index))
      .map(({ text, page, number }) => ({ text: collapse(text), page, line: number })),
  }
}

function contentsOf(lines: readonly Line[]): number[] {
  const found: number[] = []
  let heading: number | undefined
  for (const [index, line] of lines.entries()) {
    if (collapse(line.text) === '') continue
    // Its end alone tells: a line may be as long as a book.
    const text = line.text.slice(-80)
    if (title.test(collapse(line.text))) heading = index
    else if (leaders.test(text) || (heading !== undefined && entry.test(text))) {
      if (heading !== undefined && heading >= 0) found.push(heading)
      found.push(index)
      if (heading !== undefined) heading = -1
    } else heading = undefined
  }
  return found
}
