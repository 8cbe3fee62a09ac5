import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { stateOfBuild } from './built-web.ts'

const folder = mkdtempSync(join(tmpdir(), 'built-web-'))
after(() => rmSync(folder, { recursive: true }))

/** Writes a file as it was made so many seconds after the first. */
function make(name: string, second: number): void {
  const file = join(folder, name)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, '')
  utimesSync(file, second, second)
}

test('a build is missing, fresh, or older than one of its sources', () => {
  make('main.tsx', 1)
  assert.equal(stateOfBuild(folder), 'missing')
  make('dist/index.html', 2)
  make('dist/assets/later.html', 3)
  assert.equal(stateOfBuild(folder), 'fresh', 'what was built is no source')
  make('adopt/adopt-page.tsx', 3)
  assert.equal(stateOfBuild(folder), 'old')
  make('dist/index.html', 4)
  assert.equal(stateOfBuild(folder), 'fresh')
})
