import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { loadOrder, ordersFolder } from '../src/adoption/order-shelf.ts'
import { judge } from '../src/policy/judge.ts'

const project = join(import.meta.dirname, '..')
// Inside node_modules, as when installed: there Node strips no types, and the dependencies are found.
const built = join(project, 'node_modules', '.decorum-built')
after(() => rmSync(built, { recursive: true, force: true }))

test('what is published builds to plain JavaScript, and judges as the sources do', () => {
  const tsc = join(project, 'node_modules', '.bin', 'tsc')
  const build = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', built], {
    cwd: project,
    encoding: 'utf8',
  })
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
