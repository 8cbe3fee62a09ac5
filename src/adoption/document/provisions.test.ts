import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { assert as holds, asyncProperty, integer } from 'fast-check'
import { readDocument, readDocumentAt } from './document.ts'
import { makeDocx } from './fixtures/make-docx.ts'
import { asPdf, asTextPages, dictated, dictatedProvisions } from './fixtures/paginate.ts'
import { importDocument, provisionsOf, type Imported } from './provisions.ts'

const fixture = async (name: string): Promise<Imported> =>
  importDocument(await readDocumentAt(join(import.meta.dirname, 'fixtures', name)))
const pairs = ({ provisions }: Pick<Imported, 'provisions'>): (readonly [string, string])[] =>
  provisions.map(({ citation, text }) => [citation, text])
const fromText = async (text: string, name = 'order.txt'): Promise<Imported> =>
  importDocument(await readDocument(new TextEncoder().encode(text), name))

test('an order in Roman, letter, number and bullets comes whole through page breaks and furniture', async () => {
  const imported = await fixture('riverton-roman.order')
  assert.deepEqual(pairs(imported), [
    ['META.agency', 'RIVERTON POLICE DEPARTMENT'],
    ['META.document-type', 'GENERAL ORDER'],
    ['META.effective-date', 'EFFECTIVE DATE: March 1, 2021'],
    ['META.order-number', 'ORDER NUMBER: 7-12'],
    ['META.issue-date', 'ISSUANCE DATE: February 1, 2021'],
    ['META.page', 'PAGE: 1 of 3'],
    ['META.title', 'Conduct on Online Networks'],
    ['META.reference', 'REFERENCE: Bulletin 9: Posting with Care'],
    ['META.rescinds', 'RESCINDS: 7-03'],
    ['META.signatory', "CHIEF'S SIGNATURE Dana Diaz, Chief of Police"],
    ['DISCLAIMER.s1', 'This order serves the Department alone.'],
    ['DISCLAIMER.s2', 'It sets no standard of care toward others.'],
    ['I.s1', 'Members keep the freedoms of any citizen.'],
    ['I.s2', 'Members also carry the good name of Riverton, e.g. when a neighbor reads what they write.'],
    ['II', 'To say once, in one place, what members may publish.'],
    [
      'III.Network',
      'Network - any site where people write for one another. News sites with comments count too.',
    ],
    ['III.Post (verb)', 'Post (verb): To make anything appear on a network.'],
    ['IV.lead', 'The following applies on every shift:'],
    ['IV.A.1', 'Members write as private people and say so whenever a reader could take it otherwise.'],
    [
      'IV.A.2',
      'Members shall not publish what they learned at work – that is, what they would not know without the badge – ' +
        'unless the Chief of Police or a designee agrees in writing. A member who is not sure asks a sergeant first.',
    ],
    ['IV.A.3', 'Without the written consent of the Chief, members shall not show any of the following:'],
    ['IV.A.3.a', 'The seal or the patch of Riverton.'],
    ['IV.A.3.b', 'The inside of the station;'],
    ['IV.A.3.c', 'Evidence, seized things, or found things; and/or'],
    ['IV.A.3.d', 'A colleague who said no.'],
    ['IV.A.4', 'Section 2 of the Handbook applies as well.'],
    ['IV.B.lead', 'When writing for Riverton:'],
    ['IV.B.1', 'Members stay polite.'],
    ['IV.B.2', 'Pages can be used to tell people of:'],
    ['IV.B.2.a', 'Closed bridges'],
    ['IV.B.2.b', 'Lost children'],
    ['CLOSING.s1', 'The Riverton Police Department may read whatever is kept on its machines.'],
    ['CLOSING.s2', 'That includes messages.'],
  ])
  assert.deepEqual(imported.doubts, [])
  assert.equal(imported.furniture.length, 16)
  assert.ok(imported.furniture.some(({ text }) => text === 'PAGE 2 of 3'))
})

