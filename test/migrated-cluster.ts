import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openDb } from '../src/platform/db.ts'
import { startEmbedded } from '../src/platform/embedded.ts'
import { migrate } from '../src/platform/migrate.ts'
import { migrations } from '../src/server/migrations.ts'
import { madeOnce } from './made-once.ts'

const run = promisify(execFile)

/** The database that a copied cluster holds. */
export const migrated = 'town'

/** Copies a cluster with a migrated, empty database into a folder; it is made once for these migrations, and kept. */
export async function copyMigrated(folder: string): Promise<void> {
  // PostgreSQL's files belong to PostgreSQL's user, and stay so.
  await run('cp', ['-a', `${await madeOnce('cluster', digest(), make)}/.`, folder])
}

async function make(folder: string): Promise<void> {
  const cluster = await startEmbedded(folder)
  await cluster.createDatabase(migrated)
  const db = openDb(cluster.ownerUrl(migrated), '', { patience: 20_000 })
  await migrate(db, migrations)
  await db.destroy()
  await cluster.stop()
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
