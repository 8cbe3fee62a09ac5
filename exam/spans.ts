import { detect } from '../src/policy/detect.ts'
import { heldOut, readSet, type Row } from '../training/split.ts'
import { toxicFacts } from './facts.ts'
import type { Figure } from './figure.ts'
import { characterF1, mean } from './measures.ts'

type Comment = Row<{ chars: number[] }>

function value(rows: Comment[]): number {
  return 100 * mean(rows.map((row) => characterF1(new Set(row.gold.chars), charactersOf(row.text))))
}

/** Toxic spans: the union of the spans of five facts against the characters that raters marked. */
export function spans(): Figure[] {
  const trial = readSet<{ chars: number[] }>('toxicspans_trial')
  const kept = readSet<{ chars: number[] }>('toxicspans_train').filter((row) => heldOut(row.id))
  return [
    {
      measure: 'Toxic spans, trial set, character F1',
      value: value(trial),
      rows: trial.length,
      goal: { 'at-least': 64 },
    },
    { measure: 'Toxic spans, held-out fifth of the training set', value: value(kept), rows: kept.length },
  ]
}

function charactersOf(text: string): Set<number> {
  const found = new Set<number>()
  for (const { fact, start, end } of detect(text))
    if (toxicFacts.has(fact)) for (let at = start; at < end; at++) found.add(at)
  return found
}
