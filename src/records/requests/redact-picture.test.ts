import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { redrawn } from './redact-picture.ts'

/** A picture of one colour with a red square in it, and words in its metadata. */
async function picture(format: 'jpeg' | 'png' | 'webp', orientation = 1): Promise<Buffer> {
  const square = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#ff0000' } })
    .png()
    .toBuffer()
  const base = sharp({ create: { width: 200, height: 100, channels: 3, background: '#00ff00' } })
    .composite([{ input: square, left: 20, top: 60 }])
    .withMetadata({ orientation, exif: { IFD0: { ImageDescription: 'Jane Roe at home' } } })
  return await base.toFormat(format, { quality: 100 }).toBuffer()
}

const redsIn = async (bytes: Uint8Array): Promise<number> => {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  let reds = 0
  for (let n = 0; n < data.length; n += info.channels)
    if ((data[n] ?? 0) > 90 && (data[n + 1] ?? 0) < 90) reds++
  return reds
}

test('a region is gone from the picture, and nothing of the original’s bytes is copied', async () => {
  for (const format of ['jpeg', 'png', 'webp'] as const) {
    const original = await picture(format)
    assert.ok(original.includes('Jane Roe'), 'the control: the original says it')
    assert.ok((await redsIn(original)) > 700)
    const { bytes, mediaType } = await redrawn(original, [{ x: 0.1, y: 0.6, w: 0.2, h: 0.2 }])
    assert.equal(mediaType, format === 'jpeg' ? 'image/jpeg' : 'image/png')
    assert.ok(!Buffer.from(bytes).includes('Jane Roe'))
    const { exif, icc, xmp, iptc, orientation } = await sharp(bytes).metadata()
    assert.deepEqual(
      [exif, icc, xmp, iptc, orientation],
      [undefined, undefined, undefined, undefined, undefined],
    )
    assert.equal(await redsIn(bytes), 0, format)
  }
})

test('a region is of the upright picture, whatever the camera’s turn; a see-through black is opaque', async () => {
  // Turned a quarter: what stood left below stands left above.
  const { bytes } = await redrawn(await picture('jpeg', 6), [{ x: 0.2, y: 0.1, w: 0.2, h: 0.2 }])
  assert.equal(await redsIn(bytes), 0)
  const clear = await sharp({
    create: { width: 20, height: 20, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0.4 } },
  })
    .png()
    .toBuffer()
  const filled = await redrawn(clear, [{ x: 0, y: 0, w: 1, h: 1 }])
  const { data } = await sharp(filled.bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  assert.ok(data.every((value, place) => value === (place % 4 === 3 ? 255 : 0)))
})

test('what is no picture is refused', async () => {
  await assert.rejects(redrawn(Buffer.from('%PDF-1.7 no picture'), []), /keep the file back whole/)
})
