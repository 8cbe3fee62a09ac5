import sharp from 'sharp'
import { Refusal } from '../../platform/refusal.ts'

/** A rectangle in parts of the upright picture's width and height. */
export interface Rectangle {
  x: number
  y: number
  w: number
  h: number
}

/** A picture redrawn: its bytes are new, and hold nothing but what is seen. */
export interface Redrawn {
  bytes: Uint8Array
  mediaType: 'image/jpeg' | 'image/png'
}

const mostPixels = 100_000_000

/** The pictures that can be redrawn; anything else stays back whole or goes out whole. */
export function isPicture(mediaType: string): boolean {
  return /^image\/(?:jpeg|png|webp|gif|avif|tiff)$/.test(mediaType)
}

/**
 * The picture drawn anew with these rectangles filled black before it is encoded. No byte of the original is copied: no
 * metadata, thumbnail, colour profile or comment, no second frame, nothing under the fill. Refuses what is no picture.
 */
export async function redrawn(original: Uint8Array, rectangles: readonly Rectangle[]): Promise<Redrawn> {
  try {
    const { data, info } = await sharp(original, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 })
      .timeout({ seconds: 30 })
      .rotate()
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true })
    const { width, height, channels } = info
    for (const rectangle of rectangles) fill(data, { width, height, channels }, rectangle)
    const drawing = sharp(data, { raw: { width, height, channels } })
    const { format } = await sharp(original).metadata()
    return format === 'jpeg'
      ? { bytes: await drawing.jpeg({ quality: 90 }).toBuffer(), mediaType: 'image/jpeg' }
      : { bytes: await drawing.png().toBuffer(), mediaType: 'image/png' }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('malformed', 'these bytes are no picture that can be redrawn; keep the file back whole')
  }
}

/** Whole pixels, outwards: what a rectangle touches is filled. */
function fill(
  data: Buffer,
  { width, height, channels }: { width: number; height: number; channels: number },
  { x, y, w, h }: Rectangle,
): void {
  const [left, top] = [Math.floor(x * width), Math.floor(y * height)]
  const [right, bottom] = [
    Math.min(width, Math.ceil((x + w) * width)),
    Math.min(height, Math.ceil((y + h) * height)),
  ]
  for (let row = top; row < bottom; row++) {
    const start = (row * width + left) * channels
    data.fill(0, start, start + (right - left) * channels)
    // Opaque: a black that can be seen through shows what is below.
    if (channels === 4 || channels === 2)
      for (let column = left; column < right; column++) data[(row * width + column + 1) * channels - 1] = 255
  }
}
