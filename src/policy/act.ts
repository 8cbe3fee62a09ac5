/** Something somebody posts, displays, permits or omits, with the facts known of it (DESIGN section 4). */
export interface Act {
  id: string
  kind: ActKind
  capacity: Capacity
  /** ISO 8601 date or date-time; absent means "now", which the caller supplies. */
  on?: string
  text?: string
  media?: Media[]
  author?: { kind?: AuthorKind; undercover?: boolean }
  audience?: 'public' | 'limited'
  duty?: 'on' | 'off' | 'unknown'
  device?: { owner?: 'department' | 'personal'; kind?: 'desktop' | 'laptop' | 'tablet' | 'phone' }
  /** Said by a person: true, false, or the details that narrow a true fact. Outranks detectors. */
  facts?: Record<string, boolean | Record<string, string>>
  permissions?: Permission[]
  consents?: { member: string; given: boolean }[]
}

export const actKinds = [
  'post',
  'comment',
  'reshare',
  'message',
  'profile',
  'placed-by-other',
  'statement',
  'access',
  'page',
  'omission',
  'screening',
] as const
export type ActKind = (typeof actKinds)[number]

export const capacities = ['personal', 'official', 'visitor'] as const
export type Capacity = (typeof capacities)[number]

export const authorKinds = [
  'sworn',
  'civilian',
  'special',
  'support',
  'volunteer',
  'town-employee',
  'visitor',
] as const
export type AuthorKind = (typeof authorKinds)[number]

export interface Media {
  kind: 'image' | 'video' | 'audio'
  id?: string
  /** The description written for people who cannot see it. */
  alt?: string
  /** Words read in the picture. */
  text?: string
  /** Names of facts that it shows, said by a person. */
  shows?: string[]
}

/** What a permission may be for; every order uses these words, so that one permission is read alike by all. */
export const matters = [
  'identification',
  'job-information',
  'statements',
  'photographs',
  'official-confidential',
  'page',
  'own-device',
  'coworker',
  'duty-use',
] as const
export type Matter = (typeof matters)[number]

/** Where a permission stands. Only what is `in-force` cures anything; the others are said back in the ruling. */
export const permissionStates = [
  'asked',
  'pending',
  'endorsed',
  'returned',
  'disapproved',
  'approved',
  'in-force',
  'ended',
  'expired',
  'withdrawn',
  'revoked',
] as const
export type PermissionState = (typeof permissionStates)[number]

/** "Without express written permission" as one object (DESIGN idea 5). */
export interface Permission {
  matter: Matter
  by: string
  form?: 'written' | 'express-written' | 'express' | 'oral'
  state: PermissionState
  from?: string
  to?: string
  /** What it names: fact names, ids of acts or media, or a kind (`post`, `page`, `image`). Absent: this act. */
  covers?: string[]
}
