import type { Line } from './line.ts'

/** How often a document writes each word, in small letters. */
export type Vocabulary = ReadonlyMap<string, number>

export function vocabularyOf(lines: readonly Line[]): Vocabulary {
  const known = new Map<string, number>()
  for (const { text } of lines) {
    for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu)) known.set(word, (known.get(word) ?? 0) + 1)
  }
  return known
}

// What no compound ends in: `equip-ment` is one word.
const ending =
  /^(?:[a-z]{0,2}(?:ment|tion|sion)|ing|ed|ly|it(?:y|ie)|ances?|ences?|able|ible|ness|[ts]ive|[ct]ial|ture|ous)s?$/

/**
 * What stands between a line and the one that goes on with it: a space, the hyphen that ends it, or nothing, where
 * it cuts a word. A hyphen goes only where the document writes the whole word elsewhere, or where what follows is
 * no word by itself; and a lost one is missed where only the whole is a word.
 */
export function seam(line: string, next: string, known: Vocabulary): 'space' | 'hyphen' | 'word' {
  if (line.endsWith('\u00AD')) return 'word'
  const cut = /([\p{L}\p{N}]+)(-?)$/u.exec(line)
  const rest = /^\p{Ll}+/u.exec(next)?.[0]
  if (cut?.[1] === undefined || rest === undefined) return 'space'
  const [before, whole] = [cut[1].toLowerCase(), `${cut[1]}${rest}`.toLowerCase()]
  if (cut[2] === '') {
    const isLost = known.get(before) === 1 && known.get(rest) === 1 && isKnown(whole, known)
    return isLost ? 'word' : 'space'
  }
  // "on- and off-duty"
  if (/^(?:and|or|to)$/.test(rest)) return 'space'
  return isKnown(whole, known) || (ending.test(rest) && before.length > 1) ? 'word' : 'hyphen'
}

function isKnown(word: string, known: Vocabulary): boolean {
  return [word, `${word}s`, word.replace(/s$/, '')].some((form) => known.has(form))
}
