import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import { z } from 'zod'
import type { Language } from '../../src/platform/public-page.ts'
import { lawOf } from '../../src/records/requests/law.ts'
import { letterWords } from '../../src/records/requests/letter-words.ts'
import { requestWords } from '../../src/records/requests/public-words.ts'
import { buildCommentedTown } from '../commented-town.ts'
import { requestingIn } from '../requesting.ts'

const town = await buildCommentedTown()
const { people, app, agency } = town
const { open, seen, moves, putDown, comments, add, settle } = requestingIn(town)

/** What people type, in the language of who asks. */
const typed = {
  en: {
    wants: 'All comments about the fair.',
    added: 'We began with May.',
    question: 'Which of the two?',
    answer: 'The older one.',
    place: 'The grey cabinet, by hand.',
    reason: 'It names a private person at home.',
    because: 'A court has the case.',
    closing: 'You told us that you have them.',
  },
  es: {
    wants: 'Todos los comentarios sobre la feria.',
    added: 'Empezamos por mayo.',
    question: '¿Cuál de las dos?',
    answer: 'La más antigua.',
    place: 'El armario gris, a mano.',
    reason: 'Nombra a una persona particular en su casa.',
    because: 'El caso está ante un tribunal.',
    closing: 'Usted nos dijo que ya los tiene.',
  },
} as const satisfies Record<Language, Readonly<Record<string, string>>>

interface Read {
  kind: string
  text: string
  language: unknown
}

const pageOf = (code: string): string => `/public/records/requests/${code}`

/** The letters of a request as whoever asked loads them, the oldest first. */
async function lettersOf({ requestId, code }: { requestId: string; code: string }): Promise<Read[]> {
  const { letters } = await seen(requestId)
  const read: Read[] = []
  for (const { kind, letterId } of letters) {
    const url = `${pageOf(code)}/letters/${letterId}`
    const { rawPayload } = await app.inject({ url, headers: { host: agency.host } })
    const pdf = await getDocumentProxy(new Uint8Array(rawPayload))
    const { text } = await extractText(pdf, { mergePages: true })
    const { info } = z.object({ info: z.object({ Language: z.unknown() }) }).parse(await pdf.getMetadata())
    read.push({ kind, text: text.replaceAll(/\s+/g, ' '), language: info.Language })
  }
  return read
}

const copies = (count: number): object => ({ fee: { lines: [{ feeId: 'copy', count, cents: 50 }] } })

/** Every kind of letter, to somebody who asked in this language. */
async function answersIn(language: Language): Promise<Read[]> {
  const { wants, added, question, answer, place, reason, because, closing } = typed[language]
  const asked = { language, wants }
  const lopez = await people.by('lopez')

  const none = await putDown({ ...asked, requester: {} })
  await moves('lopez', none.requestId, 'acknowledge', { words: added })
  await moves('lopez', none.requestId, 'ask', { words: question })
  await moves('lopez', none.requestId, 'answer', { words: answer })
  await moves('lopez', none.requestId, 'search')
  for (const search of [
    { query: null, elsewhere: place, found: 0 },
    { query: { words: 'zeppelin', kind: ['comment', 'notice'], held: true, from: '2026-05-01' } },
  ])
    assert.equal((await lopez.put(`/api/records-requests/${none.requestId}/searches`, search)).status, 200)
  await moves('lopez', none.requestId, 'find-none', { words: because })

  const released = await putDown(asked)
  await moves('lopez', released.requestId, 'acknowledge')
  await moves('lopez', released.requestId, 'estimate', copies(4))
  await moves('lopez', released.requestId, 'estimate', copies(40))
  await moves('lopez', released.requestId, 'waive', { waiver: 'welfare' })
  await moves('lopez', released.requestId, 'search')
  const elsewhere = { query: null, elsewhere: place, found: 2 }
  await lopez.put(`/api/records-requests/${released.requestId}/searches`, elsewhere)
  const [first = '', next = '', second = '', third = ''] = await comments(
    ...[1, 2, 3, 4].map((n) => `${n} ${language} Elm`),
  )
  assert.equal((await add(released.requestId, [first, next, second, third])).status, 200)
  await moves('lopez', released.requestId, 'review')
  await settle(released.requestId, first, { state: 'release' })
  await settle(released.requestId, next, { state: 'release' })
  await moves('lopez', released.requestId, 'release-part', { words: added })
  const ground = { exemption: 'privacy', reason }
  const redactions = [{ field: 'words', start: 5, end: 8, ...ground }]
  await settle(released.requestId, second, { state: 'redact', redactions })
  await settle(released.requestId, third, { state: 'withhold', ...ground })
  await moves('lopez', released.requestId, 'release')

  const denied = await putDown(asked)
  await moves('lopez', denied.requestId, 'deny', {
    words: because,
    exemptions: lawOf('connecticut').exemptions.map(({ id }) => id),
  })
  const closed = await putDown(asked)
  await moves('lopez', closed.requestId, 'close', { words: closing })

  const all = []
  for (const one of [none, released, denied, closed]) all.push(...(await lettersOf(one)))
  assert.deepEqual(
    all.map(({ kind }) => kind),
    [
      'acknowledgement',
      'clarification',
      'none',
      'acknowledgement',
      'fee',
      'fee',
      'release',
      'release',
      'denial',
      'closing',
    ],
  )
  return all
}

