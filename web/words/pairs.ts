/** Sentences of the server's and what they are in Spanish; `{}` stands for what is put in, in the same order in both. */
export type Pairs = readonly (readonly [english: string, spanish: string])[]

/** A sentence in Spanish by the first pair that fits it; undefined where none does. */
export function inSpanishBy(pairs: Pairs, sentence: string): string | undefined {
  for (const [english, spanish] of pairs) {
    const given = givenIn(english, sentence)
    if (given === undefined) continue
    let place = 0
    return spanish.replaceAll('{}', () => given[place++] ?? '')
  }
  return undefined
}

/** What stands in the places of `{}`; undefined for another sentence. The shortest first, so that names come whole. */
function givenIn(pattern: string, sentence: string): readonly string[] | undefined {
  const parts = pattern.split('{}').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  return new RegExp(`^${parts.join('(.+?)')}$`, 'u').exec(sentence)?.slice(1)
}
