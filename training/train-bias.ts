import { writeFileSync } from 'node:fs'
import { buckets } from '../src/policy/detectors/bias-features.ts'
import { nothing } from '../src/policy/model/linear.ts'
import { exampleOf, labelled, made, type Lesson } from './bias-data.ts'
import { report, type Judged } from './bias-report.ts'
import { score, train, type Example, type Weights } from './linear.ts'
import { fnv1a } from './split.ts'

/*
 * node training/train-bias.ts          five-fold figures, grouped by HateCheck template
 * node training/train-bias.ts --write  trains on all but the held-out fifth, reports on that, writes the weights
 * With --rows FILE the judged rows are written too, to look into mistakes.
 */
const perTemplate = 30
const epochs = 6
const l2 = 0.0002
/** One model a seed, each with its own draw of made sentences; their mean varies less than any of them. */
const seeds = [11, 12, 13, 14, 21, 22, 23, 24]
const threshold = -0.4
const folds = 5
/** A weight is rounded to one of so many steps up to the largest, either way; a fainter one than the last is left out. */
const steps = 20
const largest = 1.5
const faintest = 0.1

interface Row {
  lesson: Lesson
  example: Example | undefined
}
const rowsOf = (lessons: readonly Lesson[]): Row[] =>
  lessons.map((lesson) => ({ lesson, example: exampleOf(lesson) }))
const examplesOf = (rows: readonly Row[]): Example[] => rows.flatMap(({ example }) => example ?? [])

const all = rowsOf(labelled())
const known = all.filter(({ lesson }) => !lesson.held)
const draws = seeds.map((seed) => examplesOf(rowsOf(made(seed, perTemplate))))

function fit(rows: readonly Row[]): Weights {
  const models = seeds.map((seed, i) =>
    train([...examplesOf(rows), ...(draws[i] ?? [])], buckets, epochs, l2, seed),
  )
  const mean = (pick: (model: Weights) => number): number =>
    models.reduce((sum, model) => sum + pick(model), 0) / models.length
  return {
    values: Float64Array.from({ length: buckets }, (_, bucket) =>
      rounded(mean((model) => model.values[bucket] ?? 0)),
    ),
    bias: mean((model) => model.bias),
  }
}

/** Most weights say next to nothing: without them the file is small, and the folds judge as well. */
function rounded(value: number): number {
  if (Math.abs(value) < faintest) return 0
  return (Math.max(-steps, Math.min(steps, Math.round((value / largest) * steps))) / steps) * largest
}

/** A text that wakes nothing is judged harmless, as the detector would. */
function judge(rows: readonly Row[], weights: Weights): Judged[] {
  return rows.map(({ lesson: { set, fn = '', hateful, text }, example }) => {
    const odds = example ? score(weights, example.features) : -9
    return { set, fn, hateful, odds, text }
  })
}

function acrossFolds(): Judged[] {
  return Array.from({ length: folds }, (_, fold) => {
    const isOut = (group: string): boolean => fnv1a(`fold ${group}`) % folds === fold
    const weights = fit(known.filter(({ lesson }) => !isOut(lesson.group)))
    return judge(
      known.filter(({ lesson }) => isOut(lesson.group)),
      weights,
    )
  }).flat()
}

function write(weights: Weights): void {
  const scale = largest / steps
  const letters = Array.from(weights.values, (value) =>
    String.fromCharCode(nothing + Math.round(value / scale)),
  ).join('')
  writeFileSync(
    new URL('../src/policy/model/bias-weights.ts', import.meta.url),
    `/** Written by training/train-bias.ts; docs/model-card.md says from what. */
export const biasWeights = {
  scale: ${scale},
  bias: ${weights.bias},
  weights:
    '${letters}',
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
