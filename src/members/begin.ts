import type { FastifyReply, FastifyRequest } from 'fastify'
import { hostOf } from '../platform/host.ts'
import { madeBy } from './caller.ts'
import { giveCookie } from './cookie.ts'
import type { Place } from './passkey.ts'
import type { SignInWay } from './session.ts'
import { enter, type Trying } from './sign-in.ts'

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

/** Begins a session for somebody who has shown who they are, and gives its cookie. */
export async function signIn(
  request: FastifyRequest,
  reply: FastifyReply,
  memberId: string,
  by: SignInWay,
  trying: Trying = tryingOf(request, 'session.start'),
): Promise<{ memberId: string }> {
  giveCookie(reply, await enter(trying, memberId, by))
  return { memberId }
}
