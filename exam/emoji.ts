import { readSet } from '../training/split.ts'
import { factsOf } from './facts.ts'
import type { Figure } from './figure.ts'
import { macroF1 } from './measures.ts'

/** Hate said with emoji: the validation set, no row of which is trained on. */
export function emoji(): Figure[] {
  const rows = readSet<{ label: string }>('hatemojibuild_validation')
  const gold = rows.map((row) => row.gold.label)
  const said = rows.map((row) => (factsOf(row.text).has('speech.bias') ? 'hateful' : 'non-hateful'))
  return [
    {
      measure: 'Emoji hate, macro-F1',
      value: 100 * macroF1(gold, said),
      rows: rows.length,
      goal: { 'at-least': 72 },
    },
  ]
}