/** The parts of a dictionary that are always said: of a sentence with places in it, what stands between them. */
function partsOf(words: unknown): string[] {
  if (typeof words === 'string') return [words]
  if (typeof words === 'function')
    return String(Reflect.apply(words, undefined, ['\u0001', '\u0001', '\u0001']))
      .split('\u0001')
      .map((part) => part.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, ''))
      .filter((part) => part.length > 2)
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(partsOf) : []
}

/** What a law says in a language, of whatever in it has both. */
function sayingsOf(law: unknown, language: Language): string[] {
  if (typeof law !== 'object' || law === null) return []
  if (language in law) return partsOf(Object.entries(law).find(([name]) => name === language)?.[1])
  return Object.values(law).flatMap((part) => sayingsOf(part, language))
}

function ourOwn(language: Language): string[] {
  const { day: _day, ...said } = letterWords[language]
  return [...partsOf(said), ...partsOf(requestWords[language].letterKinds)]
}

/** Does a text say this, and not as part of another word? */
function isSaidIn(text: string, part: string): boolean {
  const pattern = part.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)
  return new RegExp(`(?<!\\p{L})${pattern}(?!\\p{L})`, 'u').test(text)
}

const letters = { en: await answersIn('en'), es: await answersIn('es') }
const textIn = (language: Language): string => letters[language].map(({ text }) => text).join('\n')
const months = /January|February|March|April|May|June|July|August|September|October|November|December/

test('whoever asked in Spanish is answered in Spanish: no letter has a word of ours in English', () => {
  const english = [...ourOwn('en'), ...sayingsOf(lawOf('connecticut'), 'en')]
  assert.ok(english.length > 100)
  for (const { kind, text, language } of letters.es) {
    assert.deepEqual(
      english.filter((part) => isSaidIn(text, part)),
      [],
      kind,
    )
    assert.doesNotMatch(text, months)
    assert.match(text, /\b1 de [12]\b/)
    assert.equal(language, 'es', kind)
  }
  for (const told of [
    'A quien hizo la solicitud',
    '26 de noviembre de 2026',
    'Puede apelar ante: Freedom of Information Commission, 165 Capitol Avenue',
    'palabras zeppelin',
    'tipo Comentario o Aviso',
    'retención legal sí',
    'Se le entregan 2 documentos, como parte 1 de su solicitud. Habrá más entregas.',
    'Copia en papel (C.G.S. 1-212(a)) 40 × $0.50 = $20.00',
    'Expedientes personales, médicos y similares. Lo que invadiría la privacidad',
    ...Object.values(typed.es).filter((words) => words !== typed.es.answer && words !== typed.es.reason),
  ])
    assert.ok(textIn('es').includes(told), told)
})

test('whoever asked in English is answered as ever; all that the dictionary has is said in one letter or another', () => {
  const spanish = ourOwn('es').filter((part) => part !== 'Decorum')
  for (const { kind, text, language } of letters.en) {
    assert.deepEqual(
      spanish.filter((part) => isSaidIn(text, part)),
      [],
      kind,
    )
    assert.match(text, months)
    assert.equal(language, 'en', kind)
  }
  const unsaid = ourOwn('en').filter((part) => !isSaidIn(textIn('en'), part))
  assert.deepEqual(unsaid, [
    // Where silence is no denial.
    'What is found goes out as soon as it is reviewed, in parts if there is much of it.',
    // To no requester.
    'Notice to an employee',
  ])
})

test('the page of a request tells what language each of its letters is in', async () => {
  const { requestId, code } = await putDown({ language: 'es', wants: typed.es.wants })
  await moves('lopez', requestId, 'acknowledge')
  const [inEnglish, inSpanish] = [await open(pageOf(code)), await open(`${pageOf(code)}?lang=es`)]
  assert.match(inEnglish.page, /hreflang="es">Your request was received \(PDF, in Spanish\)/i)
  assert.match(inSpanish.page, /hreflang="es">Recibimos su solicitud \(PDF\)/i)
})

test('a law says whatever it says in two languages', () => {
  const { en, es } = {
    en: sayingsOf(lawOf('connecticut'), 'en'),
    es: sayingsOf(lawOf('connecticut'), 'es'),
  }
  assert.deepEqual([en.length, en.filter((words) => es.includes(words))], [es.length, []])
})
