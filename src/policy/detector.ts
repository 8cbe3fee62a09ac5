import type { Entry } from './lexicon.ts'
import type { Reading } from './reading.ts'
import type { Sighting } from './sighting.ts'

/**
 * One finder of facts in a text. `entries` are the phrases it wants in the common lexicon; `detect` is called
 * only when one of the `triggers` (tags, its own or another's) was hit. No triggers: it runs on every text.
 */
export interface Detector {
  name: string
  entries: readonly Entry[]
  triggers: readonly string[]
  detect(reading: Reading): Sighting[]
  /** The finders it is made of, when each has triggers of its own: those that are not called for need not run. */
  parts?: readonly Detector[]
}
