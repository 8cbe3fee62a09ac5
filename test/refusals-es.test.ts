import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { inSpanish, refusalIn } from '../web/words/refusal-in.ts'

const root = join(import.meta.dirname, '..', 'src')
const said = globSync(['**/*.ts', '**/*.sql'], { cwd: root, exclude: ['**/*.test.ts'] }).map((file) =>
  readFileSync(join(root, file), 'utf8'),
)

test('every sentence that has Spanish words is one that the server says', () => {
  const gone = inSpanish.flatMap(([english]) => {
    const parts = english.split('{}').filter((part) => part.trim().length > 2)
    return said.some((text) => parts.every((part) => text.includes(part))) ? [] : [english]
  })
  assert.ok(inSpanish.length > 50)
  assert.deepEqual(gone, [])
})

const fill = (words: string): string => words.replaceAll('{}', 'X (1.a)')

test('each is found by its own words, with the names in it', () => {
  for (const [english, spanish] of inSpanish) {
    assert.equal(refusalIn('es', fill(english)), fill(spanish))
    assert.equal(refusalIn('en', fill(english)), fill(english))
  }
  assert.equal(
    refusalIn('es', 'it was changed meanwhile by Ben Bell; it is awaiting endorsement now'),
    'entretanto la cambió Ben Bell; vuelva a mirarla',
  )
  assert.equal(refusalIn('es', 'it is on the desk of the Lieutenant'), 'está en el escritorio de: Lieutenant')
  assert.equal(refusalIn('es', 'something nobody translated'), undefined)
})
