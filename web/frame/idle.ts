import { useEffect } from 'react'
import { quietFor, signedOut } from '../api.ts'
import { useSession } from '../session.ts'

/** The server notes a sign of life once a minute: only so long after it does the browser ask, or asking would be one. */
const margin = 90_000

/**
 * Takes an unattended page off the screen once its session has locked. No page may ask the server by itself at
 * intervals, for that would keep a session alive that nobody sits before.
 */
export function useIdleLock(): void {
  const { session, now } = useSession()
  const idle = session === null ? undefined : Date.parse(session.locksAt) - Date.parse(now)
  useEffect(() => {
    if (idle === undefined) return undefined
    const timer = setInterval(() => {
      if (quietFor() > idle + margin) signedOut()
    }, 15_000)
    return () => clearInterval(timer)
  }, [idle])
}
