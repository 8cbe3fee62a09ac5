import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { openDb, type Db } from '../src/platform/db.ts'
import { startEmbedded, type Cluster } from '../src/platform/embedded.ts'
import { copyMigrated, migrated } from './migrated-cluster.ts'

/** A database of one test file: fresh, migrated, on a real PostgreSQL that is gone when the file is done. */
export interface TestDatabase {
  name: string
  cluster: Cluster
  /** As the app, for one agency. */
  db: (agencyId: string) => Db
  /** As the owner, whom triggers hold back no less than the app; row-level security does not. */
  owner: (agencyId: string) => Db
}

/** One cluster for each test process, in a folder that is removed at its end. */
export async function testDatabase(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'decorum-test-'))
  await copyMigrated(folder)
  const cluster = await startEmbedded(folder, ['fsync=on', 'shared_buffers=32MB'])
  const name = migrated
  const opened: Db[] = []
  const open = (url: string, agencyId: string): Db => {
    const db = openDb(url, agencyId, { patience: 20_000 })
    opened.push(db)
    return db
  }
  after(async () => {
    await Promise.all(opened.map((db) => db.destroy()))
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  })
  return {
    name,
    cluster,
    db: (agencyId) => open(cluster.appUrl(name), agencyId),
    owner: (agencyId) => open(cluster.ownerUrl(name), agencyId),
  }
}

/** Makes agencies as `decorum agency add` would. */
export async function addAgency(database: TestDatabase, agencyId: string): Promise<void> {
  await database
    .owner(agencyId)
    .insertInto('agency')
    .values({
      agencyId,
      name: `${agencyId} Police Department`,
      host: `${agencyId}.localhost`,
      zone: 'America/New_York',
      createdAt: '2026-01-01T00:00:00Z',
    })
    .execute()
}
