import { createContext, use } from 'react'

export const languages = ['en', 'es'] as const
export type Language = (typeof languages)[number]

type Text = string | ((...given: never[]) => string)
interface Texts {
  readonly [key: string]: Text | Texts
}

/** The same keys, each a text, or a function of the same arguments that gives one. */
export type Same<T> = {
  readonly [K in keyof T]: T[K] extends (...given: infer Given) => string
    ? (...given: Given) => string
    : T[K] extends string
      ? string
      : Same<T[K]>
}

/** A dictionary in both languages. */
export interface Words<T> {
  en: T
  es: Same<T>
}

/** Pairs English with Spanish; it does not compile while either lacks a key that the other has. */
export function inBoth<T extends Texts>(en: T, es: Same<NoInfer<T>>): Words<T> {
  return { en, es }
}

export const LanguageContext = createContext<Language>('en')

/** The words of a dictionary in the reader's language. */
export function useWords<T>(words: Words<T>): Same<T> | T {
  return words[use(LanguageContext)]
}

const plurals = { en: new Intl.PluralRules('en'), es: new Intl.PluralRules('es') }
const numbers = { en: new Intl.NumberFormat('en-US'), es: new Intl.NumberFormat('es-US') }

/** `counted('en', 3, 'day', 'days')` is `3 days`. Both languages know one and other. */
export function counted(language: Language, count: number, one: string, other: string): string {
  return `${numbers[language].format(count)} ${plurals[language].select(count) === 'one' ? one : other}`
}

/** Ends a sentence of Spanish: what ends with the hour, `5:17 a.m.`, has its full stop already. */
export function closed(text: string): string {
  return text.endsWith('.') ? text : `${text}.`
}
