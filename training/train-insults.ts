/**
 * Learns `src/policy/model/insult-weights.ts`: whether a word of the insult lexicon insults where it stands. From the
 * four fifths of SemEval-2021's comments that `heldOut` leaves, and from crisis tweets, disaster messages and the
 * like, in which nothing insults. Deterministic. Run after train-toxic-words.ts: node training/train-insults.ts
 */
import { writeFileSync } from 'node:fs'
import { insultEntries } from '../src/policy/detectors/insult-entries.ts'
import { profaneDetector } from '../src/policy/detectors/profane.ts'
import { compileLexicon } from '../src/policy/lexicon.ts'
import { insultFeatures } from '../src/policy/model/insult-odds.ts'
import { read } from '../src/policy/reading.ts'
import { Ftrl, shuffle } from './ftrl.ts'
import { heldOut, readSet } from './split.ts'

const rounds = 10
const seenAtLeast = 2
const lexicon = compileLexicon([...insultEntries, ...profaneDetector.entries])

interface Example {
  features: number[]
  label: number
}

const examples: Example[] = []
function addText(text: string, toxic: ReadonlySet<number>): void {
  const reading = read(text, lexicon)
  for (const hit of reading.hits) {
    if (!/^offence\.(?:insult|ambiguous|faint)$/.test(hit.tag)) continue
    const [start, end] = reading.span(hit.start, hit.end)
    let covered = 0
    for (let at = start; at < end; at++) if (toxic.has(at)) covered++
    examples.push({ features: insultFeatures(reading, hit), label: covered * 2 > end - start ? 1 : 0 })
  }
}
for (const row of readSet<{ chars: number[] }>('toxicspans_train'))
  if (!heldOut(row.id)) addText(row.text, new Set(row.gold.chars))
const comments = examples.length
for (const row of readSet<{ event: string }>('crisislex26_dev'))
  if (!heldOut(row.gold.event)) addText(row.text, new Set())
for (const name of ['disaster_validation', 'political_538_dev', 'pii_dev'])
  for (const row of readSet(name)) if (!heldOut(row.id)) addText(row.text, new Set())
// Tweets are labelled whole: a word in a harmless one insults nobody; an offensive one that does not swear insults by it.
for (const row of readSet<{ class: string }>('davidson_dev')) {
  if (heldOut(row.id)) continue
  if (row.gold.class === 'neither') addText(row.text, new Set())
  else if (!read(row.text, lexicon).has('offence.profane'))
    addText(row.text, new Set(row.text.split('').keys()))
}
const hits = examples.length

const seen = new Map<number, number>()
for (const { features } of examples)
  for (const feature of features) seen.set(feature, (seen.get(feature) ?? 0) + 1)
const numbers = new Map<number, number>()
for (const [feature, count] of seen) if (count >= seenAtLeast) numbers.set(feature, numbers.size)

const model = new Ftrl(numbers.size, { rate: 0.1, sparsity: 0.3, smoothness: 1 })
let bias = 0
for (let round = 0; round < rounds; round++) {
  shuffle(examples, round + 1)
  for (const { features, label } of examples) {
    const known = features.flatMap((feature) => numbers.get(feature) ?? [])
    const sum = known.reduce((total, at) => total + (model.weight[at] ?? 0), bias)
    const error = 1 / (1 + Math.exp(-sum)) - label
    bias -= 0.002 * error
    for (const at of known) model.step(at, error)
  }
}

const kept = [...numbers]
  .map(([feature, at]) => ({ feature, weight: model.weight[at] ?? 0 }))
  .filter(({ weight }) => weight !== 0)
  .toSorted((a, b) => a.feature - b.feature)
const step = Math.max(...kept.map(({ weight }) => Math.abs(weight))) / 127
const records = Buffer.from(
  kept
    .map(({ feature, weight }) => ({ feature, byte: Math.round(weight / step) }))
    .filter(({ byte }) => byte !== 0)
    .flatMap(({ feature, byte }) => [feature >> 16, (feature >> 8) & 255, feature & 255, byte & 255]),
).toString('base64')
writeFileSync(
  new URL('../src/policy/model/insult-weights.ts', import.meta.url),
  `/** Written by training/train-insults.ts; see docs/model-card-offence.md. */
export const insultWeights = {
  step: ${step.toPrecision(6)},
  bias: ${bias.toFixed(4)},
  // oxfmt-ignore
  records: '${records}',
}
`,
)
console.log(
  `${comments} words in comments, ${hits - comments} in notices, ${kept.length} weights, ${records.length} characters`,
)
