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

/** "Without express written permission" as one object (DESIGN idea 5). */
export interface Permission {
  matter: string
  by: string
  form?: 'written' | 'express-written' | 'express' | 'oral'
  state: string
  from?: string
  to?: string
  /** What it names: fact names, ids of acts or media, or a kind (`post`, `page`, `image`). Absent: this act. */
  covers?: string[]
}
