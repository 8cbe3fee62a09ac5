import { infiniteQueryOptions, queryOptions, useQueryClient, type InfiniteData } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { z } from 'zod'
import type {
  dispositionSchema,
  dueSchema,
  holdSchema,
  keepingSchema,
  seriesListSchema,
  settingsViewSchema,
} from '../../src/records/keeping/schema.ts'
import type { SearchQuery } from '../../src/records/query.ts'
import type {
  importsSchema,
  RecordBrief,
  Records,
  RecordView,
  savedSearchesSchema,
} from '../../src/records/schema.ts'
import { get } from '../api.ts'
import { useDates } from '../words/dates.ts'

/** What may be asked of a search; it stands in the address under these names. */
export const asks = [
  'words',
  'person',
  'account',
  'kind',
  'event',
  'from',
  'to',
  'ruling',
  'moderation',
  'source',
  'series',
  'held',
] as const satisfies readonly (keyof SearchQuery)[]
export type Ask = (typeof asks)[number]
/** A search as the address bears it. */
export type Asked = Readonly<Partial<Record<Ask, string>>>

/** The part of an address that is a search. */
export function askedIn(question: Readonly<Record<string, string | undefined>>): Asked {
  return Object.fromEntries(
    asks.flatMap((ask) => {
      const value = question[ask]
      return value === undefined || value === '' ? [] : [[ask, value]]
    }),
  )
}

/** A search as the API takes it in a body. */
export function searchOf(asked: Asked): Record<string, string | string[] | boolean> {
  return Object.fromEntries(
    Object.entries(asked).map(([ask, value]) => [
      ask,
      ask === 'kind' ? value.split(',') : ask === 'held' ? value === 'true' : value,
    ]),
  )
}

/** The same the other way: what the API holds, as the address bears it. */
export function askedOf(search: SearchQuery): Asked {
  return askedIn(
    Object.fromEntries(
      Object.entries(search).map(([ask, value]) => [ask, value === undefined ? undefined : String(value)]),
    ),
  )
}

export function recordsQuery(asked: Asked) {
  const question = new URLSearchParams(asked)
  return infiniteQueryOptions({
    queryKey: ['records', 'search', question.toString()],
    queryFn: ({ pageParam, signal }) => {
      const page = new URLSearchParams(question)
      if (pageParam !== '') page.set('after', pageParam)
      return get<Records>(`/api/records?${page}`, signal)
    },
    initialPageParam: '',
    getNextPageParam: ({ next }: Records) => next,
  })
}

/** How many a search finds. */
export function countQuery(asked: Asked) {
  const question = new URLSearchParams({ ...asked, limit: '1' })
  return queryOptions({
    queryKey: ['records', 'count', question.toString()],
    queryFn: ({ signal }) => get<Records>(`/api/records?${question}`, signal),
  })
}

/** The records that searches of this visit have shown, by id. */
export function useSeen(): ReadonlyMap<string, RecordBrief> {
  const client = useQueryClient()
  const searches = client.getQueriesData<InfiniteData<Records>>({ queryKey: ['records', 'search'] })
  return new Map(
    searches.flatMap(([, list]) =>
      (list?.pages ?? []).flatMap(({ items }) => items.map((record) => [record.recordId, record] as const)),
    ),
  )
}

export function recordQuery(recordId: string, purpose?: string) {
  const question = purpose === undefined ? '' : `?${new URLSearchParams({ purpose })}`
  return queryOptions({
    queryKey: ['records', 'one', recordId, purpose ?? ''],
    queryFn: ({ signal }) => get<RecordView>(`/api/records/${recordId}${question}`, signal),
    // Each opening for a purpose is put down: it is not opened again because a window comes back to the front.
    ...(purpose === undefined ? {} : { staleTime: Infinity }),
  })
}

/** How long a record is kept, and why. */
export function keepingQuery(recordId: string) {
  return queryOptions({
    queryKey: ['records', 'keeping', recordId],
    queryFn: ({ signal }) => get<z.infer<typeof keepingSchema>>(`/api/records/${recordId}/keeping`, signal),
  })
}

export const savedQuery = queryOptions({
  queryKey: ['records', 'searches'],
  queryFn: ({ signal }) => get<z.infer<typeof savedSearchesSchema>>('/api/record-searches', signal),
})

export function holdQuery(holdId: string) {
  return queryOptions({
    queryKey: ['holds', 'one', holdId],
    queryFn: ({ signal }) => get<z.infer<typeof holdSchema>>(`/api/holds/${holdId}`, signal),
  })
}

export const dueQuery = queryOptions({
  queryKey: ['dispositions', 'due'],
  queryFn: ({ signal }) => get<z.infer<typeof dueSchema>>('/api/dispositions/due', signal),
})

export type Disposition = z.infer<typeof dispositionSchema>

export function dispositionQuery(dispositionId: string) {
  return queryOptions({
    queryKey: ['dispositions', 'one', dispositionId],
    queryFn: ({ signal }) => get<Disposition>(`/api/dispositions/${dispositionId}`, signal),
  })
}

export const settingsQuery = queryOptions({
  queryKey: ['dispositions', 'settings'],
  queryFn: ({ signal }) => get<z.infer<typeof settingsViewSchema>>('/api/disposition-settings', signal),
})

type Imports = z.infer<typeof importsSchema>

/** What was brought in; read anew while something is being read. */
export const importsQuery = infiniteQueryOptions({
  queryKey: ['imports'],
  queryFn: ({ pageParam, signal }) =>
    get<Imports>(`/api/imports${pageParam === '' ? '' : `?after=${pageParam}`}`, signal),
  initialPageParam: '',
  getNextPageParam: ({ next }: Imports) => next,
  refetchInterval: ({ state }) =>
    state.data?.pages.some(({ items }) =>
      items.some((one) => one.state === 'waiting' || one.state === 'reading'),
    )
      ? 1_000
      : false,
})

export type SeriesList = z.infer<typeof seriesListSchema>

export const seriesQuery = queryOptions({
  queryKey: ['series'],
  queryFn: ({ signal }) => get<SeriesList>('/api/series', signal),
})

/** The days from one to another, in words; one day stands once. */
export function useDays(): (first: string, last: string) => string {
  const { day } = useDates()
  return (first, last) => (first === last ? day(first) : `${day(first)} – ${day(last)}`)
}

/** Forgets what was read of records and of what keeps them, after something was changed about them. */
export function useForgetRecords(): () => Promise<void> {
  const client = useQueryClient()
  return useCallback(async () => {
    await Promise.all(
      ['records', 'holds', 'series', 'dispositions', 'imports', 'waiting'].map((first) =>
        client.invalidateQueries({ queryKey: [first] }),
      ),
    )
  }, [client])
}
