import type { Command } from 'commander'
import { withHouse, type HouseOptions } from './house-options.ts'

export function addMigrate(program: Command): void {
  withHouse(program.command('migrate'))
    .description('bring the database to the schema of this version; safe to repeat, and to cut off')
    .action(async (options: HouseOptions) => {
      const [{ inHouse }, { migrateHouse }] = await Promise.all([
        import('./in-house.ts'),
        import('../server/house.ts'),
      ])
      const ran = await inHouse(options, migrateHouse)
      console.log(ran.length === 0 ? 'The database is up to date.' : `Done: ${ran.join(', ')}.`)
    })
}