test('a manual in the style 1001.2.1 (a)(1) keeps its decimal path, and form feeds are pages', async () => {
  const imported = await fixture('riverton-manual.txt')
  assert.deepEqual(pairs(imported), [
    ['META.agency', 'Riverton Police Department'],
    ['META.document-type', 'Policy Manual'],
    ['META.order-number', 'Policy 1001'],
    ['META.effective-date', 'Effective Date: 2021-03-01'],
    ['META.title', 'Online Networks'],
    ['1001.1.s1', 'This policy tells members what they may publish on online networks, on duty and off.'],
    ['1001.1.s2', 'It covers volunteers too.'],
    ['1001.2.1.lead', 'To keep people safe, members shall not publish:'],
    ['1001.2.1.a', 'Anything about an open case, including:'],
    ['1001.2.1.a.1', 'Names of witnesses.'],
    ['1001.2.1.a.2', 'Pictures of a scene that a member took while at work.'],
    ['1001.2.1.b', 'Words that mock a person for faith or origin.'],
    [
      '1001.2.1.c',
      "Speech that a reader would take for the Department's own. Speech of a union is not meant.",
    ],
    ['1001.2.1.tail', 'A member who doubts should ask a sergeant.'],
    ['1001.2.2', 'Members may speak of pay and staffing.'],
    ['1001.3.a.1', 'Only the press officer may open a page.'],
    ['1001.3.a.2', 'A page must show how to reach the Department.'],
    ['1001.3.b', 'Comments may be hidden when they are off-topic.'],
  ])
  assert.deepEqual(imported.doubts, [])
})

test('a decimal order whose numbering repeats and jumps says so and loses nothing', async () => {
  const imported = await fixture('riverton-decimal.order')
  assert.deepEqual(pairs(imported).slice(2), [
    ['META.effective-date', 'Effective 2021-03-01'],
    ['META.approved-by', 'Approved by Town Council'],
    ['1.p1', 'To say what members may publish.'],
    ['1.p2.s1', 'To help them publish well.'],
    ['1.p2.s2', 'It is no trap.'],
    ['2.Network', 'Network: any site where people write for one another.'],
    ['2.Page', 'Page means a part of a network that one owner fills.'],
    ['3.1', 'Members shall not publish pictures of the station.'],
    ['3.2', 'Members should keep their settings private, except where an account is meant for the public.'],
    ['3.3.1', 'Members shall not use networks on duty unless a supervisor approves.'],
    ['3.3.2', 'Breaks are free.'],
    ['3.3.2~2', 'Meals are free.'],
    ['3.3.5', 'Supervisors shall:'],
    ['3.3.5.a', 'watch for harm;'],
    ['3.3.5.b', 'report it at once; and'],
    ['3.3.5.c', 'help.'],
    ['4', 'Requests go to the Chief.'],
  ])
  assert.deepEqual(
    imported.doubts.map(({ line, sentence }) => [line, sentence]),
    [
      [33, 'numbering repeats: 3.3.2 follows 3.3.2'],
      [33, '3.3.2 stands twice: this one is cited as 3.3.2~2'],
      [35, 'numbering jumps from 3.3.2 to 3.3.5'],
    ],
  )
})

test('an order with plain headings and no section numbers is cited by its headings', async () => {
  assert.deepEqual(pairs(await fixture('riverton-headings.txt')), [
    ['META.agency', 'Riverton Police Department'],
    ['META.title', 'Directive: Online Networks'],
    ['META.issue-date', 'Issued: March 1, 2021'],
    ['WHY-WE-HAVE-THIS.s1', 'Riverton wants its members to speak freely.'],
    ['WHY-WE-HAVE-THIS.s2', 'It wants them to think first.'],
    ['OFF-DUTY-ACCOUNTS.a', 'Do not show the patch.'],
    ['OFF-DUTY-ACCOUNTS.b', 'Do not write as if for Riverton, unless the Chief has agreed.'],
    ['OFF-DUTY-ACCOUNTS.tail', 'Members who are unsure should ask.'],
    ['ON-DUTY-ACCOUNTS.1', 'Members may look things up for a case.'],
    ['ON-DUTY-ACCOUNTS.2', 'Members may not chat.'],
    ['ASKING-FOR-LEAVE', 'Members shall ask the Chief in writing at least seven days before.'],
  ])
})

test('lettered sections under a heading without a number carry no prefix; definitions there are DEF', async () => {
  const imported = await fromText(
    'Title: Networks\n\nDEFINITIONS\n\nNetwork: a site for people.\n\nPROCEDURES\n\nThe following holds for all members of it:\n\n' +
      'A. Private Accounts of Members\n\n1. Be kind.\n\nB. Pages of the Department\n\n1. Be clear.\n',
  )
  assert.deepEqual(pairs(imported).slice(1), [
    ['DEF.Network', 'Network: a site for people.'],
    ['PROCEDURES.lead', 'The following holds for all members of it:'],
    ['A.1', 'Be kind.'],
    ['B.1', 'Be clear.'],
  ])
})

