/** A sentence as offsets in a normalised text, `end` excluded. */
export interface Sentence {
  start: number
  end: number
}

/** No sentence is longer, so that a detector's work around a hit stays bounded; a longer one is cut at a space. */
export const longestSentence = 600

const titles = new Set(
  'mr mrs ms dr st sgt lt det capt ofc cpl cmdr insp dept no vs jr sr rev hon gov sen rep'.split(' '),
)

/**
 * Cuts a text at full stops, question and exclamation marks before a space, and at line ends: the sentences that begin
 * before `until`.
 */
export function cutSentences(norm: string, until = norm.length): Sentence[] {
  const sentences: Sentence[] = []
  const limit = Math.min(until, norm.length)
  let start = 0
  while (start < limit) {
    const end = sentenceEnd(norm, start)
    sentences.push({ start, end })
    start = end
    while (start < norm.length && isSpace(norm.charCodeAt(start))) start++
  }
  return sentences
}

/** The first sentence that ends after `start`; they stand in order, so halving finds it. */
export function sentenceAt(sentences: readonly Sentence[], start: number): number {
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sentences[middle]?.end ?? 0) > start) high = middle
    else low = middle + 1
  }
  return low
}

function sentenceEnd(norm: string, start: number): number {
  const limit = Math.min(norm.length, start + longestSentence)
  let lastSpace = 0
  for (let at = start; at < limit; at++) {
    const unit = norm.charCodeAt(at)
    // no letter is a stop or a space
    if (unit > questionMark) continue
    if (unit === 10 || unit === 13) return at + 1
    if (unit === 32) lastSpace = at
    if (!isStop(unit)) continue
    let end = at + 1
    while (end < limit && (isStop(norm.charCodeAt(end)) || isClosing(norm.charCodeAt(end)))) end++
    if (end === norm.length || (isSpace(norm.charCodeAt(end)) && !(unit === 46 && isShort(norm, start, at))))
      return end
    at = end - 1
  }
  return limit === norm.length || lastSpace === 0 ? limit : lastSpace + 1
}

/** A full stop after an initial or a title ends no sentence. */
function isShort(norm: string, start: number, stop: number): boolean {
  let at = stop
  while (at > start && stop - at < 6 && isLetter(norm.charCodeAt(at - 1))) at--
  const word = norm.slice(at, stop)
  return (word.length === 1 && word !== 'i' && word !== 'u') || titles.has(word)
}

function isLetter(unit: number): boolean {
  return unit >= 97 && unit <= 122
}

const questionMark = 63

function isStop(unit: number): boolean {
  return unit === 46 || unit === 33 || unit === questionMark
}

function isClosing(unit: number): boolean {
  return unit === 34 || unit === 39 || unit === 41
}

function isSpace(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13)
}
