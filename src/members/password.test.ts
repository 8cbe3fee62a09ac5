import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashPassword, isPassword, mayBePassword } from './password.ts'

const names = ['Riverton Police Department', 'Ana Alvarez', 'alvarez@riverton.example']

test('long passwords that nobody tries first may be', () => {
  for (const password of [
    'river otter sings at 9',
    'vK3#pq!9xTz2',
    '🦉🦉 the owl reads late',
    'correct staple badge herons',
    '830244179921',
    'llave verde bajo el puente',
    `${'a long one '.repeat(40)}xyzzy`,
  ])
    assert.deepEqual(mayBePassword(password, names), { ok: true }, password)
})

test('short ones, common ones, names and runs may not, however they are dressed', () => {
  for (const password of [
    'vK3#pq!9xTz',
    'Password1234!',
    'P@$$w0rd2026!!',
    'Riverton2026!',
    'Alvarez-Alvarez',
    'ana.alvarez.101',
    'qwertyuiop[]',
    'QwertyuiopAsdfghjkl',
    'aaaaaaaaaaaaaaaa',
    '123456789012',
    '0987654321098',
    'poiuytrewq12',
    'PoliceOfficer1',
    'Summer2026Summer',
    'abababababab',
  ])
    assert.equal(mayBePassword(password, names).ok, false, password)
})

test('a hash knows its password, to the last character, and no two are alike', async () => {
  const password = `${'x'.repeat(300)} end`
  const [one, two] = [await hashPassword(password), await hashPassword(password)]
  assert.match(one, /^argon2id\$19456\$2\$1\$[\w-]{22}\$[\w-]{43}$/)
  assert.notEqual(one, two)
  assert.equal(await isPassword(password, one), true)
  assert.equal(await isPassword(password.slice(0, -1), one), false)
  assert.equal(await isPassword(password, undefined), false)
  const accent = await hashPassword('r\u00e9sum\u00e9 of a river')
  assert.equal(await isPassword('re\u0301sume\u0301 of a river', accent), true)
})
