import { Temporal } from 'temporal-polyfill'
import { command, type Made } from '../ledger/command.ts'
import type { Agency } from '../members/caller.ts'
import { seal } from '../members/seal.ts'
import { isBefore, later } from '../platform/day.ts'
import type { Db } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import { keyDays } from './account.ts'
import { NetworkFault, type Access, type Network } from './networks/network.ts'
import { findPage, type Page } from './pages.ts'
import { accessTo } from './store.ts'

/** How long a network may take over a key, in milliseconds. */
const patience = 15_000

/**
 * Takes the key to a page: asks its network at once whether it opens, and keeps it sealed for this page alone. Nobody
 * is shown it again; the ledger holds the names of its parts, and neither they nor a hash of them.
 */
export async function giveKey(
  db: Db,
  agency: Agency,
  made: Made,
  accountId: string,
  giving: { secrets: Readonly<Record<string, string>>; network: Network; sealKey: string },
): Promise<{ accountId: string; until: string | null }> {
  const { agencyId } = agency
  const { by, at } = made
  const { secrets, network, sealKey } = giving
  const page = await findPage(db, agency, accountId, at)
  if (page.closedAt !== null) throw new Refusal('forbiddenByOrder', 'the page is closed and needs no key')
  const wanted = Object.keys(network.secrets)
  if (wanted.length === 0) throw new Refusal('malformed', 'the department’s own site needs no key')
  const missing = wanted.find((name) => secrets[name] === undefined)
  if (missing !== undefined) throw new Refusal('malformed', `secrets.${missing} is missing`)
  const other = Object.keys(secrets).find((name) => !wanted.includes(name))
  if (other !== undefined)
    throw new Refusal('malformed', `secrets.${other} is none that this network asks for`)
  const { service, handle } = page
  const { until } = await asked(network, { service, handle, secrets })
  const kept = { sealed: seal(sealKey, JSON.stringify(secrets), accountId), names: wanted, until } as const
  return await command(db, made, async (tx, record) => {
    // Closing a page destroys its key; one that was being tried meanwhile does not come after it.
    const open = await tx
      .selectFrom('account')
      .select('closedAt')
      .where('agencyId', '=', agencyId)
      .where('accountId', '=', accountId)
      .forShare()
      .executeTakeFirst()
    if (open?.closedAt !== null) throw new Refusal('conflict', 'the page was closed meanwhile')
    await tx
      .insertInto('accountKey')
      .values({
        agencyId,
        accountId,
        ...kept,
        state: 'good',
        givenBy: by,
        givenAt: at,
        renewedAt: at,
        checkedAt: at,
        version: 1,
      })
      .onConflict((conflict) =>
        conflict.columns(['agencyId', 'accountId']).doUpdateSet((row) => ({
          ...kept,
          state: 'good',
          givenBy: by,
          givenAt: at,
          renewedAt: at,
          checkedAt: at,
          version: row('accountKey.version', '+', 1),
        })),
      )
      .execute()
    await record({ subject: accountId, body: { names: wanted, until } })
    return { accountId, until }
  })
}

async function asked(network: Network, access: Access): Promise<{ until: string | null }> {
  try {
    return await network.check(access, AbortSignal.timeout(patience))
  } catch (error) {
    if (!(error instanceof NetworkFault)) throw error
    if (error.kind === 'signed-out' || error.kind === 'refused')
      throw new Refusal('malformed', `this key does not open the page: ${error.sentence}; nothing was kept`)
    throw new Refusal(
      'unavailable',
      `the network did not say whether the key is good: ${error.sentence}; nothing was kept, try again`,
    )
  }
}

/** What of a page's key is to be done now: look whether it is good, once a day; make a new one before it ends. */
export function keyTask(page: Page, network: Network, at: string): 'rotate' | 'check' | undefined {
  const { key, closedAt } = page
  if (!key || closedAt !== null || key.state === 'signed-out') return undefined
  const isOld = isBefore(later(key.checkedAt, { hours: 24 }), at)
  if (network.rotate && key.until !== null && isBefore(rotationOf(key.renewedAt, key.until), at))
    // One that could not be rotated is tried again in an hour.
    return isBefore(later(key.checkedAt, { hours: 1 }), at) ||
      isBefore(key.checkedAt, rotationOf(key.renewedAt, key.until))
      ? 'rotate'
      : undefined
  return isOld ? 'check' : undefined
}

/** From when a key is rotated: a week before it is alarmed for, or after half of its life, whichever is later. */
function rotationOf(renewedAt: string, until: string): string {
  const [first, last] = [Temporal.Instant.from(renewedAt), Temporal.Instant.from(until)]
  const life = last.since(first)
  const early = last.subtract({ hours: 24 * (keyDays + 7) })
  const half = first.add({ seconds: Math.floor(life.total('seconds') / 2) })
  return (Temporal.Instant.compare(early, half) > 0 ? early : half).toString()
}

/** Does a key end within the days in which it is said? */
export function isKeyEnding(until: string | null, at: string): boolean {
  return until !== null && isBefore(until, later(at, { hours: 24 * keyDays }))
}

/**
 * Looks after one key as `keyTask` says. The row is held meanwhile, so that two processes never rotate at once; a key
 * that no longer opens is marked, and waits for its holders.
 */
export async function tendKey(
  db: Db,
  agency: Agency,
  accountId: string,
  house: { network: Network; sealKey: string },
  at: string,
): Promise<void> {
  const { agencyId } = agency
  const { network, sealKey } = house
  const page = await findPage(db, agency, accountId, at)
  const task = keyTask(page, network, at)
  if (task === undefined || !page.key) return
  const { version } = page.key
  const made = {
    agencyId,
    by: 'system',
    key: `key-${accountId}-${version}`,
    name: task === 'rotate' ? 'accounts.rotate-key' : 'accounts.check-key',
    at,
    input: { accountId, version },
  }
  await command(db, made, async (tx, record) => {
    const access = await accessTo(tx, agencyId, accountId, sealKey)
    const found = await tended(network, access, task)
    const secrets = found.secrets
    await tx
      .updateTable('accountKey')
      .set({
        ...(found.state === 'unknown' ? {} : { state: found.state }),
        ...(found.until === undefined ? {} : { until: found.until }),
        ...(secrets === undefined
          ? {}
          : { sealed: seal(sealKey, JSON.stringify(secrets), accountId), renewedAt: at }),
        checkedAt: at,
        version: version + 1,
      })
      .where('agencyId', '=', agencyId)
      .where('accountId', '=', accountId)
      .where('version', '=', version)
      .execute()
    await record({
      subject: accountId,
      body: {
        state: found.state,
        until: found.until,
        isRotated: secrets !== undefined,
        because: found.because,
      },
    })
    return null
  })
}

interface Tended {
  state: 'good' | 'signed-out' | 'unknown'
  until?: string | null
  secrets?: Readonly<Record<string, string>>
  because?: string
}

async function tended(network: Network, access: Access, task: 'rotate' | 'check'): Promise<Tended> {
  try {
    if (task === 'rotate' && network.rotate) {
      const { secrets, until } = await network.rotate(access, AbortSignal.timeout(patience))
      return { state: 'good', secrets, until }
    }
    const { until } = await network.check(access, AbortSignal.timeout(patience))
    return { state: 'good', until }
  } catch (error) {
    if (!(error instanceof NetworkFault)) throw error
    const state = error.kind === 'signed-out' ? 'signed-out' : 'unknown'
    return { state, because: error.sentence }
  }
}
