/** CRC-32 (of zip, gzip and PNG) as a locator of damage. It guards nothing: whether bytes are right SHA-256 says. Pure. */

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xed_b8_83_20 : crc >>> 1
  return crc >>> 0
})
/** Which byte of the table ends with these highest eight bits; each does once. */
const byHigh = new Uint8Array(256)
for (const [byte, crc] of table.entries()) byHigh[crc >>> 24] = byte

export function crc32(bytes: Uint8Array): number {
  let crc = 0xff_ff_ff_ff
  for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 255] ?? 0)
  return (crc ^ 0xff_ff_ff_ff) >>> 0
}

/**
 * Of a chunk in which one byte is another: where it stands, and by which bits it differs. `syndrome` is the wrong CRC
 * xor the right one. Goes back through the chunk byte by byte, undoing the CRC's own steps, until what is left is what a
 * single byte does. Undefined where no single byte explains it; whoever uses it proves it by the file's SHA-256.
 */
export function wrongByte(syndrome: number, length: number): { at: number; bits: number } | undefined {
  let state = syndrome >>> 0
  for (let at = length - 1; at >= 0; at--) {
    const byte = byHigh[state >>> 24] ?? 0
    const before = ((state ^ (table[byte] ?? 0)) << 8) >>> 0
    // Before the wrong byte nothing differed: the byte alone explains the rest.
    if (before === 0) return { at, bits: byte }
    state = (before | byte) >>> 0
  }
  return undefined
}
