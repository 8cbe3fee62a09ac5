import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import type { Manifest } from '../platform/backup/manifest.ts'
import { now } from '../platform/clock.ts'
import { Refusal } from '../platform/refusal.ts'
import { keepOf, keysIn, keysOption, summary } from './backup-options.ts'
import { withHouse, type HouseOptions } from './house-options.ts'
import { showProgress } from './progress.ts'

interface Options extends HouseOptions {
  keys?: string
  encrypted: boolean
  withSecrets?: boolean
  verify?: boolean
  sweep?: boolean
  keep?: number
}

/** Another backup runs: whoever calls by the clock may pass over it. */
const tryLater = 75

export function addBackup(program: Command): void {
  withHouse(program.command('backup'))
    .description('copy the database, as it stands at one moment, and the blobs into a folder of backups')
    .argument('<folder>', 'where backups gather; blobs that are there already are not copied again')
    .option(...keysOption)
    .option('--no-encrypted', 'write it in clear, for whoever can read the folder')
    .option('--with-secrets', 'take secrets.json and the keys that sign the ledger with it')
    .option('--verify', 'read it back whole')
    .option('--sweep', 'then sweep, as `decorum backups sweep` does')
    .option('--keep <number>', 'how many backups a sweep leaves (default: all)', keepOf)
    .addHelpText(
      'after',
      `
The app may run on. Each backup is encrypted (AES-256-GCM) with a key of its own; without it nobody reads the backup.
Keep a copy of the keys where neither the machine nor the backups stand.
Exit codes: 0 made, 1 made but something is missing or the ledger could not be told, 2 not made or not whole, 75 another backup is running.`,
    )
    .action(async (folder: string, options: Options) => {
      const [{ inHouse, ownerUrlOf }, { backUpHouse }, { AnotherRuns }] = await Promise.all([
        import('./in-house.ts'),
        import('../server/backups/make.ts'),
        import('../platform/backup/depot.ts'),
      ])
      if (options.withSecrets === true && !options.encrypted)
        throw new Refusal('malformed', 'secrets go into no backup in clear; leave out --no-encrypted')
      const [depot, keys] = [resolve(folder), keysIn(options)]
      const { progress, end } = showProgress()
      try {
        await inHouse(options, async (house) => {
          const owner = ownerUrlOf(house)
          const start = performance.now()
          const {
            manifest,
            untold,
            folder: made,
          } = await backUpHouse(house, owner, {
            depot,
            keys: options.encrypted ? keys : undefined,
            at: now(),
            withSecrets: options.withSecrets === true,
            progress,
          })
          end()
          console.log(`${summary(manifest)} copied to ${made} in ${secondsSince(start)}.`)
          tellOf(manifest, { keys, untold })
          if (options.verify === true) {
            const { backupAt } = await import('../platform/backup/depot.ts')
            const { verifyBackup } = await import('../server/backups/verify.ts')
            const { opened } = await backupAt(made, keys)
            await verifyBackup({ opened, depot, isRestored: false, at: now(), progress })
            end()
            console.log('Read back whole.')
          }
          if (options.sweep === true) {
            const { sweepAndTell } = await import('./backups.ts')
            await sweepAndTell(house, owner, { depot, keys, keep: options.keep, at: now() })
          }
        })
      } catch (error) {
        if (error instanceof AnotherRuns) {
          console.error(`decorum: ${error.message}`)
          process.exitCode = tryLater
        } else throw error
      } finally {
        end()
      }
    })
  addRestore(program)
}

function addRestore(program: Command): void {
  withHouse(program.command('restore'))
    .description('put a backup into an empty installation')
    .argument('<folder>', 'a backup, or the folder of backups, of which the newest is taken')
    .option(...keysOption)
    .option('--backup <id>', 'another one than the newest')
    .option('--without-damaged', 'leave out pictures and documents that are missing or damaged in the backup')
    .addHelpText(
      'after',
      '\nEverybody signs in anew, and what was about to go out waits for a person. Afterwards `decorum ledger verify` shows that nothing was lost or changed.',
    )
    .action(
      async (
        folder: string,
        options: HouseOptions & { keys?: string; backup?: string; withoutDamaged?: boolean },
      ) => {
        const [{ inHouse, ownerUrlOf }, { backupAt }, { putBack }] = await Promise.all([
          import('./in-house.ts'),
          import('../platform/backup/depot.ts'),
          import('../server/backups/put-back.ts'),
        ])
        const { opened, depot } = await backupAt(resolve(folder), keysIn(options), options.backup)
        const { progress, end } = showProgress()
        const start = performance.now()
        const sentences = await inHouse(options, (house) =>
          putBack(house, ownerUrlOf(house), {
            opened,
            depot,
            at: now(),
            withoutDamaged: options.withoutDamaged === true,
            progress,
          }),
        ).finally(end)
        const { manifest } = opened
        console.log(
          `${summary(manifest)} restored in ${secondsSince(start)} from the backup of ${manifest.made}; everybody signs in anew, and what was about to go out waits for a person.`,
        )
        for (const sentence of sentences) console.log(sentence)
      },
    )
}

function tellOf(manifest: Manifest, { keys, untold }: { keys: string; untold: string | undefined }): void {
  const { isEncrypted, besides, blobs, id } = manifest
  console.log(
    isEncrypted
      ? `It is encrypted; its key is ${join(keys, `${id}.key`)}. Keep a copy of the keys where neither this machine nor the backups stand.`
      : 'It is not encrypted: whoever reads the folder reads every record.',
  )
  console.log(
    besides.length > 0
      ? `With it went ${besides.map((name) => name.replace(/^house\//, '')).join(', ')}.`
      : 'Keep the file secrets.json and the folder ledger of the data folder too, somewhere safe; they did not go with it (--with-secrets).',
  )
  if (blobs.missing.length > 0) {
    process.exitCode = 1
    console.error(
      `decorum: ${blobs.missing.length} blobs that the records name are missing from the folder of blobs, or are other bytes now: ${blobs.missing.slice(0, 3).join(', ')}`,
    )
  }
  if (untold !== undefined) {
    process.exitCode = 1
    console.error(`decorum: the backup stands, but the ledger does not say so: ${untold}`)
  }
}

function secondsSince(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`
}
