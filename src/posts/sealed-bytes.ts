import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Bytes that only the house can read, AES-256-GCM: 12 bytes of nonce, 16 of tag, the rest; `about` is bound in. */
export function sealBytes(key: string, bytes: Uint8Array, about: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'hex'), nonce)
  cipher.setAAD(Buffer.from(about))
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** What was sealed. Throws if a bit of it, the key or `about` is another. */
export function unsealBytes(key: string, sealed: Uint8Array, about: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'hex'), sealed.subarray(0, 12))
  decipher.setAAD(Buffer.from(about))
  decipher.setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
}
