import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import yazl from 'yazl'
import { Refusal } from '../../platform/refusal.ts'

/** The bytes of a file, or of a folder as one ZIP whose files are in the order of their names. */
export async function bytesAt(path: string): Promise<AsyncIterable<Uint8Array>> {
  const found = await stat(path)
  if (found.isFile()) return createReadStream(path)
  const zip = new yazl.ZipFile()
  // The same folder is the same ZIP, whenever it is packed.
  const mtime = found.birthtime
  mtime.setTime(Date.UTC(1980, 0, 1, 12))
  let files = 0
  for await (const name of namesIn(path, '')) {
    zip.addFile(join(path, name), name, { mtime, mode: 0o100644, compress: false })
    files++
  }
  if (files === 0) throw new Refusal('malformed', `${path} is an empty folder`)
  zip.end()
  return piecesOf(zip.outputStream)
}

async function* piecesOf(stream: NodeJS.ReadableStream): AsyncGenerator<Uint8Array> {
  for await (const piece of stream) yield typeof piece === 'string' ? Buffer.from(piece) : piece
}

async function* namesIn(root: string, under: string): AsyncGenerator<string> {
  const entries = await readdir(join(root, under), { withFileTypes: true })
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = under === '' ? entry.name : `${under}/${entry.name}`
    if (entry.isDirectory()) yield* namesIn(root, name)
    else if (entry.isFile()) yield name
  }
}
