import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { dayIn } from '../platform/day.ts'

/** A decision as it goes to a member on paper. Words only; whatever people wrote is set as they wrote it. */
export interface Letter {
  agency: string
  zone: string
  /** When it was decided, ISO 8601 in UTC. */
  at: string
  /** The id of the request. */
  number: string
  title: string
  to: string[]
  /** The decision, a paragraph each. */
  says: string[]
  /** Name and words, in the order of the table. */
  facts: [string, string][]
  /** The exact words that were asked for. */
  text: string | null
  signed: string[]
}

/** What we use of the Typst compiler, a native library that is made for some processors only. */
interface Compiler {
  compile: (input: { mainFileContent: string; inputs: { letter: string } }) => {
    hasError: () => boolean
    result: unknown
  }
  pdf: (document: unknown, how: { pdfStandard: 'a-2b'; creationTimestamp: number }) => Uint8Array
  evictCache: (age: number) => void
}
const librarySchema = z.object({
  NodeCompiler: z.custom<{ create: (given: { workspace: string }) => Compiler }>(
    (found) => typeof found === 'function' && 'create' in found,
  ),
})

/**
 * The letter as PDF/A-2b; `undefined` where Typst is not made for this machine. The same letter gives the same bytes:
 * its time is that of the decision.
 */
export function pdfOf(letter: Letter): Uint8Array | undefined {
  const typst = compiler()
  if (!typst) return undefined
  try {
    return set(typst, letter, null)
  } catch (error) {
    // An archive copy must show every sign, and no font has them all: emoji are the ones that posts hold.
    if (!(error instanceof Error && error.message.includes('could not be displayed'))) throw error
    return set(
      typst,
      spelled(letter),
      'Signs that this letter cannot print stand in brackets, as their Unicode numbers.',
    )
  }
}

function set(typst: Compiler, { at, zone, ...rest }: Letter, note: string | null): Uint8Array {
  const day = dayIn(zone, at)
  const date = Temporal.PlainDate.from(day).toLocaleString('en-US', { dateStyle: 'long' })
  const compiled = typst.compile({
    mainFileContent: template,
    inputs: { letter: JSON.stringify({ ...rest, day, date, note }) },
  })
  if (compiled.hasError()) throw new Error('Typst could not set the letter of a decision')
  const creationTimestamp = Math.floor(Temporal.Instant.from(at).epochMilliseconds / 1000)
  const pdf = typst.pdf(compiled.result, { pdfStandard: 'a-2b', creationTimestamp })
  typst.evictCache(10)
  return pdf
}

/** The letter with every sign beyond Latin, Greek and Cyrillic spelled out: `Ready [U+1F693]`. */
function spelled({ zone, at, ...letter }: Letter): Letter {
  return {
    zone,
    at,
    agency: spell(letter.agency),
    number: letter.number,
    title: spell(letter.title),
    to: letter.to.map(spell),
    says: letter.says.map(spell),
    facts: letter.facts.map(([name, words]) => [spell(name), spell(words)]),
    text: letter.text === null ? null : spell(letter.text),
    signed: letter.signed.map(spell),
  }
}

function spell(words: string): string {
  return words.replaceAll(unsafe, (signs) => {
    const numbers = Array.from(signs, (sign) => sign.codePointAt(0) ?? 0)
    return `[${numbers.map((code) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`).join(' ')}]`
  })
}

/** What the fonts that come with Typst have for sure; the test sets all of it. */
export const safe =
  '\\n\\r\\t\\x20-\\x7e\\xa1-\\xac\\xae-\\u017f\\u0391-\\u03a1\\u03a3-\\u03c9\\u0410-\\u044f\\u2013\\u2014\\u2018-\\u201e\\u2020-\\u2022\\u2026\\u20ac\\u2122'
const unsafe = new RegExp(`[^${safe}]+`, 'gu')

const template = readFileSync(join(import.meta.dirname, 'letter.typ'), 'utf8')
const library = `@myriaddreamin/typst-ts-node-compiler-${process.platform}-${process.arch}-gnu`

let made: { compiler: Compiler | undefined } | undefined

function compiler(): Compiler | undefined {
  made ??= { compiler: load() }
  return made.compiler
}

function load(): Compiler | undefined {
  let found: unknown
  try {
    found = createRequire(import.meta.url)(library)
  } catch {
    return undefined
  }
  return librarySchema.parse(found).NodeCompiler.create({ workspace: import.meta.dirname })
}
