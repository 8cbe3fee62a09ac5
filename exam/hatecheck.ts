import { heldOut, readSet, type Row } from '../training/split.ts'
import { factsOf } from './facts.ts'
import type { Figure } from './figure.ts'
import { balancedAccuracy, macroF1, mean, share } from './measures.ts'

interface Gold {
  label: 'hateful' | 'non-hateful'
  fn: string
  templ: number
}

function said(row: Row<Gold>): Gold['label'] {
  return factsOf(row.text).has('speech.bias') ? 'hateful' : 'non-hateful'
}

/** HateCheck on the templates of the held-out fifth, by functionality; whatever raises `speech.bias` is hateful. */
export function hatecheck(): Figure[] {
  const rows = readSet<Gold>('hatecheck_dev').filter((row) => heldOut(`hatecheck:${row.gold.templ}`))
  const gold = rows.map((row) => row.gold.label)
  const answers = rows.map(said)
  const right = (kept: Row<Gold>[]): number => 100 * share(kept.map((row) => said(row) === row.gold.label))
  const functionalities = [...new Set(rows.map((row) => row.gold.fn))]
    .map((fn) => ({ fn, rows: rows.filter((row) => row.gold.fn === fn) }))
    .map((part) => ({ ...part, value: right(part.rows) }))
    .toSorted((a, b) => a.value - b.value)
  const worst = functionalities[0]
  const half = (label: Gold['label']): Row<Gold>[] => rows.filter((row) => row.gold.label === label)
  return [
    {
      measure: 'HateCheck, macro-F1',
      value: 100 * macroF1(gold, answers),
      rows: rows.length,
      goal: { 'at-least': 75 },
    },
    {
      measure: 'HateCheck, balanced accuracy',
      value: 100 * balancedAccuracy(gold, answers),
      rows: rows.length,
      goal: { 'at-least': 75 },
    },
    {
      measure: `HateCheck, mean of ${functionalities.length} functionalities`,
      value: mean(functionalities.map((part) => part.value)),
      rows: rows.length,
    },
    {
      measure: `HateCheck, worst functionality (${worst?.fn ?? 'none'})`,
      value: worst?.value ?? 0,
      rows: worst?.rows.length ?? 0,
      goal: { 'at-least': 40 },
    },
    {
      measure: 'HateCheck, non-hateful half, accuracy',
      value: right(half('non-hateful')),
      rows: half('non-hateful').length,
      goal: { 'at-least': 80 },
    },
    {
      measure: 'HateCheck, hateful half, accuracy',
      value: right(half('hateful')),
      rows: half('hateful').length,
      goal: { 'at-least': 75 },
    },
    ...functionalities.map(({ fn, value, rows: part }) => ({
      measure: `HateCheck, ${fn}`,
      value,
      rows: part.length,
    })),
  ]
}
