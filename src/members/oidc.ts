import * as client from 'openid-client'
import { z } from 'zod'
import type { Record } from '../ledger/command.ts'
import { believed } from '../platform/believed.ts'
import type { Db, Tx } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import { seal, unseal } from './seal.ts'

declare module '../platform/db.ts' {
  interface Tables {
    oidcSubject: { agencyId: string; issuer: string; subject: string; memberId: string }
    oidcProvider: {
      agencyId: string
      name: string
      issuer: string
      clientId: string
      sealedSecret: Buffer
    }
  }
}

/** An agency's own sign-in service, by OpenID Connect. */
export interface OidcProvider {
  name: string
  issuer: string
  clientId: string
  clientSecret: string
}

/** What is remembered between going to the sign-in service and coming back. */
export const goingSchema = z.object({
  verifier: z.string(),
  nonce: z.string(),
  /** To show again who one is, not to sign in. */
  confirm: z.boolean(),
  /** The page of ours to come back to. */
  to: z.string(),
})
export type Going = z.infer<typeof goingSchema>

const found = new Map<string, { config: client.Configuration; until: number }>()

/** What the service says of itself, asked again every hour. Only a test's, on this machine, may do without TLS. */
async function configOf(provider: OidcProvider): Promise<client.Configuration> {
  const key = JSON.stringify(provider)
  const known = found.get(key)
  if (known && performance.now() < known.until) return known.config
  const issuer = new URL(provider.issuer)
  const isHere = issuer.hostname === 'localhost' || issuer.hostname === '127.0.0.1'
  const config = await client
    .discovery(
      issuer,
      provider.clientId,
      provider.clientSecret,
      undefined,
      isHere ? { execute: [client.allowInsecureRequests] } : undefined,
    )
    .catch(() => {
      throw new Refusal(
        'unavailable',
        `${provider.name} does not answer, or not as a sign-in service does; sign in another way`,
      )
    })
  found.set(key, { config, until: performance.now() + 3_600_000 })
  return config
}

/** Where to send a browser, and what to remember until it is back. */
export async function goTo(
  provider: OidcProvider,
  redirectUri: string,
  state: string,
  { confirm, to }: Pick<Going, 'confirm' | 'to'>,
): Promise<{ href: string; going: Going }> {
  const config = await configOf(provider)
  const [verifier, nonce] = [client.randomPKCECodeVerifier(), client.randomNonce()]
  const href = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: 'openid email',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ...(confirm ? { prompt: 'login', max_age: '0' } : {}),
  }).href
  return { href, going: { verifier, nonce, confirm, to } }
}

/** Whom the service vouches for: its subject, and the e-mail address if it verified that. */
export interface Vouched {
  issuer: string
  subject: string
  email: string | undefined
}

/** Whom the service vouches for in the address that a browser came back with; throws if anything does not fit. */
export async function comeBack(
  provider: OidcProvider,
  address: URL,
  state: string,
  going: Going,
): Promise<Vouched> {
  const tokens = await client.authorizationCodeGrant(await configOf(provider), address, {
    pkceCodeVerifier: going.verifier,
    expectedState: state,
    expectedNonce: going.nonce,
    idTokenExpected: true,
    ...(going.confirm ? { maxAge: 300 } : {}),
  })
  const claims = z
    .object({
      iss: z.string(),
      sub: z.string(),
      email: z.string().optional(),
      email_verified: z.boolean().optional(),
    })
    .parse(tokens.claims())
  const { iss: issuer, sub: subject, email, email_verified: isVerified } = claims
  return { issuer, subject, email: isVerified === true ? email : undefined }
}

/** The member somebody vouched for is: known by subject, or by a verified address, whose subject is then kept. */
export async function memberVouched(
  tx: Tx,
  agencyId: string,
  { issuer, subject, email }: Vouched,
): Promise<string | undefined> {
  const known = await tx
    .selectFrom('oidcSubject')
    .select('memberId')
    .where('agencyId', '=', agencyId)
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  if (known) return known.memberId
  if (email === undefined) return undefined
  const member = await tx
    .selectFrom('member')
    .select('memberId')
    .where('agencyId', '=', agencyId)
    .where((row) => row.fn<string>('lower', ['email']), '=', email.toLowerCase())
    .where('to', 'is', null)
    .executeTakeFirst()
  if (!member) return undefined
  await tx
    .insertInto('oidcSubject')
    .values({ agencyId, issuer, subject, memberId: member.memberId })
    .execute()
  return member.memberId
}

/** What an agency calls its own sign-in service; null where it has none. Every page asks. */
export const providerNameOf = believed(async (db, agencyId) => {
  const row = await db
    .selectFrom('oidcProvider')
    .select('name')
    .where('agencyId', '=', agencyId)
    .executeTakeFirst()
  return row?.name ?? null
})

export async function providerOf(db: Db, agencyId: string, key: string): Promise<OidcProvider | undefined> {
  const row = await db
    .selectFrom('oidcProvider')
    .select(['name', 'issuer', 'clientId', 'sealedSecret'])
    .where('agencyId', '=', agencyId)
    .executeTakeFirst()
  if (!row) return undefined
  const { name, issuer, clientId, sealedSecret } = row
  return { name, issuer, clientId, clientSecret: unseal(key, sealedSecret, `oidc ${agencyId}`) }
}

/** The agency signs in by its own service from now on, beside the other ways; `undefined` ends that. */
export async function setProvider(
  tx: Tx,
  record: Record,
  agencyId: string,
  key: string,
  provider: OidcProvider | undefined,
): Promise<void> {
  await tx.deleteFrom('oidcProvider').where('agencyId', '=', agencyId).execute()
  if (provider) {
    const { clientSecret, ...rest } = provider
    const sealedSecret = seal(key, clientSecret, `oidc ${agencyId}`)
    await tx
      .insertInto('oidcProvider')
      .values({ agencyId, ...rest, sealedSecret })
      .execute()
  }
  const { name = null, issuer = null, clientId = null } = provider ?? {}
  await record({ subject: agencyId, body: { name, issuer, clientId } })
}
