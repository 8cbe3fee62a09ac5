import type { Entry, Hit } from '../lexicon.ts'
import { ambiguousInsults, insultPhrases, insultWords } from '../words/insult.ts'
import { linesOf, wordsOf } from '../words/lists.ts'
import { profaneWords } from '../words/profane.ts'
import { toxicWords } from '../words/toxic-words.ts'

/** Plain insults, words that are insults or things, and words that seldom insult. */
export const insult = 'offence.insult'
export const ambiguous = 'offence.ambiguous'
export const faint = 'offence.faint'

/** A learned word below this seldom insults. */
const plainly = 0.4

const learned = new Map(
  toxicWords
    .trim()
    .split('\n')
    .map((line): [string, number] => {
      const [word = '', weight] = line.split(' ')
      return [word, Number(weight) / 100]
    }),
)

export const insultEntries: readonly Entry[] = entriesOf()

function entriesOf(): Entry[] {
  const swearing = new Set(wordsOf(profaneWords))
  const twofold = new Set(wordsOf(ambiguousInsults))
  const plain = wordsOf(insultWords).filter(
    (word) => !twofold.has(word) && (learned.get(word) ?? 1) >= plainly,
  )
  const known = new Set([...plain, ...twofold, ...swearing])
  const rest = [...learned].filter(([word]) => !known.has(word))
  return [
    ...[...plain, ...linesOf(insultPhrases)].map((phrase) => ({ phrase, tag: insult })),
    ...[...twofold].map((phrase) => ({ phrase, tag: ambiguous })),
    ...rest.map(([phrase, weight]) => ({ phrase, tag: weight >= plainly ? insult : faint })),
  ]
}

/** In what share of its occurrences raters called the word toxic; a guess for words that they never met. */
export function weightOf(hit: Hit): number {
  return learned.get(hit.phrase) ?? (hit.tag === insult ? 0.7 : 0.3)
}
