/**
 * Learns `src/policy/model/speech-class-weights.ts` from the four fifths of Davidson's tweets that `heldOut` leaves.
 * Softmax regression on hashed words, pairs and letter runs, by FTRL-Proximal, whose L1 keeps few weights.
 * Deterministic: the same data gives the same file. Run: node training/train-offence.ts
 */
import { writeFileSync } from 'node:fs'
import { speechClasses, speechFeatures, type SpeechClass } from '../src/policy/model/speech-class.ts'
import { Ftrl, shuffle } from './ftrl.ts'
import { heldOut, readSet } from './split.ts'

const seenAtLeast = 4
const rounds = 10
/** Hate is 6 % of the rows: weighed up, as macro-F1 asks, but not until the classes are even. */
const classWorth: Record<SpeechClass, number> = { hate: 2.5, offensive: 0.7, neither: 1.2 }

/** Set off the scores at the end, found by cross-validation: the weighing above makes both classes a little too eager. */
const margin = { hate: 0.15, neither: 0.45 }

interface Example {
  features: Int32Array
  worths: Float64Array
  label: number
}

const rows = readSet<{ class: SpeechClass }>('davidson_dev').filter((row) => !heldOut(row.id))
const seen = new Map<number, number>()
const bags = rows.map((row) => speechFeatures(row.text))
for (const bag of bags) for (const feature of bag.keys()) seen.set(feature, (seen.get(feature) ?? 0) + 1)
const numbers = new Map<number, number>()
for (const [feature, count] of seen) if (count >= seenAtLeast) numbers.set(feature, numbers.size)

const examples: Example[] = rows.map((row, i) => {
  const kept = [...(bags[i] ?? [])].filter(([feature]) => numbers.has(feature))
  return {
    features: Int32Array.from(kept, ([feature]) => numbers.get(feature) ?? 0),
    worths: Float64Array.from(kept, ([, worth]) => worth),
    label: speechClasses.indexOf(row.gold.class),
  }
})

const model = new Ftrl(numbers.size * 3, { rate: 0.3, sparsity: 3, smoothness: 1 })
const { weight } = model
const bias = [-1, 1, 0]

function learn({ features, worths, label }: Example): void {
  const scores = [...bias]
  for (let j = 0; j < features.length; j++)
    for (let c = 0; c < 3; c++)
      scores[c] = (scores[c] ?? 0) + (weight[(features[j] ?? 0) * 3 + c] ?? 0) * (worths[j] ?? 0)
  const top = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - top))
  const sum = powers.reduce((a, b) => a + b, 0)
  const named = speechClasses[label]
  const worth = named === undefined ? 0 : classWorth[named]
  const errors = powers.map((power, c) => worth * (power / sum - (c === label ? 1 : 0)))
  for (let c = 0; c < 3; c++) bias[c] = (bias[c] ?? 0) - 0.005 * (errors[c] ?? 0)
  for (let j = 0; j < features.length; j++)
    for (let c = 0; c < 3; c++) model.step((features[j] ?? 0) * 3 + c, (errors[c] ?? 0) * (worths[j] ?? 0))
}

for (let round = 0; round < rounds; round++) {
  shuffle(examples, round + 1)
  for (const example of examples) learn(example)
}

const [hateBias = 0, offensiveBias = 0, neitherBias = 0] = bias
const kept = [...numbers]
  .map(([feature, at]) => {
    const against = weight[at * 3 + 1] ?? 0
    return { feature, hate: (weight[at * 3] ?? 0) - against, neither: (weight[at * 3 + 2] ?? 0) - against }
  })
  .filter(({ hate, neither }) => hate !== 0 || neither !== 0)
  .toSorted((a, b) => a.feature - b.feature)
const largest = Math.max(...kept.map(({ hate, neither }) => Math.max(Math.abs(hate), Math.abs(neither))))
const scale = largest / 127
const records = Buffer.from(
  kept
    .filter(({ hate, neither }) => Math.round(hate / scale) !== 0 || Math.round(neither / scale) !== 0)
    .flatMap(({ feature, hate, neither }) => [
      feature >> 16,
      (feature >> 8) & 255,
      feature & 255,
      Math.round(hate / scale) & 255,
      Math.round(neither / scale) & 255,
    ]),
).toString('base64')
const file = new URL('../src/policy/model/speech-class-weights.ts', import.meta.url)
writeFileSync(
  file,
  `/** Written by training/train-offence.ts; see docs/model-card-offence.md. */
export const speechClassWeights = {
  step: ${scale.toPrecision(6)},
  bias: { hate: ${(hateBias - offensiveBias - margin.hate).toFixed(4)}, neither: ${(neitherBias - offensiveBias - margin.neither).toFixed(4)} },
  // oxfmt-ignore
  records: '${records}',
}
`,
)
console.log(`${rows.length} tweets, ${kept.length} weights, ${records.length} characters`)
