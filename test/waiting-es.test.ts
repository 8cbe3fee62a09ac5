import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { problemInSpanish } from '../web/accounts/problems-es.ts'
import { titleIn, titlesInSpanish } from '../web/waiting/titles-es.ts'
import { waitingWords } from '../web/waiting/words.ts'

const root = join(import.meta.dirname, '..', 'src')
const files = globSync(['**/*waiting*.ts'], { cwd: root, exclude: ['**/*.test.ts'] })
const said = [...files, 'accounts/problems.ts', 'members/lock.ts', 'permissions/register.ts'].map((file) =>
  readFileSync(join(root, file), 'utf8'),
)

test('what is said of what waits is what the server says, and every kind of it has its name', () => {
  const gone = titlesInSpanish.flatMap(([english]) => {
    const words = english.split('{}').flatMap((part) => part.match(/[a-z]{4,}/gi) ?? [])
    return words.every((word) => said.some((text) => text.includes(word))) ? [] : [english]
  })
  assert.deepEqual(gone, [])
  const kinds = said.flatMap((text) =>
    [
      ...text.matchAll(
        /(?:return|waits\(notice,|[?:]) '((?:request|permission|post|notice|comments|impostor|member|order|hold|records)\.[a-z.-]+)'/g,
      ),
    ].map(([, kind = '']) => kind),
  )
  assert.ok(kinds.length > 25)
  const [en, es] = [waitingWords.en.what, waitingWords.es.what]
  const unnamed = kinds.filter((kind) => en[kind] === undefined || es[kind] === undefined)
  assert.deepEqual(unnamed, [])
  assert.deepEqual(Object.keys(en), Object.keys(es))
})

test('a title is told in the reader’s language, with its days; what people wrote stays as it is', () => {
  assert.equal(
    titleIn('es', 'Records request 2026-12: 3 records wait for a second look'),
    'Solicitud de registros 2026-12: 3 registros esperan una segunda mirada',
  )
  assert.equal(
    titleIn('es', '@riverton (X): Its licence ends on 2026-12-01; ask for it anew in time.'),
    '@riverton (X): Su licencia termina el 1 de diciembre de 2026; pídala de nuevo a tiempo.',
  )
  assert.equal(titleIn('es', 'Road closed on 2026-12-01'), 'Road closed on 2026-12-01')
  assert.equal(
    problemInSpanish('Its licence ends on 2026-12-01; ask for it anew in time.'),
    'Su licencia termina el 1 de diciembre de 2026; pídala de nuevo a tiempo.',
  )
  assert.equal(problemInSpanish('Something new is wrong.'), undefined)
})
