import { adoptedOrder } from '../adoption/adopted.ts'
import { command, type Made } from '../ledger/command.ts'
import type { Agency } from '../members/caller.ts'
import type { Db } from '../platform/db.ts'
import { newId, sha256 } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'
import { enough, isLinked, shareFound } from './match.ts'
import { NetworkFault, type RemotePage } from './networks/network.ts'
import type { Networks } from './networks/network.ts'
import { requirementsOf } from './notices.ts'
import { pageShown } from './shown.ts'
import { findPage, type Page } from './pages.ts'
import { accessTo } from './store.ts'
import type { Found, Requirement } from './schema.ts'

/** How long a network may take to show a page, in milliseconds. */
const patience = 20_000
/** More characters of a page than these are not kept. */
const mostText = 50_000

/** What is needed to look at a page. */
export interface Looking {
  networks: Networks
  sealKey: string
}

/**
 * Reads the page as the public sees it and compares every recorded notice with it. What was read stands in the entry
 * of the ledger, its hash with the check. A page that cannot be read is recorded as such; that is no notice lost.
 */
export async function checkPage(
  db: Db,
  agency: Agency,
  made: Made,
  accountId: string,
  looking: Looking,
): Promise<{ checkId: string; isWell: boolean }> {
  const { agencyId } = agency
  const { at, by } = made
  const page = await findPage(db, agency, accountId, at)
  if (page.closedAt !== null)
    throw new Refusal('forbiddenByOrder', 'the page is closed, and no longer looked at')
  const adopted = await adoptedOrder(db, agencyId, at)
  const requirements = adopted ? requirementsOf(adopted.order) : []
  const seen = await look(db, agency, page, looking)
  const text = 'fault' in seen ? null : seen.text.slice(0, mostText).toWellFormed()
  // What could not be looked at is as it was.
  const found = 'fault' in seen ? (page.lastCheck?.found ?? []) : compare(page, requirements, seen, at)
  const fault = 'fault' in seen ? seen.fault : null
  const hash = text === null ? null : sha256(text)
  return await command(db, made, async (tx, record) => {
    const checkId = newId()
    await tx
      .insertInto('pageCheck')
      .values({ agencyId, accountId, checkId, at, madeBy: by, fault, hash, found: JSON.stringify(found) })
      .execute()
    const lost = found.filter(({ isFound }) => !isFound).map(({ fact, language }) => ({ fact, language }))
    await record({ subject: accountId, body: { checkId, fault, hash, text, lost } })
    return { checkId, isWell: fault === null && lost.length === 0 }
  })
}

async function look(
  db: Db,
  agency: Agency,
  page: Page,
  { networks, sealKey }: Looking,
): Promise<RemotePage | { fault: string }> {
  if (page.network === 'site') return pageShown(agency, page)
  try {
    const access = await accessTo(db, agency.agencyId, page.accountId, sealKey)
    return await networks[page.network].page(access, AbortSignal.timeout(patience))
  } catch (error) {
    if (error instanceof NetworkFault) return { fault: error.sentence }
    if (error instanceof Refusal) return { fault: error.message }
    throw error
  }
}

/** Each recorded wording, and whether the page shows it. Pure. */
export function compare(
  page: Pick<Page, 'said' | 'lastCheck'>,
  requirements: readonly Requirement[],
  seen: Pick<RemotePage, 'name' | 'text' | 'links'>,
  at: string,
): Found[] {
  const { said, lastCheck } = page
  const text = `${seen.name}\n${seen.text}`
  return said.notices.flatMap(({ fact, wording }) => {
    const asked = requirements.find((one) => one.fact === fact)
    return said.languages.flatMap((language) => {
      const words = wording[language]
      if (words === undefined) return []
      const share = shareFound(words, text)
      const isFound = isThere(fact, said, seen.links, text, share)
      const before = lastCheck?.found.find((one) => one.fact === fact && one.language === language)
      return [
        {
          fact,
          language,
          isFound,
          share: Math.round(share * 100) / 100,
          lostSince: isFound ? null : (before?.lostSince ?? at),
          wasThere: before !== undefined && (before.isFound || before.wasThere),
          isRequired: asked?.force === 'barred',
          citation: asked?.citation ?? null,
        },
      ]
    })
  })
}

/** A link may stand on a page without its words; contact must have its words. */
function isThere(
  fact: string,
  { site }: Page['said'],
  links: readonly string[],
  text: string,
  share: number,
): boolean {
  if (share >= enough) return true
  return fact === 'page.linked' && isLinked(site, links, text)
}
