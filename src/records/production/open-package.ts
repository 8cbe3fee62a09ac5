import { createHash, hash as hashOf } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { lstat, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import yauzl from 'yauzl'
import { Refusal } from '../../platform/refusal.ts'
import { isSafe } from './verify/bag-text.ts'
import type { HashFile, PackageFile } from './verify/files.ts'
import type { Sha256 } from './verify/seal.ts'

/** A package on disk, a folder or a zip; close it when it was read. */
export interface OpenPackage {
  files: PackageFile[]
  close: () => void
}

/** So much is read at a time, into bytes that are used again: fresh ones cost more than the reading. */
const share = 128 * 1024
const spare: Buffer[] = []
const mostFiles = 2_000_000

/** Opens a folder or a zip as a package. What could reach beyond it (links, names that lead out) is refused. */
export async function openPackage(path: string): Promise<OpenPackage> {
  const found = await stat(path)
  if (found.isDirectory()) return { files: await filesIn(path, ''), close: () => undefined }
  return await zipAt(path, found.size)
}

async function filesIn(root: string, under: string): Promise<PackageFile[]> {
  const files: PackageFile[] = []
  for (const entry of await readdir(join(root, under), { withFileTypes: true })) {
    const path = under === '' ? entry.name : `${under}/${entry.name}`
    if (entry.isDirectory()) for (const file of await filesIn(root, path)) files.push(file)
    else if (entry.isFile()) files.push(fileAt(root, path, (await lstat(join(root, path))).size))
    else throw new Refusal('malformed', `${path} is a link or a device, and no file of a package`)
    if (files.length > mostFiles) throw new Refusal('malformed', `there are more than ${mostFiles} files`)
  }
  return files
}

export function fileAt(root: string, path: string, size: number): PackageFile {
  return {
    path,
    size,
    // Read at once where it is asked for: a file of some kilobytes costs less so than by any stream.
    // oxlint-disable-next-line typescript/require-await
    async *read() {
      const descriptor = openSync(join(root, path), 'r')
      const buffer = spare.pop() ?? Buffer.allocUnsafeSlow(share)
      try {
        for (;;) {
          const count = readSync(descriptor, buffer, 0, buffer.length, null)
          if (count === 0) return
          yield buffer.subarray(0, count)
        }
      } finally {
        spare.push(buffer)
        closeSync(descriptor)
      }
    },
  }
}

async function zipAt(path: string, size: number): Promise<OpenPackage> {
  const zip = await yauzl
    .openPromise(path, { autoClose: false, lazyEntries: true, strictFileNames: true })
    .catch((error: unknown) => {
      throw new Refusal('malformed', `${path} is neither a folder nor a zip (${wordsOf(error)})`)
    })
  try {
    const entries: yauzl.Entry[] = []
    for await (const entry of zip.eachEntry()) {
      const why = whyNot(entry)
      if (why !== undefined) throw new Refusal('malformed', `${entry.fileName} ${why}`)
      entries.push(entry)
      if (entries.length > mostFiles)
        throw new Refusal('malformed', `there are more than ${mostFiles} files in the zip`)
    }
    refuseBombs(entries, size)
    const files = entries.filter(({ fileName }) => !fileName.endsWith('/'))
    return { files: files.map((entry) => fileIn(zip, entry)), close: () => zip.close() }
  } catch (error) {
    zip.close()
    if (error instanceof Refusal) throw error
    throw new Refusal('malformed', `the zip cannot be read: ${wordsOf(error)}`)
  }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function whyNot(entry: yauzl.Entry): string | undefined {
  const kind = (entry.externalFileAttributes >>> 16) & 0o170000
  const isFolder = entry.fileName.endsWith('/')
  if (!isSafe(isFolder ? entry.fileName.slice(0, -1) : entry.fileName))
    return 'is a name that leads out of the package'
  if (kind === 0o120000) return 'is a link, and no file of a package'
  if (kind !== 0 && kind !== (isFolder ? 0o040000 : 0o100000)) return 'is a device, and no file of a package'
  if (entry.isEncrypted()) return 'is encrypted'
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
    return 'is compressed in a way that nobody here can undo'
  return undefined
}

/** Names that stand twice, files that share their bytes, and more bytes than such a zip could honestly hold. */
function refuseBombs(entries: readonly yauzl.Entry[], size: number): void {
  if (new Set(entries.map(({ fileName }) => fileName)).size < entries.length)
    throw new Refusal('malformed', 'the zip has two files of one name')
  let end = 0
  for (const entry of entries.toSorted(
    (a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader,
  )) {
    if (entry.relativeOffsetOfLocalHeader < end)
      throw new Refusal('malformed', `${entry.fileName} shares its bytes with another file of the zip`)
    end = entry.relativeOffsetOfLocalHeader + 30 + entry.fileNameLength + entry.compressedSize
  }
  const whole = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  if (end > size || whole > 100 * 1024 * 1024 + 200 * size)
    throw new Refusal('malformed', `the zip of ${size} bytes claims to hold ${whole}`)
}

function fileIn(zip: yauzl.ZipFile, entry: yauzl.Entry): PackageFile {
  return {
    path: entry.fileName,
    size: entry.uncompressedSize,
    async *read() {
      try {
        // It ends by itself with the bytes that the zip promises, and fails with more or with fewer.
        for await (const part of await zip.openReadStreamPromise(entry))
          if (part instanceof Uint8Array) yield part
      } catch (error) {
        throw new Refusal('malformed', `${entry.fileName} cannot be taken out of the zip: ${wordsOf(error)}`)
      }
    },
  }
}

/** Digests by Node's own OpenSSL. */
export const nodeHash: HashFile = async (file, algorithms) => {
  const known = algorithms.filter((name) => /^(?:md5|sha1|sha224|sha256|sha384|sha512)$/.test(name))
  const [only] = known
  if (only !== undefined && known.length === 1 && file.size < share) {
    const parts: Uint8Array[] = []
    for await (const part of file.read()) {
      if (parts.length === 0 && part.length === file.size) return new Map([[only, hashOf(only, part)]])
      parts.push(Uint8Array.from(part))
    }
    return new Map([[only, hashOf(only, Buffer.concat(parts))]])
  }
  const making = known.map((name) => ({ name, digest: createHash(name) }))
  for await (const part of file.read()) for (const { digest } of making) digest.update(part)
  return new Map(making.map(({ name, digest }) => [name, digest.digest('hex')]))
}

export const nodeSha256: Sha256 = (bytes) => hashOf('sha256', bytes, 'buffer')
