import { readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { withClient } from '../../platform/backup/back-up.ts'
import { blobsOf } from '../../platform/backup/blob-pool.ts'
import { claimDepot, keptIn, takeTurn, type Kept, type Unreadable } from '../../platform/backup/depot.ts'
import { destroyedIn, destroyKey, keyOf } from '../../platform/backup/keys.ts'
import { openBackup } from '../../platform/backup/manifest.ts'
import type { House } from '../house.ts'
import { isCleanOf, noteAgencies, type Noted } from './noted.ts'
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
  /** Why none were removed: backups whose keys are not here, or that cannot be read, may need any of them. */
  hindered: string[]
}

/**
 * Sweeps a depot: destroys the keys of backups that hold what was disposed of, and of those that are more than are
 * kept, and removes them with the blobs that are theirs alone. Says so in the ledgers.
 */
export async function sweepBackups(
  house: Pick<House, 'appUrl'>,
  ownerUrl: string,
  sweeping: Sweeping,
): Promise<Swept> {
  const { depot, keys, keep, at } = sweeping
  return await withClient(ownerUrl, async (client) => {
    await takeTurn(client)
    await claimDepot(depot, client)
    const { kept, unreadable } = await keptIn(depot)
    const destroyed = new Map((await destroyedIn(keys)).map(({ backup, because }) => [backup, because]))
    const plan = planSweep(await openedWith(keys, kept, destroyed), await noteAgencies(client), keep)
    // A sweep that was cut off is finished.
    for (const one of kept) {
      const because = destroyed.get(one.manifest.id)
      if (because !== undefined) plan[because === 'surplus' ? 'surplus' : 'disposed'].push(one)
    }
    const going = [...plan.disposed, ...plan.surplus]
    for (const { manifest } of going) {
      const because = ids(plan.surplus).includes(manifest.id) ? 'surplus' : 'disposition'
      // The keys first: whatever becomes of the rest, nobody reads it any more.
      if (manifest.isEncrypted) await destroyKey(keys, { backup: manifest.id, destroyed: at, because })
    }
    const staying = kept.filter((one) => !going.includes(one))
    const { blobs, hindered } = await sweepPool(sweeping, staying, unreadable)
    if (going.length > 0)
      await tellLedgers(house.appUrl, 'agencies.backups-swept', {
        key: ids(going).join(','),
        at,
        body: { disposition: ids(plan.disposed), surplus: ids(plan.surplus), blobs },
      })
    for (const { folder } of going) await rename(folder, `${folder}.part`)
    await removeUnfinished(depot)
    return { ...plan, blobs, hindered }
  })
}

/** Those whose keys are here; of the others nothing is known. */
async function openedWith(
  keys: string,
  kept: readonly Kept[],
  destroyed: ReadonlyMap<string, string>,
): Promise<Kept[]> {
  const found: Kept[] = []
  for (const one of kept) {
    const { id, isEncrypted } = one.manifest
    if (!destroyed.has(id) && (!isEncrypted || (await keyOf(keys, id)) !== undefined)) found.push(one)
  }
  return found
}

const ids = (kept: readonly Kept[]): string[] => kept.map(({ manifest }) => manifest.id)

/** What a backup that was cut off has left. Nobody writes in the depot now: it is our turn. */
async function removeUnfinished(depot: string): Promise<void> {
  for (const name of await readdir(depot))
    if (name.endsWith('.part')) await rm(join(depot, name), { recursive: true })
}

/** Removes the blobs that no backup names, unless one that cannot be read may need them. */
async function sweepPool(
  { depot, keys }: Sweeping,
  staying: readonly Kept[],
  unreadable: readonly Unreadable[],
): Promise<Pick<Swept, 'blobs' | 'hindered'>> {
  const named = new Set<string>()
  const hindered = unreadable.map(({ because }) => because)
  for (const { folder } of staying)
    try {
      for await (const { stored } of blobsOf(await openBackup(folder, keys))) named.add(stored)
    } catch (error) {
      hindered.push(error instanceof Error ? error.message : String(error))
    }
  if (hindered.length > 0) return { blobs: 0, hindered }
  let blobs = 0
  const pool = join(depot, 'blobs')
  const files = await readdir(pool, { recursive: true, withFileTypes: true }).catch(() => [])
  for (const file of files) {
    if (!file.isFile() || named.has(file.name)) continue
    await rm(join(file.parentPath, file.name))
    blobs++
  }
  return { blobs, hindered }
}
