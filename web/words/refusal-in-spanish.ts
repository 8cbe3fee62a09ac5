import { translating } from './pairs.ts'
import { withDays } from './refusal-in.ts'
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

const translated = translating(inSpanish, inPlace)

/** A sentence of the server's in Spanish; undefined where it is held in English alone. */
export function refusalInSpanish(sentence: string): string | undefined {
  const spanish = translated(sentence)
  if (spanish !== undefined) return withDays('es', spanish)
  // `the last day: write a day as 2026-11-21`: what it is of, and what is said of that.
  const [, of = '', said = ''] = /^(.+?): (.+)$/.exec(sentence) ?? []
  const saidOf = said === '' ? undefined : refusalInSpanish(said)
  return saidOf === undefined ? undefined : `${inPlace(of)}: ${saidOf}`
}

/** What stands in a sentence may be one itself; a name stays as it is. */
function inPlace(words: string): string {
  return refusalInSpanish(words) ?? words
}