test('two headings that letter their sections alike both stay in the citation', async () => {
  const section = 'A. Private Accounts of Members\n\n1. Be kind.\n'
  const imported = await fromText(`POLICY\n\n${section}\nPROCEDURES\n\n${section}`)
  assert.deepEqual(pairs(imported), [
    ['POLICY.A.1', 'Be kind.'],
    ['PROCEDURES.A.1', 'Be kind.'],
  ])
})

test('C, D and I are letters after B, C and H, and Roman where Roman numbers run', async () => {
  const letters = 'ABCDEFGHIJ'
    .split('')
    .map((letter) => `${letter}. It is ${letter}.`)
    .join('\n\n')
  assert.deepEqual(
    pairs(await fromText(letters)).map(([citation]) => citation),
    'ABCDEFGHIJ'.split(''),
  )
  const romans = ['i', 'ii', 'iii', 'iv', 'v'].map((roman) => `${roman}) it is ${roman};`).join('\n')
  assert.deepEqual(
    pairs(await fromText(`1. First:\n${romans}\n2. Second.`)).map(([citation]) => citation),
    ['1', '1.i', '1.ii', '1.iii', '1.iv', '1.v', '2'],
  )
})

test('a list that starts again without a heading is kept and said', async () => {
  const { doubts, ...imported } = await fromText('1. One is here.\n2. Two is here.\n1. One is back.\n')
  assert.deepEqual(pairs(imported), [
    ['1', 'One is here.'],
    ['2', 'Two is here.'],
    ['1~2', 'One is back.'],
  ])
  assert.deepEqual(
    doubts.map(({ sentence }) => sentence),
    ['numbering starts again at 1 after 2', '1 stands twice: this one is cited as 1~2'],
  )
})

test('a number or a dash that a wrapped line happens to start with is no label', async () => {
  const imported = await fromText(
    '1. Members read the whole of Section\n2. and keep to it \u2013 that means every word of it\n\u2013 at all times.\n2. They ask.\n',
  )
  assert.deepEqual(pairs(imported), [
    [
      '1',
      'Members read the whole of Section 2. and keep to it \u2013 that means every word of it \u2013 at all times.',
    ],
    ['2', 'They ask.'],
  ])
})

test('a hyphen at the end of a line goes only where the whole word is known', async () => {
  const imported = await fromText('1. The depart-\nment is a department that is well-\nkept.\n')
  assert.deepEqual(pairs(imported), [['1', 'The department is a department that is well-kept.']])
})

test('a page that ends between two sentences, or before an "or", parts no entry', async () => {
  const imported = await fromText(
    'Order 7-12\n\n1. Members ask the sergeant of\n   their shift.\n\fPage 2\n\n   The sergeant answers.\n2. They show neither:\n' +
      '   a. the patch;\n\fPage 3\n\n      or\n   b. the seal.\n',
  )
  assert.deepEqual(pairs(imported).slice(1), [
    ['1', 'Members ask the sergeant of their shift. The sergeant answers.'],
    ['2', 'They show neither:'],
    ['2.a', 'the patch; or'],
    ['2.b', 'the seal.'],
  ])
})

test('chapters 1.0 and 2.0 contain 1.1 and 2.1, and a table of contents is not the order', async () => {
  const imported = await fromText(
    'Order 7-12\n\n1.0 PURPOSE ........ 1\n2.0 RULES ........ 2\n\n1.0 PURPOSE\n\nTo say it once.\n\n2.0 RULES\n\n' +
      '2.1 Be kind.\n\n2.2 Do not show:\n(a) the patch;\n(b) the seal.\n\n3.0 LEAVE\n\n3.1 Ask the Chief.\n',
  )
  assert.deepEqual(pairs(imported), [
    ['META.order-number', 'Order 7-12'],
    ['1.0', 'To say it once.'],
    ['2.1', 'Be kind.'],
    ['2.2', 'Do not show:'],
    ['2.2.a', 'the patch;'],
    ['2.2.b', 'the seal.'],
    ['3.1', 'Ask the Chief.'],
  ])
  assert.deepEqual(imported.doubts, [])
})

