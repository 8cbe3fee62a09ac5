import { createHmac } from 'node:crypto'
import { sha256 } from '../../platform/id.ts'

/** Letters and digits that nobody takes for one another. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * The code by which a requester follows a request, `7K2M-QX9D-0FTB-V3HN`: 80 bits. It comes from the sender's own
 * idempotency key under the house's seal, so that a form sent twice is answered with the same code and no code is kept.
 */
export function codeFor(seal: string, agencyId: string, by: string, key: string): string {
  const bits = createHmac('sha256', Buffer.from(seal, 'hex'))
    .update(`records-request\0${agencyId}\0${by}\0${key}`)
    .digest()
  const all = Array.from({ length: 16 }, (_, n) => signs.charAt(bits.readUInt8(n) % 32)).join('')
  return all.replaceAll(/(.{4})(?=.)/g, '$1-')
}

/** A code as somebody typed it, in the one way it is written. */
export function codeTyped(typed: string): string {
  const all = typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  return all.replaceAll(/(.{4})(?=.)/g, '$1-')
}

export function hashOf(code: string): string {
  return sha256(codeTyped(code))
}
