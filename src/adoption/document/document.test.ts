import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { Refusal } from '../../platform/refusal.ts'
import { readDocument, readDocumentAt } from './document.ts'
import { makeDocx } from './fixtures/make-docx.ts'
import { makePdf } from './fixtures/make-pdf.ts'
import { zip } from './zip.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const refused = async (data: Uint8Array, name: string): Promise<[string, string]> => {
  try {
    await readDocument(data, name)
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.message]
    throw error
  }
  return ['none', 'it was read']
}

test('what is no document is refused with one sentence each', async () => {
  const locked = '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n'
  const noise = Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 251)
  const cases: [Uint8Array, string, string][] = [
    [bytes(''), 'order.md', 'order.md is empty.'],
    [bytes(' \n\t\n'), 'order.txt', 'order.txt holds no words.'],
    [noise, 'order.txt', 'order.txt is no text, Markdown, PDF or DOCX.'],
    [bytes('Members shall ask.'), 'order.docx', 'order.docx is called a DOCX but is not one.'],
    [bytes('Members shall ask.'), 'order.pdf', 'order.pdf is called a PDF but is not one.'],
    [
      zip(new Map([['hello.txt', bytes('hello')]])),
      'order.docx',
      'order.docx is a ZIP archive but no DOCX: it holds no Word document.',
    ],
    [
      makeDocx([{ text: 'Members shall ask.' }]).subarray(0, 400),
      'cut.docx',
      'cut.docx is a ZIP archive but no DOCX: it holds no Word document.',
    ],
    [
      zip(new Map([['word/document.xml', bytes('<w:document')]])),
      'bad.docx',
      'bad.docx is a DOCX that is damaged and cannot be read.',
    ],
    [makeDocx([{ text: ' ' }]), 'blank.docx', 'blank.docx holds no words.'],
    [
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      'order.doc',
      'order.doc is in the old binary format of Word or locked: save it as an open DOCX or PDF first.',
    ],
    [
      makePdf([[], []]),
      'scan.pdf',
      'scan.pdf is a PDF with no text layer (a scan): have its text recognised first.',
    ],
    [bytes(locked), 'cut.pdf', 'cut.pdf is a PDF that is damaged and cannot be read.'],
    [
      bytes('Members shall ask.\n'.repeat(600_000)),
      'long.txt',
      'long.txt holds 11.4 MB of text, and 2 MB are the most: that is no order.',
    ],
  ]
  for (const [data, name, sentence] of cases)
    assert.deepEqual(await refused(data, name), ['malformed', sentence])
})

test('a path that leads nowhere is not found, and says why', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'decorum-'))
  try {
    const missing = join(folder, 'order.md')
    await assert.rejects(
      readDocumentAt(missing),
      new Refusal('notFound', `${missing} cannot be read: there is no such file.`),
    )
    await assert.rejects(
      readDocumentAt(folder),
      new Refusal('notFound', `${folder} cannot be read: it is a folder.`),
    )
    writeFileSync(missing, '1. Members shall ask.')
    assert.equal((await readDocumentAt(missing)).name, 'order.md')
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a document is read by what it holds and not by its name', async () => {
  const formats = await Promise.all([
    readDocument(makePdf([[{ text: 'Members shall ask.', y: 700 }]]), 'order.md'),
    readDocument(makeDocx([{ text: 'Members shall ask.' }]), 'order.txt'),
    readDocument(bytes('## Rules\n\nMembers **shall** ask.'), 'order.txt'),
    readDocument(bytes('Rules\n\nMembers shall ask.'), 'order'),
  ])
  assert.deepEqual(
    formats.map(({ format }) => format),
    ['pdf', 'docx', 'markdown', 'text'],
  )
  for (const { lines } of formats)
    assert.equal(lines.filter(({ text }) => text !== '').at(-1)?.text, 'Members shall ask.')
})

test("a Word document's page header is its masthead, its page number is not", async () => {
  const header = ['Riverton Police Department', 'Page 1 of 2', 'Order 7-12', 'Riverton Police Department']
  const { lines } = await readDocument(makeDocx([{ text: 'Members shall ask.' }], [], header), 'order.docx')
  const texts = lines.map(({ text }) => text).filter((text) => text !== '')
  assert.deepEqual(texts, ['Riverton Police Department', 'Order 7-12', 'Members shall ask.'])
})

test('direction marks, zero-width marks and odd spaces leave no trace; old code pages are read', async () => {
  const marked = await readDocument(bytes('\uFEFF\u202E1.\u00A0Mem\u200Bbers\u200F ask.\u2069'), 'order.txt')
  assert.deepEqual(
    marked.lines.map(({ text }) => text),
    ['1. Members ask.'],
  )
  const windows = await readDocument(
    Uint8Array.from(Buffer.from('the Chief\u0092s leave', 'latin1')),
    'order.txt',
  )
  assert.equal(windows.lines[0]?.text, 'the Chief’s leave')
  const surrogate = Buffer.concat([bytes('the Chief’s l'), Uint8Array.from([0xed, 0xa0, 0x80]), bytes('ave')])
  const lone = await readDocument(Uint8Array.from(surrogate), 'order.txt')
  assert.equal(lone.lines[0]?.text, 'the Chief’s l\uFFFD\uFFFD\uFFFDave')
  const wide = await readDocument(Uint8Array.from(Buffer.from('\uFEFFMembers ask.', 'utf16le')), 'order.txt')
  assert.equal(wide.lines[0]?.text, 'Members ask.')
})

test('Markdown loses its marks and no word', async () => {
  const source =
    '**A. Rules:**\n\n- a *kind* word, a _good_ one\\.\n* a [link](https://example.org) &amp; <b>bold</b>\n\n3 * 4 is snake_case_name'
  const { lines } = await readDocument(bytes(source), 'order.md')
  assert.deepEqual(
    lines.filter(({ text }) => text !== '').map(({ text, mark }) => [text, mark]),
    [
      ['A. Rules:', 'bold'],
      ['- a kind word, a good one.', 'plain'],
      ['* a link & bold', 'plain'],
      ['3 * 4 is snake_case_name', 'plain'],
    ],
  )
})

test('lines of a PDF follow the page: gaps part paragraphs, wide spaces part cells, small steps are one line', async () => {
  const { lines, pages } = await readDocument(
    makePdf([
      [
        { text: 'Order 7-12', x: 72, y: 720 },
        { text: 'Effective: March 1, 2021', x: 350, y: 720.4 },
        { text: '1. Members shall', x: 72, y: 680 },
        { text: 'ask.', x: 90, y: 667 },
        { text: '2. They do.', x: 72, y: 640, bold: true },
      ],
      [{ text: 'More.', x: 72, y: 700 }],
    ]),
    'order.pdf',
  )
  assert.equal(pages, 2)
  assert.deepEqual(
    lines.map(({ text, indent, page }) => [text, indent, page]),
    [
      ['Order 7-12\tEffective: March 1, 2021', 72, 1],
      ['', 0, 1],
      ['1. Members shall', 72, 1],
      ['ask.', 90, 1],
      ['', 0, 1],
      ['2. They do.', 72, 1],
      ['', 0, 1],
      ['More.', 72, 2],
      ['', 0, 2],
    ],
  )
})
