import exifr from 'exifr'
import sharp from 'sharp'
import { Refusal } from '../platform/refusal.ts'

/** A rectangle to be made unrecognisable, in parts of the upright picture's width and height: 0 is left and top. */
export interface Region {
  x: number
  y: number
  width: number
  height: number
}

/** What the public gets of a picture. */
export interface PublicPicture {
  bytes: Buffer
  mediaType: string
  width: number
  height: number
}

const mostPixels = 50_000_000
const mostSide = 2_000
/** Most networks take a picture of a little less than a megabyte. */
const goodBytes = 950_000
/** So few blocks across its longer side are left of what is blurred: a face or a plate is none of them. */
const blocks = 4

/**
 * The public copy of a picture: upright, at most 2,000 pixels wide and high, without anything that a camera wrote into
 * it, and with these regions destroyed. Refuses what is no picture and what unfolds into too many pixels.
 */
export async function publicPicture(
  original: Uint8Array,
  regions: readonly Region[],
): Promise<PublicPicture> {
  try {
    const upright = await sharp(original, { limitInputPixels: mostPixels, failOn: 'error' })
      .timeout({ seconds: 20 })
      .rotate()
      .resize({ width: mostSide, height: mostSide, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true })
    const { width, height, channels } = upright.info
    const raw = { raw: { width, height, channels } }
    const patches = await Promise.all(regions.map((region) => patch(upright.data, raw.raw, region)))
    // Flattened once, so that nothing of what was there is left below the patches.
    const flat = await sharp(upright.data, raw).composite(patches).raw().toBuffer({ resolveWithObject: true })
    return await encoded(flat.data, {
      raw: { width, height, channels: flat.info.channels },
    })
  } catch (error) {
    if (error instanceof Refusal) throw error
    const words = error instanceof Error ? error.message : ''
    throw new Refusal(
      'malformed',
      /pixel limit/i.test(words)
        ? `this picture has more than ${mostPixels / 1_000_000} million pixels; send a smaller one`
        : 'these bytes are no picture that can be read; send a JPEG, PNG or WebP',
    )
  }
}

interface Raw {
  width: number
  height: number
  channels: 1 | 2 | 3 | 4
}

/** A region as a few blocks of its mean colours, softened: what stood there cannot be had back from it. */
async function patch(
  data: Buffer,
  raw: Raw,
  region: Region,
): Promise<{ input: Buffer; raw: Raw; left: number; top: number }> {
  const left = Math.min(raw.width - 1, Math.floor(region.x * raw.width))
  const top = Math.min(raw.height - 1, Math.floor(region.y * raw.height))
  const width = Math.max(1, Math.min(raw.width, Math.ceil((region.x + region.width) * raw.width)) - left)
  const height = Math.max(1, Math.min(raw.height, Math.ceil((region.y + region.height) * raw.height)) - top)
  const most = Math.max(width, height)
  const few = {
    width: Math.max(1, Math.round((blocks * width) / most)),
    height: Math.max(1, Math.round((blocks * height) / most)),
  }
  const small = await sharp(data, { raw })
    .extract({ left, top, width, height })
    .resize({ ...few, fit: 'fill', kernel: 'linear' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const large = await sharp(small.data, { raw: { ...few, channels: small.info.channels } })
    .resize({ width, height, fit: 'fill', kernel: 'nearest' })
    .blur(Math.max(0.5, most / (4 * blocks)))
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { input: large.data, raw: { width, height, channels: large.info.channels }, left, top }
}

/** PNG where it is see-through and small, JPEG as good as a network takes it otherwise. */
async function encoded(data: Buffer, { raw }: { raw: Raw }): Promise<PublicPicture> {
  const { width, height } = raw
  const isSeeThrough =
    (raw.channels === 4 || raw.channels === 2) && !(await sharp(data, { raw }).stats()).isOpaque
  if (isSeeThrough) {
    const bytes = await sharp(data, { raw }).png({ compressionLevel: 9 }).toBuffer()
    if (bytes.length <= goodBytes) return { bytes, mediaType: 'image/png', width, height }
  }
  for (const quality of [86, 76, 66, 56]) {
    const bytes = await sharp(data, { raw })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality, mozjpeg: true })
      .toBuffer()
    if (bytes.length <= goodBytes || quality === 56) return { bytes, mediaType: 'image/jpeg', width, height }
  }
  throw new RangeError('a picture is encoded in one of the qualities')
}

/** What a camera wrote into a picture that its public copy no longer has, in words. */
export async function writtenInto(original: Uint8Array): Promise<string[]> {
  const found: unknown = await exifr
    .parse(Buffer.from(original), { gps: true, xmp: true, iptc: true, tiff: true, exif: true })
    .catch(() => undefined)
  if (typeof found !== 'object' || found === null) return []
  const has = (...names: string[]): boolean => names.some((name) => Reflect.get(found, name) !== undefined)
  return [
    ...(has('latitude', 'GPSLatitude', 'GPSLongitude') ? ['where it was taken'] : []),
    ...(has('DateTimeOriginal', 'CreateDate', 'ModifyDate') ? ['when it was taken'] : []),
    ...(has('Make', 'Model', 'SerialNumber', 'BodySerialNumber', 'LensModel')
      ? ['which camera took it']
      : []),
    ...(has('Artist', 'Copyright', 'creator', 'CameraOwnerName', 'Byline') ? ['who took it'] : []),
    ...(has('Software', 'CreatorTool') ? ['which program wrote it'] : []),
    ...(has('ImageDescription', 'UserComment', 'XPComment', 'Caption', 'description') ? ['words in it'] : []),
  ]
}
