import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { RequestView } from '../../src/permissions/schema.ts'
import { get } from '../api.ts'

export function requestQuery(requestId: string) {
  return queryOptions({
    queryKey: ['requests', requestId],
    queryFn: ({ signal }) => get<RequestView>(`/api/requests/${requestId}`, signal),
  })
}

/** Forgets what was read of requests and permissions, and of what waits, after one of them has moved. */
export function useForgetRequests(): () => Promise<void> {
  const client = useQueryClient()
  return useCallback(async () => {
    await Promise.all(
      ['requests', 'permissions', 'waiting'].map((first) => client.invalidateQueries({ queryKey: [first] })),
    )
  }, [client])
}
