import { spawn } from 'node:child_process'
import { join, resolve, sep } from 'node:path'
import { InvalidArgumentError, Option, type Command } from 'commander'
import { Refusal } from '../platform/refusal.ts'
import type { House } from '../server/house.ts'
import type { Outcome, Schedule } from '../server/backups/schedule.ts'
import { keepOf, keysIn } from './backup-options.ts'

export interface ScheduleOptions {
  data: string
  backupTo?: string
  backupEvery?: number
  backupKeep?: number
  backupKeys?: string
}

const option = (flags: string, says: string, name: string): Option => new Option(flags, says).env(name)

/** The options by which an installation makes its own backups. */
export function withSchedule(command: Command): Command {
  return command
    .addOption(
      option('--backup-to <folder>', 'make backups by the clock into this folder', 'DECORUM_BACKUP_TO'),
    )
    .addOption(
      option('--backup-every <time>', 'how often: 24h, 90m, 7d', 'DECORUM_BACKUP_EVERY')
        .argParser(hoursOf)
        .default(24, '24h'),
    )
    .addOption(
      option(
        '--backup-keep <number>',
        'how many verified backups stay (default: all)',
        'DECORUM_BACKUP_KEEP',
      ).argParser(keepOf),
    )
    .addOption(
      option(
        '--backup-keys <folder>',
        'where their keys stand, best on another machine (default: backup-keys in the folder of data)',
        'DECORUM_BACKUP_KEYS',
      ),
    )
}

/** Backups by the clock, if they are asked for. Each is made by a process of its own, as if it were typed. */
export function scheduleOf(house: House, options: ScheduleOptions): Schedule | undefined {
  const { backupTo, backupEvery = 24 } = options
  if (backupTo === undefined) return undefined
  if (house.ownerUrl === undefined)
    throw new Refusal(
      'malformed',
      'backups are made by the owner of the database: set DECORUM_OWNER_URL, or call `decorum backup` by a timer of another user',
    )
  const remarks = remarksOnKeys(options)
  for (const remark of remarks) console.error(`Warning: ${remark}`)
  return {
    everyHours: backupEvery,
    areKeysWithData: remarks.length > 0,
    run: async (signal) => {
      const outcome = await backUpApart(backupTo, options, signal)
      return outcome.made === true ? { made: true, remarks: [...remarks, ...outcome.remarks] } : outcome
    },
  }
}

/** Keys that stand with the data are lost with the data, and every backup with them. */
export function remarksOnKeys({ data, backupKeys }: ScheduleOptions): string[] {
  const keys = keysIn({ data, ...(backupKeys === undefined ? {} : { keys: backupKeys }) })
  if (!`${keys}${sep}`.startsWith(`${resolve(data)}${sep}`)) return []
  return [
    `the keys of the backups stand in ${keys}, with the data they are to bring back: whoever loses the one loses the other, and then nobody reads any backup. Copy that folder elsewhere after each backup, for each has a key of its own, or give --backup-keys a folder on another machine`,
  ]
}

function backUpApart(
  folder: string,
  { data, backupKeep, backupKeys }: ScheduleOptions,
  signal: AbortSignal,
): Promise<Outcome> {
  const given = [
    ...(backupKeys === undefined ? [] : ['--keys', backupKeys]),
    ...(backupKeep === undefined ? [] : ['--keep', String(backupKeep)]),
  ]
  const main = join(import.meta.dirname, import.meta.filename.endsWith('.ts') ? 'main.ts' : 'main.js')
  const words = [main, 'backup', folder, '--data', data, '--verify', '--sweep', ...given]
  return new Promise((end) => {
    const child = spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'pipe'], signal })
    let said = ''
    child.stderr.on('data', (chunk) => (said = `${said}${String(chunk)}`.slice(-2_000)))
    let fault: string | undefined
    child.on('error', (error) => (fault = error.message))
    child.on('close', (code) => {
      end(outcomeOf(code, fault === undefined ? remarksIn(said) : [fault]))
    })
  })
}

/** What came of a backup, by the exit code of the command and what it had to say. */
export function outcomeOf(code: number | null, remarks: readonly string[]): Outcome {
  // Whatever breaks before the command has begun ends with 1 too, and without a word of ours.
  if (code === 0 || (code === 1 && remarks.length > 0)) return { made: true, remarks }
  if (code === 75) return { made: 'by another' }
  return { made: false, because: remarks.at(-1) ?? `it ended with ${code}` }
}

function remarksIn(said: string): string[] {
  const own = 'decorum: '
  return said
    .split('\n')
    .filter((line) => line.startsWith(own))
    .map((line) => line.slice(own.length))
}

function hoursOf(written: string): number {
  const [, number, unit] = /^(\d+)([mhd])$/.exec(written) ?? []
  const hours = Number(number) * (unit === 'm' ? 1 / 60 : unit === 'd' ? 24 : 1)
  if (!(hours > 0)) throw new InvalidArgumentError('say how often as 24h, 90m or 7d.')
  return hours
}
