import { chmodSync, mkdtempSync, statSync } from 'node:fs'
import { chown, cp, readdir, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { command } from '../../src/ledger/command.ts'
import { startSession } from '../../src/members/session.ts'
import { now } from '../../src/platform/clock.ts'
import { openDb, type Db } from '../../src/platform/db.ts'
import { startEmbedded } from '../../src/platform/embedded.ts'
import { newId } from '../../src/platform/id.ts'
import { addAgency } from '../../src/server/agency.ts'
import { migrateHouse, openHouse, type House } from '../../src/server/house.ts'
import { serve } from '../../src/server/serve.ts'
import { smallDisk, type SmallDisk } from './small-disks.ts'

export const places = ['database', 'wal', 'blobs', 'export'] as const
export type Place = (typeof places)[number]

/** A house that serves, each of its places on a disk of its own. */
export interface FullHouse {
  house: House
  db: Db
  disks: Readonly<Record<Place, SmallDisk>>
  /** Browsers in which the administrator is signed in. */
  cookies: readonly string[]
  url: string
  close: () => Promise<void>
}

/** Opens a house on small disks: its data, PostgreSQL's log, the blobs, and where exports go. */
export async function openFullHouse(sessions: number): Promise<FullHouse> {
  const base = mkdtempSync(join(tmpdir(), 'decorum-full-'))
  chmodSync(base, 0o755)
  const data = join(base, 'data')
  const disks: Partial<Record<Place, SmallDisk>> = {}
  const closes: (() => Promise<void>)[] = []
  const close = async (): Promise<void> => {
    for (const one of closes.toReversed()) await one()
    for (const disk of Object.values(disks).toReversed()) disk.unmount()
    await rm(base, { recursive: true, force: true })
  }
  try {
    const made = {
      database: (disks.database = smallDisk(data, 300)),
      wal: (disks.wal = smallDisk(join(base, 'wal'), 300)),
      // Room for what twenty rounds leave there.
      blobs: (disks.blobs = smallDisk(join(data, 'blobs'), 24)),
      export: (disks.export = smallDisk(join(base, 'export'), 64)),
    }
    await putLogAside(data, made.wal.folder)
    const house = await openHouse({ data, databaseUrl: undefined, ownerUrl: undefined })
    closes.push(() => house.close())
    await migrateHouse(house)
    const agency = { agencyId: 'riverton', name: 'Riverton', host: 'localhost', zone: 'America/New_York' }
    const jones = { name: 'Jo Jones', email: null }
    const { memberId } = await addAgency(house.ownerUrl ?? '', agency, jones, now())
    const db = openDb(house.appUrl, agency.agencyId, { patience: 20_000 })
    closes.push(() => db.destroy())
    const cookies: string[] = []
    for (let i = 0; i < sessions; i++) cookies.push(`decorum=${await signIn(db, agency.agencyId, memberId)}`)
    const port = 24_000 + (process.pid % 20_000)
    const url = `http://localhost:${port}`
    const log = process.env['DRILL_LOG'] === undefined ? false : { level: 'error' }
    const settings = { port, host: '127.0.0.1', origin: url, demo: false, log, webFolder: undefined }
    const running = await serve(house, settings)
    closes.push(() => running.stop())
    return { house, db, disks: made, cookies, url, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** PostgreSQL's log of what it writes stands on a disk of its own, as it may in a department. */
async function putLogAside(data: string, disk: string): Promise<void> {
  const cluster = await startEmbedded(data)
  await cluster.stop()
  const [log, elsewhere] = [join(data, 'postgres', 'pg_wal'), join(disk, 'pg_wal')]
  const { uid, gid } = statSync(log)
  await cp(log, elsewhere, { recursive: true, preserveTimestamps: true })
  for (const name of ['', ...(await readdir(elsewhere, { recursive: true }))])
    await chown(join(elsewhere, name), uid, gid)
  await rm(log, { recursive: true })
  await symlink(elsewhere, log)
}

async function signIn(db: Db, agencyId: string, memberId: string): Promise<string> {
  let secret = ''
  const made = { agencyId, by: memberId, key: newId(), name: 'session.start', at: now(), input: null }
  await command(db, made, async (tx, record) => {
    ;({ secret } = await startSession(tx, record, agencyId, { memberId, by: 'password', at: now() }))
    return null
  })
  return secret
}
