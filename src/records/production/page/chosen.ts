import { sha256 } from '@noble/hashes/sha2.js'
import { unzipSync } from 'fflate'
import type { HashFile, PackageFile } from '../verify/files.ts'

/** The files that somebody chose or dropped in a browser, as the verifier sees them. */

export function filesChosen(list: Iterable<File>): PackageFile[] {
  return Array.from(list, (file) => packaged(file, file.webkitRelativePath || file.name))
}

function packaged(file: File, path: string): PackageFile {
  return {
    path: path.normalize('NFC'),
    size: file.size,
    async *read() {
      const reader = file.stream().getReader()
      for (;;) {
        const { value, done } = await reader.read()
        if (done) return
        yield value
      }
    },
  }
}

/** What was dropped: a folder with all that is in it, or one file, which may be a zip. */
export async function filesDropped(items: DataTransferItemList): Promise<File | PackageFile[]> {
  const entries = Array.from(items, (item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  const files: PackageFile[] = []
  let only: File | undefined
  const walk = async (entry: FileSystemEntry): Promise<void> => {
    if (isFile(entry)) {
      const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
      only = file
      files.push(packaged(file, entry.fullPath.replace(/^\//, '')))
    } else if (isFolder(entry)) {
      const reader = entry.createReader()
      for (;;) {
        // A reader gives a hundred at a time, and then none.
        const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
          reader.readEntries(resolve, reject),
        )
        if (some.length === 0) return
        for (const one of some) await walk(one)
      }
    }
  }
  for (const entry of entries) await walk(entry)
  const [entry] = entries
  return entries.length === 1 && entry !== undefined && isFile(entry) && only !== undefined ? only : files
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

const mostUnzipped = 1024 * 1024 * 1024

/** What is in a zip, all of it in memory; a larger one has to be unpacked first. */
export async function filesInZip(zip: File): Promise<PackageFile[] | 'noZip' | 'tooLarge'> {
  if (zip.size > mostUnzipped) return 'tooLarge'
  const zipped = new Uint8Array(await zip.arrayBuffer())
  let whole = 0
  try {
    const files = unzipSync(zipped, {
      filter: ({ originalSize }) => {
        whole += originalSize
        if (whole > mostUnzipped) throw new RangeError('the zip holds too much')
        return true
      },
    })
    return Object.entries(files)
      .filter(([path]) => !path.endsWith('/'))
      .map(([path, bytes]) => ({
        path,
        size: bytes.length,
        // oxlint-disable-next-line typescript/require-await
        async *read() {
          yield bytes
        },
      }))
  } catch {
    return whole > mostUnzipped ? 'tooLarge' : 'noZip'
  }
}

const atOnce = 64 * 1024 * 1024

/** SHA-256 by the browser itself, which takes a file whole; of a large one bit by bit. */
export const browserHash: HashFile = async (file, algorithms) => {
  if (!algorithms.includes('sha256')) return new Map()
  if (file.size <= atOnce && globalThis.crypto?.subtle !== undefined) {
    const bytes = new Uint8Array(file.size)
    let at = 0
    for await (const part of file.read()) {
      bytes.set(part, at)
      at += part.length
    }
    return new Map([['sha256', hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))]])
  }
  const digest = sha256.create()
  for await (const part of file.read()) digest.update(part)
  return new Map([['sha256', hexOf(digest.digest())]])
}

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
