import { existsSync } from 'node:fs'
import { copyFile, mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readCheckpoint } from '../../ledger/checkpoint.ts'
import { readNote } from '../../ledger/note.ts'
import { openSigner } from '../../ledger/signer.ts'
import type { Opened } from '../../platform/backup/manifest.ts'
import { besideOf, refuseHeld, restore } from '../../platform/backup/restore.ts'
import type { Progress } from '../../platform/backup/tables.ts'
import { writeDurably } from '../../platform/durable.ts'
import { listAgencies } from '../agency.ts'
import { migrateHouse, type House } from '../house.ts'
import { settleRestored } from '../restored.ts'
import { notedIn } from './noted.ts'

export interface PuttingBack {
  opened: Opened
  depot: string
  at: string
  /** Is the rest put back where blobs are missing or damaged in the backup? */
  withoutDamaged: boolean
  progress: Progress
}

/**
 * Restores a backup into an empty installation, with the secrets that went with it. Gives sentences about what the
 * backup could not bring, or what a person has to see to.
 */
export async function putBack(
  house: House,
  ownerUrl: string,
  { opened, depot, at, withoutDamaged, progress }: PuttingBack,
): Promise<string[]> {
  await refuseHeld(ownerUrl)
  await migrateHouse(house)
  const damaged = await restore({
    url: ownerUrl,
    opened,
    depot,
    blobs: house.blobsFolder,
    settle: (client, { made }) => settleRestored(client, made, at),
    withoutDamaged,
    progress,
  })
  const brought = await putSecrets(house, opened)
  return [...brought, ...missing(opened), ...leftOut(damaged), ...(await aheadOf(house, opened))]
}

/** What is there already is never written over: the keys that sign stay, and an older file of secrets is kept aside. */
async function putSecrets(house: House, opened: Opened): Promise<string[]> {
  const { besides } = opened.manifest
  if (besides.length === 0)
    return [
      'The file secrets.json and the folder ledger did not go with it: bring them from where they are kept. Without the first, second factors and keys of pages are entered anew; without the second, a new signing key is announced.',
    ]
  const said: string[] = []
  for (const name of besides) {
    const place = join(dirname(house.ledgerFolder), name.replace(/^house\//, ''))
    const bytes = (await besideOf(opened, name)) ?? Buffer.alloc(0)
    const stands = existsSync(place) ? await readFile(place) : undefined
    if (stands?.equals(bytes)) continue
    if (stands !== undefined && !place.endsWith('secrets.json')) {
      said.push(`${place} is another than the one in the backup, and was left as it is.`)
      continue
    }
    await mkdir(dirname(place), { recursive: true, mode: 0o700 })
    if (stands !== undefined) await copyFile(place, `${place}.before-restore`)
    await writeDurably(place, bytes.toString('utf8'))
  }
  return said
}

function missing({ manifest }: Opened): string[] {
  const { missing: gone } = manifest.blobs
  if (gone.length === 0) return []
  return [
    `${gone.length} blobs were missing already when the backup was made: ${gone.slice(0, 3).join(', ')}.`,
  ]
}

function leftOut(damaged: readonly string[]): string[] {
  if (damaged.length === 0) return []
  return [
    `${damaged.length} blobs were damaged or missing in the backup and left out: ${damaged.join(', ')}.`,
  ]
}

/** A key that signed more than the backup holds signs nothing that would go back behind it. */
async function aheadOf(house: House, opened: Opened): Promise<string[]> {
  const said: string[] = []
  for (const agency of await listAgencies(house.appUrl)) {
    if (!existsSync(join(house.ledgerFolder, `${agency.agencyId}.key`))) continue
    const noted = notedIn(opened.manifest).agencies.find(({ agencyId }) => agencyId === agency.agencyId)
    const size = readCheckpoint(readNote(noted?.checkpoint ?? '')?.text ?? '')?.size ?? 0
    const signed = await (await openSigner(house.ledgerFolder, agency)).last()
    if (signed && signed.size > size)
      said.push(
        `The key of ${agency.agencyId} signed ${signed.size} entries at ${signed.at}, and this backup holds ${size}: it signs nothing until a newer backup is restored. If there is none, what is between is lost: move ${agency.agencyId}.signed.json out of the folder ledger, and tell the witnesses.`,
      )
  }
  return said
}
