import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { copyFile, constants, mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { command } from '../../src/ledger/command.ts'
import { openDb } from '../../src/platform/db.ts'
import { startEmbedded } from '../../src/platform/embedded.ts'
import { newId } from '../../src/platform/id.ts'
import { migrate } from '../../src/platform/migrate.ts'
import { migrations } from '../../src/server/migrations.ts'
import { picker, type Run } from './drill.ts'
import { killTree, postmasterOf, treeOf } from './processes.ts'

const agencyId = 'riverton'
const at = '2026-11-21T15:00:00Z'

/**
 * [R3] The power goes: PostgreSQL stands on a file system of its own, in a file. While commands are acknowledged it is
 * stopped dead and the file copied, which is what reached the disk; a machine that starts from the copy has them all.
 */
export const run: Run = async (rounds, seed) => {
  const lacking = lacks()
  if (lacking !== undefined) return { skipped: lacking }
  const pick = picker(seed)
  const faults: string[] = []
  let acknowledged = 0
  for (let round = 0; round < rounds; round++) {
    const cut = await cutPower([], 200 + pick(600))
    acknowledged += cut.acknowledged
    if (cut.lost > 0) faults.push(`seed ${seed}, round ${round}: ${cut.lost} acknowledged commands lost`)
    if (cut.acknowledged === 0) faults.push(`seed ${seed}, round ${round}: nothing was acknowledged`)
  }
  const careless = await cutPower(['fsync=off'], 400)
  return {
    claim: 'When the power goes, everything that was acknowledged is on the disk',
    figure: `${rounds} power cuts, ${acknowledged} acknowledged commands, ${faults.length} rounds lost any`,
    control: `with fsync=off: ${careless.lost === Infinity ? 'the database does not start again' : `${careless.lost} of ${careless.acknowledged} lost`}`,
    faults,
    hasTeeth: careless.lost > 0,
  }
}

/** What this machine lacks for it, if anything. */
function lacks(): string | undefined {
  if (process.getuid?.() !== 0) return 'only root may make a file system'
  if (!existsSync('/dev/loop-control')) return 'there are no loop devices'
  for (const program of ['mkfs.ext4', 'mount', 'losetup'])
    try {
      execFileSync('which', [program])
    } catch {
      return `${program} is missing`
    }
  return undefined
}

interface Cut {
  acknowledged: number
  /** Acknowledged commands that are not there; infinite if the database does not start again. */
  lost: number
}

async function cutPower(settings: readonly string[], milliseconds: number): Promise<Cut> {
  const base = mkdtempSync(join(tmpdir(), 'decorum-power-'))
  const mounted: string[] = []
  const mount = async (image: string, name: string): Promise<string> => {
    const folder = join(base, name)
    await mkdir(folder)
    // No commit of the journal by itself while the file is copied.
    execFileSync('mount', ['-o', 'loop,commit=600', image, folder])
    mounted.push(folder)
    return folder
  }
  try {
    execFileSync('chmod', ['755', base])
    const image = join(base, 'disk')
    execFileSync('truncate', ['-s', '400M', image])
    execFileSync('mkfs.ext4', ['-q', '-F', '-m', '0', image])
    const before = await mount(image, 'before')
    const acknowledged = await workOn(before, settings, milliseconds, async () => {
      const copy = join(base, 'copy')
      await copyFile(image, copy, constants.COPYFILE_FICLONE)
    })
    const after = await mount(join(base, 'copy'), 'after')
    const found = await keysIn(after)
    const lost = found === undefined ? Infinity : acknowledged.filter((key) => !found.has(key)).length
    return { acknowledged: acknowledged.length, lost }
  } finally {
    for (const folder of mounted.toReversed()) execFileSync('umount', ['-l', folder])
    await rm(base, { recursive: true, force: true })
  }
}

/** Commands are carried out one after another by eight callers, until PostgreSQL is stopped dead and `copy` is made. */
async function workOn(
  folder: string,
  settings: readonly string[],
  milliseconds: number,
  copy: () => Promise<void>,
): Promise<string[]> {
  const cluster = await startEmbedded(folder, ['shared_buffers=32MB', 'max_wal_size=64MB', ...settings])
  await cluster.createDatabase('town')
  const owner = openDb(cluster.ownerUrl('town'), agencyId, { patience: 60_000 })
  await migrate(owner, migrations)
  const agency = { agencyId, name: 'Riverton Police Department', host: 'riverton.localhost' }
  await owner
    .insertInto('agency')
    .values({ ...agency, zone: 'America/New_York', createdAt: at })
    .execute()
  await owner.destroy()
  // What was made so far is no part of it: it may be on the disk.
  execFileSync('sync', ['-f', folder])
  const db = openDb(cluster.appUrl('town'), agencyId, { max: 8, patience: 20_000 })
  const acknowledged: string[] = []
  const state = { isOver: false }
  const callers = Array.from({ length: 8 }, async () => {
    while (!state.isOver) {
      const key = newId()
      const made = { agencyId, by: 'alvarez', key, name: 'drills.write', at, input: null }
      await command(db, made, async (_tx, record) => {
        await record({ subject: key, body: { text: 'power' } })
        return null
      })
      if (!state.isOver) acknowledged.push(key)
    }
  })
  const working = Promise.allSettled(callers)
  const enough = performance.now() + milliseconds
  while (performance.now() < enough || acknowledged.length < 100)
    await new Promise((resolve) => setTimeout(resolve, 5))
  const postmaster = postmasterOf(folder)
  // Whatever has been said by now counts; what is said later does not.
  state.isOver = true
  for (const pid of treeOf(postmaster)) process.kill(pid, 'SIGSTOP')
  const counted = [...acknowledged]
  await copy()
  killTree(postmaster)
  await working
  await db.destroy()
  return counted
}

/** The keys of the commands that a machine finds that starts from this disk; undefined if PostgreSQL does not start. */
async function keysIn(folder: string): Promise<Set<string> | undefined> {
  try {
    // The note of the postmaster that was killed is there still, and its number may be another's by now.
    await rm(join(folder, 'postgres', 'postmaster.pid'), { force: true })
    const cluster = await startEmbedded(folder)
    try {
      const client = new pg.Client(cluster.ownerUrl('town'))
      await client.connect()
      const { rows } = await client.query<{ key: string }>(
        'select key from command_done join ledger_entry on subject = key',
      )
      await client.end()
      return new Set(rows.map(({ key }) => key))
    } finally {
      await cluster.stop()
    }
  } catch {
    return undefined
  }
}
