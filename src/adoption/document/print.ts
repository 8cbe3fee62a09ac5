import { createHash } from 'node:crypto'
import { collapse } from './line.ts'
import { sentencesOf } from './sentences.ts'

/** The prints of an order's words: for each citation one print a sentence. They tell words apart and hold none. */
export type Prints = ReadonlyMap<string, readonly string[]>

/** The prints of a text, one for each sentence: 12 hexadecimal digits of the SHA-256 of its words. */
export function printsOf(text: string): string[] {
  return sentencesOf(collapse(text)).map(printOf)
}

/** The sentences of a text that print otherwise than these. */
export function otherSentences(text: string, own: readonly string[]): string[] {
  return sentencesOf(collapse(text)).filter((sentence) => !own.includes(printOf(sentence)))
}

function printOf(sentence: string): string {
  return createHash('sha256').update(plainWords(sentence)).digest('hex').slice(0, 12)
}

// Case, the shape of quotation marks and dashes, and a stop at the end change no words.
function plainWords(sentence: string): string {
  return collapse(
    sentence
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[‘’`]/g, "'")
      .replace(/[“”]/g, '"')
      .replace(/\s*[–—]\s*/g, ' - ')
      .replace(/[.;:,]+$/, ''),
  )
}