test('hints name a heading and a label that the document itself does not explain', async () => {
  const document = await readDocument(
    new TextEncoder().encode(
      'Riverton Police Department\nForm no. 12\n\nDEFINITIONS\n\nNetwork: a site for all people.\n',
    ),
    'order.txt',
  )
  const provisions = provisionsOf(document, {
    headings: { Definitions: 'D' },
    labels: { 'Form no.': 'form' },
  })
  assert.deepEqual(
    provisions.map(({ citation, value }) => [citation, value]),
    [
      ['META.agency', 'Riverton Police Department'],
      ['META.form', '12'],
      ['D.Network', undefined],
    ],
  )
})

test('a document that holds no provision says so', async () => {
  const { provisions, doubts } = await fromText('Page 1 of 2\nRiverton\nPage 2 of 2\nRiverton\n')
  assert.deepEqual(
    provisions.filter(({ part }) => part !== 'metadata'),
    [],
  )
  assert.ok(doubts.some(({ sentence }) => sentence === 'nothing in it reads as a provision'))
})

test('[row rule] wherever pages end, plain text gives the same provisions', async () => {
  let pages = 0
  await holds(
    asyncProperty(integer({ min: 60, max: 110 }), integer({ min: 9, max: 60 }), async (width, length) => {
      const imported = await fromText(asTextPages(dictated, width, length))
      assert.deepEqual(pairs(imported), dictatedProvisions)
      pages += imported.furniture.length
    }),
    { numRuns: 60 },
  )
  assert.ok(pages > 200, 'many pages ended somewhere')
})

test('[row rule] wherever pages end, a PDF gives the same provisions', async () => {
  let furniture = 0
  await holds(
    asyncProperty(integer({ min: 60, max: 100 }), integer({ min: 9, max: 30 }), async (width, length) => {
      const document = await readDocument(asPdf(dictated, width, length), 'order.pdf')
      const imported = importDocument(document)
      assert.deepEqual(pairs(imported), dictatedProvisions)
      furniture += imported.furniture.length
    }),
    { numRuns: 15 },
  )
  assert.ok(furniture > 20)
})

test('a Word document is read with the numbers that Word only draws, and its table as the header', async () => {
  const levels = [
    { format: 'upperRoman', text: '%1.' },
    { format: 'upperLetter', text: '%2.' },
    { format: 'decimal', text: '%3.' },
    { format: 'lowerLetter', text: '(%4)' },
  ]
  const bullets = [{ format: 'bullet', text: '\uF0B7' }]
  const docx = makeDocx(
    [
      ['RIVERTON POLICE DEPARTMENT', 'Effective Date: March 1, 2021', 'Order Number: 7-12'],
      { text: 'PURPOSE', bold: true, list: { id: 1, level: 0 } },
      { text: 'To say it once & for all.' },
      { text: 'RULES', heading: 1, list: { id: 1, level: 0 } },
      { text: 'Private Accounts', bold: true, list: { id: 1, level: 1 } },
      { text: 'Be kind.', list: { id: 1, level: 2 } },
      { text: 'Do not show:', list: { id: 1, level: 2 } },
      { text: 'the patch;', list: { id: 1, level: 3 } },
      { text: 'the seal.', list: { id: 1, level: 3 } },
      { text: 'Pages of the Department', bold: true, list: { id: 1, level: 1 } },
      { text: 'Tell of:', list: { id: 1, level: 2 } },
      { text: 'Storms', list: { id: 2, level: 0 } },
      { text: 'Fairs', list: { id: 2, level: 0 } },
      { text: 'The Department may read its own machines.' },
    ],
    [levels, bullets],
  )
  const document = await readDocument(docx, 'order.docx')
  assert.equal(document.format, 'docx')
  assert.deepEqual(pairs(importDocument(document)), [
    ['META.agency', 'RIVERTON POLICE DEPARTMENT'],
    ['META.effective-date', 'Effective Date: March 1, 2021'],
    ['META.order-number', 'Order Number: 7-12'],
    ['I', 'To say it once & for all.'],
    ['II.A.1', 'Be kind.'],
    ['II.A.2', 'Do not show:'],
    ['II.A.2.a', 'the patch;'],
    ['II.A.2.b', 'the seal.'],
    ['II.B.1', 'Tell of:'],
    ['II.B.1.a', 'Storms'],
    ['II.B.1.b', 'Fairs'],
    ['CLOSING', 'The Department may read its own machines.'],
  ])
})
