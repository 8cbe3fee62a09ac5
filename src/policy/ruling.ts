import type { Grounds } from './situation.ts'

/** What may follow for an act, the gravest first. */
export const outcomes = [
  'barred',
  'needs-permission',
  'needs-review',
  'outside-the-order',
  'advised',
  'clear',
  'not-in-force',
  'text-not-held',
] as const
export type Outcome = (typeof outcomes)[number]

const gravities = new Map(outcomes.map((outcome, place) => [outcome, place]))

/** Lower is graver. */
export function gravity(outcome: Outcome): number {
  return gravities.get(outcome) ?? outcomes.length
}

/** Who may permit a matter, by which way, in which form, and the provision that says so. */
export interface Path {
  matter: string
  by: string
  via: string
  form: string
  cites: string
}

/** What one provision says of the act. */
export interface ProvisionRuling {
  citation: string
  outcome: Outcome
  because: Grounds[]
  path: Path | null
  /** The live permission that covers the act here, and who gave it. */
  permitted?: { matter: string; by: string; cites: string }
  note?: string
  review?: string[]
}

/** The one question whose answer can still change the ruling. */
export interface Ask {
  fact: string
  detail?: string
  question: string
  choices?: readonly string[]
}

/** The answer of an order to an act. */
export interface Ruling {
  act: string
  order: string
  /** The effective date of the version that was applied. */
  version: string
  outcome: Outcome
  provisions: ProvisionRuling[]
  asks: Ask[]
  /** What a person must weigh before anything follows. */
  review: string[]
  note?: string
}
