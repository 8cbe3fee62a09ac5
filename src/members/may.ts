import { sql, type Expression, type SqlBool } from 'kysely'
import { Refusal } from '../platform/refusal.ts'
import { relationsOf, type Action, type Relation } from './access.ts'
import type { Caller } from './caller.ts'

/** How a caller is tied to the thing at hand. What is not said does not hold. */
export interface Tie {
  own?: boolean
  inMyChain?: boolean
  assigned?: boolean
}

/** For each relation, whether a tie holds it. */
const holds: { readonly [relation in Relation]: (tie: Tie) => boolean } = {
  any: () => true,
  'in-agency': () => true,
  own: (tie) => tie.own === true,
  'in-my-chain': (tie) => tie.inMyChain === true,
  assigned: (tie) => tie.assigned === true,
}

/** Does the access table let this caller do this to something they are so tied to? */
export function may(caller: Caller, action: Action, tie: Tie = {}): boolean {
  const roles = caller.member?.roles ?? new Set(['visitor'] as const)
  for (const relation of relationsOf(action, roles)) if (holds[relation](tie)) return true
  return false
}

/** The same, as a refusal. To somebody who may not know of the thing, say `notFound` instead. */
export function demand(caller: Caller, action: Action, tie: Tie = {}): void {
  if (!may(caller, action, tie)) throw new Refusal('unauthorized', 'this is not for your role')
}

/** For each tie, the condition on a row under which it holds. */
export interface Ties {
  own?: Expression<SqlBool>
  inMyChain?: Expression<SqlBool>
  assigned?: Expression<SqlBool>
}

/**
 * The same table as a filter of rows: `where((row) => scope(caller, 'requests.see', { own: row('authorId', '=', me) }))`
 * leaves exactly the rows for which `may` says yes.
 */
export function scope(caller: Caller, action: Action, ties: Ties): Expression<SqlBool> {
  const roles = caller.member?.roles ?? new Set(['visitor'] as const)
  let all: Expression<SqlBool> = sql<SqlBool>`false`
  for (const relation of relationsOf(action, roles)) {
    const one = conditions[relation](ties)
    if (one !== undefined) all = sql<SqlBool>`(${all} or ${one})`
  }
  return all
}

const conditions: { readonly [relation in Relation]: (ties: Ties) => Expression<SqlBool> | undefined } = {
  any: () => sql<SqlBool>`true`,
  'in-agency': () => sql<SqlBool>`true`,
  own: (ties) => ties.own,
  'in-my-chain': (ties) => ties.inMyChain,
  assigned: (ties) => ties.assigned,
}
