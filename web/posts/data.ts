import { keepPreviousData, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import type { PostContent } from '../../src/posts/content.ts'
import type { PostRuling, PostView } from '../../src/posts/schema.ts'
import { get, send } from '../api.ts'

export function postQuery(postId: string) {
  return queryOptions({
    queryKey: ['posts', 'one', postId],
    queryFn: ({ signal }) => get<PostView>(`/api/posts/${postId}`, signal),
    // What is on its way changes by itself.
    refetchInterval: ({ state }) =>
      state.data?.deliveries.some((one) => one.state === 'waiting' || one.state === 'sending') === true
        ? 3_000
        : false,
  })
}

/** Forgets what was read of posts, and of what waits, after one of them has moved. */
export function useForgetPosts(): () => Promise<void> {
  const client = useQueryClient()
  return useCallback(async () => {
    await Promise.all(
      ['posts', 'notices', 'waiting'].map((first) => client.invalidateQueries({ queryKey: [first] })),
    )
  }, [client])
}

/** What the order and the networks say of a post while it is written: asked when the writer rests for a moment. */
export function useRuling(content: PostContent): {
  data: PostRuling | undefined
  error: Error | null
  isWorking: boolean
} {
  const written = JSON.stringify(content)
  const rested = useRested(written)
  const asked = useQuery({
    queryKey: ['posts', 'ruling', rested],
    queryFn: () => send<PostRuling>('POST', '/api/posts/ruling', { content: JSON.parse(rested) }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  })
  return { data: asked.data, error: asked.error, isWorking: asked.isFetching || rested !== written }
}

/** A value as it was when it last stood still for half a second. */
export function useRested(value: string): string {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), 500)
    return () => clearTimeout(timer)
  }, [value])
  return rested
}
