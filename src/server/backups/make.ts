import { existsSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { backUp } from '../../platform/backup/back-up.ts'
import type { Manifest } from '../../platform/backup/manifest.ts'
import type { Progress } from '../../platform/backup/tables.ts'
import { sha256 } from '../../platform/id.ts'
import type { House } from '../house.ts'
import { noteAgencies } from './noted.ts'
import { tellLedgers } from './told.ts'

export interface HouseBackup {
  depot: string
  /** Undefined: not encrypted. */
  keys: string | undefined
  at: string
  /** Do the file of secrets and the keys that sign the ledger go with it? */
  withSecrets: boolean
  progress: Progress
}

/**
 * Backs an installation up, as the owner of its database, and says so in the ledgers. The backup stands even where the
 * ledgers could not be told: then `untold` says why.
 */
export async function backUpHouse(
  house: House,
  ownerUrl: string,
  { depot, keys, at, withSecrets, progress }: HouseBackup,
): Promise<{ folder: string; manifest: Manifest; untold: string | undefined }> {
  const made = await backUp({
    url: ownerUrl,
    blobs: house.blobsFolder,
    depot,
    keys,
    at,
    note: noteAgencies,
    besides: withSecrets ? await secretsIn(house) : [],
    progress,
  })
  const { id, isEncrypted, tables, blobs } = made.manifest
  const body = {
    backup: id,
    isEncrypted,
    manifest: sha256(await readFile(join(made.folder, 'manifest.json'))),
    rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    blobs: blobs.count,
    missing: blobs.missing.length,
  }
  const untold = await tellLedgers(house.appUrl, 'agencies.backup', { key: id, at, body }).then(
    () => undefined,
    (error: unknown) => String(error),
  )
  return { ...made, untold }
}

/** `secrets.json` and what stands beside the keys that sign, but for what they remember: the backup is of its own moment. */
async function secretsIn(house: House): Promise<{ name: string; file: string }[]> {
  const secrets = join(dirname(house.ledgerFolder), 'secrets.json')
  const names = existsSync(house.ledgerFolder) ? await readdir(house.ledgerFolder) : []
  const ledger = names.filter((name) => name.endsWith('.key') || name === 'witnesses')
  return [
    { name: 'house/secrets.json', file: secrets },
    ...ledger.map((name) => ({ name: `house/ledger/${name}`, file: join(house.ledgerFolder, name) })),
  ]
}
