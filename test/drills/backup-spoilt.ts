import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createGunzip, createGzip } from 'node:zlib'
import { keyOfFile, through, writeSealed } from '../../src/platform/backup/sealed-file.ts'
import { writeManifest, type Manifest, type Opened } from '../../src/platform/backup/manifest.ts'
import { rowsOf } from '../../src/platform/backup/tables.ts'

/** A copy of a backup beside it, which is spoilt by `spoil`. */
async function spoilt(
  opened: Opened,
  spoil: (folder: string, table: Manifest['tables'][number]) => Promise<Manifest>,
  name: string,
): Promise<Opened> {
  const table = opened.manifest.tables.find((one) => one.name === name)
  if (!table) throw new Error(`the backup has no table ${name}`)
  const folder = `${opened.folder}-spoilt.part`
  await rm(folder, { recursive: true, force: true })
  await cp(opened.folder, folder, { recursive: true })
  return { ...opened, folder, manifest: await spoil(folder, table) }
}

/** One whose table has lost its last part; the manifest does not know of it. */
export function withoutLastPart(opened: Opened, name: string): Promise<Opened> {
  return spoilt(
    opened,
    async (folder, { parts }) => {
      await rm(join(folder, parts.at(-1) ?? ''))
      return opened.manifest
    },
    name,
  )
}

/** One whose table has lost its first row: somebody who has the key wrote the rest anew, and the manifest too. */
export function withoutFirstRow(opened: Opened, name: string): Promise<Opened> {
  const { key, manifest } = opened
  return spoilt(
    opened,
    async (folder, { parts, rows }) => {
      const text: Buffer[] = []
      for await (const chunk of through(rowsOf(opened, parts), createGunzip())) text.push(chunk)
      const whole = Buffer.concat(text)
      const cut = whole.subarray(whole.indexOf(10) + 1)
      for (const part of parts) await rm(join(folder, part))
      const [first = ''] = parts
      async function* lines(): AsyncGenerator<Buffer> {
        yield await Promise.resolve(cut)
      }
      const source = through(lines(), createGzip())
      const note = await writeSealed(join(folder, first), source, key && keyOfFile(key, manifest.id, first))
      const files = Object.fromEntries(
        Object.entries(manifest.files).filter(([file]) => !parts.includes(file)),
      )
      const less: Manifest = {
        ...manifest,
        tables: manifest.tables.map((one) =>
          one.name === name ? { ...one, rows: rows - 1, parts: [first] } : one,
        ),
        files: { ...files, [first]: note },
      }
      await rm(join(folder, 'manifest.json'))
      await writeManifest(folder, less, key)
      return less
    },
    name,
  )
}
