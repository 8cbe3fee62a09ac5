import { randomBytes } from 'node:crypto'
import { link, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Writes a file that is whole under its name or not there at all, even after a power cut. `isNew`: false, and nothing
 * done, where it is there.
 */
export async function writeDurably(
  file: string,
  bytes: string | Uint8Array,
  { isNew = false, mode = 0o600 }: { isNew?: boolean; mode?: number } = {},
): Promise<boolean> {
  const part = `${file}.${randomBytes(6).toString('hex')}.part`
  try {
    const handle = await open(part, 'wx', mode)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    // Unlike a renaming, a link does not replace what is there.
    await (isNew ? link(part, file) : rename(part, file))
  } catch (error) {
    if (isNew && error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    await rm(part, { force: true })
  }
  await syncFolder(dirname(file))
  return true
}

/** What was renamed into a folder is there after a power cut once the folder itself is on the disk. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
