import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { z } from 'zod'
import type { accountsSchema, AccountView, Checklist } from '../../src/accounts/schema.ts'
import { get } from '../api.ts'

export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: ({ signal }) => get<z.infer<typeof accountsSchema>>('/api/accounts', signal),
})

export function accountQuery(accountId: string) {
  return queryOptions({
    queryKey: ['accounts', accountId],
    queryFn: ({ signal }) => get<AccountView>(`/api/accounts/${accountId}`, signal),
  })
}

/** What the order in force asks of a page, words for its notices, and the networks. */
export const checklistQuery = queryOptions({
  queryKey: ['accounts', 'checklist'],
  queryFn: ({ signal }) => get<Checklist>('/api/accounts/checklist', signal),
  staleTime: 5 * 60_000,
})

/** Forgets what was read of pages, of requests and of what waits, after one of them has changed. */
export function useForgetAccounts(): () => Promise<void> {
  const client = useQueryClient()
  return useCallback(async () => {
    await Promise.all(
      ['accounts', 'impostors', 'requests', 'waiting'].map((first) =>
        client.invalidateQueries({ queryKey: [first] }),
      ),
    )
  }, [client])
}
