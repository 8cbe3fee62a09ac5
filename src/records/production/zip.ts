import { createWriteStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** Formats that are compressed already; to try again costs time and saves nothing. */
const packed = /\.(?:jpg|png|webp|gif|avif|mp4|webm|mp3|m4a|pdf|tsr)$/

/**
 * Writes a folder as a zip in which everything lies under one folder of that name. The same files give the same bytes:
 * in the order of their names, all of one time.
 */
export async function zipFolder(folder: string, name: string, out: string): Promise<void> {
  const zip = new ZipFile()
  // The first moment that a zip can tell. It is told in local time, so this is the same in every zone.
  const mtime = new Date(1980, 0, 1)
  for (const path of await pathsIn(folder)) {
    const compress = !packed.test(path)
    zip.addFile(join(folder, path), `${name}/${path}`, {
      mtime,
      mode: 0o100644,
      compress,
      forceDosTimestamp: true,
    })
  }
  zip.end()
  const failed = new Promise<never>((_, reject) => zip.on('error', reject))
  await Promise.race([pipeline(zip.outputStream, createWriteStream(out, { flags: 'wx' })), failed])
}

async function pathsIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted((one, other) => (one < other ? -1 : 1))
}
