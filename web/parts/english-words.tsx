import { use, type ReactNode } from 'react'
import { shared } from '../words/es.ts'
import { LanguageContext, useWords } from '../words/words.ts'

/** Tells whoever reads another language that the order's words are held in English. */
export function EnglishWords(): ReactNode {
  const words = useWords(shared)
  if (use(LanguageContext) === 'en') return undefined
  return <p className="quiet">{words.heldInEnglish}</p>
}
