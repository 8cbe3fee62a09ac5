/** One line of a document as a reader sees it: marks of the format are gone, tabs part the cells of a table. */
export interface Line {
  text: string
  /** Columns (text) or points (PDF) from the left edge. */
  indent: number
  /** A heading of the format itself with its depth, a line wholly in bold, or neither. */
  mark: 'plain' | 'bold' | { heading: number }
  /** From 1; every line of a format without pages is on page 1. */
  page: number
  /** Where it stands in the file, from 1 (in a PDF: the line of its page's text). */
  number: number
}

export const formats = ['markdown', 'text', 'pdf', 'docx'] as const

/** A document read into lines. Empty lines part paragraphs. */
export interface Document {
  name: string
  format: (typeof formats)[number]
  pages: number
  lines: readonly Line[]
}

// Marks that only steer display: soft hyphens, zero-width marks, direction marks, the byte order mark.
// A soft hyphen at a line's end is one: the word goes on.
const invisible = /\u00AD(?!\s*$)|[\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g

/** Text without invisible marks; other white space becomes plain spaces (tabs stay: they part cells). */
export function visible(text: string): string {
  return text.replace(invisible, '').replace(/[\u00A0\u2000-\u200A\u202F\u205F\u3000\v]/g, ' ')
}

/** One space between words, none at the ends. */
export function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
