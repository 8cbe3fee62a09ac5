import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, readdir, rm, stat } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import { z } from 'zod'
import { syncFolder, writeDurably } from '../durable.ts'
import { parsedJson } from '../json.ts'
import { Refusal } from '../refusal.ts'

const keySchema = z.object({ backup: z.string(), made: z.string(), key: z.string().regex(/^[0-9a-f]{64}$/) })
const endedSchema = z.object({ backup: z.string(), destroyed: z.string(), because: z.string() })
/** A key that was destroyed, and why. */
export type Destroyed = z.infer<typeof endedSchema>

/** Refuses keys that stand with what they open: whoever takes the folder away would have both. */
export function refuseTogether(depot: string, keys: string): void {
  const [one, other] = [`${resolve(depot)}${sep}`, `${resolve(keys)}${sep}`]
  if (one.startsWith(other) || other.startsWith(one))
    throw new Refusal(
      'malformed',
      `the keys in ${keys} would stand with the backups in ${depot}, and protect nothing; give another folder by --keys`,
    )
}

/** Draws the key of a new backup and keeps it durably, for its owner's eyes alone, before anything is encrypted with it. */
export async function drawKey(folder: string, backup: string, made: string): Promise<Buffer> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const key = randomBytes(32)
  await writeDurably(join(folder, `${backup}.key`), said({ backup, made, key: key.toString('hex') }))
  return key
}

/** The key of a backup; undefined where the folder has none. */
export async function keyOf(folder: string, backup: string): Promise<Buffer | undefined> {
  const file = join(folder, `${backup}.key`)
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return undefined
  const parsed = keySchema.safeParse(parsedJson(text))
  if (!parsed.success || parsed.data.backup !== backup)
    throw new Refusal('malformed', `${file} is not the key of the backup ${backup}`)
  return Buffer.from(parsed.data.key, 'hex')
}

/** Destroys a key, and notes that it was and why: from here on nobody reads that backup, wherever its copies are. */
export async function destroyKey(folder: string, { backup, destroyed, because }: Destroyed): Promise<void> {
  const file = join(folder, `${backup}.key`)
  await writeDurably(join(folder, `${backup}.destroyed`), said({ backup, destroyed, because }))
  const found = await stat(file).catch(() => undefined)
  if (found === undefined) return
  // Written over where the disk allows it; on others what counts is that no name leads there any more.
  const handle = await open(file, 'r+')
  try {
    await handle.write(randomBytes(found.size), 0, found.size, 0)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rm(file)
  await syncFolder(folder)
}

/** A key of a backup that was never finished. */
export async function dropKey(folder: string, backup: string): Promise<void> {
  await rm(join(folder, `${backup}.key`), { force: true })
}

/** The keys that were destroyed, oldest first. */
export async function destroyedIn(folder: string): Promise<Destroyed[]> {
  const names = await readdir(folder).catch(() => [])
  const notes = names.filter((name) => name.endsWith('.destroyed')).toSorted()
  return await Promise.all(
    notes.map(async (name) => endedSchema.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))),
  )
}

const said = (what: object): string => `${JSON.stringify(what)}\n`
