import { unzipSync, zipSync } from 'fflate'

/** An archive may not unpack to more than this: a small file that grows without end is an attack. */
const mostUnpacked = 60_000_000

/** The parts of a ZIP archive by path, or undefined where the bytes are no whole archive or one that is too large. */
export function unzip(bytes: Uint8Array): Map<string, Uint8Array> | undefined {
  let room = mostUnpacked
  try {
    const parts = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        room -= originalSize
        if (room < 0) throw new Error('too large')
        return true
      },
    })
    return new Map(Object.entries(parts))
  } catch {
    return undefined
  }
}

/** An archive of the parts. */
export function zip(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return zipSync(Object.fromEntries(parts), { level: 0, mtime: '1980-01-01' })
}
