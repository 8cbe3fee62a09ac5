import type * as WebAuthn from '@simplewebauthn/server'
import { z } from 'zod'
import type { Db, Tx } from '../platform/db.ts'

declare module '../platform/db.ts' {
  interface Tables {
    passkey: {
      agencyId: string
      passkeyId: string
      memberId: string
      publicKey: Buffer
      counter: number
      transports: string[]
      label: string
      addedAt: string
      usedAt: string | null
    }
  }
}

/** Where a passkey is bound to: the agency's own host. */
export interface Place {
  /** `orders.riverton.gov` */
  host: string
  /** `https://orders.riverton.gov` */
  origin: string
}

/** Loaded with the first passkey: what it reads certificates with is three hundred modules. */
const webAuthn = (): Promise<typeof WebAuthn> => import('@simplewebauthn/server')

const transport = z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'])
const common = {
  id: z.string(),
  rawId: z.string(),
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}).default({}),
}
const attestationSchema = z.object({
  ...common,
  response: z.object({
    clientDataJSON: z.string(),
    attestationObject: z.string(),
    transports: z.array(z.string()).default([]),
  }),
})
const assertionSchema = z.object({
  ...common,
  response: z.object({
    clientDataJSON: z.string(),
    authenticatorData: z.string(),
    signature: z.string(),
    userHandle: z.string().optional(),
  }),
})

/** A new passkey that was shown to be held by whoever asked for it. */
export interface NewPasskey {
  passkeyId: string
  publicKey: Buffer
  counter: number
  transports: string[]
}

/** What a browser needs to make a passkey: one that needs no name typed, and checks who holds it. */
export async function registrationOptions(
  db: Db,
  place: Place,
  member: { agencyId: string; agencyName: string; memberId: string; name: string },
): Promise<{ challenge: string; options: { [key: string]: unknown } }> {
  const present = await passkeysOf(db, member.agencyId, member.memberId)
  const { generateRegistrationOptions } = await webAuthn()
  const options = await generateRegistrationOptions({
    rpName: member.agencyName,
    rpID: place.host,
    userID: new Uint8Array(Buffer.from(member.memberId)),
    userName: member.name,
    userDisplayName: member.name,
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: present.map(({ passkeyId }) => ({ id: passkeyId })),
  })
  return { challenge: options.challenge, options: { ...options } }
}

/** The passkey that a browser made for this challenge; undefined for anything else. */
export async function registered(
  place: Place,
  challenge: string,
  response: unknown,
): Promise<NewPasskey | undefined> {
  const parsed = attestationSchema.safeParse(response)
  if (!parsed.success) return undefined
  const { response: inner } = parsed.data
  const transports = inner.transports.flatMap((one) => transport.safeParse(one).data ?? [])
  const { verifyRegistrationResponse } = await webAuthn()
  const verified = await verifyRegistrationResponse({
    response: { ...parsed.data, response: { ...inner, transports } },
    expectedChallenge: challenge,
    expectedOrigin: place.origin,
    expectedRPID: place.host,
    requireUserVerification: true,
  }).catch(() => undefined)
  if (!verified?.verified) return undefined
  const { credential } = verified.registrationInfo
  return {
    passkeyId: credential.id,
    publicKey: Buffer.from(credential.publicKey),
    counter: credential.counter,
    transports,
  }
}

export async function authenticationOptions(
  place: Place,
): Promise<{ challenge: string; options: { [key: string]: unknown } }> {
  const { generateAuthenticationOptions } = await webAuthn()
  const options = await generateAuthenticationOptions({ rpID: place.host, userVerification: 'required' })
  return { challenge: options.challenge, options: { ...options } }
}

/** Whose passkey answered this challenge; undefined where none of ours did. Its counter moves on. */
export async function answered(
  tx: Tx,
  agencyId: string,
  place: Place,
  { challenge, response, at }: { challenge: string; response: unknown; at: string },
): Promise<string | undefined> {
  const parsed = assertionSchema.safeParse(response)
  if (!parsed.success) return undefined
  const passkey = await tx
    .selectFrom('passkey')
    .select(['passkeyId', 'memberId', 'publicKey', 'counter'])
    .where('agencyId', '=', agencyId)
    .where('passkeyId', '=', parsed.data.id)
    .forUpdate()
    .executeTakeFirst()
  if (!passkey) return undefined
  const { userHandle, ...inner } = parsed.data.response
  const { verifyAuthenticationResponse } = await webAuthn()
  const verified = await verifyAuthenticationResponse({
    response: {
      ...parsed.data,
      response: { ...inner, ...(userHandle === undefined ? {} : { userHandle }) },
    },
    expectedChallenge: challenge,
    expectedOrigin: place.origin,
    expectedRPID: place.host,
    requireUserVerification: true,
    credential: {
      id: passkey.passkeyId,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: passkey.counter,
    },
  }).catch(() => undefined)
  if (!verified?.verified) return undefined
  await tx
    .updateTable('passkey')
    .set({ counter: verified.authenticationInfo.newCounter, usedAt: at })
    .where('agencyId', '=', agencyId)
    .where('passkeyId', '=', passkey.passkeyId)
    .execute()
  return passkey.memberId
}

export async function passkeysOf(
  db: Db,
  agencyId: string,
  memberId: string,
): Promise<{ passkeyId: string; label: string; addedAt: string; usedAt: string | null }[]> {
  return await db
    .selectFrom('passkey')
    .select(['passkeyId', 'label', 'addedAt', 'usedAt'])
    .where('agencyId', '=', agencyId)
    .where('memberId', '=', memberId)
    .orderBy('addedAt')
    .execute()
}

export async function addPasskey(
  tx: Tx,
  agencyId: string,
  memberId: string,
  { label, at, ...passkey }: NewPasskey & { label: string; at: string },
): Promise<void> {
  await tx
    .insertInto('passkey')
    .values({ agencyId, memberId, ...passkey, label, addedAt: at, usedAt: null })
    .execute()
}
