import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { z } from 'zod'
import type { ArchiveView, productionsSchema } from '../../src/records/production/schema.ts'
import type { Law } from '../../src/records/requests/law.ts'
import type { noticeSchema, noticesSchema } from '../../src/records/requests/notice-schema.ts'
import type {
  responsiveListSchema,
  underReviewSchema,
  withheldSchema,
} from '../../src/records/requests/review-schema.ts'
import type { listSchema, RequestView } from '../../src/records/requests/schema.ts'
import type { holidaysSchema, Settings } from '../../src/records/requests/settings-schema.ts'
import { get } from '../api.ts'

export type Brief = z.infer<typeof listSchema>['items'][number]
export type Responsive = z.infer<typeof responsiveListSchema>['items'][number]
export type UnderReview = z.infer<typeof underReviewSchema>
export type Notice = z.infer<typeof noticeSchema>
export type Withheld = z.infer<typeof withheldSchema>['items'][number]
export interface SettingsView {
  version: number
  settings: Settings
  law: Law
  laws: string[]
}

/** Where the API has them. */
export const requestsAt = '/api/records-requests'
export const noticesAt = '/api/records-notices'
export const holidaysAt = '/api/holidays'
export const settingsAt = `${requestsAt}/settings`

export function noticesOf(requestId: string): string {
  return `${requestsAt}/${requestId}/notices`
}

export function moveNoticeAt(noticeId: string): string {
  return `${noticesAt}/${noticeId}/move`
}

export function objectAt(noticeId: string): string {
  return `${noticesAt}/${noticeId}/object`
}

/** A file of a record in the review; one of somebody's personnel file leaves a trace. */
export function mediumAt(requestId: string, recordId: string, sha256: string): string {
  return `${requestsAt}/${requestId}/review/${recordId}/media/${sha256}`
}

/** The most that the API gives at once; so many open requests are sorted by their deadlines. */
const most = '100'

export function listQuery(state: string) {
  const asked = new URLSearchParams(state === 'all' ? { limit: most } : { state, limit: most })
  return infiniteQueryOptions({
    queryKey: ['records-requests', 'list', state],
    queryFn: ({ pageParam, signal }) => {
      const page = new URLSearchParams(asked)
      if (pageParam !== '') page.set('after', pageParam)
      return get<z.infer<typeof listSchema>>(`${requestsAt}?${page}`, signal)
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
}

export function requestQuery(requestId: string) {
  return queryOptions({
    queryKey: ['records-requests', 'one', requestId],
    queryFn: ({ signal }) => get<RequestView>(`${requestsAt}/${requestId}`, signal),
  })
}

export function responsiveQuery(requestId: string, state: string | undefined) {
  const asked = new URLSearchParams(state === undefined ? {} : { state })
  return infiniteQueryOptions({
    queryKey: ['records-requests', 'set', requestId, state ?? ''],
    queryFn: ({ pageParam, signal }) => {
      const page = new URLSearchParams(asked)
      if (pageParam !== '') page.set('after', pageParam)
      return get<z.infer<typeof responsiveListSchema>>(
        `${requestsAt}/${requestId}/responsive?${page}`,
        signal,
      )
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
}

export function underReviewQuery(requestId: string, recordId: string) {
  return queryOptions({
    queryKey: ['records-requests', 'review', requestId, recordId],
    queryFn: ({ signal }) => get<UnderReview>(`${requestsAt}/${requestId}/review/${recordId}`, signal),
  })
}

export function withheldQuery(requestId: string) {
  return queryOptions({
    queryKey: ['records-requests', 'withheld', requestId],
    queryFn: ({ signal }) =>
      get<z.infer<typeof withheldSchema>>(`${requestsAt}/${requestId}/withheld`, signal),
  })
}

export const myNoticesQuery = queryOptions({
  queryKey: ['records-requests', 'notices'],
  queryFn: ({ signal }) => get<z.infer<typeof noticesSchema>>(noticesAt, signal),
})

/** Packages take some seconds to some minutes; so often it is looked whether they are there. */
const everyFive = 5_000

/** The packages of so many instalments, looked for until each is there. */
export function productionsQuery(requestId: string, instalments: number) {
  return queryOptions({
    queryKey: ['records-requests', 'productions', requestId],
    queryFn: ({ signal }) =>
      get<z.infer<typeof productionsSchema>>(`${requestsAt}/${requestId}/productions`, signal),
    enabled: instalments > 0,
    refetchInterval: ({ state }) => {
      const made = state.data?.items.filter((one) => one.state === 'made').length ?? 0
      return made < instalments ? everyFive : false
    },
  })
}

export function publishAt(productionId: string): string {
  return `/api/productions/${productionId}/publish`
}

export const archiveAt = '/api/archive'

export const archiveQuery = queryOptions({
  queryKey: ['records-requests', 'archive'],
  queryFn: ({ signal }) => get<ArchiveView>(archiveAt, signal),
})

export const settingsQuery = queryOptions({
  queryKey: ['records-requests', 'settings'],
  queryFn: ({ signal }) => get<SettingsView>(settingsAt, signal),
  staleTime: 60_000,
})

export const holidaysQuery = queryOptions({
  queryKey: ['records-requests', 'holidays'],
  queryFn: ({ signal }) => get<z.infer<typeof holidaysSchema>>(holidaysAt, signal),
  staleTime: 60_000,
})

/** Forgets what was read of requests for records, and of what waits, after one of them has moved. */
export function useForget(): () => Promise<void> {
  const client = useQueryClient()
  return useCallback(async () => {
    await Promise.all(
      ['records-requests', 'waiting'].map((first) => client.invalidateQueries({ queryKey: [first] })),
    )
  }, [client])
}
