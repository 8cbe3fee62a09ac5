import { due as accountsDue } from '../accounts/due.ts'
import { due as adoptionDue } from '../adoption/reminders.ts'
import { due as permissionsDue } from '../permissions/due.ts'
import type { Agency } from '../members/caller.ts'
import type { Db } from '../platform/db.ts'
import type { Delivering } from '../posts/deliver.ts'
import { due as postsDue } from '../posts/due.ts'

/** What a module does when a time has come. It may be called any number of times for the same minute. */
export type Due = (db: Db, agency: Agency, at: string, house: Delivering) => Promise<void>

/** Every module's; a module joins by its line here. */
const modules: Readonly<Record<string, Due>> = {
  adoption: adoptionDue,
  permissions: permissionsDue,
  accounts: accountsDue,
  posts: postsDue,
}

/** Does what has fallen due in one agency. A module that fails is told of and hinders no other. */
export async function runDue(
  db: Db,
  agency: Agency,
  at: string,
  tell: (module: string, error: unknown) => void,
  house: Delivering,
): Promise<void> {
  for (const [module, due] of Object.entries(modules)) {
    try {
      await due(db, agency, at, house)
    } catch (error) {
      tell(module, error)
    }
  }
}
