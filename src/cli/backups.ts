import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { now } from '../platform/clock.ts'
import { Refusal } from '../platform/refusal.ts'
import type { House } from '../server/house.ts'
import type { Sweeping } from '../server/backups/sweep.ts'
import { keepOf, keysIn, keysOption, summary } from './backup-options.ts'
import { withHouse, type HouseOptions } from './house-options.ts'
import { paint } from './paint.ts'
import { showProgress } from './progress.ts'

interface Choice extends HouseOptions {
  keys?: string
}

/** `decorum backups`: what is kept, whether it can be restored, and what is no longer to be. */
export function addBackups(program: Command): void {
  const backups = program
    .command('backups')
    .description('look through, verify and sweep the backups in a folder')
  withHouse(backups.command('list'))
    .description('the backups in a folder, oldest first')
    .argument('<folder>', 'where backups gather')
    .option(...keysOption)
    .action((folder: string, options: Choice) => list(resolve(folder), keysIn(options)))
  withHouse(backups.command('verify'))
    .description('read a backup back whole; with --restore, into a database that is thrown away')
    .argument('<folder>', 'a backup, or the folder of backups, of which the newest is taken')
    .option(...keysOption)
    .option('--backup <id>', 'another one than the newest')
    .option('--restore', 'restore it into a database that is thrown away, and verify its ledgers there')
    .option(
      '--checkpoint <file>',
      'a checkpoint that was kept elsewhere; what it covers must be in the backup',
    )
    .addHelpText('after', '\nExit codes: 0 whole, 1 something was changed, 2 bad input.')
    .action(verify)
  withHouse(backups.command('sweep'))
    .description(
      'destroy the keys of backups that hold what was disposed of, once a newer one was verified; and of more than are kept',
    )
    .argument('<folder>', 'where backups gather')
    .option(...keysOption)
    .option('--keep <number>', 'how many verified backups stay (default: all)', keepOf)
    .action(async (folder: string, options: Choice & { keep?: number }) => {
      const { inHouse, ownerUrlOf } = await import('./in-house.ts')
      const [depot, keys] = [resolve(folder), keysIn(options)]
      await inHouse(options, (house) =>
        sweepAndTell(house, ownerUrlOf(house), { depot, keys, keep: options.keep, at: now() }),
      )
    })
}

async function list(depot: string, keys: string): Promise<void> {
  const [{ keptIn }, { destroyedIn, keyOf }] = await Promise.all([
    import('../platform/backup/depot.ts'),
    import('../platform/backup/keys.ts'),
  ])
  const { kept, unreadable } = await keptIn(depot)
  for (const { manifest, verified } of kept) {
    const { id, made, isEncrypted } = manifest
    const key = isEncrypted
      ? (await keyOf(keys, id))
        ? 'encrypted'
        : 'encrypted, its key is not here'
      : 'in clear'
    const how =
      verified === undefined
        ? 'not verified'
        : `${verified.how === 'read' ? 'read back' : 'restored'} ${verified.at}`
    console.log(`${paint('bold', id)}  ${made}  ${summary(manifest)}; ${key}; ${how}`)
  }
  for (const { name, because } of unreadable) console.log(`${paint('bold', name)}  ${because}`)
  if (kept.length + unreadable.length === 0) console.log(`${depot} holds no backup.`)
  for (const { backup, destroyed, because } of await destroyedIn(keys))
    console.log(
      `${backup}  its key was destroyed ${destroyed}: ${because === 'disposition' ? 'records that it held were disposed of' : 'more were kept than wanted'}`,
    )
}

async function verify(
  folder: string,
  options: Choice & { backup?: string; restore?: boolean; checkpoint?: string },
): Promise<void> {
  const [{ backupAt }, { verifyBackup }, { readCheckpoint }, { readNote }] = await Promise.all([
    import('../platform/backup/depot.ts'),
    import('../server/backups/verify.ts'),
    import('../ledger/checkpoint.ts'),
    import('../ledger/note.ts'),
  ])
  if (options.checkpoint !== undefined && options.restore !== true)
    throw new Refusal('malformed', 'a ledger is verified in a database; give --restore with --checkpoint')
  const checkpoint =
    options.checkpoint === undefined
      ? undefined
      : readCheckpoint(readNote(await readFile(options.checkpoint, 'utf8'))?.text ?? '')
  if (options.checkpoint !== undefined && checkpoint === undefined)
    throw new Refusal('malformed', `${options.checkpoint} holds no checkpoint`)
  const { opened, depot } = await backupAt(resolve(folder), keysIn(options), options.backup)
  const { progress, end } = showProgress()
  const { ledgers, restoredIn } = await verifyBackup({
    opened,
    depot,
    isRestored: options.restore === true,
    checkpoint,
    at: now(),
    progress,
  }).finally(end)
  const { id } = opened.manifest
  console.log(`${id}: ${summary(opened.manifest)}.`)
  if (restoredIn === undefined) {
    console.log('Read back whole: every file, row and blob is as it was written.')
    return
  }
  for (const { agencyId, verdict } of ledgers) {
    for (const { says } of verdict.findings) console.log(`${paint('bold', 'changed')}  ${agencyId}: ${says}`)
    if (verdict.findings.length > 0) process.exitCode = 1
    else console.log(`The ledger of ${agencyId} is whole: ${verdict.size.toLocaleString('en')} entries.`)
  }
  console.log(`Restored in ${(restoredIn / 1000).toFixed(1)} s.`)
}

/** Sweeps, and tells what was done and what a person has to do. */
export async function sweepAndTell(house: House, ownerUrl: string, sweeping: Sweeping): Promise<void> {
  const { sweepBackups } = await import('../server/backups/sweep.ts')
  const { disposed, surplus, waiting, blobs, hindered } = await sweepBackups(house, ownerUrl, sweeping)
  const named = (kept: typeof disposed): string => kept.map(({ manifest }) => manifest.id).join(', ')
  if (disposed.length > 0)
    console.log(`Destroyed, for they held records that were disposed of: ${named(disposed)}.`)
  if (surplus.length > 0) console.log(`Destroyed, being more than are kept: ${named(surplus)}.`)
  if (disposed.length + surplus.length > 0)
    console.log(
      'Destroy the copies of their keys too, wherever you keep them; then nobody reads these backups.',
    )
  if (blobs > 0) console.log(`${blobs.toLocaleString('en')} blobs that no backup has any more were removed.`)
  if (waiting.length > 0)
    console.log(
      `These hold records that were disposed of since, and stay until a newer backup is made and verified: ${named(waiting)}.`,
    )
  if (hindered.length > 0) console.log(`No blobs were removed: ${hindered.join('; ')}.`)
  if (disposed.length + surplus.length + waiting.length + blobs === 0)
    console.log('There is nothing to sweep.')
}
