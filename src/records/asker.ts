import type { Agency, MemberCaller } from '../members/caller.ts'
import { classes, type AccessClass, type RecordRow } from './record.ts'

/** Who looks at records: what they may see, and what is theirs. */
export interface Asker {
  agency: Pick<Agency, 'agencyId' | 'zone'>
  classes: readonly AccessClass[]
  /** Whose own records are seen beside; null where nobody asks. */
  memberId: string | null
  /** May undercover members be named to them? */
  knowsUndercover: boolean
}

/** What each role may see beside what everybody may. */
const more = {
  'records-custodian': ['office', 'personnel'],
  chief: ['office'],
  counsel: ['office'],
} as const

export function askerOf({ agency, member }: MemberCaller): Asker {
  const seen = new Set<AccessClass>(['open'])
  for (const role of ['records-custodian', 'chief', 'counsel'] as const)
    if (member.roles.has(role)) for (const one of more[role]) seen.add(one)
  return {
    agency,
    classes: classes.filter((one) => seen.has(one)),
    memberId: member.memberId,
    knowsUndercover: member.roles.has('chief'),
  }
}

/** May they see this record? What `seenBy` asks of the store, of one that was read. */
export function maySee(asker: Asker, { access, madeBy }: RecordRow): boolean {
  return asker.classes.includes(access) || (asker.memberId !== null && madeBy === asker.memberId)
}

/** The house itself, which sees everything of an agency: holds that are re-run, retention, production. */
export function houseOf(agency: Pick<Agency, 'agencyId' | 'zone'>): Asker {
  return { agency, classes, memberId: null, knowsUndercover: true }
}
