import canonicalize from 'canonicalize'
import type { SelectQueryBuilder } from 'kysely'
import type { Record as Recording } from '../ledger/command.ts'
import { membersOf } from '../members/store.ts'
import type { Db, Tables, Tx } from '../platform/db.ts'
import { newId, sha256 } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'
import type { ShelfPack } from './pack.ts'
import type { Adoption } from './schema.ts'
import { settingsSchema, type Settings } from './settings.ts'
import { wordsSchema, type Words } from './own-order.ts'

declare module '../platform/db.ts' {
  interface Tables {
    orderPack: {
      agencyId: string
      digest: string
      pack: string
      identity: string
      provisions: string
      prints: string
      at: string
    }
    orderVersion: {
      agencyId: string
      versionId: string
      pack: string
      packDigest: string
      number: string
      title: string
      state: 'draft' | 'abandoned' | 'adopted'
      startedAt: string
      startedBy: string
      movedBy: string
      version: number
    }
    orderSettings: {
      agencyId: string
      settingsId: string
      versionId: string
      settings: string
      setBy: string
      at: string
    }
    orderAdoption: {
      agencyId: string
      versionId: string
      approvingBody: string
      approvedOn: string
      effective: string
      firstIssued: string | null
      signedBy: string
      remarks: string | null
      words: string
      digest: string
      adoptedBy: string
      adoptedAt: string
    }
  }
}

/** Who does something to a version, and when. */
export interface Doing {
  agencyId: string
  by: string
  at: string
}

export interface StoredVersion {
  versionId: string
  pack: string
  packDigest: string
  number: string
  title: string
  state: 'draft' | 'abandoned' | 'adopted'
  startedAt: string
  movedBy: string
  version: number
  adoption: StoredAdoption | null
}

export interface StoredAdoption {
  versionId: string
  approvingBody: string
  approvedOn: string
  effective: string
  firstIssued: string | null
  signedBy: string
  digest: string
  adoptedBy: string
  adoptedAt: string
}

