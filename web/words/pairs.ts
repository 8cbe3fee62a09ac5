/** Sentences of the server's and what they are in Spanish; `{}` stands for what is put in, in the same order in both. */
export type Pairs = readonly (readonly [english: string, spanish: string])[]

const asItIs = (words: string): string => words

/**
 * Says a sentence in Spanish by the first pair that fits it; undefined where none does. In the place of `{}` the shortest
 * that fits stands, so that names come whole; `inPlace` says it in Spanish, where it is a sentence itself.
 */
export function translating(
  pairs: Pairs,
  inPlace: (words: string) => string = asItIs,
): (sentence: string) => string | undefined {
  const patterns = pairs.map(([english, spanish]) => {
    const parts = english.split('{}').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    return [new RegExp(`^${parts.join('(.+?)')}$`, 'u'), spanish] as const
  })
  return (sentence) => {
    for (const [pattern, spanish] of patterns) {
      const given = pattern.exec(sentence)?.slice(1)
      if (given === undefined) continue
      let place = 0
      return spanish.replaceAll('{}', () => inPlace(given[place++] ?? ''))
    }
    return undefined
  }
}
