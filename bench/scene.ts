import { mkdtempSync } from 'node:fs'
import { chmod, mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { openSigner } from '../src/ledger/signer.ts'
import { now } from '../src/platform/clock.ts'
import { openDb, openPool } from '../src/platform/db.ts'
import { buffersOfAHouse, startEmbedded, type Cluster } from '../src/platform/embedded.ts'
import { newId } from '../src/platform/id.ts'
import { migrate } from '../src/platform/migrate.ts'
import type { Bringing } from '../src/records/brought/bring.ts'
import { bringAll } from '../src/records/brought/bulk.ts'
import type { Found } from '../src/records/brought/item.ts'
import { migrations } from '../src/server/migrations.ts'

/** A PostgreSQL with room for an archive, and folders beside it. */
export interface Scene {
  cluster: Cluster
  folder: string
  /** Where PostgreSQL and we write files for each other. */
  files: string
  stop: () => Promise<void>
}

const patience = 3_600_000

export async function openScene(): Promise<Scene> {
  const folder = mkdtempSync(join(tmpdir(), 'decorum-bench-'))
  const files = join(folder, 'files')
  const cluster = await startEmbedded(folder, [
    buffersOfAHouse(),
    'max_wal_size=8GB',
    'checkpoint_timeout=30min',
  ])
  await mkdir(files)
  await chmod(files, 0o777)
  return {
    cluster,
    folder,
    files,
    stop: async () => {
      await cluster.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export function bringingNow(): Bringing {
  return { agencyId: 'riverton', importId: newId(), source: 'web', accountId: null, by: 'system', at: now() }
}

/** A migrated database with one agency, as its owner. */
export async function database({ cluster }: Scene, name: string): Promise<pg.Pool> {
  await cluster.createDatabase(name)
  const db = openDb(cluster.ownerUrl(name), 'riverton', { patience })
  await migrate(db, migrations)
  await db
    .insertInto('agency')
    .values({
      agencyId: 'riverton',
      name: 'Riverton',
      host: 'riverton.localhost',
      zone: 'America/New_York',
      createdAt: now(),
    })
    .execute()
  await db.destroy()
  return openPool(cluster.ownerUrl(name), 'riverton', { patience }).pool
}

/** Loads posts into a database; gives the milliseconds until all was in, and those for the indexes. */
export async function load(
  { cluster, folder }: Scene,
  name: string,
  pool: pg.Pool,
  items: Iterable<Found>,
  count: number,
): Promise<{ loaded: number; indexed: number }> {
  const db = openDb(cluster.ownerUrl(name), 'riverton', { patience })
  const signer = await openSigner(join(folder, `keys-${name}`), {
    agencyId: 'riverton',
    host: 'riverton.localhost',
  })
  const start = performance.now()
  let loaded = 0
  const onLoaded = (): void => {
    loaded = performance.now() - start
  }
  const { added } = await bringAll({ pool, db, signer, clock: now, onLoaded }, bringingNow(), items)
  if (added !== count) throw new Error(`${added} of ${count} were brought`)
  const indexed = performance.now() - start - loaded
  await db.destroy()
  return { loaded, indexed }
}
