import type { Act } from '../policy/act.ts'
import { judge } from '../policy/judge.ts'
import type { Order } from '../policy/order.ts'

/** The three grounds that the orders print; there is no other. */
export const grounds = ['obscenity', 'off-topic', 'personal-attack'] as const
export type Ground = (typeof grounds)[number]

/** The fact of the vocabulary that each ground is. Swearing alone is none (decision A24). */
export const factOf = {
  obscenity: 'speech.obscene',
  'off-topic': 'comment.off-topic',
  'personal-attack': 'speech.attack',
} as const satisfies Record<Ground, string>

/** The grounds in the words of a sentence. */
export const groundWords = {
  obscenity: 'obscenity',
  'off-topic': 'being off-topic',
  'personal-attack': 'a personal attack',
} as const satisfies Record<Ground, string>

/** Where the order in force lets a comment be removed for a ground. */
export interface Basis {
  citation: string
  /** What it says, in our own words, and what is to be minded. */
  gist: string
  risk: string | null
}

/**
 * The provision by which an order lets visitors' comments be removed for a ground, found by judging a comment of which
 * a person says just that; undefined where the order, or the day, has none.
 */
export function basisOf(order: Order, ground: Ground, on: string): Basis | undefined {
  const act: Act = { ...visitors('ground', '', on), facts: { [factOf[ground]]: true } }
  const [found] = judge(act, order).provisions.filter(({ outcome }) => outcome === 'needs-review')
  const provision = found && order.byCitation.get(found.citation)
  return provision && { citation: provision.citation, gist: provision.gist, risk: provision.risk ?? null }
}

/** A visitor's comment as an act. */
export function visitors(id: string, text: string, on: string): Act {
  return { id, kind: 'comment', capacity: 'visitor', on, text }
}

/** The ground that a fact is, if it is one. */
export function groundOf(fact: string): Ground | undefined {
  return grounds.find((ground) => factOf[ground] === fact)
}
