import { useQuery } from '@tanstack/react-query'
import { use } from 'react'
import { eventIn } from '../../src/records/event-words.ts'
import { accountsQuery } from '../accounts/data.ts'
import { wordOf } from '../parts/in-words.ts'
import { useDates } from '../words/dates.ts'
import { shared } from '../words/es.ts'
import { LanguageContext, useWords } from '../words/words.ts'
import { asks, type Ask, type Asked } from './data.ts'
import { recordWords } from './words.ts'

/** Says a search in words, a line for each thing that is asked: `Kinds: Comment, Post`. */
export function useNamed(): (asked: Asked) => string[] {
  const nameOf = useNameOf()
  return (asked) => asks.flatMap((ask) => (asked[ask] === undefined ? [] : [nameOf(ask, asked[ask])]))
}

/** Says one thing that a search asks. */
export function useNameOf(): (ask: Ask, value: string) => string {
  const { search: words, kinds, moderations, sources } = useWords(recordWords)
  const { outcome } = useWords(shared).ruling
  const language = use(LanguageContext)
  const dates = useDates()
  const accounts = useQuery(accountsQuery).data?.items ?? []
  const said: Readonly<Record<Ask, (value: string) => string>> = {
    words: (value) => `${words.words}: ${value}`,
    person: (value) => `${words.person}: ${value}`,
    account: (value) =>
      `${words.account}: ${accounts.find(({ accountId }) => accountId === value)?.handle ?? value.slice(0, 8)}`,
    kind: (value) => {
      const chosen = value.split(',').map((kind) => wordOf(kinds, kind))
      return `${words.kinds}: ${chosen.join(', ')}`
    },
    event: (value) => `${words.event}: ${eventIn(language, value)}`,
    from: (value) => `${words.from}: ${dates.day(value)}`,
    to: (value) => `${words.to}: ${dates.day(value)}`,
    ruling: (value) => `${words.ruling}: ${wordOf(outcome, value)}`,
    moderation: (value) => `${words.moderation}: ${wordOf(moderations, value)}`,
    source: (value) => `${words.source}: ${wordOf(sources, value)}`,
    series: (value) => `${words.series}: ${value === 'none' ? words.noSeries : value}`,
    held: (value) => (value === 'true' ? words.isHeld : words.isFree),
  }
  return (ask, value) => said[ask](value)
}
