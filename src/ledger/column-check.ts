import { microsecondsOf } from './copy-rows.ts'

/** How keys begin in sealed words, in the order in which they stand there, with the field of the column. */
const signs = [
  ['"by":"', 3],
  ['"kind":"', 2],
  ['"subject":"', 4],
] as const

/**
 * Whether the columns surely say what the sealed words say, by one look through them. Canonical JSON has its keys in
 * order, `at`, `by`, `kind`, `subject`; where no object stands within, each is written once outside of texts, and in
 * texts the quotation marks around a key are escaped. False where it takes a closer look.
 */
export function columnCheck(): (
  bytes: Buffer,
  starts: Int32Array,
  ends: Int32Array,
  body: string,
) => boolean {
  let [knownTime, high, low] = ['', 0, 0]
  return (bytes, starts, ends, body) => {
    if (body.lastIndexOf('{') !== 0) return false
    const at = body.indexOf('"at":"') + 6
    const atEnd = body.indexOf('"', at)
    if (at < 6 || !isKey(body, at - 6)) return false
    if (atEnd - at !== knownTime.length || !body.startsWith(knownTime, at)) {
      const time = microsecondsOf(body.slice(at, atEnd))
      if (time === undefined) return false
      knownTime = body.slice(at, atEnd)
      high = Math.floor(time / 2 ** 32)
      low = time - high * 2 ** 32
    }
    const start = starts[1] ?? 0
    if (bytes.readInt32BE(start) !== high || bytes.readUInt32BE(start + 4) !== low) return false
    let from = atEnd
    for (const [key, field] of signs) {
      const found = body.indexOf(key, from)
      if (found < 0 || !isKey(body, found)) return false
      from = found + key.length
      const column = starts[field] ?? 0
      const length = (ends[field] ?? 0) - column
      const said = (starts[6] ?? 0) + from
      // What JSON escapes is for the closer look.
      for (let i = 0; i < length; i++) {
        const byte = bytes[column + i]
        if (byte !== bytes[said + i] || byte === quote || byte === backslash) return false
      }
      from += length
      if (body.charCodeAt(from) !== quote) return false
    }
    return true
  }
}

const [quote, backslash, comma, brace] = [0x22, 0x5c, 0x2c, 0x7b]

/** Does a key begin here, and not the end of one that holds a quotation mark? */
function isKey(body: string, place: number): boolean {
  const before = body.charCodeAt(place - 1)
  return before === comma || before === brace
}
