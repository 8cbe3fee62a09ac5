import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDocument } from './document.ts'
import { makeDocx } from './fixtures/make-docx.ts'
import { makePdf } from './fixtures/make-pdf.ts'
import { importDocument, type Imported } from './provisions.ts'
import { unzip, zip } from './zip.ts'

// Documents in the styles of other houses; the town and every sentence are made up.
const read = async (source: string | Uint8Array, name = 'order.txt'): Promise<Imported> =>
  importDocument(
    await readDocument(typeof source === 'string' ? new TextEncoder().encode(source) : source, name),
  )
const pairs = ({ provisions }: Imported): string[][] =>
  provisions.map(({ citation, text }) => [citation, text])
const citations = (imported: Imported): string[] => imported.provisions.map(({ citation }) => citation)

const footer = (page: number): string =>
  `Copyright Manuals, Inc. 2021/06/14, All Rights Reserved.\nOnline Networks - ${page}\n`

test("a publisher's notice, the lines beside it and a table of contents are no words of the order", async () => {
  const imported = await read(
    `Policy\n1058\nRiverton Police Department\nPolicy Manual\n\nOnline Networks\n\nTable of Contents\n1058.1  PURPOSE   1\n1058.2  RULES   2\n\n` +
      `1058.1  PURPOSE\nTo say what members may write, and to keep\n${footer(1)}Riverton Police Department\nPolicy Manual\n\nOnline Networks\n\n` +
      `the peace.\n\n1058.2  RULES\n(a)  Members shall be kind, and they shall be\n${footer(2)}Riverton Police Department\nPolicy Manual\n\nOnline Networks\n\nbrief.\n${footer(3)}`,
  )
  assert.deepEqual(pairs(imported), [
    ['META.document-type', 'Policy Manual'],
    ['META.order-number', '1058'],
    ['META.agency', 'Riverton Police Department'],
    ['META.title', 'Online Networks'],
    ['1058.1', 'To say what members may write, and to keep the peace.'],
    ['1058.2.a', 'Members shall be kind, and they shall be brief.'],
  ])
  assert.deepEqual(imported.doubts, [])
})

test('what a page says again of the header goes with its page number', async () => {
  const imported = await read(
    'RIVERTON POLICE DEPARTMENT     WRITTEN DIRECTIVE\n\n26.1.1  Conduct\n\nA. Members shall be kind.\n\n   Page 1 of 2\n----------\n' +
      'RIVERTON POLICE DEPARTMENT     WRITTEN DIRECTIVE\n\nB. Members shall be brief.\n\n26.1.2  Leave\n\nA. Members ask the Chief.\n\n   Page 2 of 2\n',
  )
  assert.deepEqual(citations(imported).slice(2), ['26.1.1.A', '26.1.1.B', '26.1.2.A'])
  assert.deepEqual(imported.provisions.at(-1)?.headings, ['Leave'])
})

test('i is a letter where j comes next and the first of a Roman list where ii does; AA follows Z', async () => {
  const letters = 'abcdefg'.split('').map((letter) => `(${letter}) it is ${letter};`)
  const roman = ['(h) what shows:', '    (i) a badge; or', '    (ii) a seal;', '(i) lies;', '(j) spam.']
  assert.deepEqual(citations(await read([...letters, ...roman].join('\n'))).slice(7), [
    'h',
    'h.i',
    'h.ii',
    'i',
    'j',
  ])
  assert.deepEqual(
    citations(await read([...letters, '(h) it is h;', '(i) lies;', '(j) spam.'].join('\n'))).slice(8),
    ['i', 'j'],
  )
  const capitals = [...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ'), 'AA', 'BB'].map(
    (letter) => `${letter}. It is ${letter}.`,
  )
  assert.deepEqual(citations(await read(capitals.join('\n'))).slice(-3), ['Z', 'AA', 'BB'])
})

test('a section of a code ends its heading in a stop, and its definitions may stand line by line', async () => {
  const imported = await read(
    'RULES\n\n§ 12-1. Terms and definitions.\nAs used in this chapter:\n"Post" means what a member writes.\n"Page" means where it stands.\n\n' +
      '§ 12-2. Barred acts.\nA. No member may write what:\n(1) is cruel; or\n(2) is false.\n\nSection 12-3 Penalties.\nA breach of § 12-2 has\nconsequences.\n',
  )
  assert.deepEqual(pairs(imported).slice(1), [
    ['12-1.lead', 'As used in this chapter:'],
    ['12-1.Post', '"Post" means what a member writes.'],
    ['12-1.Page', '"Page" means where it stands.'],
    ['12-2.A', 'No member may write what:'],
    ['12-2.A.1', 'is cruel; or'],
    ['12-2.A.2', 'is false.'],
    ['12-3', 'A breach of § 12-2 has consequences.'],
  ])
})

