import { use } from 'react'
import type { RequestView } from '../../src/records/requests/schema.ts'
import { LanguageContext, useWords } from '../words/words.ts'
import { deskMoveWords } from './move-words.ts'

/** What language a letter of a request goes out in, where whoever writes it may not expect it. */
export function useGoesOut({ language }: Pick<RequestView, 'language'>): string | undefined {
  const { goesOut } = useWords(deskMoveWords).say
  const isSpanishSpoken = [use(LanguageContext), language].includes('es')
  return isSpanishSpoken ? goesOut[language] : undefined
}
