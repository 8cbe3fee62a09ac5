import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { dayIn } from '../platform/day.ts'
import { paperOf } from '../platform/typst.ts'

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

const template = readFileSync(join(import.meta.dirname, 'letter.typ'), 'utf8')

/**
 * The letter as PDF/A-2b; `undefined` where Typst is not made for this machine. The same letter gives the same bytes:
 * its time is that of the decision.
 */
export function pdfOf({ at, zone, ...letter }: Letter): Uint8Array | undefined {
  const day = dayIn(zone, at)
  const date = Temporal.PlainDate.from(day).toLocaleString('en-US', { dateStyle: 'long' })
  const paper = { ...letter, day, date, note: null }
  return paperOf(template, paper, at, {
    ifSpelled: { note: 'Signs that this letter cannot print stand in brackets, as their Unicode numbers.' },
  })
}
