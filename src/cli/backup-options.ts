import { join, resolve } from 'node:path'
import { InvalidArgumentError } from 'commander'
import type { Manifest } from '../platform/backup/manifest.ts'

export const keysOption = [
  '--keys <folder>',
  'where the keys of backups stand (default: backup-keys in the folder of data)',
] as const

/** Where the keys of backups stand. */
export function keysIn({ data, keys }: { data: string; keys?: string }): string {
  return resolve(keys ?? join(data, 'backup-keys'))
}

export function keepOf(written: string): number {
  const keep = Number(written)
  if (!Number.isInteger(keep) || keep < 1) throw new InvalidArgumentError('one backup at least is kept.')
  return keep
}

/** What a backup holds, in a few words. */
export function summary({ tables, blobs }: Manifest): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  const before = blobs.before > 0 ? ` (${blobs.before.toLocaleString('en')} of them kept already)` : ''
  return `${rows.toLocaleString('en')} rows of ${tables.length} tables and ${blobs.count.toLocaleString('en')} blobs${before}`
}
