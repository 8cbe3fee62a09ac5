import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { sha256 } from '../../platform/id.ts'
import { MediaHashes } from './media-hashes.ts'

test('media are listed in the order of their names, also where the numbers grow wider', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'decorum-media-'))
  try {
    const media = new MediaHashes(folder)
    const names: string[] = []
    for (let n = 999_990; n < 1_000_010; n++)
      names.push(`data/media/RPD-${n}-1.png`, `data/media/RPD-${n}-2.png`)
    for (const name of names) media.add(name, sha256(name))
    media.end()
    const listed: [string, string][] = []
    for await (const one of media.inOrder()) listed.push(one)
    assert.deepEqual(
      listed,
      names.toSorted((a, b) => (a < b ? -1 : 1)).map((name) => [name, sha256(name)]),
    )
    assert.notDeepEqual(listed[0]?.[0], names[0])
    media.drop()
    assert.deepEqual(readdirSync(folder), [])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
