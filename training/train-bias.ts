import { writeFileSync } from 'node:fs'
import { buckets } from '../src/policy/detectors/bias-features.ts'
import { exampleOf, lessons } from './bias-data.ts'
import { report, type Judged } from './bias-report.ts'
import { score, train, type Weights } from './linear.ts'
import { fnv1a } from './split.ts'

/*
 * node training/train-bias.ts          five-fold figures, grouped by HateCheck template
 * node training/train-bias.ts --write  trains on all but the held-out fifth, reports on that, writes the weights
 * With --rows FILE the judged rows are written too, to look into mistakes.
 */
const perTemplate = 30
const epochs = 6
const l2 = 0.0002
const seed = 11
const threshold = -0.6
const folds = 5

const all = lessons(perTemplate).map((lesson) => ({ lesson, example: exampleOf(lesson) }))
const known = all.filter(({ lesson }) => !lesson.held)

function fit(rows: typeof all): Weights {
  const examples = rows.flatMap(({ example }) => (example ? [example] : []))
  return train(examples, buckets, epochs, l2, seed)
}

/** A text that wakes nothing is judged harmless, as the detector would. */
function judge(rows: typeof all, weights: Weights): Judged[] {
  return rows.map(({ lesson: { set, fn = '', hateful, text }, example }) => {
    const odds = example ? score(weights, example.features) : -9
    return { set, fn, hateful, odds, text }
  })
}

function acrossFolds(): Judged[] {
  return Array.from({ length: folds }, (_, fold) => {
    const isOut = (group: string): boolean =>
      !group.startsWith('contrast:') && fnv1a(`fold ${group}`) % folds === fold
    const weights = fit(known.filter(({ lesson }) => !isOut(lesson.group)))
    return judge(
      known.filter(({ lesson }) => isOut(lesson.group)),
      weights,
    )
  }).flat()
}

function write(weights: Weights): void {
  const largest = weights.values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const scale = Math.min(largest, 2) / 127
  const bytes = Int8Array.from(weights.values, (value) =>
    Math.max(-127, Math.min(127, Math.round(value / scale))),
  )
  const packed = Buffer.from(bytes.buffer).toString('base64')
  writeFileSync(
    new URL('../src/policy/model/bias-weights.ts', import.meta.url),
    `/** Written by training/train-bias.ts; docs/model-card.md says from what. */
export const biasWeights = {
  scale: ${scale},
  bias: ${weights.bias},
  weights:
    '${packed}',
}
`,
  )
}

let judged: Judged[]
if (process.argv.includes('--write')) {
  const weights = fit(known)
  write(weights)
  judged = judge(
    all.filter(({ lesson }) => lesson.held),
    weights,
  )
} else judged = acrossFolds()
console.log(report(judged, threshold))
const rowsAt = process.argv.indexOf('--rows')
if (rowsAt >= 0) writeFileSync(process.argv[rowsAt + 1] ?? 'rows.json', JSON.stringify(judged))
