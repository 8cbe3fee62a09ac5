import { randomInt } from 'node:crypto'
import type { Tx } from '../platform/db.ts'
import { sha256 } from '../platform/id.ts'

declare module '../platform/db.ts' {
  interface Tables {
    recoveryCode: { agencyId: string; memberId: string; hash: string }
  }
}

/** Letters and digits that are not taken for each other. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
const codes = 10

/** Ten codes of sixteen letters, `abcd-efgh-jkmn-pqrs`: each stands in for the authenticator app once. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: codes }, () => [four(), four(), four(), four()].join('-'))
}

function four(): string {
  return Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
}

/** However it was typed, it is the same code. */
function hashOf(code: string): string {
  return sha256(code.toLowerCase().replaceAll(/[^a-z0-9]/g, ''))
}

/** These codes, and no earlier ones. */
export async function setRecoveryCodes(
  tx: Tx,
  agencyId: string,
  memberId: string,
  given: readonly string[],
): Promise<void> {
  await tx
    .deleteFrom('recoveryCode')
    .where('agencyId', '=', agencyId)
    .where('memberId', '=', memberId)
    .execute()
  if (given.length === 0) return
  await tx
    .insertInto('recoveryCode')
    .values(given.map((code) => ({ agencyId, memberId, hash: hashOf(code) })))
    .execute()
}

/** Is this one of the member's codes? It is used up by asking. */
export async function takeRecoveryCode(
  tx: Tx,
  agencyId: string,
  memberId: string,
  code: string,
): Promise<boolean> {
  const taken = await tx
    .deleteFrom('recoveryCode')
    .where('agencyId', '=', agencyId)
    .where('memberId', '=', memberId)
    .where('hash', '=', hashOf(code))
    .executeTakeFirst()
  return taken.numDeletedRows === 1n
}
