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

/** The roles that an administrator gives; the others follow from the chart. */
export const grantedRoles = ['administrator', 'counsel', 'records-custodian'] as const
export type GrantedRole = (typeof grantedRoles)[number]

/**
 * What ties a caller to a thing; a role may act on things it is so tied to, and on no other. `any` asks for no tie and
 * no sign-in, `in-agency` for the caller's own agency.
 */
export type Relation = 'any' | 'own' | 'in-my-chain' | 'assigned' | 'in-agency'

type Row = { readonly [role in Role]?: Relation | readonly Relation[] }

/**
 * The access table: action, role, relation. What is not here is refused; a route whose action is not here fails the
 * build. Walls that no row overrides (nobody rules on their own request) stand in the rules of each module.
 */
export const access = {
  /** For everybody, signed in or not. */
  open: { visitor: 'any', member: 'any' },

  'session.end': { member: 'own' },
  'session.confirm': { member: 'own' },
  'credentials.see': { member: 'own' },
  'credentials.change': { member: 'own' },
  'language.change': { member: 'own' },
  'invitations.issue': { administrator: 'in-agency' },
  'lock.release': { administrator: 'in-agency' },
  'oidc.change': { administrator: 'in-agency' },
  'waiting.see': { member: 'own' },
  'opened.see': { member: 'own' },

  'members.see': { member: 'in-agency' },
  'members.change': { administrator: 'in-agency' },
  'members.undercover': { chief: 'in-agency', commander: 'assigned' },
  'roster.import': { administrator: 'in-agency' },
  'roster.export': { administrator: 'in-agency', chief: 'in-agency', 'records-custodian': 'in-agency' },
  'positions.see': { member: 'in-agency' },
  'positions.change': { administrator: 'in-agency', chief: 'in-agency' },
  'designations.see': { member: 'in-agency' },
  'designations.change': { chief: 'in-agency' },

  'order.see': { member: 'in-agency' },
  'orders.see': { member: 'in-agency' },
  'orders.change': { chief: 'in-agency', administrator: 'in-agency' },
  'orders.adopt': { chief: 'in-agency', administrator: 'in-agency' },
  'acknowledgement.give': { member: 'own' },
  'acknowledgements.see': { commander: 'in-my-chain', chief: 'in-agency', administrator: 'in-agency' },
  'acknowledgements.remind': { commander: 'in-my-chain', chief: 'in-agency', administrator: 'in-agency' },

  'requests.ask': { member: 'own' },
  'requests.see': {
    member: ['own', 'assigned'],
    commander: 'in-my-chain',
    chief: 'in-agency',
    counsel: 'assigned',
  },
  'requests.edit': { member: 'own' },
  /** Endorse, approve, return, withdraw, appeal: which move is whose stands in the table of moves. */
  'requests.move': { member: ['own', 'assigned'], chief: 'in-agency', counsel: 'assigned' },
  'requests.consent': { member: 'assigned' },
  'permissions.see': {
    member: ['own', 'assigned'],
    commander: 'in-my-chain',
    chief: 'in-agency',
    'records-custodian': 'in-agency',
  },
  'permissions.revoke': { member: 'assigned', chief: 'in-agency' },
  'permissions.withdraw': { member: 'own' },
  'permissions.renew': { member: 'own' },
  'rulings.ask': { member: 'own' },
  'blobs.add': { member: 'own' },
  'blobs.see': {
    member: ['own', 'assigned'],
    commander: 'in-my-chain',
    chief: 'in-agency',
    counsel: 'assigned',
  },

  // accounts: a member is tied to the pages that they run.
  'accounts.see': { member: 'in-agency' },
  'accounts.propose': { member: 'own' },
  'accounts.keys': { member: 'assigned', administrator: 'in-agency' },
  'accounts.change': { member: 'assigned', chief: 'in-agency', administrator: 'in-agency' },
  'accounts.close': { member: 'assigned', chief: 'in-agency' },
  'accounts.check': { member: 'assigned', chief: 'in-agency', administrator: 'in-agency' },
  'accounts.review': { member: 'assigned' },
  'impostors.see': { member: 'assigned', chief: 'in-agency', administrator: 'in-agency' },
  'impostors.close': { member: 'assigned', administrator: 'in-agency' },

  // comments: a member is tied to the pages that they run, to what counsel is asked, to the appeals that they hear.
  'comments.see': {
    member: 'assigned',
    chief: 'in-agency',
    counsel: 'in-agency',
    'records-custodian': 'in-agency',
  },
  'comments.moderate': { member: 'assigned', chief: 'in-agency' },
  'comments.advise': { member: 'assigned', counsel: 'in-agency' },
  /** Keep, hide, restore, advise: which move is whose stands in the table of moves. */
  'comments.move': { member: 'assigned', chief: 'in-agency', counsel: 'in-agency' },
  'comments.settle': { chief: 'in-agency' },
  'comments.push': { member: 'assigned', chief: 'in-agency' },
  'wellness.change': { member: 'own' },
  'appeals.see': {
    member: 'assigned',
    chief: 'in-agency',
    counsel: 'in-agency',
    'records-custodian': 'in-agency',
  },
  'appeals.decide': { member: 'assigned', chief: 'in-agency' },
  'filters.see': {
    member: 'assigned',
    chief: 'in-agency',
    counsel: 'in-agency',
    'records-custodian': 'in-agency',
  },
  'filters.change': { member: 'assigned', chief: 'in-agency' },
  'blocks.change': { member: 'assigned', chief: 'in-agency' },
  'neutrality.see': {
    member: 'assigned',
    chief: 'in-agency',
    counsel: 'in-agency',
    'records-custodian': 'in-agency',
  },
  'rereads.draw': { chief: 'in-agency', 'records-custodian': 'in-agency' },
  'rereads.read': {
    member: 'assigned',
    chief: 'in-agency',
    counsel: 'in-agency',
    'records-custodian': 'in-agency',
  },

  // records: what each role sees of them stands in records/asker.ts.
  'records.see': { member: 'in-agency' },
  'records.searches': { member: 'own' },
  'records.import': { 'records-custodian': 'in-agency', administrator: 'in-agency' },

  // keeping: one person never holds both keys; a member is tied to lists whom the agency names for the second signature.
  'series.see': { 'records-custodian': 'in-agency', chief: 'in-agency', counsel: 'in-agency' },
  'series.change': { 'records-custodian': 'in-agency', chief: 'in-agency' },
  'holds.see': { 'records-custodian': 'in-agency', chief: 'in-agency', counsel: 'in-agency' },
  'holds.place': { 'records-custodian': 'in-agency', chief: 'in-agency', counsel: 'in-agency' },
  'holds.move': { 'records-custodian': 'in-agency', chief: 'in-agency', counsel: 'in-agency' },
  'dispositions.see': {
    member: 'assigned',
    'records-custodian': 'in-agency',
    chief: 'in-agency',
    counsel: 'in-agency',
  },
  'dispositions.propose': { 'records-custodian': 'in-agency' },
  /** Sign, countersign, carry out: which move is whose stands in the table of moves. */
  'dispositions.move': { member: 'assigned', 'records-custodian': 'in-agency', chief: 'in-agency' },
  'dispositions.settle': { 'records-custodian': 'in-agency', chief: 'in-agency' },

  // records requests: which move is whose stands in the table of moves; nobody reviews what is about themselves.
  'records-requests.see': { 'records-custodian': 'in-agency', chief: 'in-agency', counsel: 'in-agency' },
  'records-requests.move': { 'records-custodian': 'in-agency', chief: 'in-agency' },
  'records-requests.review': { 'records-custodian': 'in-agency', chief: 'in-agency', counsel: 'in-agency' },
  'records-requests.settle': {
    'records-custodian': 'in-agency',
    chief: 'in-agency',
    administrator: 'in-agency',
  },
  // productions: the packages of what was released, and the public archive.
  'productions.see': { 'records-custodian': 'in-agency', chief: 'in-agency', counsel: 'in-agency' },
  'productions.publish': { 'records-custodian': 'in-agency', chief: 'in-agency' },
  'archive.settle': { 'records-custodian': 'in-agency', chief: 'in-agency', administrator: 'in-agency' },
  'records-notices.see': { member: 'own' },
  'records-notices.object': { member: 'own' },
  'holidays.see': { member: 'in-agency' },
  'holidays.change': {
    'records-custodian': 'in-agency',
    chief: 'in-agency',
    administrator: 'in-agency',
  },

  // posts
  /** `assigned`: whoever runs its pages, approves it, or keeps its record; what is out, everybody. */
  'posts.see': { member: ['own', 'assigned'] },
  'posts.write': { member: 'own' },
  /** Which move is whose stands in the table of moves. */
  'posts.move': { member: ['own', 'assigned'] },
  'posts.people': { member: 'assigned' },
  'posts.settings': { administrator: 'in-agency', chief: 'in-agency' },
  'deliveries.see': { member: 'assigned' },
  'deliveries.settle': { member: 'assigned' },
  'media.add': { member: 'own' },
  'media.see': { member: ['own', 'assigned'] },

  // notices: a member is tied to all of them who runs a page or approves official posts, and to their own.
  'notices.see': {
    member: ['own', 'assigned'],
    chief: 'in-agency',
    administrator: 'in-agency',
    'records-custodian': 'in-agency',
  },
  'notices.write': { member: ['own', 'assigned'], chief: 'in-agency' },
  /** Approve, sign, cancel, review: which move is whose stands in the table of moves. */
  'notices.move': { member: ['own', 'assigned'], chief: 'in-agency' },
  'map.change': { member: 'assigned', chief: 'in-agency', administrator: 'in-agency' },
  'crime-data.change': { member: 'assigned', chief: 'in-agency', administrator: 'in-agency' },
} as const satisfies Record<string, Row>
export type Action = keyof typeof access

export function isAction(name: string): name is Action {
  return Object.hasOwn(access, name)
}

/** The ties by which these roles may do this; none if they may not. */
export function relationsOf(action: Action, held: ReadonlySet<Role>): ReadonlySet<Relation> {
  const row: Row = access[action]
  const found = new Set<Relation>()
  for (const role of held) {
    const given = row[role]
    if (typeof given === 'string') found.add(given)
    else for (const relation of given ?? []) found.add(relation)
  }
  return found
}

/** Could somebody with these roles do this to anything at all? What a route asks before it reads further. */
export function mayAtAll(action: Action, held: ReadonlySet<Role>): boolean {
  const row: Row = access[action]
  for (const role of held) if (row[role] !== undefined) return true
  return false
}
