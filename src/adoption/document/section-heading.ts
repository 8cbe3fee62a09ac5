import type { Block } from './blocks.ts'
import { commands, couldStandAlone, headingStrength, isTerminated, wordsOf } from './heading.ts'
import { isWithin } from './label.ts'

/** A labelled block heads a section when it looks like a heading and something stands under it. */
export function headsSection(block: Block, next: Block | undefined): boolean {
  if (!next || block.text === '') return false
  const strength = headingStrength(block.text, block.mark)
  if (strength >= 2) return true
  // What binds somebody is a rule, however short it is.
  if (strength === 0 && commands(block.text)) return false
  if (block.text.endsWith(':') && (strength === 0 || saysSomething.test(block.text))) return false
  const opens =
    next.label === undefined
      ? isTerminated(next.text) || wordsOf(next.text).length > 6
      : next.label.readings.some((reading) =>
          reading.kind === 'decimal'
            ? isWithin(next.label?.key ?? '', block.label?.key ?? '')
            : reading.kind !== 'bullet' && reading.value === 1,
        ) && next.label.readings[0]?.style !== block.label?.readings[0]?.style
  const opensAlike =
    next.label !== undefined &&
    next.label.readings[0]?.kind === 'decimal' &&
    isWithin(next.label.key, block.label?.key ?? '')
  return (opens || opensAlike) && (strength === 1 || couldStandAlone(block.text))
}

// "Employees Shall Not:" is set like a heading and says something.
const saysSomething = /\b(?:shall|must|may|should|will|are|is|can|not)\b/i

/** An unlabelled block is a heading by its look, and where it only might be one, by what follows it. */
export function isNamedHeading(block: Block, next: Block | undefined): boolean {
  if (!next) return false
  const strength = headingStrength(block.text, block.mark)
  if (strength >= 2) return true
  if (strength === 0 && !couldStandAlone(block.text)) return false
  if (next.label)
    return next.label.readings.some((reading) => reading.kind === 'bullet' || reading.value === 1)
  return isTerminated(next.text) && wordsOf(next.text).length >= 6
}
