import type { Safer } from './judged.ts'
import { reworded } from './safer.ts'

/** A suggestion that was taken, and the whole text on either side of it. */
export interface Replaced {
  before: string
  after: string
  said: string
  instead: string
}

/** The text with a suggestion in it. */
export function replacedIn(text: string, safer: Safer): Replaced {
  const { said, instead } = safer
  return { before: text, after: reworded(text, safer), said, instead }
}

/** Which of the taken suggestions led to this text, and whether it is the text from before a later one. */
export function standing(
  taken: readonly Replaced[],
  text: string,
): { last: Replaced | undefined; isBack: boolean } {
  const led = taken.findLastIndex(({ after }) => after === text)
  return { last: taken[led], isBack: taken.findLastIndex(({ before }) => before === text) > led }
}
