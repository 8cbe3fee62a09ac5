import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { z } from 'zod'
import type {
  FitRow,
  fitSchema,
  shelfSchema,
  VersionDetail,
  versionsSchema,
} from '../../src/adoption/schema.ts'
import { get } from '../api.ts'

export type Fit = z.infer<typeof fitSchema>

export const versionsQuery = queryOptions({
  queryKey: ['orders', 'versions'],
  queryFn: ({ signal }) => get<z.infer<typeof versionsSchema>>('/api/orders', signal),
})

export const shelfQuery = queryOptions({
  queryKey: ['orders', 'shelf'],
  queryFn: ({ signal }) => get<z.infer<typeof shelfSchema>>('/api/orders/shelf', signal),
})

export function versionQuery(versionId: string) {
  return queryOptions({
    queryKey: ['orders', versionId],
    queryFn: ({ signal }) => get<VersionDetail>(`/api/orders/${versionId}`, signal),
    refetchOnWindowFocus: false,
  })
}

export function fitQuery(versionId: string) {
  return queryOptions({
    queryKey: ['orders', versionId, 'fit'],
    queryFn: ({ signal }) => get<Fit>(`/api/orders/${versionId}/fit`, signal),
    refetchOnWindowFocus: false,
  })
}

/** Has a person still to say how this provision fits? */
export function isOpen({ decided }: FitRow): boolean {
  return decided === null || decided.stale
}

/** Forgets what was read of orders, of what waits and of the acknowledgement, after a version has changed. */
export function useForgetOrders(): () => Promise<void> {
  const client = useQueryClient()
  return useCallback(async () => {
    await Promise.all(
      ['orders', 'order', 'waiting', 'acknowledgement', 'self-check'].map((first) =>
        client.invalidateQueries({ queryKey: [first] }),
      ),
    )
  }, [client])
}
