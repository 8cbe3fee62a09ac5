import type { Language } from '../words/words.ts'

const unitsOf = { Y: 'year', M: 'month', W: 'week', D: 'day' } as const
const permanently = { en: 'Permanently', es: 'Para siempre' } as const
const locales = { en: 'en-US', es: 'es-US' } as const

/** A period of a series in words: `7 years` of `P7Y`. What is none is shown as it is. */
export function periodIn(language: Language, period: string): string {
  if (period === 'permanent') return permanently[language]
  const parts = [...period.matchAll(/(\d+)([YMWD])/g)].flatMap(([, count, letter]) => {
    const unit = Object.entries(unitsOf).find(([one]) => one === letter)?.[1]
    const style = { style: 'unit', unit, unitDisplay: 'long' } as const
    return unit === undefined ? [] : [new Intl.NumberFormat(locales[language], style).format(Number(count))]
  })
  return parts.length === 0 ? period : new Intl.ListFormat(locales[language]).format(parts)
}
