import { mkdtempSync } from 'node:fs'
import { chmod, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { readCheckpoint, type Checkpoint } from '../../src/ledger/checkpoint.ts'
import { readNote } from '../../src/ledger/note.ts'
import { checkpointOf } from '../../src/ledger/store.ts'
import { verify } from '../../src/ledger/verify.ts'
import { backUp } from '../../src/platform/backup/back-up.ts'
import { backupAt } from '../../src/platform/backup/depot.ts'
import type { Opened } from '../../src/platform/backup/manifest.ts'
import { restore } from '../../src/platform/backup/restore.ts'
import { noteOf } from '../../src/platform/backup/sealed-file.ts'
import { partLength } from '../../src/platform/backup/tables.ts'
import { openBlobs } from '../../src/platform/blobs.ts'
import { now } from '../../src/platform/clock.ts'
import { openDb } from '../../src/platform/db.ts'
import { startEmbedded, type Cluster } from '../../src/platform/embedded.ts'
import { newId } from '../../src/platform/id.ts'
import { migrate } from '../../src/platform/migrate.ts'
import { Refusal } from '../../src/platform/refusal.ts'
import { noteAgencies } from '../../src/server/backups/noted.ts'
import { migrations } from '../../src/server/migrations.ts'
import { adoptIn } from '../adopted-town.ts'
import { buildTown, type Town } from '../town.ts'
import { startApp, type AppProcess } from './app-process.ts'
import { addMany } from './backup-many.ts'
import { withoutLastPart, withoutFirstRow } from './backup-spoilt.ts'
import { picker, type Run } from './drill.ts'
import { asked, order } from './wired-town.ts'

const writers = 8

/** Where backups gather, and another cluster in which they are restored. */
interface Elsewhere {
  folder: string
  cluster: Cluster
}

/**
 * [R12] Backups are made while writers write and checkpoints are signed. Each is restored elsewhere, where the ledger
 * verifies against a checkpoint that was signed before the backup, and everything acknowledged before it is there.
 */
export const run: Run = async (rounds, seed) => {
  const town = await buildTown()
  await adoptIn(town, order)
  const { blobsFolder, agency, databaseUrl } = town
  const ledgerFolder = `${blobsFolder}-ledger`
  const app = await startApp({ databaseUrl, blobsFolder, ledgerFolder, host: agency.host, at: town.now() })
  const { cookie } = await town.signedIn('alvarez')
  const elsewhere = await openElsewhere()
  const pick = picker(seed)
  const faults: string[] = []
  const times: number[] = []
  let [acknowledged, rows, during, pictures] = [0, 0, 0, 0]
  let last: Last | undefined
  try {
    const everything = new Set<string>()
    const added = new Set<string>()
    for (let round = 0; round < rounds; round++) {
      const words = `seed ${seed}, round ${round}`
      const load = startLoad(town, app, cookie, words, { commands: everything, pictures: added })
      while (everything.size < 30 * (round + 1)) await pause(20)
      await pause(pick(500))
      await app.sequence()
      const earlier = await lastCheckpoint(town)
      const [before, addedBefore] = [new Set(everything), new Set(added)]
      const { folder } = await backUp({ ...backingUp(town, elsewhere), at: now() })
      during += everything.size - before.size
      await load.stop()
      acknowledged += before.size
      pictures += addedBefore.size
      const { opened, depot } = await backupAt(folder, join(elsewhere.folder, 'keys'))
      rows += opened.manifest.tables.reduce((sum, table) => sum + table.rows, 0)
      const url = await emptyDatabase(elsewhere.cluster)
      const start = performance.now()
      const blobs = join(elsewhere.folder, `blobs-${round}`)
      await restore({ url, opened, depot, blobs })
      times.push(performance.now() - start)
      faults.push(...(await whatIsWrong(url, earlier, before, words)))
      const { missing } = opened.manifest.blobs
      if (missing.length > 0) faults.push(`${words}: ${missing.length} blobs are missing in the backup`)
      faults.push(...(await wrongBlobs(blobs, addedBefore)).map((one) => `${words}: ${one}`))
      last = { opened, earlier, blobs, pictures: addedBefore }
    }
    if (during === 0) faults.push('nothing was written while backups were made')
    const many = rounds < 10 ? '' : await timesOfMany(town, elsewhere, ledgerFolder, seed)
    const caught = last === undefined ? [] : await caughtWhenSpoilt(elsewhere, last)
    const [slowest, size] = [Math.max(...times) / 1000, Math.round(rows / rounds)]
    return {
      claim: 'A backup made under load is restored whole, and its ledger is the one that was signed before',
      figure: `${rounds} backups under ${writers} writers, ${during} commands acknowledged meanwhile; each restored elsewhere (${size} rows and their blobs on average, in ${slowest.toFixed(1)} s at most), ${acknowledged} acknowledged commands and ${pictures} pictures looked for, ${faults.length} faults${many}`,
      control: caught.join('; '),
      faults,
      hasTeeth: caught.length === 3 && caught.every((one) => !one.includes('NOT')),
    }
  } finally {
    await app.kill()
    await elsewhere.cluster.stop()
    await rm(elsewhere.folder, { recursive: true, force: true })
  }
}

/** The last backup of the drill, and what was there before it. */
interface Last {
  opened: Opened
  earlier: Checkpoint
  /** Where its blobs were restored. */
  blobs: string
  pictures: ReadonlySet<string>
}

/** Blobs that were added before a backup, and are not in a restored folder as they were. */
async function wrongBlobs(folder: string, hashes: ReadonlySet<string>): Promise<string[]> {
  const faults: string[] = []
  for (const hash of hashes) {
    const found = await noteOf(join(folder, hash.slice(0, 2), hash))
    if (found?.sha256 !== hash) faults.push(`the blob ${hash} is ${found ? 'another' : 'not there'}`)
  }
  return faults
}

/** How long a million records take, with nobody writing. */
async function timesOfMany(
  town: Town,
  elsewhere: Elsewhere,
  ledgerFolder: string,
  seed: number,
): Promise<string> {
  await addMany(town, ledgerFolder, 1_000_000, seed)
  const earlier = await lastCheckpoint(town)
  const [backedUp, { folder }] = await timed(() =>
    backUp({ ...backingUp(town, elsewhere), longest: partLength, at: now() }),
  )
  const { opened, depot } = await backupAt(folder, join(elsewhere.folder, 'keys'))
  const url = await emptyDatabase(elsewhere.cluster)
  const [restored] = await timed(() => restore({ url, opened, depot, blobs: undefined }))
  const [verified, wrong] = await timed(() => whatIsWrong(url, earlier, new Set(), 'a million'))
  if (wrong.length > 0) throw new Error(wrong.join('; '))
  return `; 1,000,000 records: backed up in ${backedUp}, restored in ${restored}, their ledger verified in ${verified}`
}

async function timed<Result>(work: () => Promise<Result>): Promise<[string, Result]> {
  const start = performance.now()
  const result = await work()
  return [`${((performance.now() - start) / 1000).toFixed(1)} s`, result]
}

function backingUp(town: Town, { folder }: Elsewhere): Omit<Parameters<typeof backUp>[0], 'at'> {
  return {
    url: town.database.cluster.ownerUrl(town.database.name),
    blobs: town.blobsFolder,
    depot: join(folder, 'depot'),
    keys: join(folder, 'keys'),
    note: noteAgencies,
    // Tables of several parts, as they are when there is much in them.
    longest: 20_000,
  }
}

/** Writers who ask for permissions, one who adds blobs, and a checkpoint every now and then. */
function startLoad(
  town: Town,
  app: AppProcess,
  cookie: string,
  words: string,
  acknowledged: { commands: Set<string>; pictures: Set<string> },
): { stop: () => Promise<void> } {
  const store = openBlobs(town.blobsFolder)
  const state = { isOver: false }
  let place = 0
  const writing = Array.from({ length: writers }, async () => {
    while (!state.isOver) {
      const text = `${words}, ${place++}`
      const reply = await app.send('POST', '/api/requests', cookie, asked(text), newId())
      if (reply?.status === 200) acknowledged.commands.add(text)
    }
  })
  const adding = (async () => {
    while (!state.isOver) {
      const bytes = Buffer.from(`a picture ${newId()}`.repeat(1_000))
      const sha256 = await store.put(bytes)
      const noted = { sha256, mediaType: 'image/png', bytes: bytes.length, at: town.now() }
      await town.db
        .insertInto('blob')
        .values({ agencyId: town.agency.agencyId, ...noted })
        .execute()
      acknowledged.pictures.add(sha256)
      await pause(20)
    }
  })()
  const signing = (async () => {
    while (!state.isOver) {
      await app.sequence()
      await pause(300)
    }
  })()
  return {
    stop: async () => {
      state.isOver = true
      await Promise.all([...writing, adding, signing])
    },
  }
}

async function lastCheckpoint(town: Town): Promise<Checkpoint> {
  const kept = await checkpointOf(town.db, town.agency.agencyId)
  const checkpoint = readCheckpoint(readNote(kept?.note ?? '')?.text ?? '')
  if (checkpoint === undefined) throw new Error('no checkpoint was signed')
  return checkpoint
}

async function openElsewhere(): Promise<Elsewhere> {
  const folder = mkdtempSync(join(tmpdir(), 'decorum-elsewhere-'))
  await chmod(folder, 0o755)
  const cluster = await startEmbedded(folder, ['shared_buffers=32MB'])
  await cluster.createDatabase('migrated')
  const db = openDb(cluster.ownerUrl('migrated'), '', { patience: 60_000 })
  await migrate(db, migrations)
  await db.destroy()
  return { folder, cluster }
}

async function emptyDatabase(cluster: Cluster): Promise<string> {
  const name = `r${newId().slice(-12)}`
  await cluster.createDatabase(name, 'migrated')
  return cluster.ownerUrl(name)
}

/** What is not as it was: in the ledger, or of what was acknowledged before the backup began. */
async function whatIsWrong(
  url: string,
  checkpoint: Checkpoint,
  before: ReadonlySet<string>,
  words: string,
): Promise<string[]> {
  const agencyId = 'riverton'
  const open = async (): Promise<pg.Client> => {
    const client = new pg.Client({
      connectionString: url,
      options: `-c decorum.agency=${agencyId} -c timezone=UTC`,
    })
    await client.connect()
    return client
  }
  const { findings } = await verify(open, agencyId, { checkpoint })
  const client = await open()
  const { rows } = await client.query<{ text: string }>(
    "select content::json ->> 'text' as text from request",
  )
  await client.end()
  const found = new Set(rows.map(({ text }) => text))
  const lost = [...before].filter((text) => !found.has(text))
  return [
    ...findings.map(({ says }) => `${words}: ${says}`),
    ...(lost.length > 0 ? [`${words}: ${lost.length} acknowledged commands are not in the backup`] : []),
  ]
}

/**
 * The control: a part of a table is dropped; somebody who has the key takes a row out and seals the rest anew; a blob is
 * dropped.
 */
async function caughtWhenSpoilt(
  { folder, cluster }: Elsewhere,
  { opened, earlier, blobs, pictures }: Last,
): Promise<string[]> {
  const depot = join(folder, 'depot')
  const refused = await restore({
    url: await emptyDatabase(cluster),
    opened: await withoutLastPart(opened, 'ledger_entry'),
    depot,
    blobs: undefined,
  }).then(
    () => 'with a part of a table dropped it was NOT refused',
    (error: unknown) => {
      if (error instanceof Refusal) return `with a part of a table dropped: ${error.message}`
      throw error
    },
  )
  const url = await emptyDatabase(cluster)
  await restore({ url, opened: await withoutFirstRow(opened, 'ledger_entry'), depot, blobs: undefined })
  const found = await whatIsWrong(url, earlier, new Set(), '')
  const told =
    found.length === 0
      ? 'an entry taken out with the key was NOT found'
      : `an entry that somebody with the key took out: ${found.length} finding by the ledger`
  const [dropped = ''] = pictures
  await rm(join(blobs, dropped.slice(0, 2), dropped))
  const lost = await wrongBlobs(blobs, pictures)
  return [
    refused,
    told,
    lost.length === 1
      ? 'a picture dropped: found'
      : `of one picture dropped ${lost.length} were found, NOT 1`,
  ]
}
