import type { Command } from 'commander'
import { Refusal } from '../platform/refusal.ts'

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
  DECORUM_DATA       the folder of data, where --data does not say
  DECORUM_TSA        a time-stamp authority (RFC 3161) that stamps released packages`,
    )
}

/** The servers that DECORUM_ALLOW_HOSTS names, `host:port` with commas between: spoken to wherever they stand. */
export function allowedHosts(environment: NodeJS.ProcessEnv): string[] {
  const hosts = (environment['DECORUM_ALLOW_HOSTS'] ?? '').split(',').map((host) => host.trim().toLowerCase())
  return hosts.filter((host) => {
    if (host !== '' && !/^(?:[\w.-]+|\[[\da-f:.]+\]):\d{1,5}$/.test(host))
      throw new Refusal(
        'malformed',
        `DECORUM_ALLOW_HOSTS names ${host}; it takes host:port, as in 127.0.0.1:2583, with commas between`,
      )
    return host !== ''
  })
}
