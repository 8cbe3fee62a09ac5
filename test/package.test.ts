import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { loadOrder, ordersFolder } from '../src/adoption/order-shelf.ts'
import { sectionsOf } from '../src/platform/migrate.ts'
import { judge } from '../src/policy/judge.ts'
import { migrations } from '../src/server/migrations.ts'

const project = join(import.meta.dirname, '..')
// Inside node_modules, as when installed: there Node strips no types, and the dependencies are found.
const built = join(project, 'node_modules', '.decorum-built')
const manifestSchema = z.object({
  exports: z.record(z.string(), z.unknown()),
  files: z.array(z.string()),
})
const file = (name: string): string => join(built, name.slice('./dist/'.length))
after(() => rmSync(built, { recursive: true, force: true }))

test('what is published builds to plain JavaScript, and judges as the sources do', () => {
  const build = spawnSync(join(project, 'bin', 'build'), [built], { cwd: project, encoding: 'utf8' })
  assert.equal(build.status, 0, build.stdout + build.stderr)
  const run = spawnSync(
    process.execPath,
    [
      join(built, 'cli', 'main.js'),
      'judge',
      '--json',
      '--order',
      'hartford-3-01a',
      '--orders',
      ordersFolder,
      "He's guilty, fry him",
    ],
    { encoding: 'utf8' },
  )
  assert.equal(run.stderr, '')
  assert.deepEqual(
    JSON.parse(run.stdout),
    JSON.parse(
      JSON.stringify(
        judge(
          { id: 'act', kind: 'post', capacity: 'personal', text: "He's guilty, fry him" },
          loadOrder('hartford-3-01a'),
        ),
      ),
    ),
  )
})

test('what is published holds what it reads: every migration, the letter, and the web app', () => {
  const script = `
    import { sectionsOf } from ${JSON.stringify(pathToFileURL(file('./dist/platform/migrate.js')).href)}
    import { migrations } from ${JSON.stringify(pathToFileURL(file('./dist/server/migrations.js')).href)}
    import { pdfOf } from ${JSON.stringify(pathToFileURL(file('./dist/permissions/letter.js')).href)}
    const words = { agency: 'Riverton', number: '1', title: 'Granted', to: [], says: [], facts: [], text: null, signed: [] }
    const pdf = pdfOf({ ...words, zone: 'UTC', at: '2026-11-21T15:00:00Z' })
    console.log(sectionsOf(migrations).length, pdf === undefined || pdf.length > 1000)`
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  assert.equal(run.stderr, '')
  assert.equal(run.stdout, `${sectionsOf(migrations).length} true\n`)
  const { files } = manifestSchema.parse(JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')))
  assert.ok(files.includes('web/dist') && files.includes('dist') && files.includes('orders'))
})

test('decorum/ledger is published with its types, and checks a proof from plain JavaScript', () => {
  const { exports } = manifestSchema.parse(JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')))
  const published = exports['./ledger']
  assert.deepEqual(published, { types: './dist/ledger/ledger.d.ts', default: './dist/ledger/ledger.js' })
  assert.match(readFileSync(file('./dist/ledger/ledger.d.ts'), 'utf8'), /provesInclusion/)
  const script = `
    import { leafHash, nodeHash, provesInclusion } from ${JSON.stringify(pathToFileURL(file('./dist/ledger/ledger.js')).href)}
    const [one, two] = [leafHash(new Uint8Array(32)), leafHash(new Uint8Array(32).fill(1))]
    const root = nodeHash(one, two)
    console.log(provesInclusion(0, 2, one, [two], root), provesInclusion(1, 2, one, [two], root))`
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  assert.equal(run.stderr, '')
  assert.equal(run.stdout, 'true false\n')
})
