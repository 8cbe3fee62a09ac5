import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parseSync, Visitor, type ESTree } from 'vite'
import { inSpanish, refusalInSpanish } from '../web/words/refusal-in-spanish.ts'
import { withDays } from '../web/words/refusal-in.ts'

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
    assert.equal(refusalInSpanish(fill(english)), fill(spanish))
    assert.equal(withDays('en', fill(english)), fill(english))
  }
  assert.equal(
    refusalInSpanish('it was changed meanwhile by Ben Bell; it is awaiting endorsement now'),
    'entretanto la cambió Ben Bell; vuelva a mirarla',
  )
  assert.equal(
    refusalInSpanish('it is on the desk of the Lieutenant'),
    'está en el escritorio de: Lieutenant',
  )
  assert.equal(refusalInSpanish('something nobody translated'), undefined)
})

test('a sentence within a sentence is put into Spanish too', () => {
  assert.equal(
    refusalInSpanish('nothing was imported: line 3, position: a supervisor is named, and no position'),
    'no se importó nada: línea 3, position: se nombra un superior, pero ningún puesto',
  )
  assert.equal(
    refusalInSpanish('the last day: write a day as 2026-11-21'),
    'el último día: escriba un día como 2026-11-21',
  )
  assert.equal(refusalInSpanish('the last day: something nobody translated'), undefined)
})

test('a day in a sentence is written as people write it, where it is one', () => {
  assert.equal(
    refusalInSpanish('notice runs until 2026-11-21'),
    'el aviso corre hasta el 21 de noviembre de 2026',
  )
  assert.equal(withDays('en', 'notice runs until 2026-11-21'), 'notice runs until November 21, 2026')
  for (const kept of [
    'the day: write a day as 2026-11-21',
    '2026-13-45 is no day',
    '“today” is no date; write 2026-11-21 or 11/21/2026',
    'backup-2026-11-21.zip is none',
  ])
    assert.equal(withDays('en', kept), kept)
})

/** What the command line alone says, and programs that call each other; people at a page do not meet it. */
const saidElsewhere =
  /^(?:cli|policy|server\/(?:demo|backups)|platform\/backup)\/|^(?:adoption\/order-shelf|ledger\/(?:archive|checkpoint|folder|import|sequence|signer|verify|witness)|comments\/push-routes|platform\/(?:embedded|migrate)|records\/production\/open-package|server\/(?:agency|house|roster))\.ts$/
const toPrograms = [
  'no line beneath it is of a witness whose key this ledger was given',
  'the header Idempotency-Key is missing',
  'the header Idempotency-Key is missing or malformed; send 8 to 100 letters, digits or hyphens of your own choice',
  'there is no GET /{}',
  '"{}" is no SHA-256',
]

test('every sentence by which people are refused has Spanish words', () => {
  const refused = globSync('**/*.ts', { cwd: root, exclude: ['**/*.test.ts'] })
    .filter((file) => !saidElsewhere.test(file.replaceAll('\\', '/')))
    .flatMap((file) => refusedIn(readFileSync(join(root, file), 'utf8')).map((words) => ({ file, words })))
  assert.ok(refused.length > 400, `saw only ${refused.length} refusals`)
  const lacking = refused.filter(
    ({ words }) => !toPrograms.includes(words) && refusalInSpanish(sample(words)) === undefined,
  )
  assert.deepEqual(lacking, [])
})

/** With a name in each place, and a sentence in the last where one is told there. */
function sample(words: string): string {
  return words.replace(/: \{\}$/, ': please sign in first').replaceAll('{}', 'X')
}

/** Every sentence that a file gives to `new Refusal`, or by which one of its rules says no; `{}` for what differs. */
function refusedIn(text: string): string[] {
  const sentences: string[] = []
  new Visitor({
    NewExpression({ callee, arguments: given }) {
      if (callee.type === 'Identifier' && callee.name === 'Refusal') sentences.push(...saidBy(given[1]))
    },
    CallExpression({ callee, arguments: given }) {
      if (callee.type === 'Identifier' && /^(?:no|refuse|refused)$/.test(callee.name))
        sentences.push(...given.flatMap(saidBy))
    },
    Property({ key, value }) {
      if (key.type === 'Identifier' && key.name === 'because') sentences.push(...saidBy(value))
    },
  }).visit(parseSync('refused.ts', text).program)
  return [...new Set(sentences)].filter((words) => /[a-z]{2} \S/.test(words))
}

/** What a string, a template or a choice between them says. */
function saidBy(node: ESTree.Node | undefined): string[] {
  switch (node?.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : []
    case 'TemplateLiteral':
      return [node.quasis.map(({ value }) => value.cooked).join('{}')]
    case 'ConditionalExpression':
      return [node.consequent, node.alternate].flatMap(saidBy)
    default:
      return []
  }
}
