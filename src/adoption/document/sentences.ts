// Words that end in a full stop without ending a sentence.
const abbreviation =
  /(?:^|[\s("“])(?:e\.g|i\.e|etc|vs?|cf|no|nos|sec|art|ch|pp?|mr|mrs|ms|dr|st|jr|sr|lt|sgt|capt|cpl|det|ofc|cmdr|col|gen|dept|inc|co|u\.s|c\.g\.s|conn|\p{Lu})\.$/iu

/** The sentences of a paragraph, each with its own punctuation. Abbreviations and initials end none. */
export function sentencesOf(paragraph: string): string[] {
  const sentences: string[] = []
  let start = 0
  for (const match of paragraph.matchAll(/(?<![.!?])[.!?]+["”'’)\]]*\s+(?=["“'‘([]?[\p{Lu}\d])/gu)) {
    const end = match.index + match[0].length
    const sentence = paragraph.slice(start, end).trimEnd()
    if (abbreviation.test(sentence.slice(-12))) continue
    sentences.push(sentence)
    start = end
  }
  const last = paragraph.slice(start).trim()
  return last === '' ? sentences : [...sentences, last]
}
