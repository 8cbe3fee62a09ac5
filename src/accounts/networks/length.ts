import type { Limits } from './network.ts'

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const link = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/g

/** X counts a character outside these ranges as two (twitter-text 3.1, configuration version 3). */
const single: readonly (readonly [number, number])[] = [
  [0, 0x10ff],
  [0x2000, 0x200d],
  [0x2010, 0x201f],
  [0x2032, 0x2037],
]

/** How long a network finds a text, in what it counts. */
export function lengthOn(limits: Limits, text: string): number {
  const { counts, link: linkCounts } = limits.text
  if (linkCounts === undefined) return lengthIn(counts, text)
  const links = text.match(link) ?? []
  return lengthIn(counts, text.replaceAll(link, '')) + links.length * linkCounts
}

function lengthIn(counts: Limits['text']['counts'], text: string): number {
  if (counts === 'characters') return Array.from(text).length
  const letters = [...graphemes.segment(text)].map(({ segment }) => segment)
  if (counts === 'graphemes') return letters.length
  return letters.reduce((sum, letter) => sum + weightOf(letter.normalize('NFC')), 0)
}

const isSingle = (point: number): boolean => single.some(([from, to]) => point >= from && point <= to)

/** An emoji counts as two, however many code points it is made of; so does a letter of a wide script. */
function weightOf(letter: string): number {
  if (/\p{Emoji_Presentation}|\u{fe0f}/u.test(letter)) return 2
  const points = Array.from(letter, (point) => point.codePointAt(0) ?? 0)
  return points.reduce((sum, point) => sum + (isSingle(point) ? 1 : 2), 0)
}
