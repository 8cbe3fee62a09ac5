import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'yaml'
import { readOrder } from '../../policy/order.ts'
import { dayOf } from './dates.ts'
import { draftPack } from './draft.ts'
import { draftProvision } from './draft-guess.ts'
import { readDocumentAt } from './document.ts'
import { loadVocabulary } from '../order-shelf.ts'
import type { ImportedProvision } from './provision.ts'
import { provisionsOf } from './provisions.ts'
import { exceptionsOf, guessModality, permissionIn } from './wording.ts'

const vocabulary = loadVocabulary()
const facts = [...vocabulary.byName.keys()]
const unit = (text: string, more: Partial<ImportedProvision> = {}): ImportedProvision => ({
  citation: '1',
  text,
  part: 'unit',
  headings: [],
  under: [],
  page: 1,
  line: 1,
  ...more,
})

test('a draft of every numbering style loads as an order, with all citations and no word of it lost', async () => {
  for (const name of [
    'riverton-roman.order',
    'riverton-manual.txt',
    'riverton-headings.txt',
    'riverton-decimal.order',
  ]) {
    const provisions = provisionsOf(await readDocumentAt(join(import.meta.dirname, 'fixtures', name)))
    const pack = draftPack(provisions, facts)
    // Two of them print no number; a person writes one.
    const isNumbered = /roman|manual/.test(name)
    assert.deepEqual(pack.missing, isNumbered ? [] : ['number'], name)
    const identity = { ...parse(pack.order), ...(pack.missing.length > 0 ? { number: 'none' } : {}) }
    const { order, problems } = readOrder(identity, parse(pack.provisions), vocabulary)
    assert.deepEqual(problems, [], name)
    assert.deepEqual(
      order?.provisions.map(({ citation }) => citation),
      provisions.map(({ citation }) => citation),
    )
    assert.equal(order?.identity.effective, '2021-03-01')
    const comments =
      pack.provisions
        .match(/^# .*$/gm)
        ?.map((line) => line.slice(2))
        .join(' ') ?? ''
    for (const { text } of provisions) assert.ok(comments.includes(text), `${name}: ${text}`)
  }
})

test('a draft says who permits what, where the words say it', async () => {
  const provisions = provisionsOf(
    await readDocumentAt(join(import.meta.dirname, 'fixtures', 'riverton-roman.order')),
  )
  const pack = draftPack(provisions, facts)
  const { order } = readOrder(parse(pack.order), parse(pack.provisions), vocabulary)
  assert.deepEqual(
    [order?.identity.agency, order?.identity.number, order?.identity.title],
    ['RIVERTON POLICE DEPARTMENT', '7-12', 'Conduct on Online Networks'],
  )
  const shown = order?.byCitation.get('IV.A.3.d')
  assert.deepEqual([shown?.modality, shown?.kind], ['must-not', 'prohibition'])
  assert.equal(order?.byCitation.get('IV.A.3')?.except, 'Without the written consent of the Chief')
})

test('what a document does not say is left empty and marked, and the check names each such line', () => {
  const pack = draftPack([unit('Members shall ask.')], facts, 'my-town')
  assert.deepEqual(pack.missing, ['agency', 'number', 'title', 'effective'])
  assert.match(pack.order, /^effective: # DRAFT - fill in/m)
  const { order, problems } = readOrder(parse(pack.order), parse(pack.provisions), vocabulary)
  assert.equal(order, undefined)
  assert.deepEqual(
    problems.map(({ at, problem }) => `${at} ${problem}`),
    [
      'order.yaml, agency is not filled in; write the name of the agency',
      "order.yaml, number is not filled in; write the order's number",
      "order.yaml, title is not filled in; write the order's title",
      'order.yaml, effective is not filled in; write the day from which the order is in force, such as 2020-05-01',
    ],
  )
  const filled = { ...parse(pack.order), agency: 'A', number: '1', title: 'T', effective: '2021-03-01' }
  const written = readOrder(filled, parse(pack.provisions), vocabulary)
  assert.deepEqual([written.problems, written.order?.identity.id], [[], 'my-town'])
})

test('a number printed with a title says both', () => {
  const order = unit('', {
    citation: 'META.order-number',
    part: 'metadata',
    value: 'General Order 7-12: Networks',
  })
  const { number, title } = parse(draftPack([order], facts).order)
  assert.deepEqual([number, title], ['7-12', 'Networks'])
})

const under = (citation: string, ...headings: string[]) => unit('Members shall ask.', { citation, headings })

test('a heading stands once above what it heads, and is no provision', () => {
  const pack = draftPack([under('1', 'Use'), under('2', 'Use', 'Off Duty'), under('3', 'Leave')], facts)
  assert.deepEqual(pack.provisions.match(/^# ---.*$/gm), [
    '# --- Use ---',
    '# --- Off Duty ---',
    '# --- Leave ---',
  ])
  assert.equal(pack.provisions.match(/^- citation/gm)?.length, 3)
})

test('modality is read from the words, and a limb takes it from its lead-in', () => {
  const guesses: [string, string][] = [
    ['Members shall not chat.', 'must-not'],
    ['No member may open a page.', 'must-not'],
    ['Chatting is prohibited.', 'must-not'],
    ['Members shall ask first.', 'must'],
    ['Members should be aware that others read.', 'is-warned'],
    ['Members are reminded that others read.', 'is-warned'],
    ['Pages should carry a link.', 'should'],
    ['Should a member be in doubt, a sergeant decides.', 'states'],
    ['Members are free to speak of pay.', 'may'],
    ['This order replaces another.', 'states'],
    ['No page shall be opened without leave.', 'must-not'],
    ["Members can't chat.", 'must-not'],
    ['Never write about open cases.', 'must-not'],
    ['Nothing in this order shall limit what the law allows.', 'states'],
    ['Members are expected to ask.', 'must'],
    ['A breach is grounds for discipline.', 'is-warned'],
  ]
  assert.deepEqual(
    guesses.map(([text]) => guessModality(unit(text))),
    guesses.map(([, modality]) => modality),
  )
  const limb = unit('Showing the patch.', {
    part: 'bullet',
    under: ['Take care. Members are prohibited from:'],
  })
  assert.equal(guessModality(limb), 'must-not')
  const numbered = (text: string, ...leads: string[]) => guessModality(unit(text, { under: leads }))
  const barred = 'The following are barred from pages and prohibited elsewhere:'
  assert.equal(numbered('Images that may show evidence.', barred), 'must-not')
  assert.equal(numbered('names.', barred, 'Private matters, such as:'), 'must-not')
  assert.equal(numbered('On a break.', 'Members shall not chat, except in the following cases:'), 'may')
  assert.equal(numbered('Members may ask.', 'These procedures shall be followed:'), 'may')
  assert.equal(guessModality(unit('Network: what members shall not use.', { part: 'definition' })), 'states')
})

test('exceptions end with their clause, and what only sounds like one is none', () => {
  assert.deepEqual(
    exceptionsOf('Unless a sergeant agrees, members shall not post, except for notices; others wait.'),
    ['Unless a sergeant agrees', 'except for notices'],
  )
  assert.deepEqual(exceptionsOf('Pages shall, where possible, link home.'), ['where possible'])
  assert.deepEqual(exceptionsOf('The Department may look whenever it likes without prior notice.'), [])
  assert.deepEqual(permissionIn('without written permission of the Chief or a designee'), {
    by: ['chief', 'designee'],
    form: 'written',
  })
  assert.deepEqual(permissionIn('unless a supervisor gives approval'), {
    by: ['supervisor'],
    form: 'recorded',
  })
  assert.equal(permissionIn('where possible'), undefined)
})

test('likely facts are proposed by the words, and only such as the vocabulary knows', () => {
  const text = 'Members shall not post pictures of crime scenes or of evidence without approval of the Chief.'
  const draft = draftProvision(unit(text, { headings: ['Off-Duty Accounts'] }), facts)
  assert.deepEqual(
    { ...draft, text: '' },
    {
      citation: '1',
      kind: 'prohibition',
      modality: 'must-not',
      binds: 'all-personnel',
      capacity: 'personal',
      exceptions: ['without approval of the Chief'],
      permission: 'photographs',
      facts: ['depicts.scene', 'depicts.evidence'],
      headings: ['Off-Duty Accounts'],
      text: '',
    },
  )
  const limb = unit('The seal.', {
    under: ['Members shall not, without leave or consent of the Chief, show:'],
  })
  assert.deepEqual(draftProvision(limb, facts).exceptions, ['without leave or consent of the Chief'])
  assert.deepEqual(draftProvision(unit(text), ['depicts.evidence']).facts, ['depicts.evidence'])
})

test('a day is read as departments write it, and one the calendar lacks is none', () => {
  const days = [
    'March 1, 2021',
    'Mar. 1st, 2021',
    '1 March 2021',
    '3/1/21',
    '03-01-2021',
    '2021-03-01',
    'as of 3/1/2021.',
  ]
  assert.deepEqual(
    days.map(dayOf),
    days.map(() => '2021-03-01'),
  )
  assert.deepEqual(['February 30, 2021', '13/1/2021', 'N/A', ''].map(dayOf), [
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})
