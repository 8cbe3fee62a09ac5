import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { CommentView, Queue } from '../../src/comments/schema.ts'
import type { CommentSettings, Wellness } from '../../src/comments/settings.ts'
import { get } from '../api.ts'

/** What stands in the address: the filters of the queue. */
export type Asked = Readonly<Record<string, string | undefined>>

/** So often the queue is read anew while it is looked at. */
const everySecond = 1_000

export function queueQuery(asked: Asked) {
  const question = new URLSearchParams(
    Object.entries(asked).filter((pair): pair is [string, string] => pair[1] !== undefined),
  )
  return infiniteQueryOptions({
    queryKey: ['comments', 'queue', question.toString()],
    queryFn: ({ pageParam, signal }) => {
      const page = new URLSearchParams(question)
      if (pageParam !== '') page.set('after', pageParam)
      return get<Queue>(`/api/comments?${page}`, signal)
    },
    initialPageParam: '',
    getNextPageParam: ({ next }: Queue) => next,
    // Somebody who has read on for many pages asks for those by themselves.
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) > 2 ? false : everySecond),
  })
}

export function commentQuery(commentId: string) {
  return queryOptions({
    queryKey: ['comments', 'one', commentId],
    queryFn: ({ signal }) => get<CommentView>(`/api/comments/${commentId}`, signal),
  })
}

export const wellnessQuery = queryOptions({
  queryKey: ['wellness'],
  queryFn: ({ signal }) => get<Wellness>('/api/me/wellness', signal),
  staleTime: 60_000,
})

export const settingsQuery = queryOptions({
  queryKey: ['comments', 'settings'],
  queryFn: ({ signal }) =>
    get<{ version: number; settings: CommentSettings }>('/api/comments/settings', signal),
})

/** Forgets what was read of comments, and of what waits, after one of them has moved. */
export function useForgetComments(): () => Promise<void> {
  const client = useQueryClient()
  return useCallback(async () => {
    await Promise.all(
      ['comments', 'appeals', 'filters', 'blocks', 'neutrality', 'waiting'].map((first) =>
        client.invalidateQueries({ queryKey: [first] }),
      ),
    )
  }, [client])
}
