import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { createContext, use, useCallback, useEffect, useState } from 'react'
import type { Role } from '../src/members/access.ts'
import type { Session } from '../src/members/session-schema.ts'
import { get } from './api.ts'

interface SeenSession extends Session {
  /** The browser's clock when it came, in milliseconds: what has passed since is added to `now`. */
  seenAt: number
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<SeenSession> => ({
    ...(await get<Session>('/api/session', signal)),
    seenAt: performance.now(),
  }),
  staleTime: 5 * 60_000,
})

/** Where we are and who is signed in; the frame does not show a page before it is known. */
export function useSession(): SeenSession {
  return useSuspenseQuery(sessionQuery).data
}

/** The member whom the page around was opened for; it is there until the page is gone, even if the session ends. */
export const MemberContext = createContext<Session['member']>(null)

/** The member who is signed in; pages that need one are only shown to one. */
export function useMember(): NonNullable<Session['member']> {
  const member = use(MemberContext)
  if (!member) throw new Error('this page is for members, and nobody is signed in')
  return member
}

export function holdsAny(member: Session['member'], roles: readonly Role[]): boolean {
  return roles.some((role) => member?.roles.includes(role))
}

/** Forgets everything that was read as somebody else, and reads the session anew. */
export function useSessionChange(): () => Promise<void> {
  const client = useQueryClient()
  return useCallback(async () => {
    const session = await client.fetchQuery({ ...sessionQuery, staleTime: 0 })
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
    client.setQueryData(sessionQuery.queryKey, session)
  }, [client])
}

/** The server's time in milliseconds, moved on every half minute: deadlines go by its clock, not by the browser's. */
export function useNow(): number {
  const session = useSession()
  const [time, setTime] = useState(() => timeIn(session))
  useEffect(() => {
    const timer = setInterval(() => setTime(timeIn(session)), 30_000)
    return () => clearInterval(timer)
  }, [session])
  return time
}

function timeIn({ now, seenAt }: SeenSession): number {
  return Date.parse(now) + performance.now() - seenAt
}
