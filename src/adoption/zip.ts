import { crc32, inflateRawSync } from 'node:zlib'

/** A part may not unpack to more than this: a small file that grows without end is an attack. */
const mostUnpacked = 60_000_000

/** The parts of a ZIP archive by path, or undefined where the bytes are no whole archive. */
export function unzip(bytes: Uint8Array): Map<string, Uint8Array> | undefined {
  try {
    return partsOf(bytes)
  } catch {
    return undefined
  }
}

function partsOf(bytes: Uint8Array): Map<string, Uint8Array> | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1
  if (end < 0) return undefined
  const parts = new Map<string, Uint8Array>()
  let room = mostUnpacked
  let at = view.getUint32(end + 16, true)
  for (let count = view.getUint16(end + 10, true); count > 0; count -= 1) {
    if (view.getUint32(at, true) !== 0x02014b50) return undefined
    const nameLength = view.getUint16(at + 28, true)
    const path = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    const local = view.getUint32(at + 42, true)
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    const packed = bytes.subarray(start, start + view.getUint32(at + 20, true))
    const isStored = view.getUint16(at + 10, true) === 0
    const part = isStored ? packed : Uint8Array.from(inflateRawSync(packed, { maxOutputLength: room }))
    room -= part.length
    parts.set(path, part)
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return parts
}

/** An archive of the parts, uncompressed. */
export function zip(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const chunks: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const [path, part] of parts) {
    const name = new TextEncoder().encode(path)
    const shared = record(
      26,
      [
        [0, 20],
        [8, 33],
      ],
      [
        [10, crc32(part)],
        [14, part.length],
        [18, part.length],
      ],
    )
    new DataView(shared.buffer).setUint16(22, name.length, true)
    chunks.push(signed(0x04034b50), shared, name, part)
    directory.push(signed(0x02014b50), record(2, [[0, 20]], []), shared, record(14, [], [[10, offset]]), name)
    offset += 30 + name.length + part.length
  }
  const size = directory.reduce((sum, chunk) => sum + chunk.length, 0)
  const end = record(
    18,
    [
      [4, parts.size],
      [6, parts.size],
    ],
    [
      [8, size],
      [12, offset],
    ],
  )
  return Uint8Array.from(Buffer.concat([...chunks, ...directory, signed(0x06054b50), end]))
}

function signed(signature: number): Uint8Array {
  return record(4, [], [[0, signature]])
}

function record(
  length: number,
  shorts: readonly [number, number][],
  longs: readonly [number, number][],
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  const view = new DataView(bytes.buffer)
  for (const [at, value] of shorts) view.setUint16(at, value, true)
  for (const [at, value] of longs) view.setUint32(at, value, true)
  return bytes
}