/** Starts a version from a pack, which is kept as it is now. */
export async function startVersion(
  tx: Tx,
  record: Recording,
  { agencyId, by, at }: Doing,
  from: { pack: ShelfPack; number: string; title: string; settings: Settings },
): Promise<string> {
  const { pack, number, title, settings } = from
  const versionId = newId()
  const { id, digest, identity, provisions, prints } = pack
  await tx
    .insertInto('orderPack')
    .values({ agencyId, digest, pack: id, identity, provisions, prints, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await tx
    .insertInto('orderVersion')
    .values({
      agencyId,
      versionId,
      pack: id,
      packDigest: digest,
      number,
      title,
      state: 'draft',
      startedAt: at,
      startedBy: by,
      movedBy: by,
      version: 1,
    })
    .execute()
  await addSettings(tx, { agencyId, by, at }, versionId, settings)
  await record({ subject: versionId, body: { pack: id, packDigest: digest, number, title, settings } })
  return versionId
}

export async function addSettings(
  tx: Tx,
  { agencyId, by, at }: Doing,
  versionId: string,
  settings: Settings,
): Promise<void> {
  await tx
    .insertInto('orderSettings')
    .values({ agencyId, settingsId: newId(), versionId, settings: JSON.stringify(settings), setBy: by, at })
    .execute()
}

/** Takes the next number of a version for one change; refuses (conflict) when somebody else was first. */
export async function moveVersion(
  tx: Tx,
  { agencyId, by }: Doing,
  versionId: string,
  seen: number,
  to: { from: 'draft' | 'adopted'; state?: 'adopted' | 'abandoned' },
): Promise<void> {
  const moved = await tx
    .updateTable('orderVersion')
    .set({ version: seen + 1, movedBy: by, state: to.state ?? to.from })
    .where('agencyId', '=', agencyId)
    .where('versionId', '=', versionId)
    .where('version', '=', seen)
    .where('state', '=', to.from)
    .executeTakeFirst()
  if (moved.numUpdatedRows > 0n) return
  const found = await versionOf(tx, agencyId, versionId)
  const [mover] = await membersOf(tx, agencyId, [found.movedBy])
  throw new Refusal(
    'conflict',
    found.state === to.from
      ? `it was moved meanwhile by ${mover?.name ?? 'somebody'}; look at it again`
      : `this version is ${found.state}; ${found.state === 'adopted' ? 'what was adopted is not changed, start a new version' : 'start a new one'}`,
  )
}

/** Every version of an agency, in the order in which they were started. */
export async function versionsOf(db: Db, agencyId: string): Promise<StoredVersion[]> {
  const versions = await db
    .selectFrom('orderVersion')
    .select([
      'versionId',
      'pack',
      'packDigest',
      'number',
      'title',
      'state',
      'startedAt',
      'movedBy',
      'version',
    ])
    .where('agencyId', '=', agencyId)
    .orderBy('versionId')
    .execute()
  const adoptions = new Map((await adoptionsOf(db, agencyId)).map((one) => [one.versionId, one]))
  return versions.map((one) => ({ ...one, adoption: adoptions.get(one.versionId) ?? null }))
}

export async function versionOf(db: Db, agencyId: string, versionId: string): Promise<StoredVersion> {
  const found = (await versionsOf(db, agencyId)).find((one) => one.versionId === versionId)
  if (!found) throw new Refusal('notFound', 'there is no such version of the order')
  return found
}

export async function adoptionsOf(db: Db, agencyId: string): Promise<StoredAdoption[]> {
  return await adoptionsIn(db, agencyId).execute()
}

/** The same, for whoever asks for more of them. */
export function adoptionsIn(
  db: Db,
  agencyId: string,
): SelectQueryBuilder<Tables, 'orderAdoption', StoredAdoption> {
  return db
    .selectFrom('orderAdoption')
    .select([
      'orderAdoption.versionId',
      'approvingBody',
      'approvedOn',
      'effective',
      'firstIssued',
      'signedBy',
      'digest',
      'adoptedBy',
      'adoptedAt',
    ])
    .where('orderAdoption.agencyId', '=', agencyId)
    .orderBy('effective')
}

/** What the agency decided of what the order leaves open, as it stood at a moment; the newest unless told. */
export async function settingsOf(
  db: Db,
  agencyId: string,
  versionId: string,
): Promise<{ settingsId: string; settings: Settings }> {
  const row = await db
    .selectFrom('orderSettings')
    .select(['settingsId', 'settings'])
    .where('agencyId', '=', agencyId)
    .where('versionId', '=', versionId)
    .orderBy('settingsId', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { settingsId: row.settingsId, settings: settingsSchema.parse(JSON.parse(row.settings)) }
}

export async function packOf(
  db: Db,
  agencyId: string,
  digest: string,
): Promise<{ identity: string; provisions: string; prints: string }> {
  return await db
    .selectFrom('orderPack')
    .select(['identity', 'provisions', 'prints'])
    .where('agencyId', '=', agencyId)
    .where('digest', '=', digest)
    .executeTakeFirstOrThrow()
}

/** Adopts: what stands here is never changed. Gives the digest that members acknowledge. */
export async function addAdoption(
  tx: Tx,
  { agencyId, by, at }: Doing,
  adopted: { stored: StoredVersion; given: Adoption; words: Words; settings: Settings },
): Promise<string> {
  const { stored, given, words, settings } = adopted
  const { approvingBody, approvedOn, effective, firstIssued = null, signedBy, remarks = null } = given
  const { versionId, packDigest, number, title } = stored
  const whole = {
    agencyId,
    packDigest,
    number,
    title,
    approvingBody,
    approvedOn,
    effective,
    firstIssued,
    signedBy,
    words,
    standsForUnnamed: settings.standsForUnnamed,
  }
  const digest = sha256(canonicalize(whole) ?? '')
  await tx
    .insertInto('orderAdoption')
    .values({
      agencyId,
      versionId,
      approvingBody,
      approvedOn,
      effective,
      firstIssued,
      signedBy,
      remarks,
      words: JSON.stringify(words),
      digest,
      adoptedBy: by,
      adoptedAt: at,
    })
    .execute()
  return digest
}

export async function adoptedWords(db: Db, agencyId: string, versionId: string): Promise<Words> {
  const { words } = await db
    .selectFrom('orderAdoption')
    .select('words')
    .where('agencyId', '=', agencyId)
    .where('versionId', '=', versionId)
    .executeTakeFirstOrThrow()
  return wordsSchema.parse(JSON.parse(words))
}