test('a heading set tight over its text is one, a line that is merely wrapped is none', async () => {
  const imported = await read(
    'Title: Networks\n\n4. Rules\n4.1 Members shall be kind to all who read them.\n5. Review\nThe Chief reads this order again each year.\n' +
      '6. When they write for it, sworn and civilian\nMembers of Riverton take more care than others.\n7. Ask first.\n',
  )
  assert.deepEqual(pairs(imported).slice(1), [
    ['4.1', 'Members shall be kind to all who read them.'],
    ['5', 'The Chief reads this order again each year.'],
    ['6', 'When they write for it, sworn and civilian Members of Riverton take more care than others.'],
    ['7', 'Ask first.'],
  ])
})

test('a new lead-in after a list begins a list of its own', async () => {
  const imported = await read(
    'PERSONAL USE\n\nMembers must:\n\n• Be kind.\n• Refrain from:\n   – rumors;\n   – images of:\n      ▪ cars\n      ▪ boats\n   – threats\n\n' +
      'Members are discouraged from:\n\n➢ Quarrels\n➢ Haste\n\nThey may ask.\n',
  )
  assert.deepEqual(citations(imported), [
    'PERSONAL-USE.lead',
    ...['a', 'b', 'b.a', 'b.b', 'b.b.a', 'b.b.b', 'b.c'].map((key) => `PERSONAL-USE.${key}`),
    'PERSONAL-USE.lead2',
    'PERSONAL-USE.lead2.a',
    'PERSONAL-USE.lead2.b',
    'CLOSING',
  ])
})

test('text between the units of a section and its first subsection stays between them', async () => {
  const imported = await read(
    '4.1 RULES\n(a) Be kind.\n(b) Be brief.\n\nMembers who doubt ask.\n\n4.1.1 LEAVE\n(a) The Chief gives it.\n\n4.2 END\nThat is all of it.\n',
  )
  assert.deepEqual(citations(imported), ['4.1.a', '4.1.b', '4.1.tail', '4.1.1.a', '4.2'])
})

test('a hyphen at the end of a line stays between words that stand alone', async () => {
  const { provisions } = await read(
    '1. On- and off-\nduty members keep their informa-\ntion, and a super-\nvisor checks on-\nand off-line records.\n2. Supervisors ask the Depart\nment first.\n3. The Department answers.\n',
  )
  assert.deepEqual(
    provisions.slice(0, 2).map(({ text }) => text),
    [
      'On- and off-duty members keep their information, and a supervisor checks on- and off-line records.',
      'Supervisors ask the Department first.',
    ],
  )
})

test('the header keeps to itself: short sections, a first section that is not 1, a name of many parts', async () => {
  const short = await read(
    'Riverton Police Department\nPolicy: Networks\n\nPURPOSE\n\nTo guide members.\n\nRULES\n\nMembers must:\n\n• Be kind.\n',
  )
  assert.deepEqual(citations(short).slice(2), ['PURPOSE', 'RULES.lead', 'RULES.a'])
  const later = await read(
    'STANDARD OPERATING PROCEDURE\nTitle: Networks\n\n4. Personal Use\n\nMembers must:\n\n1. Be kind.\n',
  )
  assert.deepEqual(citations(later), ['META.document-type', 'META.title', '4.lead', '4.1'])
  const city = await read(
    'CITY OF RIVERTON\nDEPARTMENT OF POLICE\nARTICLE IV\nNETWORKS\n\nSection 4.01 Purpose.\nTo guide.\n\nSection 4.02 Rules.\nBe kind.\n',
  )
  assert.deepEqual(pairs(city), [
    ['META.jurisdiction', 'CITY OF RIVERTON'],
    ['META.agency', 'DEPARTMENT OF POLICE'],
    ['META.section', 'ARTICLE IV'],
    ['META.title', 'NETWORKS'],
    ['4.01', 'To guide.'],
    ['4.02', 'Be kind.'],
  ])
})

test('who signed at the end is said of the order and is none of its rules', async () => {
  const imported = await read(
    'Title: Networks\n\n1. Be kind.\n\n2. Be brief.\n\n__________\nApproved: Dana Diaz, Chief of Police\n',
  )
  assert.deepEqual(pairs(imported).slice(1), [
    ['META.signatory', 'Approved: Dana Diaz, Chief of Police'],
    ['1', 'Be kind.'],
    ['2', 'Be brief.'],
  ])
})

