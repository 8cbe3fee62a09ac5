import { membersOf } from '../members/store.ts'
import type { Db } from '../platform/db.ts'
import type { Asker } from './asker.ts'
import type { RecordRow } from './record.ts'

/** How whoever made or is named in a record is called, for this asker. */
export type Naming = (id: string) => { memberId: string | null; name: string }

const memberId = /^[0-9a-f-]{36}$/

/**
 * The names of everybody in these records. Members who work undercover are not named to those who may not know of it:
 * they are a member like any other, and nothing tells which.
 */
export async function namingFor(db: Db, asker: Asker, rows: readonly RecordRow[]): Promise<Naming> {
  const { agencyId } = asker.agency
  const ids = [...new Set(rows.flatMap(({ madeBy, people }) => [madeBy, ...people]))]
  const [members, hidden] = await Promise.all([
    membersOf(db, agencyId, ids),
    asker.knowsUndercover || ids.length === 0
      ? []
      : db
          .selectFrom('undercover')
          .select('memberId')
          .where('agencyId', '=', agencyId)
          .where('memberId', 'in', ids)
          .execute(),
  ])
  const names = new Map(members.map((one) => [one.memberId, one.name]))
  const unnamed = new Set(hidden.map((one) => one.memberId).filter((id) => id !== asker.memberId))
  return (id) => {
    if (id === 'system') return { memberId: null, name: 'Decorum' }
    if (id === 'visitor') return { memberId: null, name: 'a visitor' }
    const name = names.get(id)
    if (name !== undefined && !unnamed.has(id)) return { memberId: id, name }
    return { memberId: null, name: unnamed.has(id) || memberId.test(id) ? 'a member' : id }
  }
}

/** Does a text name somebody, by their id, who is not named to the asker? */
export async function namesHidden(db: Db, asker: Asker, text: string): Promise<boolean> {
  if (asker.knowsUndercover) return false
  const hidden = await db
    .selectFrom('undercover')
    .select('memberId')
    .where('agencyId', '=', asker.agency.agencyId)
    .execute()
  return hidden.some(({ memberId: id }) => id !== asker.memberId && text.includes(JSON.stringify(id)))
}

/** Whom a personnel record is about: the members whom it names, and where it names none but its maker, its maker. */
export async function aboutOf(
  db: Db,
  agencyId: string,
  { people, madeBy }: Pick<RecordRow, 'people' | 'madeBy'>,
): Promise<string[]> {
  const others = people.filter((one) => one !== madeBy)
  const members = await membersOf(db, agencyId, others)
  return members.length === 0 ? [madeBy] : members.map(({ memberId: id }) => id)
}
