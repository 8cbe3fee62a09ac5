import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { withClient } from '../../platform/backup/back-up.ts'
import { blobsOf } from '../../platform/backup/blob-pool.ts'
import { keptIn, takeTurn, type Kept } from '../../platform/backup/depot.ts'
import { destroyKey, keyOf } from '../../platform/backup/keys.ts'
import { openBackup } from '../../platform/backup/manifest.ts'
import type { House } from '../house.ts'
import { isCleanOf, noteAgencies, notedIn, type Noted } from './noted.ts'
import { tellLedgers } from './told.ts'

export interface Sweeping {
  depot: string
  keys: string
  /** How many backups stay; undefined: all. */
  keep: number | undefined
  at: string
}

/** What is swept of the backups in a depot, and what has to wait. */
export interface Plan {
  /** They hold what was disposed of since, and a newer one that was verified does not. */
  disposed: Kept[]
  /** More than are to be kept. */
  surplus: Kept[]
  /** They hold what was disposed of, and no newer one was verified yet. */
  waiting: Kept[]
}

/**
 * What is to be swept, oldest first. Nothing is, unless a newer backup was verified: a backup that nobody has read back
 * is only a hope. `keep` counts verified ones.
 */
export function planSweep(kept: readonly Kept[], now: Noted, keep: number | undefined): Plan {
  const isClean = ({ manifest }: Kept): boolean => isCleanOf(manifest, now)
  const standing = kept.findLastIndex((one) => one.verified !== undefined && isClean(one))
  const stale = kept.filter((one) => !isClean(one))
  const disposed = stale.filter((one) => kept.indexOf(one) < standing)
  const waiting = stale.filter((one) => kept.indexOf(one) >= standing)
  const left = kept.filter((one) => !disposed.includes(one))
  const verified = left.filter((one) => one.verified !== undefined)
  const oldest = keep === undefined ? undefined : verified[verified.length - keep]
  const surplus = oldest === undefined ? [] : left.slice(0, left.indexOf(oldest))
  return { disposed, surplus, waiting }
}

export interface Swept extends Plan {
  /** Blobs that no backup has any more. */
  blobs: number
  /** Backups whose keys are not here: while they stand, no blob is swept. */
  foreign: string[]
}

/**
 * Sweeps a depot: destroys the keys of backups that hold what was disposed of, and of those that are more than are
 * kept, and removes them with the blobs that are theirs alone. Says so in the ledgers.
 */
export async function sweepBackups(house: House, ownerUrl: string, sweeping: Sweeping): Promise<Swept> {
  const { depot, keys, keep, at } = sweeping
  return await withClient(ownerUrl, async (client) => {
    await takeTurn(client)
    const now = await noteAgencies(client)
    const plan = planSweep(await ours(await keptIn(depot), keys, now), now, keep)
    for (const { folder, manifest } of [...plan.disposed, ...plan.surplus]) {
      const because = plan.surplus.some((one) => one.folder === folder) ? 'surplus' : 'disposition'
      // The key first: whatever becomes of the rest, nobody reads it any more.
      if (manifest.isEncrypted) await destroyKey(keys, { backup: manifest.id, destroyed: at, because })
      await rm(folder, { recursive: true })
    }
    await removeUnfinished(depot)
    const swept = { ...plan, ...(await sweepPool(depot, keys)) }
    if (plan.disposed.length + plan.surplus.length > 0)
      await tellLedgers(house.appUrl, 'agencies.backups-swept', {
        key: ids([...plan.disposed, ...plan.surplus]).join(','),
        at,
        body: { disposition: ids(plan.disposed), surplus: ids(plan.surplus), blobs: swept.blobs },
      })
    return swept
  })
}

/** Those of this installation: of an agency that it has, and with a key that is here. Of another's nothing is known. */
async function ours(kept: readonly Kept[], keys: string, now: Noted): Promise<Kept[]> {
  const known = new Set(now.agencies.map(({ agencyId }) => agencyId))
  const found: Kept[] = []
  for (const one of kept) {
    const { manifest } = one
    if (!notedIn(manifest).agencies.some(({ agencyId }) => known.has(agencyId))) continue
    if (!manifest.isEncrypted || (await keyOf(keys, manifest.id))) found.push(one)
  }
  return found
}

const ids = (kept: readonly Kept[]): string[] => kept.map(({ manifest }) => manifest.id)

/** What a backup that was cut off has left. Nobody writes in the depot now: it is our turn. */
async function removeUnfinished(depot: string): Promise<void> {
  for (const name of await readdir(depot))
    if (name.endsWith('.part')) await rm(join(depot, name), { recursive: true })
}

/** Removes the blobs that no backup names. */
async function sweepPool(depot: string, keys: string): Promise<{ blobs: number; foreign: string[] }> {
  const named = new Set<string>()
  const foreign: string[] = []
  for (const { folder, manifest } of await keptIn(depot)) {
    const opened = await openBackup(folder, keys).catch(() => undefined)
    if (opened === undefined) foreign.push(manifest.id)
    else for await (const { stored } of blobsOf(opened)) named.add(stored)
  }
  if (foreign.length > 0) return { blobs: 0, foreign }
  let blobs = 0
  const pool = join(depot, 'blobs')
  const files = await readdir(pool, { recursive: true, withFileTypes: true }).catch(() => [])
  for (const file of files) {
    if (!file.isFile() || named.has(file.name)) continue
    await rm(join(file.parentPath, file.name))
    blobs++
  }
  return { blobs, foreign }
}
