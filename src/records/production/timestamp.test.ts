import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { startAuthority, type TimeStampAuthority } from '../../../test/time-stamp-authority.ts'
import { outbound } from '../../platform/outbound.ts'
import { requestStamp } from './timestamp.ts'
import { checkStamp } from './verify/stamp.ts'

let authority: TimeStampAuthority
before(async () => {
  authority = await startAuthority()
})
after(() => authority.stop())

const words = Buffer.from('riverton.example/ledger\n12\nAAAA\n')
const fetch = (): typeof globalThis.fetch =>
  outbound({ allow: [authority.host], timeoutMs: 10_000, maxBytes: 100_000 })

test('a stamp is asked for, and holds here as it does for openssl', async () => {
  const stamp = await requestStamp(fetch(), authority.url, words)
  const says = await checkStamp(stamp, words, [authority.root])
  assert.equal(says.ok, true)
  assert.ok(says.ok && says.by === 'Test time stamps' && says.isTrusted)
  writeFileSync(join(authority.folder, 'words'), words)
  writeFileSync(join(authority.folder, 'stamp.tsr'), stamp)
  const verified = execFileSync(
    'openssl',
    ['ts', '-verify', '-data', 'words', '-in', 'stamp.tsr', '-CAfile', 'ca.pem'],
    { cwd: authority.folder, encoding: 'utf8', stdio: 'pipe' },
  )
  assert.match(verified, /Verification: OK/)
})

test('a stamp of other words, one that was changed, and one by somebody unknown are refused', async () => {
  const stamp = await requestStamp(fetch(), authority.url, words)
  assert.deepEqual(await checkStamp(stamp, Buffer.from('other')), { ok: false })
  const changed = Uint8Array.from(stamp)
  changed[changed.length - 20] = (changed[changed.length - 20] ?? 0) ^ 1
  assert.deepEqual(await checkStamp(changed, words), { ok: false })
  const other = await startAuthority()
  assert.deepEqual(await checkStamp(stamp, words, [other.root]), { ok: false })
  await other.stop()
  assert.deepEqual(await checkStamp(new Uint8Array([1, 2, 3]), words), { ok: false })
})

test('an authority that stamps something else is refused', async () => {
  authority.lie()
  await assert.rejects(requestStamp(fetch(), authority.url, words), /no stamp of what it was asked for/)
})
