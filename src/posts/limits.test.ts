import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Limits } from '../accounts/networks/network.ts'
import { lengthOf, overLimits } from './limits.ts'

const limits: Limits = {
  text: { most: 10, counts: 'graphemes' },
  images: { most: 1, bytes: 1_048_576, mediaTypes: ['image/jpeg'] },
  video: null,
  altText: 5,
  needsMedia: false,
  can: { hide: true, reply: true, edit: false },
}
const picture = {
  kind: 'image',
  mediaType: 'image/jpeg',
  bytes: 1,
  seconds: null,
  alt: 'a cat',
  captions: null,
} as const

test('a family is one grapheme, five characters, and weighs two', () => {
  const family = '👨‍👩‍👧'
  assert.equal(lengthOf(family, { most: 1, counts: 'graphemes' }), 1)
  assert.equal(lengthOf(family, { most: 1, counts: 'characters' }), 5)
  assert.equal(lengthOf(family, { most: 1, counts: 'weighted' }), 2)
})

test('letters that are put together of two count once; those of the east weigh two', () => {
  assert.equal(lengthOf('e\u0301', { most: 1, counts: 'graphemes' }), 1)
  assert.equal(lengthOf('警察', { most: 1, counts: 'weighted' }), 4)
  assert.equal(lengthOf('Police’s – “road”', { most: 1, counts: 'weighted' }), 17)
})

test('few characters may be too many bytes', () => {
  const bytes = { ...limits, text: { ...limits.text, bytes: 60 } }
  assert.deepEqual(overLimits('👨‍👩‍👧'.repeat(3), [], bytes), [])
  assert.deepEqual(overLimits('👨‍👩‍👧'.repeat(4), [], bytes), [
    'the text takes 72 bytes, and it takes 60 at most; emoji made of many parts take the most',
  ])
})

test('a link counts as many as the network says, however long it is', () => {
  const text = 'See https://riverton.gov/a/very/long/way now'
  assert.equal(lengthOf(text, { most: 1, counts: 'characters', link: 23 }), 4 + 23 + 4)
  assert.equal(lengthOf(text, { most: 1, counts: 'characters' }), Array.from(text).length)
})

test('each thing that is too much is said with what would be right', () => {
  assert.deepEqual(overLimits('ten of it.', [picture], limits), [])
  assert.deepEqual(overLimits('eleven of it', [{ ...picture, alt: 'a black cat' }, picture], limits), [
    'the text has 12 characters, 2 more than the 10 that it takes',
    'it takes 1 pictures at most, and this has 2',
    'the words for a picture have 11 characters; it takes 5',
  ])
  assert.deepEqual(
    overLimits(
      'a film',
      [{ ...picture, kind: 'video', mediaType: 'video/mp4', seconds: 90, bytes: 5_000_000 }],
      limits,
    ),
    ['it takes no films'],
  )
  assert.deepEqual(
    overLimits('', [{ ...picture, mediaType: 'image/webp', bytes: 3_145_728 }], {
      ...limits,
      needsMedia: true,
    }),
    ['a picture has 3.0 MB, and it takes 1.0 MB at most', 'it takes no webp, but jpeg'],
  )
})
