import type { FastifyReply, FastifyRequest } from 'fastify'
import { command } from '../ledger/command.ts'
import { hostOf } from '../platform/host.ts'
import { newId } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'
import { madeBy } from './caller.ts'
import { giveCookie } from './cookie.ts'
import type { Place } from './passkey.ts'
import { startSession, type SignInWay } from './session.ts'
import { mayEnter, type Trying } from './sign-in.ts'

/** Where a passkey of this request's agency belongs. */
export function placeOf(request: FastifyRequest): Place {
  const scheme = request.server.house.isTls ? 'https' : 'http'
  return { host: request.caller.agency.host, origin: `${scheme}://${hostOf(request)}` }
}

/** The one who tries, from a request; nothing of what was sent is in it. */
export function tryingOf(request: FastifyRequest, name: string): Trying {
  const { agency, db } = request.caller
  return { agency, db, made: madeBy(request, name, null) }
}

/**
 * Begins a session for somebody who has shown who they are, and gives its cookie. What is asked of anybody who enters
 * is asked here, once for every way.
 */
export async function signIn(
  request: FastifyRequest,
  reply: FastifyReply,
  memberId: string,
  by: SignInWay,
  trying: Trying = tryingOf(request, 'session.start'),
): Promise<{ memberId: string }> {
  await mayEnter(trying, memberId)
  const { agency, db } = trying
  const { at } = trying.made
  const made = { ...trying.made, name: 'session.start', by: memberId, key: newId() }
  let secret: string | undefined
  await command(db, made, async (tx, record) => {
    const started = await startSession(tx, record, agency.agencyId, { memberId, by, at })
    secret = started.secret
    return null
  })
  if (secret === undefined) throw new Refusal('conflict', 'please sign in again')
  giveCookie(reply, secret)
  return { memberId }
}
