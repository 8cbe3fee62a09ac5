import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { test } from 'node:test'

// A folder of src imports only from itself and from folders that stand above it in this list.
const house = [
  'policy',
  'platform',
  'ledger',
  'members',
  'adoption',
  'permissions',
  'accounts',
  'posts',
  'comments',
].concat(['records', 'cases', 'screening', 'duty', 'server', 'cli'])
const root = join(import.meta.dirname, '..', 'src')

const folderOf = (file: string): string => relative(root, file).split(sep)[0] ?? ''

test('no folder imports from one below it, and policy imports nothing of Node', () => {
  const faults: string[] = []
  let seen = 0
  for (const file of globSync('**/*.ts', { cwd: root })) {
    const from = folderOf(join(root, file))
    assert.ok(house.includes(from), `${file} stands in a folder that the house does not have`)
    for (const [, imported = ''] of readFileSync(join(root, file), 'utf8').matchAll(/from '([^']+)'/g)) {
      seen++
      if (imported.startsWith('.')) {
        const to = folderOf(join(root, file, '..', imported))
        if (house.indexOf(to) > house.indexOf(from)) faults.push(`${file} imports ${to}`)
      } else if (from === 'policy' && imported.startsWith('node:') && !file.endsWith('.test.ts'))
        faults.push(`${file} imports ${imported}`)
    }
  }
  assert.ok(seen > 100, `saw only ${seen} imports`)
  assert.deepEqual(faults, [])
})

/** Pure files beside those of policy and ledger: what a browser shows by them is what the server does and says. */
const shared = [
  'members/file-text.ts',
  'records/requests/redact-words.ts',
  'records/requests/clock.ts',
  'records/kind-words.ts',
  'records/event-words.ts',
]

test('the web app takes values from the policy, the ledger and what is shared only, and types from anywhere', () => {
  const web = join(root, '..', 'web')
  const faults: string[] = []
  for (const file of shared)
    for (const [, imported = ''] of readFileSync(join(root, file), 'utf8').matchAll(
      /^import (?!type )[^;']*? from '([^']+)'/gm,
    ))
      if (imported !== 'temporal-polyfill') faults.push(`${file}, which is shared, imports ${imported}`)
  let seen = 0
  for (const file of globSync('**/*.{ts,tsx}', { cwd: web, exclude: ['dist/**'] })) {
    const text = readFileSync(join(web, file), 'utf8')
    for (const [, words = '', imported = ''] of text.matchAll(/^import ([^;']*?) from '([^']+)'/gm)) {
      const [, folder] = /\/src\/([\w-]+)\//.exec(imported) ?? []
      if (folder === undefined) continue
      seen++
      if (words.startsWith('type ') || folder === 'policy' || folder === 'ledger') continue
      if (shared.some((one) => imported.endsWith(`/src/${one}`))) continue
      faults.push(`${file} imports a value of ${folder}`)
    }
  }
  assert.ok(seen > 30, `saw only ${seen} imports`)
  assert.deepEqual(faults, [])
})

test('what is published as decorum/ledger needs nothing of Node', () => {
  const faults: string[] = []
  const seen = new Set<string>()
  const look = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    const text = readFileSync(file, 'utf8')
    for (const [words, imported = ''] of text.matchAll(/^(?:import|export) [^;]*? from '([^']+)'/gms)) {
      // Types are gone when it runs.
      if (/^(?:import|export) type /.test(words)) continue
      if (imported.startsWith('.')) look(join(file, '..', imported))
      else if (!imported.startsWith('@noble/')) faults.push(`${relative(root, file)} imports ${imported}`)
    }
  }
  look(join(root, 'ledger', 'ledger.ts'))
  assert.deepEqual([...faults], [])
  assert.ok(seen.size > 5, `saw only ${seen.size} files`)
  // The control: the database's side of the ledger is not pure.
  look(join(root, 'ledger', 'sequence.ts'))
  assert.ok(faults.some((fault) => fault.endsWith('imports node:crypto')))
})
