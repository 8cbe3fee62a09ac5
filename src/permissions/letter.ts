import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dayIn } from '../platform/day.ts'
import { written, type Language } from '../platform/public-page.ts'
import { paperOf } from '../platform/typst.ts'

/** A decision as it goes to a member on paper. Words only; whatever people wrote is set as they wrote it. */
export interface Letter {
  agency: string
  /** Of what the sheet itself says; English unless told. */
  language?: Language
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
export function pdfOf({ at, zone, language = 'en', ...letter }: Letter): Uint8Array | undefined {
  const day = dayIn(zone, at)
  const { spelled: note, ...labels } = sheetWords[language]
  const paper = { ...letter, ...labels, language, day, date: written(day, language), note: null }
  return paperOf(template, paper, at, { ifSpelled: { note } })
}

const sheetWords = {
  en: {
    pages: '1 of 1',
    exactWords: 'The exact words',
    spelled: 'Signs that this letter cannot print stand in brackets, as their Unicode numbers.',
  },
  es: {
    pages: '1 de 1',
    exactWords: 'Las palabras exactas',
    spelled: 'Los signos que esta carta no puede imprimir aparecen entre corchetes, con su número Unicode.',
  },
} as const satisfies Record<Language, Readonly<Record<'pages' | 'exactWords' | 'spelled', string>>>
