import { createHmac, timingSafeEqual } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { parsedJson } from '../json.ts'
import { Refusal } from '../refusal.ts'
import { keyOf } from './keys.ts'
import { keyOfFile, noteOf } from './sealed-file.ts'

const manifestSchema = z.object({
  format: z.literal(2),
  id: z.string(),
  /** The moment that the backup shows. */
  made: z.string(),
  isEncrypted: z.boolean(),
  migrations: z.array(z.string()),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.number(),
      /** Its files, in order: one gzip stream of PostgreSQL's COPY text, cut into parts. */
      parts: z.array(z.string()),
    }),
  ),
  /** Numbers that the database draws by itself, and the last one drawn. */
  counters: z.array(z.object({ sequence: z.string(), last: z.string() })),
  blobs: z.object({
    count: z.number(),
    bytes: z.number(),
    /** Of these, kept by an earlier backup in the same folder already. */
    before: z.number(),
    /** Named by the records, and not (or not as they were) in the folder of blobs. */
    missing: z.array(z.string()),
  }),
  /** Files of the installation besides, `secrets.json`; empty unless asked for. */
  besides: z.array(z.string()),
  /** What the house says of itself as of the same moment. */
  noted: z.unknown(),
  /** Every file of the backup's own folder. */
  files: z.record(z.string(), z.object({ sha256: z.string(), bytes: z.number() })),
})
/** What a backup holds. It is readable without the key, and guarded by it: it names tables and counts, no words. */
export type Manifest = z.infer<typeof manifestSchema>

/** A backup that was found, and how it is opened. */
export interface Opened {
  folder: string
  manifest: Manifest
  /** Undefined where it is not encrypted. */
  key: Buffer | undefined
}

export async function writeManifest(
  folder: string,
  manifest: Manifest,
  key: Buffer | undefined,
): Promise<void> {
  const text = `${JSON.stringify(manifest, null, 1)}\n`
  await writeFile(join(folder, 'manifest.json'), text, { flush: true, mode: 0o600 })
  if (key !== undefined)
    await writeFile(join(folder, 'manifest.seal'), `${sealOf(text, key, manifest.id)}\n`, {
      flush: true,
      mode: 0o600,
    })
}

/** Reads a manifest without its key. Refuses a folder that is no backup. */
export async function readManifest(folder: string): Promise<{ manifest: Manifest; text: string }> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => {
    throw new Refusal(
      'notFound',
      `${folder} holds no manifest.json; it is no backup of Decorum, or one that was cut off`,
    )
  })
  const said = parsedJson(text)
  if (typeof said === 'object' && said !== null && !('format' in said) && 'migrations' in said)
    throw new Refusal(
      'conflict',
      `${folder} was made by Decorum 0.3 or earlier; restore it with the version that made it, then upgrade`,
    )
  const manifest = manifestSchema.safeParse(said)
  if (!manifest.success)
    throw new Refusal('malformed', `${folder}/manifest.json is not a manifest of Decorum`)
  return { manifest: manifest.data, text }
}

/**
 * Opens a backup with its key from the folder of keys. Refuses one whose key is not there or another's, and a manifest
 * that was changed.
 */
export async function openBackup(folder: string, keys: string): Promise<Opened> {
  const { manifest, text } = await readManifest(folder)
  if (!manifest.isEncrypted) return { folder, manifest, key: undefined }
  const key = await keyOf(keys, manifest.id)
  if (key === undefined)
    throw new Refusal(
      'notFound',
      `the key of the backup ${manifest.id} is not in ${keys}; give the folder of keys by --keys (without its key nobody reads a backup)`,
    )
  const seal = await readFile(join(folder, 'manifest.seal'), 'utf8').catch(() => '')
  const [said, wanted] = [Buffer.from(seal.trim()), Buffer.from(sealOf(text, key, manifest.id))]
  if (said.length !== wanted.length || !timingSafeEqual(said, wanted))
    throw new Refusal(
      'malformed',
      `the manifest of ${basename(folder)} was changed since the backup was made, or the key is another's`,
    )
  return { folder, manifest, key }
}

/** Refuses a backup of which a file is missing or was changed. */
export async function checkFiles({ folder, manifest }: Opened, tell: (bytes: number) => void): Promise<void> {
  for (const [name, { sha256, bytes }] of Object.entries(manifest.files)) {
    const found = await noteOf(join(folder, name))
    if (found === undefined) throw new Refusal('malformed', `${name} in the backup is missing`)
    if (found.sha256 !== sha256)
      throw new Refusal('malformed', `${name} in the backup was changed since it was made`)
    tell(bytes)
  }
}

function sealOf(text: string, key: Buffer, id: string): string {
  return createHmac('sha256', keyOfFile(key, id, 'manifest.json'))
    .update(text)
    .digest('hex')
}
