import type { FastifyReply, FastifyRequest } from 'fastify'
import { command } from '../ledger/command.ts'
import { Refusal } from '../platform/refusal.ts'
import { madeBy } from './caller.ts'
import { giveCookie } from './cookie.ts'
import { startSession, type SignInWay } from './session.ts'

/**
 * Begins a session for somebody who has shown who they are, and gives its cookie. A repetition of the same command
 * begins nothing: its secret went out with the first answer.
 */
export async function signIn(
  request: FastifyRequest,
  reply: FastifyReply,
  memberId: string,
  by: SignInWay,
): Promise<{ memberId: string }> {
  const { agency, db } = request.caller
  // Nothing of what was sent goes into the command: it may hold a secret.
  const made = { ...madeBy(request, 'session.start', null), by: memberId }
  let secret: string | undefined
  await command(db, made, async (tx, record) => {
    const started = await startSession(tx, record, agency.agencyId, { memberId, by, at: made.at })
    secret = started.secret
    return null
  })
  if (secret === undefined)
    throw new Refusal('conflict', 'this sign-in was used already; please sign in again')
  giveCookie(reply, secret)
  return { memberId }
}
