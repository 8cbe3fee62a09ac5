import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import type { SearchQuery } from '../../src/records/query.ts'
import type { RequestView } from '../../src/records/requests/schema.ts'
import type { responsiveDoneSchema } from '../../src/records/requests/set-schema.ts'
import { send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { asks, type Ask, type Asked } from '../records/data.ts'
import { recordWords } from '../records/words.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { requestsAt, useForget } from './data.ts'
import { useIsCustodian } from './roles.ts'
import { setWords } from './set-words.ts'

/** Every search and every look elsewhere that was put down, with who, when and how much was found. */
export function KeptSearches({ request }: { request: RequestView }): ReactNode {
  const words = useWords(setWords).search
  const dates = useDates()
  const { requestId, searches, version } = request
  const forget = useForget()
  const inWords = useInWords()
  const [said, setSaid] = useState('')
  const isCustodian = useIsCustodian()
  const addAll = async (search: string): Promise<void> => {
    try {
      const path = `${requestsAt}/${requestId}/responsive`
      const done = await send<z.infer<typeof responsiveDoneSchema>>('POST', path, { version, search })
      setSaid(words.added(done.added, done.responsive))
    } finally {
      await forget()
    }
  }
  return (
    <section>
      <h2>{words.kept}</h2>
      <p className="quiet">{searches.length === 0 ? words.keptNone : words.keptLead}</p>
      <p role="status">{said}</p>
      <ol className="usa-list">
        {searches.map(({ searchId, query, elsewhere, by, at, found, isExact, fresh }) => {
          const asked = askedOf(query)
          return (
            <li key={searchId}>
              {query === null ? elsewhere : inWords(asked)}
              <br />
              <span className="quiet">
                {by?.name}, <time dateTime={at}>{dates.moment(at)}</time>
                {found !== null && ` · ${words.found(found, isExact)}`}
                {fresh !== undefined && found !== 0 && `, ${words.fresh(fresh)}`}
              </span>
              {query !== null && isCustodian && (
                <div className="row-of-buttons no-print">
                  <Link
                    to="/records-requests/$requestId"
                    params={{ requestId }}
                    search={{ part: 'search', ...asked }}
                  >
                    {words.again}
                  </Link>
                  <Action look="unstyled" run={() => addAll(searchId)}>
                    {words.addAllOf}
                  </Action>
                </div>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** A search that was put down, as the address bears one. */
function askedOf(query: Readonly<Record<string, unknown>> | null): Asked {
  const asked: Partial<Record<Ask, string>> = {}
  for (const one of asks) {
    const value = query?.[one]
    if (Array.isArray(value)) asked[one] = value.join(',')
    if (typeof value === 'string' || typeof value === 'boolean') asked[one] = String(value)
  }
  return asked
}

/** `Words: flood; Kinds: comment` */
function useInWords(): (asked: Asked) => string {
  const words = useWords(setWords).search
  const { kinds, moderations, sources, search } = useWords(recordWords)
  const names: Partial<Record<keyof SearchQuery, string>> = {
    words: search.words,
    person: search.person,
    account: search.account,
    kind: search.kinds,
    from: search.from,
    to: search.to,
    ruling: search.ruling,
    moderation: search.moderation,
    source: search.source,
    series: search.series,
  }
  const said: Readonly<Record<string, string>> = { ...kinds, ...moderations, ...sources }
  return (asked) => {
    const parts = asks.flatMap((one) => {
      const value = asked[one]
      if (value === undefined) return []
      const isCoded = one === 'kind' || one === 'moderation' || one === 'source'
      const shown = isCoded
        ? value
            .split(',')
            .map((code) => said[code] ?? code)
            .join(', ')
        : value
      return [`${names[one] ?? one}: ${shown}`]
    })
    return parts.length === 0 ? words.everything : parts.join('; ')
  }
}
