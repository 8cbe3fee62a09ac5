import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openDb } from '../src/platform/db.ts'
import { startEmbedded } from '../src/platform/embedded.ts'
import { migrate } from '../src/platform/migrate.ts'
import { migrations } from '../src/server/migrations.ts'

const run = promisify(execFile)

/** The database that a copied cluster holds. */
export const migrated = 'town'

/** Copies a cluster with a migrated, empty database into a folder; it is made once for these migrations, and kept. */
export async function copyMigrated(folder: string): Promise<void> {
  // PostgreSQL's files belong to PostgreSQL's user, and stay so.
  await run('cp', ['-a', `${await kept()}/.`, folder])
}

async function kept(): Promise<string> {
  const place = join(tmpdir(), `decorum-cluster-${digest()}`)
  if (existsSync(place)) return place
  await forgetOld()
  const made = await mkdtemp(join(tmpdir(), 'decorum-cluster-'))
  const cluster = await startEmbedded(made)
  await cluster.createDatabase(migrated)
  const db = openDb(cluster.ownerUrl(migrated), '', { patience: 20_000 })
  await migrate(db, migrations)
  await db.destroy()
  await cluster.stop()
  try {
    await rename(made, place)
  } catch {
    // Another test process was quicker.
    await rm(made, { recursive: true, force: true })
  }
  return place
}

/** Those of other migrations, unless a test may still copy them. */
async function forgetOld(): Promise<void> {
  const anHourAgo = Date.now() - 3_600_000
  for (const folder of globSync('decorum-cluster-*', { cwd: tmpdir() }).map((name) => join(tmpdir(), name)))
    if ((statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? anHourAgo) < anHourAgo)
      await rm(folder, { recursive: true, force: true })
}

/** Changes with whatever a fresh cluster is made by. */
function digest(): string {
  const hash = createHash('sha256')
  const root = join(import.meta.dirname, '..')
  const makers = ['src/platform/embedded.ts', 'src/platform/migrate.ts', 'package.json']
  for (const file of [...migrations, ...makers.map((maker) => join(root, maker))])
    hash.update(file).update(readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}
