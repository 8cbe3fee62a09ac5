import { createRequire } from 'node:module'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

/** PDF/A-2b keeps the look; PDF/A-2a keeps as well what is a heading, a list, a table. */
type PdfStandard = 'a-2b' | 'a-2a'

/** What we use of the Typst compiler, a native library that is made for some processors only. */
interface Compiler {
  compile: (input: { mainFileContent: string; inputs: Record<string, string> }) => {
    hasError: () => boolean
    result: unknown
  }
  pdf: (document: unknown, how: { pdfStandard: PdfStandard; creationTimestamp: number }) => Uint8Array
  evictCache: (age: number) => void
}
const librarySchema = z.object({
  NodeCompiler: z.custom<{ create: (given: { workspace: string }) => Compiler }>(
    (found) => typeof found === 'function' && 'create' in found,
  ),
})

/** What a template is given: words, and lists and tables of words. */
export type Typed = string | null | readonly Typed[] | Paper

type Paper = { readonly [name: string]: Typed }

interface Setting {
  pdfStandard?: PdfStandard
  /** What the paper says besides where signs of it had to be spelled. */
  ifSpelled?: Paper
}

/**
 * A page set by a Typst template from data, `json(bytes(sys.inputs.paper))` in it, as PDF/A; no word of the data is read
 * as markup, and the same data gives the same bytes. Signs that no font has stand as their Unicode numbers. `undefined`
 * where Typst is not made for this machine.
 */
export function paperOf(
  template: string,
  paper: Paper,
  at: string,
  { pdfStandard = 'a-2b', ifSpelled = {} }: Setting = {},
): Uint8Array | undefined {
  const typst = compiler()
  if (!typst) return undefined
  const set = (data: Paper): Uint8Array => {
    const inputs = { paper: JSON.stringify(data) }
    const compiled = typst.compile({ mainFileContent: template, inputs })
    if (compiled.hasError()) throw new Error('Typst could not set the paper')
    const creationTimestamp = Math.floor(Temporal.Instant.from(at).epochMilliseconds / 1000)
    const pdf = typst.pdf(compiled.result, { pdfStandard, creationTimestamp })
    // What it remembers of one paper serves no other.
    typst.evictCache(0)
    return pdf
  }
  try {
    return set(paper)
  } catch (error) {
    // An archive copy must show every sign, and no font has them all: emoji are the ones that posts hold.
    if (!(error instanceof Error && error.message.includes('could not be displayed'))) throw error
    return set({ ...allSpelled(paper), ...ifSpelled })
  }
}

/** Everything beyond Latin, Greek and Cyrillic spelled out: `[U+1F693]`. */
export function spelled(data: Typed): Typed {
  if (typeof data === 'string')
    return data.replaceAll(unsafe, (signs) => {
      const numbers = Array.from(signs, (sign) => (sign.codePointAt(0) ?? 0).toString(16).toUpperCase())
      return `[${numbers.map((number) => `U+${number.padStart(4, '0')}`).join(' ')}]`
    })
  if (data === null) return null
  if (isList(data)) return data.map(spelled)
  return allSpelled(data)
}

function allSpelled(paper: Paper): Paper {
  return Object.fromEntries(Object.entries(paper).map(([name, value]) => [name, spelled(value)]))
}

function isList(data: Typed): data is readonly Typed[] {
  return Array.isArray(data)
}

/** What the fonts that come with Typst have for sure, as a part of a class of signs; the test sets all of it. */
export const safe =
  '\\n\\r\\t\\x20-\\x7e\\xa1-\\xac\\xae-\\u017f\\u0391-\\u03a1\\u03a3-\\u03c9\\u0410-\\u044f\\u2013\\u2014\\u2018-\\u201e\\u2020-\\u2022\\u2026\\u20ac\\u2122'
const unsafe = new RegExp(`[^${safe}]+`, 'gu')

const library = `@myriaddreamin/typst-ts-node-compiler-${process.platform}-${process.arch}-gnu`
let made: { compiler: Compiler | undefined } | undefined

function compiler(): Compiler | undefined {
  made ??= { compiler: load() }
  return made.compiler
}

/** Is Typst made for this machine? */
export function hasTypst(): boolean {
  return compiler() !== undefined
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
