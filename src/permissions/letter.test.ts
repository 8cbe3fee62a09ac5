import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import { z } from 'zod'
import { safe } from '../platform/typst.ts'
import { pdfOf, type Letter } from './letter.ts'

const letter: Letter = {
  agency: 'Riverton Police Department',
  zone: 'America/New_York',
  at: '2026-11-22T02:00:00Z',
  number: '0192',
  title: 'Permission granted: identification',
  to: ['Ana Alvarez', 'Officer, Patrol A'],
  says: ['Your request is approved.'],
  facts: [
    ['Period', '2026-11-21 to 2026-12-31'],
    ['Rests on', 'IV.D.1'],
  ],
  text: '#panic("no") *stars* $x$ @nobody [brackets] “quoted” \\ résumé',
  signed: ['Dan Diaz', 'Chief of Police'],
}

test('a letter is PDF/A-2b, of the agency’s day, and its words are nobody’s markup', async () => {
  const pdf = pdfOf(letter)
  assert.ok(pdf, 'Typst is installed on this machine')
  const bytes = Buffer.from(pdf)
  assert.match(bytes.toString('latin1'), /pdfaid:part>2</)
  assert.match(bytes.toString('latin1'), /pdfaid:conformance>B</)
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })
  assert.match(text, /November 21, 2026/)
  assert.match(text, /#panic\("no"\) \*stars\* \$x\$ @nobody \[brackets\] “quoted” \\ résumé/)
  assert.match(text, /Permission granted: identification/)
})

test('the same letter is the same bytes, another one is not', () => {
  const again = pdfOf(letter)
  assert.deepEqual(pdfOf({ ...letter }), again)
  assert.notDeepEqual(pdfOf({ ...letter, text: 'other words' }), again)
})

test('a letter in Spanish is so in its date, its labels and the language that the PDF names', async () => {
  const spanish = await read({ language: 'es', text: 'Listo 🚓' })
  assert.equal(spanish.language, 'es')
  for (const said of [
    '21 de noviembre de 2026',
    '1 de 1',
    'Las palabras exactas',
    'aparecen entre corchetes',
  ])
    assert.ok(spanish.text.includes(said), said)
  assert.equal((await read({})).language, 'en')
})

async function textOf(changes: Partial<Letter>): Promise<string> {
  return (await read(changes)).text
}

/** The words of a letter, and the language that its PDF says they are in. */
async function read(changes: Partial<Letter>): Promise<{ text: string; language: unknown }> {
  const bytes = pdfOf({ ...letter, ...changes })
  assert.ok(bytes)
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  const { text } = await extractText(pdf, { mergePages: true })
  const { info } = z.object({ info: z.object({ Language: z.unknown() }) }).parse(await pdf.getMetadata())
  return { text, language: info.Language }
}

test('a sign that no font has is spelled out, and never stands in the way of a decision', async () => {
  const text = await textOf({ text: 'Ready 🚓 for 日本', signed: ['Zoë Ñandú 👮'] })
  assert.match(text, /Ready \[U\+1F693\] for \[U\+65E5 U\+672C\]/)
  assert.match(text, /Zoë Ñandú \[U\+1F46E\]/)
  assert.match(text, /stand in brackets, as their Unicode numbers/)
  assert.doesNotMatch(await textOf({ text: 'Zoë' }), /Unicode numbers/)
  for (const hard of ['\u0001\u0007', '\u{10ffff}', '\ufffe', 'a\u0301\u{e0001}', '👩‍👩‍👧‍👦 🇺🇸', 'שלום ﷺ'])
    assert.ok(
      await textOf({ text: hard, title: hard, to: [hard], facts: [[hard, hard]] }),
      JSON.stringify(hard),
    )
})

test('whatever counts as safe is set as it is', async () => {
  const isSafe = new RegExp(`^[${safe}]$`, 'u')
  const all = Array.from({ length: 0x2200 }, (_, code) => String.fromCodePoint(code)).filter((sign) =>
    isSafe.test(sign),
  )
  assert.ok(all.length > 450)
  assert.doesNotMatch(await textOf({ text: all.join(' ') }), /U\+/)
})
