import type { z } from 'zod'
import type { selfCheckOrderSchema } from '../../src/adoption/schema.ts'
import type { Act } from '../../src/policy/act.ts'
import type { Outcome, Ruling } from '../../src/policy/ruling.ts'
import type { Sighting } from '../../src/policy/sighting.ts'
import type { Answer } from './draft.ts'
import type { Wording } from './safer.ts'

/** The order in force, as the browser is sent it. */
export type OrderData = z.infer<typeof selfCheckOrderSchema>

/** What the page asks of the worker that judges: first to learn an order, then to judge by it. */
export type Asked = { order: OrderData } | { number: number; act: Act; answers: readonly Answer[] }

/** What the worker says: that it has learnt the order, or what it found. */
export type Said = { learnt: Learnt } | Judged

/** What the page shows of the order itself. */
export interface Learnt {
  agency: string
  number: string
  title: string
  effective: string
  /** What a provision says, by its citation. */
  gists: Record<string, string>
  /** The provisions that bind those who work undercover. */
  undercover: readonly string[]
}

/** Other words under which the judge finds less. */
export interface Safer extends Wording {
  /** The words that stand there now. */
  said: string
  /** What the order would say of the whole with the other words. */
  after: Outcome
}

export interface Judged {
  number: number
  /** With every answer, as it was judged. */
  act: Act
  ruling: Ruling
  /** What the detectors saw in the text. */
  sightings: Sighting[]
  safer: Safer[]
  /** How long judging took, in milliseconds, the other words not counted. */
  took: number
}
