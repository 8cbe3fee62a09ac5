import { datesIn } from './dates-in.ts'
import { fieldRefusalsInSpanish } from './refusals-es-fields.ts'
import { keepingRefusalsInSpanish } from './refusals-es-keeping.ts'
import { memberRefusalsInSpanish } from './refusals-es-members.ts'
import { noticeRefusalsInSpanish } from './refusals-es-notices.ts'
import { officialRefusalsInSpanish } from './refusals-es-official.ts'
import { orderRefusalsInSpanish } from './refusals-es-order.ts'
import { pageRefusalsInSpanish } from './refusals-es-pages.ts'
import { recordRefusalsInSpanish } from './refusals-es-records.ts'
import { requestRefusalsInSpanish } from './refusals-es-requests.ts'
import { refusalsInSpanish } from './refusals-es.ts'
import type { Language } from './words.ts'

/** All of them; the first that fits is taken, so that what is said of a few comes before what is said of many. */
export const inSpanish = [
  ...refusalsInSpanish,
  ...officialRefusalsInSpanish,
  ...recordRefusalsInSpanish,
  ...requestRefusalsInSpanish,
  ...keepingRefusalsInSpanish,
  ...orderRefusalsInSpanish,
  ...memberRefusalsInSpanish,
  ...noticeRefusalsInSpanish,
  ...pageRefusalsInSpanish,
  ...fieldRefusalsInSpanish,
] as const

/** The same, made once. In the place of `{}` the shortest that fits stands, so that names come whole. */
const patterns = inSpanish.map(([english, spanish]) => {
  const parts = english.split('{}').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  return [new RegExp(`^${parts.join('(.+?)')}$`, 'u'), spanish] as const
})

/** A sentence of the server's in the reader's language; undefined where it is held in English alone. */
export function refusalIn(language: Language, sentence: string): string | undefined {
  if (language === 'en') return withDays('en', sentence)
  for (const [pattern, spanish] of patterns) {
    // What stands in the places of `{}`.
    const given = pattern.exec(sentence)?.slice(1)
    if (given === undefined) continue
    let place = 0
    return withDays(
      language,
      spanish.replaceAll('{}', () => inPlace(language, given[place++] ?? '')),
    )
  }
  // `the last day: write a day as 2026-11-21`: what it is of, and what is said of that.
  const [, of = '', said = ''] = /^(.+?): (.+)$/.exec(sentence) ?? []
  const saidOf = said === '' ? undefined : refusalIn(language, said)
  return saidOf === undefined ? undefined : `${inPlace(language, of)}: ${saidOf}`
}

/** What stands in a sentence may be one itself; a name stays as it is. */
function inPlace(language: Language, words: string): string {
  return refusalIn(language, words) ?? words
}

/** The server says days as `2026-11-21`; people read them as on every page. `write a day as 2026-11-21` stays. */
export function withDays(language: Language, sentence: string): string {
  const { day } = datesIn(language, 'UTC')
  return sentence.replaceAll(aDay, (iso) => (Number.isNaN(Date.parse(iso)) ? iso : day(iso)))
}
/** Not one that is part of a longer name. */
const aDay = /(?<![\w/.-]|\b(?:as|como|write|escriba) )\d{4}-\d\d-\d\d(?![\w/-]|\.\w)/g
