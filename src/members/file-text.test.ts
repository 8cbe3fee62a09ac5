import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileText } from './file-text.ts'

const line = 'José Muñoz, “Ñ”'

test('a file is read as it was written, with its mark or without one', () => {
  const utf8 = new TextEncoder().encode(line)
  assert.equal(fileText(utf8), line)
  assert.equal(fileText(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8])), line)
  const utf16 = Buffer.from(line, 'utf16le')
  assert.equal(fileText(new Uint8Array([0xff, 0xfe, ...utf16])), line)
  assert.equal(fileText(new Uint8Array([0xfe, 0xff, ...Buffer.from(utf16).swap16()])), line)
})

test('what is no UTF-8 is what Excel writes: Windows-1252', () => {
  const written = [0x4a, 0x6f, 0x73, 0xe9, 0x20, 0x4d, 0x75, 0xf1, 0x6f, 0x7a, 0x2c, 0x20, 0x93, 0xd1, 0x94]
  assert.equal(fileText(new Uint8Array(written)), line)
})
