import { execFileSync } from 'node:child_process'
import { appendFile, copyFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { startEmbedded, type Cluster } from '../../src/platform/embedded.ts'
import type { Proxy } from './proxy.ts'

/** Does something at a database as its owner. */
export async function at<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/**
 * Makes a PostgreSQL in a folder that follows another one over a wire: a copy of its files while it runs, and from
 * there on its log. What was in the folder is gone.
 */
export async function standbyOf(primary: Cluster, folder: string, wire: Proxy): Promise<Cluster> {
  const [from, to] = [join(primary.folder, 'postgres'), join(folder, 'postgres')]
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true, mode: 0o755 })
  await copyFile(join(primary.folder, 'postgres.keys.json'), join(folder, 'postgres.keys.json'))
  const through = new URL(wire.through(primary.ownerUrl('postgres')))
  await at(primary.ownerUrl('postgres'), async (client) => {
    // What the copy needs of the log must still be there when it follows.
    for (const setting of ["wal_keep_size = '256MB'", "wal_retrieve_retry_interval = '200ms'"])
      await client.query(`alter system set ${setting}`)
    await client.query('select pg_reload_conf()')
    await client.query("select pg_backup_start('standby', true)")
    execFileSync('cp', ['-a', from, to])
    const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)')
    await writeFile(join(to, 'backup_label'), rows[0]?.labelfile ?? '')
  })
  for (const name of ['postmaster.pid', 'postmaster.opts']) await rm(join(to, name), { force: true })
  const follow = [
    'host=127.0.0.1',
    `port=${through.port}`,
    `user=${through.username}`,
    `password=${through.password}`,
    'application_name=standby',
    'sslmode=disable',
    'gssencmode=disable',
    'connect_timeout=5',
  ].join(' ')
  await appendFile(
    join(to, 'postgresql.auto.conf'),
    `\nprimary_conninfo = '${follow}'\nsynchronous_standby_names = ''\n`,
  )
  await writeFile(join(to, 'standby.signal'), '')
  const { uid, gid } = statSync(from)
  for (const name of ['backup_label', 'standby.signal', 'postgresql.auto.conf'])
    execFileSync('chown', [`${uid}:${gid}`, join(to, name)])
  const cluster = await startEmbedded(folder, ['shared_buffers=32MB'])
  await followed(primary, (row) => row.state === 'streaming')
  return cluster
}

interface Followed {
  state: string
  sync: string
}

/** Waits until the one that follows is as wanted. */
export async function followed(primary: Cluster, isSo: (row: Followed) => boolean): Promise<void> {
  await at(primary.ownerUrl('postgres'), async (client) => {
    for (let tries = 0; tries < 300; tries++) {
      const { rows } = await client.query<Followed>(
        "select state, sync_state as sync from pg_stat_replication where application_name = 'standby'",
      )
      if (rows.some(isSo)) return
      await pause(100)
    }
    throw new Error('the standby does not follow')
  })
}

/** From here on a commit is acknowledged once the one that follows has it on its disk; or no longer so. */
export async function waitForStandby(primary: Cluster, isWaiting: boolean): Promise<void> {
  await at(primary.ownerUrl('postgres'), async (client) => {
    await client.query(`alter system set synchronous_standby_names = '${isWaiting ? 'standby' : ''}'`)
    await client.query('select pg_reload_conf()')
  })
  await followed(primary, ({ sync }) => sync === (isWaiting ? 'sync' : 'async'))
}

/** Makes one that follows a primary of its own. */
export async function promote(standby: Cluster): Promise<void> {
  await at(standby.ownerUrl('postgres'), (client) => client.query('select pg_promote(true, 30)'))
}
