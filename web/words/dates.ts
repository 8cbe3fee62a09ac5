import { use } from 'react'
import { useSession } from '../session.ts'
import { datesIn, type Dates } from './dates-in.ts'
import { LanguageContext } from './words.ts'

export function useDates(): Dates {
  return datesIn(use(LanguageContext), useSession().agency.zone)
}
