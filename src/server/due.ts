import { due as accountsDue } from '../accounts/due.ts'
import { due as adoptionDue } from '../adoption/reminders.ts'
import { due as commentsDue } from '../comments/due.ts'
import { due as ledgerDue } from '../ledger/due.ts'
import { due as permissionsDue } from '../permissions/due.ts'
import type { Agency } from '../members/caller.ts'
import type { Db } from '../platform/db.ts'
import type { deliveringOf } from '../posts/deliver-soon.ts'
import { due as postsDue } from '../posts/due.ts'
import { noticesDue } from '../posts/notices/due.ts'
import { due as recordsDue } from '../records/due.ts'
import { keepingDue } from '../records/keeping/due.ts'
import { productionsDue } from '../records/production/due.ts'
import { due as recordsRequestsDue } from '../records/requests/due.ts'

/** What the house gives to whoever works by the clock. */
type House = ReturnType<typeof deliveringOf>

/** What a module does when a time has come. It may be called any number of times for the same minute. */
export type Due = (db: Db, agency: Agency, at: string, house: House) => Promise<void>

/** Every module's; a module joins by its line here. */
const modules: Readonly<Record<string, Due>> = {
  ledger: ledgerDue,
  adoption: adoptionDue,
  permissions: permissionsDue,
  accounts: accountsDue,
  notices: noticesDue,
  posts: postsDue,
  comments: commentsDue,
  records: recordsDue,
  keeping: keepingDue,
  recordsRequests: recordsRequestsDue,
  productions: productionsDue,
}

/** Does what has fallen due in one agency, but in modules left out. One that fails is told of and hinders no other. */
export async function runDue(
  db: Db,
  agency: Agency,
  at: string,
  tell: (module: string, error: unknown) => void,
  house: House,
  leaveOut: ReadonlySet<string> = new Set(),
): Promise<void> {
  for (const [module, due] of Object.entries(modules)) {
    if (leaveOut.has(module)) continue
    try {
      await due(db, agency, at, house)
    } catch (error) {
      tell(module, error)
    }
  }
}
