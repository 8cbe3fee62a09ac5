import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { Manifest } from '../platform/backup.ts'
import { now } from '../platform/clock.ts'
import { withHouse, type HouseOptions } from './house-options.ts'

export function addBackup(program: Command): void {
  withHouse(program.command('backup'))
    .description(
      'copy the database, as it stands at one moment, and the blobs into a new folder; the app may run on',
    )
    .argument('<folder>', 'a folder that does not exist yet')
    .action(async (folder: string, options: HouseOptions) => {
      const { inHouse, ownerUrlOf } = await import('./in-house.ts')
      const { backUp } = await import('../platform/backup.ts')
      const manifest = await inHouse(options, (house) =>
        backUp(ownerUrlOf(house), house.blobsFolder, resolve(folder), now()),
      )
      console.log(`${summary(manifest)} copied to ${folder}.`)
      console.log(
        'Keep the file secrets.json and the folder ledger of the data folder with it, somewhere safe.',
      )
    })
  withHouse(program.command('restore'))
    .description('put a backup into an empty installation')
    .argument('<folder>', 'what `decorum backup` made')
    .addHelpText(
      'after',
      '\nEverybody signs in anew, and what was about to go out waits for a person. Afterwards `decorum ledger verify` shows that nothing was lost or changed.',
    )
    .action(async (folder: string, options: HouseOptions) => {
      const { inHouse, ownerUrlOf } = await import('./in-house.ts')
      const { restore } = await import('../platform/backup.ts')
      const { migrateHouse } = await import('../server/house.ts')
      const { settleRestored } = await import('../server/restored.ts')
      const manifest = await inHouse(options, async (house) => {
        await migrateHouse(house)
        return restore(ownerUrlOf(house), house.blobsFolder, resolve(folder), (client, { made }) =>
          settleRestored(client, made, now()),
        )
      })
      console.log(
        `${summary(manifest)} restored from the backup of ${manifest.made}; everybody signs in anew, and what was about to go out waits for a person.`,
      )
    })
}

function summary({ tables, files }: Manifest): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  const blobs = Object.keys(files).filter((file) => file.startsWith('blobs/')).length
  return `${rows.toLocaleString('en')} rows of ${tables.length} tables and ${blobs.toLocaleString('en')} blobs`
}
