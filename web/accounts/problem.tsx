import { use, type ReactNode } from 'react'
import { withDays } from '../words/refusal-in.ts'
import { LanguageContext } from '../words/words.ts'
import { problemInSpanish } from './problems-es.ts'

/** What is wrong with a page, in the reader's language; what is held in English alone is read so. */
export function Problem({ sentence }: { sentence: string }): ReactNode {
  const language = use(LanguageContext)
  const spanish = language === 'es' ? problemInSpanish(sentence) : undefined
  return spanish ?? <span lang="en">{withDays('en', sentence)}</span>
}
