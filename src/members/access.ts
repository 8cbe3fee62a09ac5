/** Who somebody is to the house. A member may hold several; `member` is everybody who is signed in. */
export const roles = [
  'visitor',
  'member',
  'commander',
  'chief',
  'administrator',
  'counsel',
  'records-custodian',
] as const
export type Role = (typeof roles)[number]

/** What ties a caller to a thing; a role may act on things it is so tied to, and on no other. */
export type Relation = 'any' | 'own' | 'in-my-chain' | 'assigned' | 'in-agency'

/**
 * The access table: action, role, relation. What is not here is refused; a route whose action is not here fails the
 * build. Walls that no row overrides stand in `walls.ts`.
 */
export const access = {
  open: { visitor: 'any', member: 'any' },
} as const satisfies Record<string, Partial<Record<Role, Relation>>>
export type Action = keyof typeof access
