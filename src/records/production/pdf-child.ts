import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { paperOf, spelled, type Typed } from '../../platform/typst.ts'

/** Sets a volume in a process of its own, and ends: Typst works without pause and keeps what memory it took. */

/** A volume to be set: a file of JSON with its words, and where the PDF goes. */
export interface Setting {
  from: string
  to: string
  at: string
}
const settingSchema = z.object({ from: z.string(), to: z.string(), at: z.string() })
const typed: z.ZodType<Typed> = z.lazy(() =>
  z.union([z.string(), z.null(), z.array(typed), z.record(z.string(), typed)]),
)
const paperSchema = z.record(z.string(), typed)

const template = readFileSync(join(import.meta.dirname, 'records.typ'), 'utf8')

process.once('message', (message: unknown) => {
  const { from, to, at } = settingSchema.parse(message)
  const paper = paperSchema.parse(JSON.parse(readFileSync(from, 'utf8')))
  const { note, ...words } = paper
  const plain = spelled(words)
  // Signs that no font has are told of only where there are some.
  const isPlain = JSON.stringify(plain) === JSON.stringify(words)
  const pdf = paperOf(template, { ...paperSchema.parse(plain), note: isPlain ? null : (note ?? null) }, at, {
    pdfStandard: 'a-2a',
  })
  if (pdf !== undefined) writeFileSync(to, pdf, { flag: 'wx' })
})
