/**
 * Learns `src/policy/words/toxic-words.ts`: how often each word was marked as toxic where it occurs, from the four
 * fifths of SemEval-2021's training comments that `heldOut` leaves. Words of everyday police and news language
 * (`toxic-ordinary.ts`) are left out. Deterministic. Run: node training/train-toxic-words.ts
 */
import { writeFileSync } from 'node:fs'
import { ordinaryWords } from './toxic-ordinary.ts'
import { heldOut, readSet } from './split.ts'

const markedAtLeast = 2
/** Below this a word is more often innocent than a fallback can bear. */
const leastWeight = 0.25

const seen = new Map<string, number>()
const marked = new Map<string, number>()
for (const row of readSet<{ chars: number[] }>('toxicspans_train')) {
  if (heldOut(row.id)) continue
  const toxic = new Set(row.gold.chars)
  const points = Array.from(row.text)
  const offsets: number[] = []
  points.forEach((point, i) => {
    for (let k = 0; k < point.length; k++) offsets.push(i)
  })
  for (const match of row.text.matchAll(/[\p{L}\p{N}]+(?:'\p{L}+)?/gu)) {
    const word = match[0].toLowerCase()
    seen.set(word, (seen.get(word) ?? 0) + 1)
    const from = offsets[match.index] ?? 0
    const to = from + Array.from(match[0]).length
    let covered = 0
    for (let at = from; at < to; at++) if (toxic.has(at)) covered++
    if (covered * 2 > to - from) marked.set(word, (marked.get(word) ?? 0) + 1)
  }
}

const lines = [...marked]
  .filter(([word, count]) => count >= markedAtLeast && !ordinaryWords.has(word) && word.length > 2)
  .map(([word, count]) => ({ word, weight: count / ((seen.get(word) ?? 0) + 1) }))
  .filter(({ weight }) => weight >= leastWeight)
  .toSorted((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
  .map(({ word, weight }) => `${word} ${Math.round(weight * 100)}`)

writeFileSync(
  new URL('../src/policy/words/toxic-words.ts', import.meta.url),
  `/**
 * Written by training/train-toxic-words.ts: in how many of 100 occurrences raters marked a word as toxic.
 * See docs/model-card-offence.md.
 */
export const toxicWords = \`
${lines.join('\n')}
\`
`,
)
console.log(`${lines.length} words`)
