import assert from 'node:assert/strict'
import { test } from 'node:test'
import exifr from 'exifr'
import sharp from 'sharp'
import { openBlobs } from '../../src/platform/blobs.ts'
import { sha256 } from '../../src/platform/id.ts'
import { unsealBytes } from '../../src/posts/sealed-bytes.ts'
import { mediaAddedSchema, type MediaAddedView } from '../../src/posts/schema.ts'
import { buildOfficialTown } from '../official-town.ts'
import { postingIn } from '../posting.ts'

const town = await buildOfficialTown()
const { add, write, said, seen, tries, moves, edit } = postingIn(town)
const blobs = openBlobs(town.blobsFolder)

/** A photograph as a phone makes it: lying on its side, with its place, its camera and its hour. */
const photograph = await sharp({
  create: { width: 1_200, height: 800, channels: 3, background: '#336699' },
})
  .composite([
    {
      input: await sharp({ create: { width: 400, height: 200, channels: 3, background: '#ff0000' } })
        .png()
        .toBuffer(),
      left: 0,
      top: 0,
    },
  ])
  .withExif({
    IFD0: { Make: 'Phonemaker', Model: 'P9', Artist: 'Ana Alvarez', Orientation: '6' },
    IFD2: { DateTimeOriginal: '2026:11:20 10:00:00' },
    IFD3: {
      GPSLatitudeRef: 'N',
      GPSLatitude: '41/1 45/1 0/1',
      GPSLongitudeRef: 'W',
      GPSLongitude: '72/1 40/1 0/1',
    },
  })
  .withMetadata({ orientation: 6 })
  .jpeg()
  .toBuffer()

async function added(bytes: Buffer): Promise<MediaAddedView> {
  const { status, sentence, media } = await add('grant', bytes)
  assert.equal(status, 200, sentence)
  assert.ok(media)
  return media
}

async function bytesOf(media: MediaAddedView): Promise<Buffer> {
  return Buffer.from(await blobs.get(media.sha256))
}

async function blurred(mediaId: string, regions: object[]): Promise<MediaAddedView> {
  const { status, body } = await (
    await town.people.by('grant')
  ).post(`/api/media/${mediaId}/blur`, { regions })
  assert.equal(status, 200, JSON.stringify(body))
  return mediaAddedSchema.parse(body)
}

test('the public copy is upright and has nothing of what the camera wrote; the original is kept, sealed', async () => {
  const before: unknown = await exifr.parse(photograph, { gps: true })
  assert.ok(
    before && typeof before === 'object' && 'Make' in before,
    'the photograph has what is to be stripped',
  )
  const media = await added(photograph)
  assert.deepEqual([media.width, media.height, media.mediaType], [800, 1_200, 'image/jpeg'])
  const copy = await bytesOf(media)
  assert.equal(await exifr.parse(copy, { gps: true, xmp: true, iptc: true, icc: true }), undefined)
  const { exif, xmp, iptc, orientation } = await sharp(copy).metadata()
  assert.deepEqual([exif, xmp, iptc, orientation], [undefined, undefined, undefined, undefined])
  assert.ok(!copy.includes('Phonemaker') && !copy.includes('Alvarez'))
  for (const told of ['which camera took it', 'who took it']) assert.ok(media.removed.includes(told), told)
  const row = await town.db
    .selectFrom('media')
    .select(['sealedSha256', 'originalSha256'])
    .where('mediaId', '=', media.mediaId)
    .executeTakeFirstOrThrow()
  const sealed = await blobs.get(row.sealedSha256)
  assert.ok(!Buffer.from(sealed).includes('Phonemaker'))
  assert.deepEqual(unsealBytes(town.app.house.seal, sealed, media.mediaId), photograph)
  assert.equal(row.originalSha256, sha256(photograph))
  assert.throws(() => unsealBytes(town.app.house.seal, sealed, 'another'))
})

test('a place is told of when it was stripped', async () => {
  const { removed } = await added(withPlace(photograph))
  assert.ok(removed.includes('where it was taken'), removed.join())
})

/** Puts an EXIF segment with a GPS position in front of a JPEG, written by hand. */
function withPlace(jpeg: Buffer): Buffer {
  const tiff = Buffer.alloc(140)
  tiff.write('MM\0*', 0, 'latin1')
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  entry(tiff, 10, 0x8825, 4, 1, 26)
  tiff.writeUInt16BE(4, 26)
  entry(tiff, 28, 1, 2, 2, 0x4e000000)
  entry(tiff, 40, 2, 5, 3, 80)
  entry(tiff, 52, 3, 2, 2, 0x57000000)
  entry(tiff, 64, 4, 5, 3, 104)
  for (const [place, value] of [
    [80, 41],
    [88, 45],
    [96, 0],
    [104, 72],
    [112, 40],
    [120, 0],
  ] as const) {
    tiff.writeUInt32BE(value, place)
    tiff.writeUInt32BE(1, place + 4)
  }
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 0])
  head.writeUInt16BE(body.length + 2, 4)
  return Buffer.concat([head, body, jpeg.subarray(2)])
}

