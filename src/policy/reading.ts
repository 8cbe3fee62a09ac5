import type { Hit, Lexicon } from './lexicon.ts'
import { normalise } from './normalise.ts'

export type { Hit } from './lexicon.ts'

/** A text made ready for detectors: normalised, its lexicon hits found, with the way back to the original. */
export interface Reading {
  /** As given. */
  text: string
  /** Lower case, look-alikes, accents, leetspeak, invisible, spaced-out and repeated letters folded; digits survive. */
  norm: string
  /** Lexicon hits in `norm`, by start, longest first at the same start. */
  hits: readonly Hit[]
  has(tag: string): boolean
  hitsOf(tag: string): readonly Hit[]
  /** Offsets in `norm` to code points of `text`. */
  span(start: number, end: number): [number, number]
  /** Sentences as offsets in `norm`; none is longer than 600 units, so that work around a hit stays bounded. */
  sentences(): readonly { start: number; end: number }[]
}

const none: readonly Hit[] = []

export function read(text: string, lexicon: Lexicon): Reading {
  const { norm, starts, ends } = normalise(text, (word) => lexicon.knows(word))
  const hits = lexicon.scan(norm)
  const byTag = new Map<string, Hit[]>()
  for (const hit of hits) {
    const list = byTag.get(hit.tag)
    if (list) list.push(hit)
    else byTag.set(hit.tag, [hit])
  }
  let sentences: { start: number; end: number }[] | undefined
  return {
    text,
    norm,
    hits,
    has: (tag) => byTag.has(tag),
    hitsOf: (tag) => byTag.get(tag) ?? none,
    span: (start, end) => [starts[start] ?? 0, ends[Math.max(start, end - 1)] ?? 0],
    sentences: () => (sentences ??= splitSentences(norm)),
  }
}

function splitSentences(norm: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  for (const m of norm.matchAll(/[^.!?\n]{1,600}[.!?\n]*/g))
    found.push({ start: m.index, end: m.index + m[0].length })
  return found
}
