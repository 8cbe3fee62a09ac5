import { createHash } from 'node:crypto'
import { AtpAgent, XRPCError, type AtpPersistSessionHandler } from '@atproto/api'
import { z } from 'zod'
import type { Said } from './faults.ts'
import { NetworkFault, type Access } from './network.ts'

/** Codes by which a server says that a key is no longer good, whatever their status. */
const signedOut = new Set([
  'AuthenticationRequired',
  'AuthMissing',
  'AuthFactorTokenRequired',
  'ExpiredToken',
  'InvalidToken',
  'AccountTakedown',
  'AccountDeactivated',
])

export interface BlueskySessions {
  /**
   * Does a call as the account. Where its session has ended on the way, signs in anew and does it once more, so `work`
   * must bear to be done twice.
   */
  as: <T>(access: Access, work: (agent: AtpAgent) => Promise<T>) => Promise<T>
  /** Signs in by the app password, and out again: throws where it is no longer good. */
  tryPassword: (access: Access) => Promise<{ until: null }>
  /** A new refresh token for the account, among its other secrets, and when it ends. */
  renew: (access: Access) => Promise<{ secrets: Access['secrets']; until: string }>
}

/**
 * Sessions of accounts, kept in this process: a server lets nobody sign in more than some hundred times a day. A session
 * comes from the refresh token where there is one, else from the app password; its access token of two hours is renewed
 * by the library. Signing in is shared by several calls, so it ends with none of them but after `signInMs`. A refresh token is spent when it is used, so only an app password outlasts a restart of the server.
 */
export function blueskySessions(fetch: typeof globalThis.fetch, signInMs: number): BlueskySessions {
  const agents = new Map<string, Promise<AtpAgent>>()
  const bounded: typeof globalThis.fetch = (input, init) =>
    input instanceof Request || init?.signal
      ? fetch(input, init)
      : fetch(input, { ...init, signal: AbortSignal.timeout(signInMs) })

  const open = (access: Access): Promise<AtpAgent> => {
    const name = nameOf(access)
    const known = agents.get(name)
    if (known !== undefined) return known
    const made = signIn(access, bounded, () => agents.delete(name))
    agents.set(name, made)
    made.catch(() => agents.delete(name))
    return made
  }

  return {
    as: async (access, work) => {
      const agent = await open(access)
      try {
        return await work(agent)
      } catch (cause) {
        if (!isSignedOut(cause)) throw cause
        // The library could not renew it for want of an answer: the key may well be good.
        if (agent.hasSession)
          throw new NetworkFault('later', 'Bluesky did not renew the session; it will be tried again.')
        agents.delete(nameOf(access))
        return work(await open(access))
      }
    },
    tryPassword: async ({ service, handle, secrets }) => {
      const agent = new AtpAgent({ service, fetch: bounded })
      await agent.login({ identifier: handle, password: secrets['password'] ?? '' })
      await agent.logout()
      return { until: null }
    },
    renew: async (access) => {
      const agent = await open(access)
      const { data } = await agent.sessionManager.refreshSession()
      const secrets = { ...access.secrets, refreshToken: data.refreshJwt }
      // Whoever comes with the new token finds its session open, and need not spend it.
      agents.set(nameOf({ ...access, secrets }), Promise.resolve(agent))
      return { secrets, until: claimsOf(data.refreshJwt).until }
    },
  }
}

/** No secret is kept for a name of a session: only what it hashes to. */
function nameOf({ service, handle, secrets }: Access): string {
  const words = JSON.stringify([service, handle, secrets['password'], secrets['refreshToken']])
  return createHash('sha256').update(words).digest('base64url')
}

async function signIn(access: Access, fetch: typeof globalThis.fetch, ended: () => void): Promise<AtpAgent> {
  const { service, handle, secrets } = access
  const persistSession: AtpPersistSessionHandler = (event) => {
    if (event === 'expired') ended()
  }
  const agent = new AtpAgent({ service, fetch, persistSession })
  const { password, refreshToken } = secrets
  if (refreshToken !== undefined)
    try {
      const did = claimsOf(refreshToken).sub
      await agent.resumeSession({ refreshJwt: refreshToken, accessJwt: '', handle, did, active: true })
      return agent
    } catch (cause) {
      if (password === undefined || !isSignedOut(cause)) throw cause
    }
  if (password === undefined)
    throw new NetworkFault('signed-out', `There is no app password for ${handle} on Bluesky: enter one.`)
  await agent.login({ identifier: handle, password })
  return agent
}

/** Who a session's token is for, and until when, in ISO 8601. It is read, not verified: the server does that. */
export function claimsOf(token: string): { sub: string; until: string } {
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')
  const claims = z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue('not JSON')
        return z.NEVER
      }
    })
    .pipe(z.object({ sub: z.string(), exp: z.number() }))
    .safeParse(payload)
  if (!claims.success)
    throw new NetworkFault(
      'signed-out',
      'What is kept as the refresh token of Bluesky is none: enter a new key.',
    )
  return { sub: claims.data.sub, until: new Date(claims.data.exp * 1000).toISOString() }
}

/** The library's own list of codes holds the HTTP status, and 1 and 2 for no answer and for one that is none. */
export const statusOf = (error: XRPCError): number => error.status

export function isSignedOut(cause: unknown): boolean {
  return cause instanceof XRPCError && (statusOf(cause) === 401 || signedOut.has(cause.error))
}

/** What the library's own error says of a call. */
export function readXrpc(cause: unknown): Said {
  if (!(cause instanceof XRPCError)) return { status: undefined, cause }
  const { headers } = cause
  const status = statusOf(cause)
  return {
    status: isSignedOut(cause) ? 401 : status < 100 ? undefined : status,
    message: cause.message,
    header: (name) => headers?.[name],
    cause,
  }
}