function entry(tiff: Buffer, at: number, tag: number, type: number, count: number, value: number): void {
  tiff.writeUInt16BE(tag, at)
  tiff.writeUInt16BE(type, at + 2)
  tiff.writeUInt32BE(count, at + 4)
  tiff.writeUInt32BE(value, at + 8)
}

const plate = async (letters: string): Promise<Buffer> =>
  await sharp({ create: { width: 600, height: 400, channels: 3, background: '#808080' } })
    .composite([
      {
        input: Buffer.from(
          `<svg width="300" height="100"><rect width="300" height="100" fill="white"/><text x="10" y="75" font-size="70" font-family="monospace">${letters}</text></svg>`,
        ),
        left: 150,
        top: 150,
      },
    ])
    .png()
    .toBuffer()
const pixelsOf = async (bytes: Buffer): Promise<Buffer> =>
  await sharp(bytes).extract({ left: 150, top: 150, width: 300, height: 100 }).greyscale().raw().toBuffer()
const apart = (one: Buffer, other: Buffer): number =>
  one.reduce((sum, value, place) => sum + Math.abs(value - (other[place] ?? 0)), 0) / one.length

test('what is blurred is gone: of two plates that differ, two alike shades of grey are left', async () => {
  const region = { x: 0.25, y: 0.375, width: 0.5, height: 0.25 }
  const [first, second] = [await added(await plate('ABC123')), await added(await plate('XYK987'))]
  const sharpApart = apart(await pixelsOf(await bytesOf(first)), await pixelsOf(await bytesOf(second)))
  const [one, other] = [await blurred(first.mediaId, [region]), await blurred(second.mediaId, [region])]
  assert.notEqual(one.sha256, first.sha256)
  const pixels = await pixelsOf(await bytesOf(one))
  const blurApart = apart(pixels, await pixelsOf(await bytesOf(other)))
  assert.ok(sharpApart > 20, `sharp they differ by ${sharpApart}`)
  assert.ok(blurApart < sharpApart / 5, `blurred they differ by ${blurApart}`)
  // Neither black nor white of a letter is left.
  const spread = Math.max(...pixels) - Math.min(...pixels)
  assert.ok(spread < 130, `spread ${spread}`)
  const outside = await sharp(await bytesOf(one))
    .extract({ left: 0, top: 0, width: 100, height: 100 })
    .raw()
    .toBuffer()
  assert.ok(
    outside.every((value) => Math.abs(value - 128) < 4),
    'the rest stays as it was',
  )
})

test('a region at the edge, a line, and the whole picture are blurred too', async () => {
  const { mediaId } = await added(photograph)
  for (const region of [
    { x: 0.99, y: 0.99, width: 1, height: 1 },
    { x: 0, y: 0, width: 1, height: 0 },
    { x: 0, y: 0, width: 1, height: 1 },
  ])
    assert.equal((await blurred(mediaId, [region])).width, 800)
})

test('a picture that unfolds into too many pixels, a program and a broken file are refused', async () => {
  const flood = await sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: '#000' } })
    .png({ compressionLevel: 9 })
    .toBuffer()
  const tooLarge = await add('grant', flood)
  assert.deepEqual(
    [tooLarge.status, tooLarge.sentence],
    [400, 'this picture has more than 50 million pixels; send a smaller one'],
  )
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  assert.match((await add('grant', svg)).sentence, /no JPEG, PNG or WebP/)
  assert.match((await add('grant', photograph.subarray(0, 400))).sentence, /no picture that can be read/)
  assert.match(
    (await add('grant', Buffer.from('MZ a program that calls itself picture.jpg'), 'picture.jpg')).sentence,
    /no JPEG/,
  )
})

/** A box of an MP4. */
const box = (name: string, ...inside: Buffer[]): Buffer => {
  const body = Buffer.concat(inside)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8, 0)
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, body])
}

