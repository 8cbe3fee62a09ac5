import type { Agency } from '../members/caller.ts'
import { dayIn } from '../platform/day.ts'
import type { Db } from '../platform/db.ts'
import { checkPage } from './check.ts'
import { keyTask, tendKey } from './keys.ts'
import type { Networks } from './networks/network.ts'
import { pagesOf, type Page } from './pages.ts'

/** What the daily work of pages needs of the house. */
export interface Tending {
  networks: Networks
  seal: string
}

/** So many pages are looked at in one minute: a minute's work must end within it. */
const mostAtOnce = 8

/**
 * Looks after pages: each live one is read once a day, each key is tried once a day and made anew before it ends. Run
 * it as often as you like; what failed for one page hinders no other and is thrown at the end.
 */
export async function due(db: Db, agency: Agency, at: string, house: Tending): Promise<void> {
  const { networks, seal } = house
  const day = dayIn(agency.zone, at)
  const pages = await pagesOf(db, agency, at)
  const faults: unknown[] = []
  const each = async (page: Page, work: () => Promise<unknown>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      faults.push(new Error(`page ${page.accountId} was not looked after`, { cause: error }))
    }
  }
  const keyed = pages.filter((page) => keyTask(page, networks[page.network], at) !== undefined)
  await Promise.all(
    keyed
      .slice(0, mostAtOnce)
      .map((page) =>
        each(page, () =>
          tendKey(db, agency, page.accountId, { network: networks[page.network], sealKey: seal }, at),
        ),
      ),
  )
  const unread = pages.filter((page) => isUnread(page, agency.zone, day))
  await Promise.all(
    unread.slice(0, mostAtOnce).map((page) =>
      each(page, () => {
        const { accountId } = page
        const made = {
          agencyId: agency.agencyId,
          by: 'system',
          key: `page-check-${accountId}-${day}`,
          name: 'accounts.check',
          at,
          input: { accountId, day },
        }
        return checkPage(db, agency, made, accountId, { networks, sealKey: seal })
      }),
    ),
  )
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} pages were not looked after`)
}

/** A page that speaks for the department, and was not looked at today. */
function isUnread({ state, lastCheck }: Page, zone: string, day: string): boolean {
  return state === 'live' && (lastCheck === undefined || dayIn(zone, lastCheck.at) < day)
}
