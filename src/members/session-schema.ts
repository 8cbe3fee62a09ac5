import { z } from 'zod'
import { roles } from './access.ts'
import { idSchema, languages, line, momentSchema } from './schema.ts'

export const sessionSchema = z
  .object({
    agency: z.object({ agencyId: z.string(), name: z.string(), zone: z.string() }),
    /** Demo sign-in exists, and every page says so. */
    demo: z.boolean(),
    /** The name of the agency's own sign-in, where it has one. */
    oidc: z.string().nullable(),
    member: z
      .object({
        memberId: z.string(),
        name: z.string(),
        rank: z.string().nullable(),
        language: z.enum(languages),
        roles: z.array(z.enum(roles)),
      })
      .nullable(),
    session: z
      .object({
        sessionId: z.string(),
        /** When it locks if nothing is done, and when it ends for sure. */
        locksAt: momentSchema,
        endsAt: momentSchema,
        confirmedAt: momentSchema,
      })
      .nullable(),
    /** Why the last session is no more, where that is not by sign-out. */
    ended: z.enum(['idle', 'age', 'elsewhere']).nullable(),
    now: momentSchema,
  })
  .meta({ id: 'Session' })
export type Session = z.infer<typeof sessionSchema>

export const passwordSignInSchema = z.strictObject({
  email: z.string().max(200),
  password: z.string().max(1000),
})
/** The password was right; the second factor is asked for under this ticket, for five minutes. */
export const secondFactorSchema = z
  .object({ ticket: z.string(), next: z.enum(['totp']) })
  .meta({ id: 'SecondFactor' })
export const totpSignInSchema = z.strictObject({ ticket: z.string().max(200), code: z.string().max(20) })
export const recoverySignInSchema = z.strictObject({ ticket: z.string().max(200), code: z.string().max(40) })
/** WebAuthn's own JSON; what it holds is judged by @simplewebauthn/server. */
const webauthnSchema = z.record(z.string(), z.unknown())
export const optionsSchema = z.object({ ticket: z.string(), options: webauthnSchema }).meta({ id: 'Options' })
export const passkeySchema = z.strictObject({ ticket: z.string().max(200), response: webauthnSchema })
export const signedInSchema = z.object({ memberId: z.string() }).meta({ id: 'SignedIn' })
export const doneSchema = z.object({ done: z.literal(true) }).meta({ id: 'Done' })
export const confirmSchema = z.strictObject({
  password: z.string().max(1000).optional(),
  code: z.string().max(20).optional(),
})

export const invitationSchema = z
  .object({ code: z.string(), href: z.string(), expires: momentSchema })
  .meta({ id: 'Invitation' })
export const invitationSeenSchema = z
  .object({ name: z.string(), email: z.string().nullable(), expires: momentSchema })
  .meta({ id: 'InvitationSeen' })
/** A seed for an authenticator app: the address it reads and the picture of it, shown once. */
export const totpOfferSchema = z
  .object({ ticket: z.string(), uri: z.string(), secret: z.string(), picture: z.string() })
  .meta({ id: 'TotpOffer' })
/** Accepting an invitation: a passkey, or a password with the first code of an authenticator app. */
export const acceptSchema = z
  .union([
    z.strictObject({
      ticket: z.string().max(200),
      password: z.string().max(1000),
      code: z.string().max(20),
    }),
    z.strictObject({ ticket: z.string().max(200), response: webauthnSchema, label: line(60) }),
  ])
  .meta({ id: 'Accept' })
/** Codes that stand in for the authenticator app, shown once. */
export const acceptedSchema = z.object({ recoveryCodes: z.array(z.string()) }).meta({ id: 'Accepted' })

export const credentialsSchema = z
  .object({
    password: z.object({ changedAt: momentSchema }).nullable(),
    totp: z.boolean(),
    recoveryCodesLeft: z.int(),
    passkeys: z.array(
      z.object({
        passkeyId: z.string(),
        label: z.string(),
        addedAt: momentSchema,
        usedAt: momentSchema.nullable(),
      }),
    ),
    sessions: z.array(
      z.object({
        sessionId: z.string(),
        startedAt: momentSchema,
        seenAt: momentSchema,
        by: z.string(),
        isThis: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Credentials' })
export type Credentials = z.infer<typeof credentialsSchema>
export const passwordChangeSchema = z.strictObject({ password: z.string().max(1000) })
export const totpChangeSchema = z.strictObject({ ticket: z.string().max(200), code: z.string().max(20) })
export const passkeyAddSchema = z.strictObject({
  ticket: z.string().max(200),
  response: webauthnSchema,
  label: line(60),
})
export const recoveryCodesSchema = z.object({ codes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' })
/** The agency's own sign-in service, by OpenID Connect. It must itself ask for two factors. */
export const oidcFormSchema = z
  .strictObject({
    provider: z
      .strictObject({
        name: line(60),
        issuer: z.url().max(300),
        clientId: line(200),
        clientSecret: line(500),
      })
      .nullable(),
  })
  .meta({ id: 'OidcForm' })
export const languageSchema = z.strictObject({ language: z.enum(languages) })

export const demoMembersSchema = z
  .object({
    items: z.array(
      z.object({
        memberId: z.string(),
        name: z.string(),
        rank: z.string().nullable(),
        roles: z.array(z.enum(roles)),
      }),
    ),
    /** Its made-up networks, where anybody may write as a resident. */
    networks: z.array(z.object({ name: z.string(), url: z.string() })),
  })
  .meta({ id: 'DemoMembers' })
export const demoSignInSchema = z.strictObject({ memberId: idSchema })
