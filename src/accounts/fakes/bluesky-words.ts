import { createHash } from 'node:crypto'
import { z } from 'zod'

export const post = 'app.bsky.feed.post'
export const gate = 'app.bsky.feed.threadgate'

/** Bytes in the alphabet of DIDs and CIDs (RFC 4648 base32 in small letters). */
function base32(bytes: Buffer): string {
  let [bits, rest, letters] = [0, 0, '']
  for (const byte of bytes) {
    rest = (rest << 8) | byte
    for (bits += 8; bits >= 5; bits -= 5)
      letters += 'abcdefghijklmnopqrstuvwxyz234567'[(rest >> (bits - 5)) & 31]
    rest &= (1 << bits) - 1
  }
  return bits === 0 ? letters : letters + 'abcdefghijklmnopqrstuvwxyz234567'[(rest << (5 - bits)) & 31]
}

const sha = (bytes: string | Buffer): Buffer => createHash('sha256').update(bytes).digest()
/** A CID of version 1 (`0x71` a record, `0x55` raw bytes) with its sha256. */
export const cidOf = (codec: 0x71 | 0x55, bytes: string | Buffer): string =>
  `b${base32(Buffer.concat([Buffer.from([1, codec, 0x12, 0x20]), sha(bytes)]))}`
export const didFor = (handle: string): string => `did:plc:${base32(sha(handle)).slice(0, 24)}`

const blob = z.object({
  $type: z.literal('blob'),
  ref: z.object({ $link: z.string() }),
  mimeType: z.string(),
  size: z.number(),
})
const ref = z.object({ uri: z.string(), cid: z.string() })
export const recordOf = z.looseObject({
  $type: z.literal(post),
  text: z.string().refine((text) => Buffer.byteLength(text) <= 3000),
  createdAt: z.iso.datetime(),
  langs: z.array(z.string()).default([]),
  reply: z.object({ root: ref, parent: ref }).optional(),
  embed: z
    .discriminatedUnion('$type', [
      z.object({
        $type: z.literal('app.bsky.embed.images'),
        images: z.array(z.object({ image: blob, alt: z.string() })).max(4),
      }),
      z.object({
        $type: z.literal('app.bsky.embed.video'),
        video: blob,
        alt: z.string().optional(),
        captions: z.array(z.object({ lang: z.string(), file: blob })).optional(),
      }),
    ])
    .optional(),
})
export const gateOf = z.looseObject({
  $type: z.literal(gate),
  post: z.string(),
  hiddenReplies: z.array(z.string()).default([]),
})
export const placeOf = z.object({ repo: z.string(), collection: z.string(), rkey: z.string() })
export const putOf = placeOf.extend({ record: z.unknown(), swapRecord: z.string().nullable().optional() })