test('a name over an office is who signed; a running line that stands in a sentence is no part of it', async () => {
  const running = 'RIVERTON PD - ORDERS OF THE HOUSE'
  const imported = await read(
    `${running}\nTitle: Networks\n\nI. PURPOSE:\tTo say what members\n${running}\nmay write.\n\nII. RULES\nA. Members shall be\n${running}\nkind.\n\nBy order of:\n\nDana Diaz\nChief of Police\n`,
  )
  assert.deepEqual(pairs(imported).slice(2), [
    ['META.signatory', 'By order of: Dana Diaz Chief of Police'],
    ['I', 'To say what members may write.'],
    ['II.A', 'Members shall be kind.'],
  ])
  assert.deepEqual(imported.doubts, [])
})

test('Markdown in other dialects: front matter, underlined headings, notes, code', async () => {
  const imported = await read(
    '---\ntitle: Networks\nagency: Riverton Police Department\n---\n\nRiverton Police Department\n==========================\n\n' +
      'A. PERSONAL USE\n\n1. Members shall read the `Bulletin` first.[^1]\n2. They ask at <https://riverton.example/ask>.\n\n[^1]: It is on the wall.\n',
    'order.md',
  )
  assert.deepEqual(pairs(imported), [
    ['META.title', 'title: Networks'],
    ['META.agency', 'agency: Riverton Police Department'],
    ['A.1', 'Members shall read the Bulletin first.'],
    ['A.2', 'They ask at https://riverton.example/ask.'],
    ['CLOSING', 'It is on the wall.'],
  ])
})

test('UTF-16 without its mark is read', async () => {
  const wide = Uint8Array.from(Buffer.from('1. Members shall be kind.\r\n2. They ask.\r\n', 'utf16le'))
  assert.deepEqual(citations(await read(wide)), ['1', '2'])
})

const column = (
  x: number,
  texts: readonly string[],
): { text: string; x: number; y: number; size: number }[] =>
  texts.map((text, index) => ({ text, x, y: 640 - index * 13, size: 10 }))

test('the columns of a page are read one after the other, and the cells of a table are no columns', async () => {
  const left = [
    'A. Members shall not publish any picture of the',
    'inside of the station or of the yard, by day or',
    'at night, on a page of their own or of others.',
    'B. Members shall tell a sergeant of every threat',
    'that they read on a network, before the shift is',
    'over, and they shall keep a copy of it for the',
    'sergeant who',
  ]
  const right = [
    'asks them for it later in the same week or month.',
    'C. Members may speak of their pay, their hours',
    'and their town with anybody and on any network.',
    'D. Members who write for a page of the town shall',
    'say so, and shall be as polite as at the counter,',
    'whoever it is that writes to them on that page.',
    'E. Nobody may use the town’s devices for it.',
  ]
  const imported = await read(
    makePdf([
      [
        { text: 'I. RULES', x: 260, y: 680, size: 10 },
        ...column(60, left),
        ...column(320, right),
        { text: '1', x: 300, y: 40 },
      ],
    ]),
    'order.pdf',
  )
  assert.deepEqual(citations(imported), ['I.A', 'I.B', 'I.C', 'I.D', 'I.E'])
  assert.match(imported.provisions[1]?.text ?? '', /for the sergeant who asks them for it later/)
})

test('a Word document shows the mark of a footnote nowhere in the text, and the note below it', async () => {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  const parts =
    unzip(makeDocx([{ text: '1. Members ask a superviSORmark first.' }, { text: '2. They wait.' }])) ??
    new Map()
  const body = new TextDecoder().decode(parts.get('word/document.xml'))
  const set = (path: string, text: string): unknown => parts.set(path, new TextEncoder().encode(text))
  set(
    'word/document.xml',
    body.replace(
      'SORmark',
      'sor</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t xml:space="preserve">',
    ),
  )
  set(
    'word/footnotes.xml',
    `<w:footnotes ${names}><w:footnote w:id="2"><w:p><w:r><w:t>A sergeant.</w:t></w:r></w:p></w:footnote></w:footnotes>`,
  )
  set(
    'word/_rels/document.xml.rels',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/footnotes" Target="footnotes.xml"/></Relationships>`,
  )
  assert.deepEqual(pairs(await read(zip(parts), 'order.docx')), [
    ['1', 'Members ask a supervisor first.'],
    ['2', 'They wait.'],
    ['FOOTNOTES.1', 'A sergeant.'],
  ])
})
