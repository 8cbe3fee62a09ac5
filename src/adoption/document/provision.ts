/** The part a unit plays in the document. */
export type Part =
  | 'metadata'
  | 'disclaimer'
  | 'paragraph'
  | 'lead'
  | 'definition'
  | 'unit'
  | 'bullet'
  | 'tail'
  | 'closing'

/** The smallest unit of an order that can be cited, with its printed words. */
export interface ImportedProvision {
  citation: string
  /** Verbatim, but for line breaks: one space between words. */
  text: string
  part: Part
  /** The headings it stands under, outermost first. */
  headings: readonly string[]
  /** The lead-in it completes (`Personnel shall not:`), outermost first. */
  under: readonly string[]
  /** What the header's label labels, or the term defined. */
  value?: string
  term?: string
  page: number
  line: number
}

/** What an agency may say about its own document where the document does not say it itself. */
export interface DocumentHints {
  /** The key under which a heading without a number is cited: `{ 'Definitions': 'DEF' }`. */
  headings?: Readonly<Record<string, string>>
  /** The metadata a label of the header stands for: `{ 'Form no.': 'form' }`. */
  labels?: Readonly<Record<string, string>>
}
