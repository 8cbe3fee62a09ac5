import type { FitOrder } from './fit.ts'
import { printsOf } from './print.ts'
import type { ImportedProvision } from './provision.ts'
import { exceptionsOf, guessModality } from './wording.ts'

type Expected = FitOrder['provisions'][number]

/** How the words of a provision depart from the pack's prints, sentence by sentence; then what they do otherwise. */
export function otherWords(found: ImportedProvision, own: readonly string[], expected: Expected): string[] {
  const has = printsOf(found.text)
  if (has.join(' ') === own.join(' ')) return []
  const known = new Set(own)
  const changed = has.flatMap((print, index) => (known.has(print) ? [] : [index + 1]))
  const because: string[] = []
  if (changed.length > 0) {
    because.push(has.length === 1 ? 'it has other words' : `${whichOf(changed, has.length)} other words`)
  } else if (has.length === own.length) because.push('its sentences stand in another order')
  const fewer = own.length - has.length
  if (fewer !== 0)
    because.push(
      `it has ${Math.abs(fewer)} ${Math.abs(fewer) === 1 ? 'sentence' : 'sentences'} ${fewer > 0 ? 'fewer' : 'more'}`,
    )
  return [...because, ...otherSense(found, expected)]
}

// "sentence 2 of 3 has", "sentences 1, 2 and 4 of 4 have"
function whichOf(numbers: readonly number[], all: number): string {
  if (numbers.length === 1) return `sentence ${numbers[0]} of ${all} has`
  return `sentences ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)} of ${all} have`
}

const sense: Readonly<Record<string, string>> = {
  'must-not': 'forbid',
  must: 'command',
  should: 'advise',
  may: 'permit',
  'is-warned': 'warn',
  states: 'state',
}

/**
 * What the words do that the pack does not expect. Only a plain reversal is worth a person's time: softer and
 * harder words of one kind are in the text to see.
 */
export function otherSense(found: ImportedProvision, expected: Expected): string[] {
  const because: string[] = []
  const guessed = guessModality(found)
  const isReversed =
    (expected.modality === 'must-not' && ['may', 'should', 'must'].includes(guessed)) ||
    (expected.modality === 'may' && guessed === 'must-not') ||
    (expected.modality === 'must' && ['may', 'should', 'must-not'].includes(guessed))
  if (isReversed)
    because.push(`the pack expects it to ${sense[expected.modality]}; its words ${sense[guessed]}`)
  const prints = exceptionsOf(found.text).length > 0
  const expects =
    expected.except !== undefined &&
    /\b(?:without|unless|except|permission|consent|approv|authori)/i.test(expected.except)
  if (expects && !prints) because.push('the pack knows an exception that its words no longer print')
  if (expected.except === undefined && prints && expected.modality === 'must-not')
    because.push('its words print an exception that the pack does not know')
  return because
}
