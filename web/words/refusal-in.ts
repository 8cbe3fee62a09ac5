import { datesIn } from './dates-in.ts'
import type { Language } from './words.ts'

type InSpanish = (sentence: string) => string | undefined
let asked: Promise<InSpanish> | undefined

/** Says a refusal in Spanish. Its words come when they are first needed; where they do not, English is all there is. */
export function spanishRefusals(): Promise<InSpanish> {
  asked ??= import('./refusal-in-spanish.ts').then(
    ({ refusalInSpanish }) => refusalInSpanish,
    () => () => undefined,
  )
  return asked
}

/** The server says days as `2026-11-21`; people read them as on every page. `write a day as 2026-11-21` stays. */
export function withDays(language: Language, sentence: string): string {
  const { day } = datesIn(language, 'UTC')
  return sentence.replaceAll(aDay, (iso) => (Number.isNaN(Date.parse(iso)) ? iso : day(iso)))
}
/** Not one that is part of a longer name. */
const aDay = /(?<![\w/.-]|\b(?:as|como|write|escriba) )\d{4}-\d\d-\d\d(?![\w/-]|\.\w)/g
