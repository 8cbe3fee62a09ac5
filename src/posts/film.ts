import { Refusal } from '../platform/refusal.ts'

/** What is known of a film by its own bytes. */
export interface Film {
  mediaType: 'video/mp4' | 'video/webm'
  /** Pixels; 0 where it does not say. */
  width: number
  height: number
  seconds: number | null
  /** What stays in it when it goes out as it came, in words. */
  kept: string[]
}

/** Is it a film, by its first bytes? */
export function isFilm(bytes: Buffer): boolean {
  return isMp4(bytes) || isWebm(bytes)
}

/**
 * Reads a film (MP4 or WebM). It goes out as it came, frames and all; one that says where it was made is refused,
 * since nothing is taken out of it in silence.
 */
export function readFilm(bytes: Buffer): Film {
  if (saysWhere(bytes))
    throw new Refusal(
      'malformed',
      'this film says where it was made; export it without its place and send it again, since Decorum changes nothing in a film',
    )
  if (isMp4(bytes)) return readMp4(bytes)
  if (isWebm(bytes)) return readWebm(bytes)
  throw new Refusal('malformed', 'these bytes are no MP4 or WebM film')
}

function isMp4(bytes: Buffer): boolean {
  return bytes.length > 16 && bytes.toString('latin1', 4, 8) === 'ftyp'
}

function isWebm(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).equals(Buffer.from('1a45dfa3', 'hex')) && bytes.subarray(0, 64).includes('webm')
}

/** The names under which cameras, phones and editors keep a place. */
const places = [
  Buffer.from('a978797a', 'hex'),
  Buffer.from('location.ISO6709'),
  Buffer.from('GPSLatitude'),
  Buffer.from('GPSCoordinates'),
  Buffer.from('LOCATION'),
]

function saysWhere(bytes: Buffer): boolean {
  return describing(bytes).some((part) => places.some((place) => part.includes(place)) || hasLoci(part))
}

/** A box `loci` (3GPP) has its size before its name. */
function hasLoci(part: Buffer): boolean {
  for (let at = part.indexOf('loci'); at >= 4; at = part.indexOf('loci', at + 4)) {
    const size = part.readUInt32BE(at - 4)
    if (size >= 16 && size <= 4_096) return true
  }
  return false
}

/** Everything of a film but its frames and its sound. */
function describing(bytes: Buffer): Buffer[] {
  if (!isMp4(bytes)) return [bytes]
  return boxesIn(bytes, 0, bytes.length)
    .filter(({ name }) => name !== 'mdat')
    .map(({ from, to }) => bytes.subarray(from, to))
}

interface Box {
  name: string
  from: number
  to: number
}

/** The boxes of an MP4 between two places; stops at what makes no sense. */
function boxesIn(bytes: Buffer, start: number, end: number): Box[] {
  const found: Box[] = []
  for (let at = start; at + 8 <= end && found.length < 10_000;) {
    const short = bytes.readUInt32BE(at)
    const isLong = short === 1 && at + 16 <= end
    const size = isLong ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? end - at : short
    const head = isLong ? 16 : 8
    if (size < head || at + size > end) break
    found.push({ name: bytes.toString('latin1', at + 4, at + 8), from: at + head, to: at + size })
    at += size
  }
  return found
}

