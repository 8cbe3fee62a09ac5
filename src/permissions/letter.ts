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
  const { at, zone, ...rest } = letter
  const day = dayIn(zone, at)
  const date = Temporal.PlainDate.from(day).toLocaleString('en-US', { dateStyle: 'long' })
  const compiled = typst.compile({
    mainFileContent: template,
    inputs: { letter: JSON.stringify({ ...rest, day, date }) },
  })
  if (compiled.hasError()) throw new Error('Typst could not set the letter of a decision')
  const creationTimestamp = Math.floor(Temporal.Instant.from(at).epochMilliseconds / 1000)
  const pdf = typst.pdf(compiled.result, { pdfStandard: 'a-2b', creationTimestamp })
  typst.evictCache(10)
  return pdf
}

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
