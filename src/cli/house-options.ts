import type { Command } from 'commander'

/** What every command that touches an installation is told. */
export interface HouseOptions {
  data: string
}

/** Adds the options that say where an installation stands. */
export function withHouse(command: Command, folder = './decorum-data'): Command {
  return command
    .option('--data <folder>', 'the folder of data', process.env['DECORUM_DATA'] ?? folder)
    .addHelpText(
      'after',
      `
Settings from the environment:
  DATABASE_URL       a PostgreSQL 15 or later of your own, as the app's role; else the embedded one in --data
  DECORUM_OWNER_URL  the same database as its owner, for migrate, backup and restore
  DECORUM_DATA       the folder of data, where --data does not say`,
    )
}
