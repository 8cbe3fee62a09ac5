import { hash, randomBytes } from 'node:crypto'
import { v7 } from 'uuid'

/** A new id: UUID version 7, so that ids made later sort later. */
export function newId(): string {
  return v7()
}

/** A secret for a link, a session or a cookie: 256 random bits, in letters that a URL bears. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** SHA-256, in hexadecimal. A secret is only ever stored as this. */
export function sha256(bytes: string | Uint8Array): string {
  return hash('sha256', bytes)
}
