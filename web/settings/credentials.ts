import { queryOptions, useQueryClient } from '@tanstack/react-query'
import type { Credentials } from '../../src/members/session-schema.ts'
import { get } from '../api.ts'

export const credentialsQuery = queryOptions({
  queryKey: ['credentials'],
  queryFn: ({ signal }) => get<Credentials>('/api/me/credentials', signal),
})

/** Reads one's credentials anew, after a change. */
export function useCredentialsChange(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries(credentialsQuery)
}
