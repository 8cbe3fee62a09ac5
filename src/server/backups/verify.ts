import { mkdtempSync } from 'node:fs'
import { chmod, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { readCheckpoint, type Checkpoint } from '../../ledger/checkpoint.ts'
import type { Verdict } from '../../ledger/finding.ts'
import { readNote } from '../../ledger/note.ts'
import { verify } from '../../ledger/verify.ts'
import type { Verified } from '../../platform/backup/depot.ts'
import type { Opened } from '../../platform/backup/manifest.ts'
import { readBack, restore } from '../../platform/backup/restore.ts'
import type { Progress } from '../../platform/backup/tables.ts'
import { openDb } from '../../platform/db.ts'
import { writeDurably } from '../../platform/durable.ts'
import { startEmbedded } from '../../platform/embedded.ts'
import { sha256 } from '../../platform/id.ts'
import { migrate } from '../../platform/migrate.ts'
import { Refusal } from '../../platform/refusal.ts'
import { migrations } from '../migrations.ts'
import { notedIn } from './noted.ts'

/** A ledger as it came out of a backup. */
export interface LedgerBack {
  agencyId: string
  verdict: Verdict
}

export interface Verifying {
  opened: Opened
  depot: string
  /** Is it restored as well, into a database that is thrown away? */
  isRestored: boolean
  /** A checkpoint that was kept elsewhere. */
  checkpoint?: Checkpoint | undefined
  at: string
  progress?: Progress
}

/**
 * Verifies a backup: reads it back whole and, if asked, restores it into a database that is thrown away and verifies
 * every ledger there, against the checkpoint in its manifest and one that was kept elsewhere. What was verified is
 * noted beside it. Gives how long the restore took.
 */
export async function verifyBackup(
  verifying: Verifying,
): Promise<{ ledgers: LedgerBack[]; restoredIn: number | undefined }> {
  const { opened, depot, isRestored, at, progress = () => undefined } = verifying
  // What was verified before says nothing of what is found now.
  await rm(join(opened.folder, 'verified.json'), { force: true })
  const back = isRestored
    ? await restoredApart(verifying)
    : (await readBack(opened, depot, progress), { ledgers: [], restoredIn: undefined })
  if (back.ledgers.every(({ verdict }) => verdict.findings.length === 0))
    await noteVerified(opened, { at, how: isRestored ? 'restored' : 'read' })
  return back
}

async function noteVerified({ folder }: Opened, { at, how }: Pick<Verified, 'at' | 'how'>): Promise<void> {
  const manifest = sha256(await readFile(join(folder, 'manifest.json')))
  await writeDurably(join(folder, 'verified.json'), `${JSON.stringify({ at, how, manifest })}\n`)
}

async function restoredApart({
  opened,
  depot,
  checkpoint,
  progress = () => undefined,
}: Verifying): Promise<{ ledgers: LedgerBack[]; restoredIn: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'decorum-verify-'))
  try {
    await chmod(folder, 0o755)
    // It is thrown away: nothing of it has to outlive a power cut.
    const cluster = await startEmbedded(folder, ['fsync=off', 'full_page_writes=off', 'max_wal_size=2GB'])
    try {
      await cluster.createDatabase('decorum')
      const url = cluster.ownerUrl('decorum')
      await migrateAt(url)
      const start = performance.now()
      await restore({ url, opened, depot, blobs: undefined, progress })
      const restoredIn = performance.now() - start
      const ledgers: LedgerBack[] = []
      const { agencies } = notedIn(opened.manifest)
      for (const { agencyId, checkpoint: noted } of agencies) {
        const known = [checkpointOf(noted), isOf(checkpoint, noted) ? checkpoint : undefined]
        const trusted = known.filter((one) => one !== undefined)
        for (const one of trusted.length > 0 ? trusted : [undefined])
          ledgers.push({
            agencyId,
            verdict: await verify(() => connected(url, agencyId), agencyId, { checkpoint: one }),
          })
      }
      if (checkpoint && !agencies.some((one) => isOf(checkpoint, one.checkpoint)))
        throw new Refusal(
          'malformed',
          `the checkpoint given is of ${checkpoint.origin}, whose ledger the backup has not`,
        )
      return { ledgers, restoredIn }
    } finally {
      await cluster.stop()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function checkpointOf(note: string | null): Checkpoint | undefined {
  return readCheckpoint(readNote(note ?? '')?.text ?? '')
}

/** Is a checkpoint of the same log as another? */
function isOf(checkpoint: Checkpoint | undefined, note: string | null): boolean {
  return checkpoint !== undefined && checkpointOf(note)?.origin === checkpoint.origin
}

async function connected(url: string, agencyId: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    options: `-c decorum.agency=${agencyId} -c timezone=UTC`,
  })
  await client.connect()
  return client
}

async function migrateAt(url: string): Promise<void> {
  const owner = openDb(url, '', { max: 2, patience: 600_000 })
  try {
    await migrate(owner, migrations)
  } finally {
    await owner.destroy()
  }
}
