import { createHash } from 'node:crypto'

const alphabet = '234567abcdefghijklmnopqrstuvwxyz'

/** The moment in a UUID of version 7, in ISO 8601; undefined where the key is no such thing. */
export function momentOf(key: string): string | undefined {
  const hex = /^([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.exec(key)
  if (hex === null) return undefined
  return new Date(Number.parseInt(`${hex[1]}${hex[2]}`, 16)).toISOString()
}

/**
 * The record key (a TID of AT Protocol: microseconds and 10 bits, 13 letters) that follows from a publication's key, so
 * that one publication has one place in the repository. A key that holds its moment keeps it to the millisecond.
 */
export function recordKeyFor(key: string): string {
  const hash = createHash('sha256').update(key).digest()
  const moment = momentOf(key)
  // Another key is put somewhere within the 285 years that fit, by its hash.
  const milliseconds =
    moment === undefined ? hash.readBigUInt64BE(8) % (2n ** 53n / 1000n) : BigInt(Date.parse(moment))
  const micros = milliseconds * 1000n + BigInt(hash.readUInt32BE(0) % 1000)
  let rest = (micros << 10n) | BigInt(hash.readUInt16BE(4) % 1024)
  let letters = ''
  for (let n = 0; n < 13; n++) {
    letters = `${alphabet[Number(rest & 31n)]}${letters}`
    rest >>= 5n
  }
  return letters
}
