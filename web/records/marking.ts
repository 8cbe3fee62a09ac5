/** A run of words that must follow one another; `isBeginning`: the last may go on. */
interface Sought {
  words: string[]
  isBeginning: boolean
}

/**
 * Where a text has what a search asks for: spans in code points, for `marked`. Words as the search takes them: a phrase
 * in quotation marks, `begin*`, `-without`, `or`; capitals and accents make no difference.
 */
export function spansFound(text: string, search: string): [number, number][] {
  const words = wordsOf(text)
  return soughtIn(search).flatMap((sought) =>
    words.flatMap((first, place): [number, number][] => {
      const last = words[place + sought.words.length - 1]
      return last && isThere(words, place, sought) ? [[first.start, last.end]] : []
    }),
  )
}

/** The words that a search looks for, those without a star that are longer than two letters: they may be too whole. */
export function wholeWordsIn(search: string): string[] {
  return soughtIn(search).flatMap(({ words, isBeginning }) =>
    isBeginning || words.length > 1 ? [] : words.filter((word) => word.length > 2),
  )
}

function soughtIn(search: string): Sought[] {
  return [...search.matchAll(/(-?)(?:["“”]([^"“”]*)["“”]?|([^\s"“”]+))/g)].flatMap(
    ([, minus, phrase, word]) => {
      const said = phrase ?? word ?? ''
      const words = wordsOf(said).map((one) => one.folded)
      const isAsked =
        minus === '' && words.length > 0 && (phrase !== undefined || said.toLowerCase() !== 'or')
      return isAsked ? [{ words, isBeginning: said.endsWith('*') }] : []
    },
  )
}

interface Word {
  folded: string
  start: number
  end: number
}

function isThere(words: readonly Word[], place: number, { words: sought, isBeginning }: Sought): boolean {
  return sought.every((word, n) => {
    const here = words[place + n]?.folded ?? ''
    return isBeginning && n === sought.length - 1 ? here.startsWith(word) : here === word
  })
}

/** The words of a text, without capitals and accents, and where they stand in it, in code points. */
function wordsOf(text: string): Word[] {
  const found: Word[] = []
  let isIn = false
  for (const [place, point] of Array.from(text).entries()) {
    const isOfWord = /[\p{L}\p{N}\p{M}]/u.test(point)
    const folded = point.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
    const last = found.at(-1)
    if (isOfWord && isIn && last) {
      last.folded += folded
      last.end = place + 1
    } else if (isOfWord) found.push({ folded, start: place, end: place + 1 })
    isIn = isOfWord
  }
  return found
}
