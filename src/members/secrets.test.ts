import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newRecoveryCodes } from './recovery.ts'
import { seal, unseal } from './seal.ts'
import { newSeed, offerOf, stepOf } from './totp.ts'

const key = 'ab'.repeat(32)

test('what is sealed opens with its key, for whom it was sealed, and unchanged', () => {
  const sealed = seal(key, 'JBSWY3DPEHPK3PXP', 'totp riverton alvarez')
  assert.equal(unseal(key, sealed, 'totp riverton alvarez'), 'JBSWY3DPEHPK3PXP')
  assert.notDeepEqual(sealed, seal(key, 'JBSWY3DPEHPK3PXP', 'totp riverton alvarez'))
  assert.throws(() => unseal('cd'.repeat(32), sealed, 'totp riverton alvarez'))
  assert.throws(() => unseal(key, sealed, 'totp riverton bell'))
  for (let byte = 0; byte < sealed.length; byte++) {
    const changed = Buffer.from(sealed)
    changed.writeUInt8(changed.readUInt8(byte) ^ 1, byte)
    assert.throws(() => unseal(key, changed, 'totp riverton alvarez'), `byte ${byte}`)
  }
})

test('codes are those of RFC 6238, half a minute early or late', () => {
  // The seed of the RFC's appendix B, "12345678901234567890"; its codes cut to six digits.
  const seed = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
  assert.equal(stepOf(seed, '287082', '1970-01-01T00:00:59Z'), 1)
  assert.equal(stepOf(seed, '081 804', '2005-03-18T01:58:29Z'), 37_037_036)
  assert.equal(stepOf(seed, '081804', '2005-03-18T01:58:59Z'), 37_037_036)
  assert.equal(stepOf(seed, '081804', '2005-03-18T01:59:30Z'), undefined)
  assert.equal(stepOf(seed, '081805', '2005-03-18T01:58:29Z'), undefined)
  assert.equal(stepOf(seed, '', '2005-03-18T01:58:29Z'), undefined)
})

test('an offer is what an authenticator app reads', async () => {
  const seed = newSeed()
  const { uri, picture } = await offerOf(seed, 'Riverton Police Department', 'alvarez@riverton.example')
  assert.match(uri, /^otpauth:\/\/totp\/Riverton%20Police%20Department:alvarez%40riverton\.example\?/)
  assert.match(uri, new RegExp(`secret=${seed}`))
  assert.match(picture, /^data:image\/svg\+xml;base64,/)
})

test('recovery codes are ten, different, and readable aloud', () => {
  const codes = newRecoveryCodes()
  assert.equal(new Set(codes).size, 10)
  assert.ok(codes.every((code) => /^(?:[a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/.test(code)))
})
