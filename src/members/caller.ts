import canonicalize from 'canonicalize'
import type { FastifyRequest } from 'fastify'
import { createHmac } from 'node:crypto'
import type { Made } from '../ledger/command.ts'
import type { Json } from '../ledger/append.ts'
import type { Db } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Role } from './access.ts'
import type { Chart } from './chain.ts'
import type { SessionFound } from './session.ts'

/** The agency a request was sent to, found by its host. */
export interface Agency {
  agencyId: string
  name: string
  host: string
  /** IANA time zone; days are counted there. */
  zone: string
}

/** Who asks: a member who is signed in, or nobody we know. */
export interface Caller {
  agency: Agency
  db: Db
  member:
    | {
        memberId: string
        name: string
        rank: string | null
        language: 'en' | 'es'
        roles: ReadonlySet<Role>
      }
    | undefined
  session: SessionFound | undefined
  /**
   * The chart that the roles were found by, believed for a second; a change that this process makes is felt at once.
   * For looking only: whoever decides reads it in their own transaction.
   */
  chart?: Chart
  /** Why the session of the cookie is no more, where it was not signed out of. */
  ended?: 'idle' | 'age' | 'elsewhere'
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before any handler runs, after the access table has let the caller in. */
    caller: Caller
  }
}

/** A caller who is surely a member; refuses anybody else. */
export type MemberCaller = Caller & { member: NonNullable<Caller['member']> }

export function memberOf(request: FastifyRequest): MemberCaller {
  const { caller } = request
  if (caller.member === undefined) throw new Refusal('unauthenticated', whyNobody(caller))
  return { ...caller, member: caller.member }
}

/** Why a caller is nobody, in a sentence. */
export function whyNobody({ ended }: Caller): string {
  if (ended === 'idle') return 'it was still for thirty minutes and has locked; please sign in again'
  if (ended === 'age') return 'twelve hours are over; please sign in again'
  if (ended === 'elsewhere') return 'this session was ended; please sign in again'
  return 'please sign in first'
}

/** The command that a writing request makes; its key is the header `Idempotency-Key`, or a form's field `key`. */
export function madeBy(request: FastifyRequest, name: string, input: Json | undefined): Made {
  const key = request.headers['idempotency-key'] ?? keyOfForm(request)
  if (typeof key !== 'string' || !/^[\w-]{8,100}$/.test(key))
    throw new Refusal(
      'malformed',
      'the header Idempotency-Key is missing or malformed; send 8 to 100 letters, digits or hyphens of your own choice',
    )
  const { agency, member } = request.caller
  return {
    agencyId: agency.agencyId,
    by: member?.memberId ?? 'visitor',
    key,
    name,
    at: request.server.clock(),
    input,
  }
}

/**
 * The command of a request whose body holds a secret. What was sent is kept as a digest under the house's own key, so
 * that a guesser learns nothing of it, and another body under the same key is refused.
 */
export function madeInSecret(request: FastifyRequest, name: string): Made {
  const { params, body } = request
  const sent = canonicalize({ params, body: body ?? null }) ?? ''
  const key = Buffer.from(request.server.house.seal, 'hex')
  return madeBy(request, name, createHmac('sha256', key).update(`sent\0${sent}`).digest('hex'))
}

function keyOfForm({ routeOptions, body }: FastifyRequest): unknown {
  const isForm = routeOptions.config.form === true && typeof body === 'object' && body !== null
  return isForm && 'key' in body ? body.key : undefined
}
