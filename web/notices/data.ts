import {
  keepPreviousData,
  queryOptions,
  useQuery,
  useQueryClient,
  type QueryKey,
} from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import type { z } from 'zod'
import type { NoticeArea, NoticeContent } from '../../src/posts/notices/content.ts'
import type {
  mapDrawnSchema,
  NoticeCheck,
  NoticeView,
  TemplatesView,
  wordsAskSchema,
  wordsSchema,
} from '../../src/posts/notices/schema.ts'
import type { MapFeature } from '../../src/posts/notices/town-map.ts'
import { get, send } from '../api.ts'
import type { Language } from '../words/words.ts'

export type Template = TemplatesView['templates'][number]
export type Proposal = z.infer<typeof wordsSchema>
type WordsAsked = z.infer<typeof wordsAskSchema>
type MapDrawn = z.infer<typeof mapDrawnSchema>

export const templatesQuery = queryOptions({
  queryKey: ['notices', 'templates'],
  queryFn: ({ signal }) => get<TemplatesView>('/api/notices/templates', signal),
  staleTime: 5 * 60_000,
})

export const townMapQuery = queryOptions({
  queryKey: ['notices', 'town map'],
  queryFn: ({ signal }) =>
    get<{ mapId: string | null; source: string; features: MapFeature[] }>('/api/map', signal),
  staleTime: 5 * 60_000,
})

export function noticeQuery(noticeId: string) {
  return queryOptions({
    queryKey: ['notices', 'one', noticeId],
    queryFn: ({ signal }) => get<NoticeView>(`/api/notices/${noticeId}`, signal),
    // What is on its way changes by itself.
    refetchInterval: ({ state }) =>
      state.data?.deliveries.some((one) => one.state === 'waiting' || one.state === 'sending') === true
        ? 2_000
        : false,
  })
}

/** Forgets what was read of notices, and of what waits, after one of them has moved. */
export function useForgetNotices(): () => Promise<void> {
  const client = useQueryClient()
  return useCallback(async () => {
    await Promise.all(['notices', 'waiting'].map((first) => client.invalidateQueries({ queryKey: [first] })))
  }, [client])
}

export interface Asked<Answer> {
  data: Answer | undefined
  error: Error | null
  isWorking: boolean
}

/** What would be missing of a notice, how each page would say it, and what the order says of it. */
export function useCheck(content: NoticeContent): Asked<NoticeCheck> {
  return useRested(['notices', 'check'], '/api/notices/check', { content }, 500)
}

/** The words that the template makes of what is filled in. */
export function useProposal(ask: WordsAsked): Asked<Proposal> {
  return useRested(['notices', 'words'], '/api/notices/words', ask, 250)
}

/** The area of a notice as its map and in words. */
export function useMap(area: NoticeArea, language: Language): Asked<MapDrawn> {
  return useRested(['notices', 'map'], '/api/notices/map', { area, language }, 400)
}

/** Proposed words, once: for a form that begins with a notice, and for another end of it. */
export async function proposed(ask: WordsAsked): Promise<Proposal> {
  return await send<Proposal>('POST', '/api/notices/words', ask)
}

/** The question of a notice's template about its words. */
export function wordsAsked({ kind, fields, area, expires }: NoticeContent): WordsAsked {
  return { kind, fields, area: area.words, expires }
}

/** Asks the server about what is being written, whenever the writer rests for so many milliseconds. */
function useRested<Answer>(queryKey: QueryKey, path: string, body: object, rest: number): Asked<Answer> {
  const written = JSON.stringify(body)
  const [rested, setRested] = useState(written)
  useEffect(() => {
    const timer = setTimeout(() => setRested(written), rest)
    return () => clearTimeout(timer)
  }, [written, rest])
  const asked = useQuery({
    queryKey: [...queryKey, rested],
    queryFn: () => send<Answer>('POST', path, JSON.parse(rested)),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  })
  return { data: asked.data, error: asked.error, isWorking: asked.isFetching || rested !== written }
}
