import { Secret, TOTP } from 'otpauth'
import type { Tx } from '../platform/db.ts'
import { seal, unseal } from './seal.ts'

declare module '../platform/db.ts' {
  interface Tables {
    totp: { agencyId: string; memberId: string; sealed: Buffer; lastStep: number }
  }
}

const seconds = 30

/** A new seed, base32, as an authenticator app reads it. */
export function newSeed(): string {
  return new Secret({ size: 20 }).base32
}

function totpOf(seed: string, issuer = '', label = ''): TOTP {
  return new TOTP({ secret: Secret.fromBase32(seed), issuer, label, digits: 6, period: seconds })
}

/** The address of a seed and its picture (SVG as a data address), for the authenticator app. */
export async function offerOf(
  seed: string,
  issuer: string,
  label: string,
): Promise<{ uri: string; secret: string; picture: string }> {
  const uri = totpOf(seed, issuer, label).toString()
  const { default: qrCode } = await import('qrcode')
  const svg = await qrCode.toString(uri, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 })
  return { uri, secret: seed, picture: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}` }
}

/** The half-minute to which a code belongs: now, the one before or the one after; undefined for a wrong code. */
export function stepOf(seed: string, code: string, at: string): number | undefined {
  const timestamp = Date.parse(at)
  const delta = totpOf(seed).validate({ token: code.replaceAll(/\s/g, ''), timestamp, window: 1 })
  return delta === null ? undefined : Math.floor(timestamp / 1000 / seconds) + delta
}

/** Takes over a seed whose first code was shown. */
export async function setTotp(
  tx: Tx,
  key: string,
  { agencyId, memberId, seed, step }: { agencyId: string; memberId: string; seed: string; step: number },
): Promise<void> {
  const sealed = seal(key, seed, `totp ${agencyId} ${memberId}`)
  await tx
    .insertInto('totp')
    .values({ agencyId, memberId, sealed, lastStep: step })
    .onConflict((conflict) =>
      conflict.columns(['agencyId', 'memberId']).doUpdateSet({ sealed, lastStep: step }),
    )
    .execute()
}

/** Is this the member's code, and was neither it nor a later one taken before? Takes it. */
export async function takeCode(
  tx: Tx,
  key: string,
  { agencyId, memberId, code, at }: { agencyId: string; memberId: string; code: string; at: string },
): Promise<boolean> {
  const found = await tx
    .selectFrom('totp')
    .select('sealed')
    .where('agencyId', '=', agencyId)
    .where('memberId', '=', memberId)
    .executeTakeFirst()
  if (!found) return false
  const step = stepOf(unseal(key, found.sealed, `totp ${agencyId} ${memberId}`), code, at)
  if (step === undefined) return false
  const taken = await tx
    .updateTable('totp')
    .set({ lastStep: step })
    .where('agencyId', '=', agencyId)
    .where('memberId', '=', memberId)
    .where('lastStep', '<', step)
    .executeTakeFirst()
  return taken.numUpdatedRows === 1n
}