/** A film of one black frame for each codec is more than a test needs; its boxes are enough to be read by. */
function film(described: Buffer = Buffer.alloc(0)): Buffer {
  const mvhd = Buffer.alloc(100)
  mvhd.writeUInt32BE(3_900_000_000, 4)
  mvhd.writeUInt32BE(1_000, 12)
  mvhd.writeUInt32BE(12_500, 16)
  const tkhd = Buffer.alloc(84)
  tkhd.writeUInt32BE(640 * 65_536, 76)
  tkhd.writeUInt32BE(360 * 65_536, 80)
  return Buffer.concat([
    box('ftyp', Buffer.from('isom\0\0\0\0isomiso2', 'latin1')),
    box('moov', box('mvhd', mvhd), box('trak', box('tkhd', tkhd)), box('udta', described)),
    box('mdat', Buffer.from('LOCATION in the frames is no place')),
  ])
}

test('a film is kept as it came, what stays in it is said, and one that tells its place is refused', async () => {
  const media = await added(film())
  assert.deepEqual(
    [media.kind, media.width, media.height, media.seconds, media.mediaType],
    ['video', 640, 360, 12.5, 'video/mp4'],
  )
  assert.deepEqual(media.kept, ['its frames and its sound, as they were sent', 'when it was made'])
  assert.deepEqual(await bytesOf(media), film())
  const placed = await add('grant', film(Buffer.from('\0\0\0\u001e\u00a9xyz+41.7500-072.6667/', 'latin1')))
  assert.deepEqual([placed.status, /says where it was made/.test(placed.sentence)], [400, true])
  const blur = await (await town.people.by('grant')).post(`/api/media/${media.mediaId}/blur`, { regions: [] })
  assert.equal(blur.status, 400)
})

test('words for a picture, captions for a film, and the source of what is borrowed are asked for', async () => {
  const [picture, movie] = [await added(photograph), await added(film())]
  const bare = [{ sha256: picture.sha256 }]
  const postId = await write('grant', said({ media: bare }))
  assert.match((await tries('grant', postId, 'submit')).sentence, /say what the picture or film shows/)
  const borrowed = { sha256: picture.sha256, alt: 'A blue wall', rights: 'licensed' }
  await edit('grant', postId, said({ media: [borrowed] }))
  assert.match((await tries('grant', postId, 'submit')).sentence, /whose work/)
  await edit('grant', postId, said({ media: [{ sha256: movie.sha256, alt: 'A film' }] }))
  assert.match((await tries('grant', postId, 'submit')).sentence, /add captions/)
  await edit('grant', postId, said({ media: [{ ...borrowed, source: 'City archive, CC BY 4.0' }] }))
  await moves('grant', postId, 'submit')
  const { ruling, media } = await seen('chen', postId)
  assert.ok(
    !ruling?.provisions.some(({ citation, outcome }) => citation === 'IV.B.2.e' && outcome === 'barred'),
  )
  assert.deepEqual(
    media.map(({ mediaId }) => mediaId),
    [picture.mediaId],
  )
})

test('a picture is seen by whoever added it, by those who run the pages, and by all once it is out', async () => {
  const picture = await added(withPlace(photograph))
  const url = `/api/media/${picture.sha256}`
  const see = async (name: 'grant' | 'ito' | 'alvarez'): Promise<number> =>
    (await (await town.people.by(name)).get(url)).status
  assert.deepEqual([await see('grant'), await see('ito')], [200, 200])
  const plain = await (await town.people.by('alvarez')).get(url)
  // The same bytes were added before, and are in no post that is out.
  assert.equal(plain.status, 404)
  const postId = await write('grant', said({ media: [{ sha256: picture.sha256, alt: 'A blue wall' }] }))
  await moves('grant', postId, 'submit')
  await moves('chen', postId, 'approve', { remarks: 'Weighed.' })
  await town.app.deliverSoon(town.agency)
  assert.equal(await see('alvarez'), 200)
})

const element = (id: string, body: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(id, 'hex'),
    Buffer.from([0x10 | (body.length >> 24), body.length >> 16, body.length >> 8, body.length]),
    body,
  ])
const number = (value: number): Buffer => Buffer.from([value >> 8, value & 255])

test('a WebM film is read by its elements', async () => {
  const length = Buffer.alloc(8)
  length.writeDoubleBE(2_500)
  const video = element('e0', Buffer.concat([element('b0', number(1_280)), element('ba', number(720))]))
  const webm = Buffer.concat([
    element('1a45dfa3', element('4282', Buffer.from('webm'))),
    element(
      '18538067',
      Buffer.concat([
        element('1549a966', element('4489', length)),
        element('1654ae6b', element('ae', video)),
      ]),
    ),
  ])
  const media = await added(webm)
  assert.deepEqual(
    [media.mediaType, media.width, media.height, media.seconds],
    ['video/webm', 1_280, 720, 2.5],
  )
})
