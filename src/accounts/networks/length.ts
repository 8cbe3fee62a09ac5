import type { Limits } from './network.ts'

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const link = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/g

/** X counts a character outside these ranges as two (twitter-text 3.1, configuration version 3). */
const single = /^[\u{0}-\u{10ff}\u{2000}-\u{200d}\u{2010}-\u{201f}\u{2032}-\u{2037}]$/u

/** How long a network finds a text, in what it counts. */
export function lengthOn(limits: Limits, text: string): number {
  const { counts, link: linkCounts } = limits.text
  if (linkCounts === undefined) return lengthIn(counts, text)
  const links = text.match(link) ?? []
  return lengthIn(counts, text.replaceAll(link, '')) + links.length * linkCounts
}

function lengthIn(counts: Limits['text']['counts'], text: string): number {
  if (counts === 'characters') return [...text].length
  const letters = [...graphemes.segment(text)].map(({ segment }) => segment)
  if (counts === 'graphemes') return letters.length
  return letters.reduce((sum, letter) => sum + (single.test(letter.normalize('NFC')) ? 1 : 2), 0)
}