function readMp4(bytes: Buffer): Film {
  const moov = boxesIn(bytes, 0, bytes.length).find(({ name }) => name === 'moov')
  if (!moov) throw new Refusal('malformed', 'this film is not whole; send it again')
  const inside = boxesIn(bytes, moov.from, moov.to)
  const head = inside.find(({ name }) => name === 'mvhd')
  const kept = ['its frames and its sound, as they were sent']
  let seconds: number | null = null
  if (head && head.to - head.from >= 32) {
    const isLong = bytes[head.from] === 1
    const scale = bytes.readUInt32BE(head.from + (isLong ? 20 : 12))
    const length = isLong ? Number(bytes.readBigUInt64BE(head.from + 24)) : bytes.readUInt32BE(head.from + 16)
    seconds = scale === 0 ? null : length / scale
    const made = isLong ? Number(bytes.readBigUInt64BE(head.from + 4)) : bytes.readUInt32BE(head.from + 4)
    if (made !== 0) kept.push('when it was made')
  }
  const described = bytes.subarray(moov.from, moov.to)
  if (/©mak|©mod|quicktime\.make|quicktime\.model/.test(described.toString('latin1')))
    kept.push('which camera made it')
  if (/©too|©swr|quicktime\.software/.test(described.toString('latin1'))) kept.push('which program wrote it')
  const sizes = inside
    .filter(({ name }) => name === 'trak')
    .flatMap(({ from, to }) => boxesIn(bytes, from, to).filter(({ name }) => name === 'tkhd'))
    .map(({ to }) => ({
      width: bytes.readUInt32BE(to - 8) >>> 16,
      height: bytes.readUInt32BE(to - 4) >>> 16,
    }))
  const { width, height } = sizes.find((size) => size.width > 0) ?? { width: 0, height: 0 }
  return { mediaType: 'video/mp4', width, height, seconds, kept }
}

/** A WebM's few elements that matter, found by their ids near its beginning. */
function readWebm(bytes: Buffer): Film {
  const head = bytes.subarray(0, 1_048_576)
  const scale = numberOf(head, '2ad7b1') ?? 1_000_000
  const length = floatOf(head, '4489')
  return {
    mediaType: 'video/webm',
    width: numberOf(head, 'b0') ?? 0,
    height: numberOf(head, 'ba') ?? 0,
    seconds: length === undefined ? null : (length * scale) / 1e9,
    kept: ['its frames and its sound, as they were sent', 'which program wrote it'],
  }
}

/** Where the elements that hold others begin: Segment, Info, Tracks, TrackEntry, Video. */
const holders = new Set(['18538067', '1549a966', '1654ae6b', 'ae', 'e0'])

function elementOf(bytes: Buffer, id: string): Buffer | undefined {
  const look = (start: number, end: number, depth: number): Buffer | undefined => {
    for (let at = start; at < end;) {
      const name = vint(bytes, at, false)
      const size = name && vint(bytes, at + name.length, true)
      if (!name || !size) return undefined
      const from = at + name.length + size.length
      const to = Math.min(end, from + size.value)
      const hex = bytes.toString('hex', at, at + name.length)
      if (hex === id) return bytes.subarray(from, to)
      if (holders.has(hex) && depth < 6) {
        const inside = look(from, to, depth + 1)
        if (inside) return inside
      }
      at = to
    }
    return undefined
  }
  return look(0, bytes.length, 0)
}

/** A number of EBML, whose leading zeros say how many bytes it has. */
function vint(bytes: Buffer, at: number, isSize: boolean): { length: number; value: number } | undefined {
  const first = bytes[at]
  if (first === undefined || first === 0) return undefined
  const length = Math.clz32(first) - 23
  if (at + length > bytes.length) return undefined
  let value = isSize ? first & (0xff >> length) : first
  for (let n = 1; n < length; n++) value = value * 256 + (bytes[at + n] ?? 0)
  // All ones: it goes on to the end.
  const isOpen = isSize && value === 2 ** (7 * length) - 1
  return { length, value: isOpen ? bytes.length : value }
}

function numberOf(bytes: Buffer, id: string): number | undefined {
  const found = elementOf(bytes, id)
  return found && found.length > 0 && found.length <= 6 ? found.readUIntBE(0, found.length) : undefined
}

function floatOf(bytes: Buffer, id: string): number | undefined {
  const found = elementOf(bytes, id)
  if (found?.length === 4) return found.readFloatBE(0)
  return found?.length === 8 ? found.readDoubleBE(0) : undefined
}
