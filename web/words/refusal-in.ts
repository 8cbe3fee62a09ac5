import { officialRefusalsInSpanish } from './refusals-es-official.ts'
import { recordRefusalsInSpanish } from './refusals-es-records.ts'
import { refusalsInSpanish } from './refusals-es.ts'
import type { Language } from './words.ts'

/** All of them; the first that fits is taken, so that what is said of a few comes before what is said of many. */
export const inSpanish = [
  ...refusalsInSpanish,
  ...officialRefusalsInSpanish,
  ...recordRefusalsInSpanish,
] as const

/** A sentence of the server's in the reader's language; undefined where it is held in English alone. */
export function refusalIn(language: Language, sentence: string): string | undefined {
  if (language === 'en') return sentence
  for (const [english, spanish] of inSpanish) {
    const given = givenIn(english, sentence)
    if (given === undefined) continue
    let place = 0
    return spanish.replaceAll('{}', () => given[place++] ?? '')
  }
  return undefined
}

/** What stands in the places of `{}`; undefined for another sentence. The shortest first, so that names come whole. */
function givenIn(pattern: string, sentence: string): readonly string[] | undefined {
  const parts = pattern.split('{}').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  return new RegExp(`^${parts.join('(.+?)')}$`, 'u').exec(sentence)?.slice(1)
}
