import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Said } from './faults.ts'
import { AnswerFault, asking, at, headersOf, type Refused } from './http-json.ts'
import type { Access } from './network.ts'

const granted = z.object({
  access_token: z.string(),
  expires_in: z.number(),
  /** Only where the consent was given for a time. */
  refresh_token_expires_in: z.number().optional(),
})

interface Session {
  token: string
  endsAt: number
  until: string | null
}

/** Tokens of Google's, which are good for an hour: made from the account's refresh token, and kept until they end. */
export interface GoogleSessions {
  as: <T>(access: Access, signal: AbortSignal, work: (token: string) => Promise<T>) => Promise<T>
  /** Asks for a new one; when the refresh token itself ends. */
  renew: (access: Access, signal: AbortSignal) => Promise<Session>
}

const keyOf = ({ service, secrets }: Access): string => `${service} ${secrets['refreshToken'] ?? ''}`
/** Renewed this long before they end, in milliseconds. */
const earlyMs = 120_000

export function googleSessions(fetch: typeof globalThis.fetch, clock: () => string): GoogleSessions {
  const kept = new Map<string, Session>()
  const renew: GoogleSessions['renew'] = async (access, signal) => {
    const { clientId = '', clientSecret = '', refreshToken = '' } = access.secrets
    const body = new URLSearchParams({
      client_id: clientId,
      client_secret: clientSecret,
      refresh_token: refreshToken,
      grant_type: 'refresh_token',
    })
    const ask = asking(fetch, signal, readsToken(clock))
    const { access_token, expires_in, refresh_token_expires_in } = await ask({
      method: 'POST',
      url: tokenAddress(access),
      body,
      gives: granted,
    })
    const now = Date.parse(clock())
    const session = {
      token: access_token,
      endsAt: now + expires_in * 1000,
      until:
        refresh_token_expires_in === undefined
          ? null
          : new Date(now + refresh_token_expires_in * 1000).toISOString(),
    }
    kept.set(keyOf(access), session)
    return session
  }
  return {
    renew,
    as: async (access, signal, work) => {
      const found = kept.get(keyOf(access))
      const isGood = found !== undefined && found.endsAt - earlyMs > Date.parse(clock())
      const { token } = isGood ? found : await renew(access, signal)
      try {
        return await work(token)
      } catch (cause) {
        // Revoked, or ended early: the next call asks for another.
        if (cause instanceof AnswerFault && cause.said.status === 401) kept.delete(keyOf(access))
        throw cause
      }
    },
  }
}

/** Google gives tokens at a host of their own; a server that stands in for Google gives them itself. */
function tokenAddress({ service }: Access): URL {
  return new URL(service).hostname.endsWith('.googleapis.com')
    ? new URL('https://oauth2.googleapis.com/token')
    : at(service, '/token')
}

const tokenRefusal = z.object({ error: z.string(), error_description: z.string().optional() })

/** `invalid_grant` is a 400 of Google's: the refresh token, or the app, is no longer good. */
function readsToken(clock: () => string): (refused: Refused) => Omit<Said, 'cause'> {
  return (refused) => {
    const said = tokenRefusal.safeParse(refused.body)
    // Limits are told here as everywhere.
    if (!said.success) return readsGoogle(clock)(refused)
    const { error, error_description: message = error } = said.data
    const isOver = /^(?:invalid_grant|invalid_client|unauthorized_client|deleted_client)$/.test(error)
    return { status: isOver ? 401 : refused.status, message, header: headersOf(refused.headers) }
  }
}

const refusal = z.object({
  error: z.object({
    message: z.string(),
    errors: z.array(z.object({ reason: z.string().optional() })).optional(),
  }),
})

/** The reason in a refusal of Google's, `quotaExceeded`. */
export function reasonOf(body: unknown): string | undefined {
  const said = refusal.safeParse(body)
  return said.success ? said.data.error.errors?.[0]?.reason : undefined
}

/** A refusal as YouTube means it: 403 is also "too often" and "no more today", which ends at midnight in California. */
export function readsGoogle(clock: () => string): (refused: Refused) => Omit<Said, 'cause'> {
  return ({ status, headers, body }) => {
    const said = refusal.safeParse(body)
    const message = said.success ? said.data.error.message : undefined
    const reason = reasonOf(body) ?? ''
    if (/^(?:quota|dailyLimit)Exceeded$/.test(reason))
      return { status: 429, message, header: headersOf(headers, { 'retry-after': secondsOfQuota(clock()) }) }
    if (/^(?:userR|r)ateLimitExceeded|uploadLimitExceeded$/.test(reason))
      return { status: 429, message, header: headersOf(headers) }
    return { status, message, header: headersOf(headers) }
  }
}

function secondsOfQuota(now: string): string {
  const there = Temporal.Instant.from(now).toZonedDateTimeISO('America/Los_Angeles')
  const midnight = there.add({ days: 1 }).startOfDay()
  return String(Math.ceil(there.until(midnight).total('seconds')))
}
