import { speechClass, type SpeechClass } from '../src/policy/model/speech-class.ts'
import { heldOut, readSet } from '../training/split.ts'
import { factsOf, toxicFacts } from './facts.ts'
import type { Figure } from './figure.ts'
import { macroF1 } from './measures.ts'

/** Davidson's three classes on the held-out fifth: from the sightings alone, and from the small model. */
export function davidson(): Figure[] {
  const rows = readSet<{ class: SpeechClass }>('davidson_dev').filter((row) => heldOut(row.id))
  const gold = rows.map((row) => row.gold.class)
  const fromFacts = rows.map((row) => classOf(factsOf(row.text)))
  const fromModel = rows.map((row) => speechClass(row.text))
  return [
    {
      measure: 'Davidson, three classes, by sightings, macro-F1',
      value: 100 * macroF1(gold, fromFacts),
      rows: rows.length,
      goal: { 'at-least': 76 },
    },
    {
      measure: 'Davidson, three classes, by speechClass, macro-F1',
      value: 100 * macroF1(gold, fromModel),
      rows: rows.length,
      goal: { 'at-least': 76 },
    },
  ]
}

/** Bias is hate; any other toxic fact offends. */
function classOf(facts: ReadonlySet<string>): SpeechClass {
  if (facts.has('speech.bias')) return 'hate'
  return [...facts].some((fact) => toxicFacts.has(fact)) ? 'offensive' : 'neither'
}
