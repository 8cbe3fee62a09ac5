import sharp from 'sharp'
import type { Blobs } from '../../platform/blobs.ts'

export const smallWidths = [320, 640, 1280] as const

export interface Bytes {
  bytes: Uint8Array
  mediaType: string
}

/** Pictures made small stay in memory, the last ones asked for, up to so many bytes. */
const kept = new Map<string, Uint8Array>()
const mostKept = 32 * 1024 * 1024
let keptBytes = 0

/** A picture no wider than so many points, as WebP; the same bytes for the same picture. Films are as they are. */
export async function smallOf(
  blobs: Blobs,
  sha256: string,
  mediaType: string,
  width: number | undefined,
): Promise<Bytes> {
  if (width === undefined || !mediaType.startsWith('image/'))
    return { bytes: await blobs.get(sha256), mediaType }
  const name = `${sha256}-${width}`
  const found = kept.get(name)
  if (found) {
    kept.delete(name)
    kept.set(name, found)
    return { bytes: found, mediaType: 'image/webp' }
  }
  const bytes = await sharp(await blobs.get(sha256))
    .resize({ width, withoutEnlargement: true })
    .webp({ quality: 72 })
    .toBuffer()
  keep(name, bytes)
  return { bytes, mediaType: 'image/webp' }
}

function keep(name: string, bytes: Uint8Array): void {
  kept.set(name, bytes)
  keptBytes += bytes.length
  for (const [first, old] of kept) {
    if (keptBytes <= mostKept) return
    kept.delete(first)
    keptBytes -= old.length
  }
}

/** The part of the bytes that a `Range` header asks for; `undefined` for all of them, `null` for one that is not there. */
export function rangeOf(header: string | undefined, length: number): [number, number] | null | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (first === '' && last === '') return undefined
  const from = first === '' ? Math.max(0, length - Number(last)) : Number(first)
  const to = first === '' || last === '' ? length - 1 : Math.min(Number(last), length - 1)
  return from > to || from >= length ? null : [from, to]
}
