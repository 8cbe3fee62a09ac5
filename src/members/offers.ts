import type { FastifyRequest } from 'fastify'
import { Refusal } from '../platform/refusal.ts'
import { placeOf } from './begin.ts'
import { registered, registrationOptions, type NewPasskey } from './passkey.ts'
import { mayBePassword } from './password.ts'
import { seal, unseal } from './seal.ts'
import { giveTicket, readTicket, takeTicket } from './ticket.ts'
import { newSeed, offerOf, stepOf } from './totp.ts'

/** A seed under a ticket: it is kept only when its first code was shown. */
export async function offerTotp(
  request: FastifyRequest,
  memberId: string,
  label: string,
): Promise<{ ticket: string; uri: string; secret: string; picture: string }> {
  const { agency, db } = request.caller
  const { agencyId } = agency
  const seed = newSeed()
  const sealed = seal(request.server.house.seal, seed, `offer ${agencyId} ${memberId}`)
  const ticket = await giveTicket(db, agencyId, {
    purpose: 'enrol-totp',
    memberId,
    holds: sealed.toString('base64'),
    at: request.server.clock(),
  })
  return { ticket, ...(await offerOf(seed, agency.name, label)) }
}

/** The seed of a ticket with the half-minute of its first code; refuses a wrong code, which may be tried again. */
export async function takenTotp(
  request: FastifyRequest,
  memberId: string,
  { ticket, code }: { ticket: string; code: string },
): Promise<{ seed: string; step: number }> {
  const { agency, db } = request.caller
  const { agencyId } = agency
  const at = request.server.clock()
  const held = await readTicket(db, agencyId, ticket, 'enrol-totp', at)
  if (held.memberId !== memberId) throw new Refusal('unauthenticated', 'please begin again')
  const sealed = Buffer.from(held.holds, 'base64')
  const seed = unseal(request.server.house.seal, sealed, `offer ${agencyId} ${memberId}`)
  const step = stepOf(seed, code, at)
  if (step === undefined)
    throw new Refusal('malformed', 'this code does not match; is the clock of the phone right?')
  return { seed, step }
}

export async function offerPasskey(
  request: FastifyRequest,
  memberId: string,
  name: string,
): Promise<{ ticket: string; options: { [key: string]: unknown } }> {
  const { agency, db } = request.caller
  const { agencyId } = agency
  const { challenge, options } = await registrationOptions(db, placeOf(request), {
    agencyId,
    agencyName: agency.name,
    memberId,
    name,
  })
  const at = request.server.clock()
  const ticket = await giveTicket(db, agencyId, { purpose: 'enrol-passkey', memberId, holds: challenge, at })
  return { ticket, options }
}

/** The passkey that was made for a ticket; refuses anything else. */
export async function takenPasskey(
  request: FastifyRequest,
  memberId: string,
  { ticket, response }: { ticket: string; response: unknown },
): Promise<NewPasskey> {
  const { agency, db } = request.caller
  const held = await takeTicket(db, agency.agencyId, ticket, 'enrol-passkey', request.server.clock())
  const passkey =
    held.memberId === memberId ? await registered(placeOf(request), held.holds, response) : undefined
  if (!passkey) throw new Refusal('malformed', 'the passkey could not be read; please begin again')
  return passkey
}

/** Refuses a password that would be tried first. */
export function mustBePassword(
  request: FastifyRequest,
  password: string,
  member: { name: string; email: string | null },
): void {
  const rule = mayBePassword(password, [request.caller.agency.name, member.name, member.email ?? ''])
  if (!rule.ok) throw new Refusal('malformed', rule.because)
}
