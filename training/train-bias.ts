import { writeFileSync } from 'node:fs'
import { buckets } from '../src/policy/detectors/bias-features.ts'
import { exampleOf, lessons } from './bias-data.ts'
import { score, train, type Example } from './linear.ts'
import { fnv1a } from './split.ts'

const [mode = 'cv', perTemplate = '30', epochs = '6', l2 = '0.0002'] = process.argv.slice(2)

const all = lessons(Number(perTemplate)).map((lesson) => ({ lesson, example: exampleOf(lesson) }))
const known = all.filter(({ lesson }) => !lesson.held)
const usable = (rows: typeof all): Example[] => rows.flatMap(({ example }) => (example ? [example] : []))
const fit = (rows: typeof all): ReturnType<typeof train> => train(usable(rows), buckets, Number(epochs), Number(l2), 11)

interface Judged {
  set: string
  fn: string
  hateful: boolean
  score: number
  text: string
}
const judged: Judged[] = []
const judgeRows = (rows: typeof all, weights: ReturnType<typeof train>): void => {
  for (const { lesson, example } of rows)
    judged.push({
      set: lesson.set,
      fn: lesson.fn ?? '',
      hateful: lesson.hateful,
      score: example ? score(weights, example.features) : -9,
      text: lesson.text,
    })
}

function report(rows: readonly Judged[], at: number): string {
  const rate = (label: boolean): number => {
    const of = rows.filter((row) => row.hateful === label)
    return of.length === 0 ? NaN : of.filter((row) => row.score > at === label).length / of.length
  }
  const f1 = (label: boolean): number => {
    const right = rows.filter((row) => row.hateful === label && row.score > at === label).length
    const wrong = rows.filter((row) => row.score > at !== row.hateful).length
    return (2 * right) / (2 * right + wrong)
  }
  const pct = (value: number): string => (100 * value).toFixed(1)
  return `n ${rows.length} macro-F1 ${pct((f1(true) + f1(false)) / 2)} hateful ${pct(rate(true))} not ${pct(rate(false))} balanced ${pct((rate(true) + rate(false)) / 2)}`
}

if (mode === 'cv') {
  for (let fold = 0; fold < 5; fold++) {
    const out = (group: string): boolean => !group.startsWith('contrast:') && fnv1a('fold ' + group) % 5 === fold
    const weights = fit(known.filter(({ lesson }) => !out(lesson.group)))
    judgeRows(known.filter(({ lesson }) => out(lesson.group)), weights)
    if (fold === 0) judgeRows(all.filter(({ lesson }) => lesson.set === 'hatemojibuild_validation'), weights)
  }
  for (const set of new Set(judged.map((row) => row.set))) {
    const rows = judged.filter((row) => row.set === set)
    console.log(set.padEnd(20), report(rows, -0.5), ' | at -1:', report(rows, -1))
  }
  const checks = judged.filter((row) => row.set === 'hatecheck')
  for (const fn of new Set(checks.map((row) => row.fn))) {
    const rows = checks.filter((row) => row.fn === fn)
    console.log(fn.padEnd(24), rows.length, ((100 * rows.filter((row) => row.score > -0.5 === row.hateful).length) / rows.length).toFixed(0))
  }
  writeFileSync('/tmp/bias-judged.json', JSON.stringify(judged))
}

if (mode === 'write') {
  const weights = fit(known)
  judgeRows(all.filter(({ lesson }) => lesson.held), weights)
  for (const set of new Set(judged.map((row) => row.set)))
    console.log(set.padEnd(24), report(judged.filter((row) => row.set === set), -0.5))
  writeFileSync('/tmp/bias-judged.json', JSON.stringify(judged))
  const largest = weights.values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const scale = Math.min(largest, 2) / 127
  const bytes = Int8Array.from(weights.values, (value) => Math.max(-127, Math.min(127, Math.round(value / scale))))
  const packed = Buffer.from(bytes.buffer).toString('base64')
  writeFileSync(
    new URL('../src/policy/model/bias-weights.ts', import.meta.url),
    `/** Written by training/train-bias.ts; see docs/model-card.md. */\nexport const biasWeights = {\n  scale: ${scale},\n  bias: ${weights.bias},\n  weights:\n    '${packed}',\n}\n`,
  )
  console.log('non-zero', bytes.filter((byte) => byte !== 0).length)
}
