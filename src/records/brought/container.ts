import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import yauzl from 'yauzl'
import { Refusal } from '../../platform/refusal.ts'

/** A file of an export, in its ZIP or alone. */
export interface Contained {
  name: string
  size: number
  open: () => Promise<AsyncIterable<Uint8Array>>
}

/** What was brought, opened; close it when it was read. */
export interface Container {
  kind: 'zip' | 'warc'
  files: Contained[]
  close: () => void
}

/** What an export may be. A ZIP that is more, unpacked, is a bomb, or a mistake. */
export const containerLimits = {
  files: 500_000,
  /** Bytes when unpacked, all together. */
  whole: 64 * 1024 ** 3,
  /** So many times as large as it came, beyond the first 64 MB. */
  growth: 200,
  free: 64 * 1024 ** 2,
  /** Bytes of one table or list, which is read at once. */
  list: 256 * 1024 ** 2,
} as const

/**
 * Opens a ZIP (an account export, a WACZ) or a WARC by what is in it, whatever it is called. Refuses (malformed) anything
 * else, names that lead out of the ZIP, and what would unpack to more than is sensible.
 */
export async function openContainer(path: string, fileName: string): Promise<Container> {
  const { size } = await stat(path)
  const first = await firstBytes(path)
  const isZip = first.subarray(0, 2).toString('latin1') === 'PK'
  const isGzip = first[0] === 0x1f && first[1] === 0x8b
  if (isZip) return await openZip(path, fileName, size)
  if (isGzip || first.subarray(0, 5).toString('latin1') === 'WARC/')
    return {
      kind: 'warc',
      files: [{ name: fileName, size, open: () => Promise.resolve(createReadStream(path)) }],
      close: () => undefined,
    }
  throw new Refusal(
    'malformed',
    `${fileName} is no ZIP, WARC or WACZ; bring the file as the network or the crawler gave it`,
  )
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function openZip(path: string, fileName: string, size: number): Promise<Container> {
  const zip = await yauzl
    .openPromise(path, { autoClose: false, strictFileNames: false })
    .catch((error: unknown) => {
      throw new Refusal('malformed', `${fileName} is no whole ZIP: ${plain(error)}`)
    })
  try {
    const entries = await entriesOf(zip, fileName)
    refuseBombs(entries, size, fileName)
    const files = entries
      // Folders, and links that could lead anywhere, are no files.
      .filter((entry) => !entry.fileName.endsWith('/') && !isLink(entry))
      .map((entry) => fileIn(zip, entry))
    return { kind: 'zip', files, close: () => zip.close() }
  } catch (error) {
    zip.close()
    throw error
  }
}

function isLink(entry: yauzl.Entry): boolean {
  return ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000
}

/** All that the ZIP lists; yauzl looks at each name, and whether it leads out. */
async function entriesOf(zip: yauzl.ZipFile, fileName: string): Promise<yauzl.Entry[]> {
  const entries: yauzl.Entry[] = []
  try {
    for await (const entry of zip.eachEntry()) {
      // A name stands in faults and refusals, where NUL cannot be kept.
      entry.fileName = entry.fileName.replaceAll('\0', '\uFFFD')
      entries.push(entry)
      if (entries.length > containerLimits.files)
        throw new Refusal('malformed', `${fileName} holds more than ${containerLimits.files} files`)
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    const isOut = /relative path|absolute path|characters in fileName/.test(plain(error))
    throw new Refusal(
      'malformed',
      isOut
        ? `${fileName} has a file whose name leads out of it (${plain(error)}); it was made to write elsewhere, and nothing of it was read`
        : `${fileName} is no whole ZIP: ${plain(error)}`,
    )
  }
  return entries
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 ** 2).toLocaleString('en')} MB`

/** More bytes than such a ZIP could honestly hold, or files that share theirs. */
function refuseBombs(entries: readonly yauzl.Entry[], size: number, fileName: string): void {
  const whole = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  const { free, growth, whole: most } = containerLimits
  if (whole > most || (whole > free && whole > size * growth))
    throw new Refusal(
      'malformed',
      `${fileName} would unpack from ${megabytes(size)} to ${megabytes(whole)}; no export does, and nothing of it was read`,
    )
  let end = 0
  const inOrder = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  for (const entry of inOrder) {
    if (entry.relativeOffsetOfLocalHeader < end)
      throw new Refusal('malformed', `in ${fileName}, ${entry.fileName} shares its bytes with another file`)
    end = entry.relativeOffsetOfLocalHeader + 30 + entry.fileNameLength + entry.compressedSize
  }
}

/** A file of the ZIP; yauzl checks that it has as many bytes as the ZIP says, and no more. */
function fileIn(zip: yauzl.ZipFile, entry: yauzl.Entry): Contained {
  return {
    name: entry.fileName,
    size: entry.uncompressedSize,
    open: async () => {
      if (entry.isEncrypted()) throw new Refusal('malformed', `${entry.fileName} is encrypted`)
      return await zip.openReadStreamPromise(entry).catch((error: unknown) => {
        throw new Refusal('malformed', `${entry.fileName} cannot be read: ${plain(error)}`)
      })
    },
  }
}

function plain(error: unknown): string {
  return error instanceof Error ? error.message : 'it cannot be read'
}

/** The text of a list or a table. Refuses (malformed) one that is too large to be read at once. */
export async function textOf(file: Contained): Promise<string> {
  return new TextDecoder('utf-8').decode(await bytesOf(file, containerLimits.list))
}

export async function bytesOf(file: Contained, most: number): Promise<Buffer> {
  if (file.size > most)
    throw new Refusal('malformed', `${file.name} is larger than ${Math.floor(most / 1024 ** 2)} MB`)
  const parts: Uint8Array[] = []
  for await (const part of await file.open()) parts.push(part)
  return Buffer.concat(parts)
}
