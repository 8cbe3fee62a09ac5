/** Words as they are compared: without accents, case and marks; a dash or a quotation mark is as good as another. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’ʼ]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

/** So much of a notice, in order, is the notice: a platform may cut a word, or a person mend one. */
export const enough = 0.85

/** More words than these are no profile; the rest is not looked at. */
const mostWords = 20_000

/**
 * How much of a wording stands in a text, 0 to 1: its words that are found in order, within a stretch of the text not
 * much longer than the wording. Words that lie scattered over a page are not the notice.
 */
export function shareFound(wording: string, text: string): number {
  const wanted = wordsOf(wording)
  const shown = wordsOf(text).slice(0, mostWords)
  if (wanted.length === 0) return 1
  const stretch = Math.ceil(wanted.length * 1.3) + 2
  const places = new Map<string, number[]>()
  for (const [place, word] of shown.entries()) places.set(word, [...(places.get(word) ?? []), place])
  let best = 0
  // A stretch that is the notice begins at one of its first words.
  for (const first of new Set(wanted.slice(0, 3)))
    for (const start of places.get(first) ?? [])
      best = Math.max(best, inOrder(wanted, shown.slice(start, start + stretch)))
  return best / wanted.length
}

/** The most words of the one list that stand in the other in the same order. */
function inOrder(wanted: readonly string[], shown: readonly string[]): number {
  let row = Array.from({ length: shown.length + 1 }, () => 0)
  for (const word of wanted) {
    const next = [0]
    for (const [place, seen] of shown.entries())
      next.push(word === seen ? (row[place] ?? 0) + 1 : Math.max(next[place] ?? 0, row[place + 1] ?? 0))
    row = next
  }
  return row.at(-1) ?? 0
}

/** Does a page lead to this address: by a link, or written out in its words? */
export function isLinked(address: string, links: readonly string[], text: string): boolean {
  const wanted = bare(address)
  return links.some((link) => bare(link) === wanted) || text.toLowerCase().includes(wanted)
}

/** `https://www.riverton.gov/police/` and `riverton.gov/police` are one place. */
function bare(address: string): string {
  return address
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/?#]+$/, '')
}
