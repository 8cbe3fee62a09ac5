import { sql } from 'kysely'
import { command } from '../../ledger/command.ts'
import type { Agency } from '../../members/caller.ts'
import type { Blobs } from '../../platform/blobs.ts'
import { isBefore, later } from '../../platform/day.ts'
import type { Db } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'

/** So long lies what was set aside before it is destroyed: longer than any command that keeps the same bytes lasts. */
const asideMinutes = 10
const most = 500

/**
 * Removes the bytes that dispositions left without a name: set aside first, destroyed once nobody has kept the same bytes
 * meanwhile. Cut off at any place, the next run goes on. Gives how many were destroyed now; the ledger tells of them.
 */
export async function sweepBlobs(db: Db, agency: Agency, blobs: Blobs, at: string): Promise<number> {
  const { agencyId } = agency
  const open = await db
    .selectFrom('blobSweep')
    .select(['dispositionId', 'sha256', 'asideAt'])
    .where('agencyId', '=', agencyId)
    .where('sweptAt', 'is', null)
    .orderBy('dispositionId')
    .orderBy('sha256')
    .limit(most)
    .execute()
  const done: { dispositionId: string; sha256: string; isKept: boolean }[] = []
  for (const { dispositionId, sha256, asideAt } of open) {
    const isKept = await isNamed(db, sha256)
    if (isKept) await blobs.bringBack(sha256)
    else if (asideAt === null) {
      await blobs.setAside(sha256)
      await mark(db, agencyId, dispositionId, sha256, { asideAt: at })
      continue
    } else if (isBefore(at, later(asideAt, { minutes: asideMinutes }))) continue
    else await blobs.destroy(sha256)
    done.push({ dispositionId, sha256, isKept })
  }
  for (const dispositionId of new Set(done.map((one) => one.dispositionId)))
    await tell(
      db,
      agencyId,
      dispositionId,
      done.filter((one) => one.dispositionId === dispositionId),
      at,
    )
  return done.filter(({ isKept }) => !isKept).length
}

/** Somebody of any agency here keeps the same bytes. */
async function isNamed(db: Db, sha256: string): Promise<boolean> {
  const { rows } = await sql<{ named: boolean }>`select is_blob_named(${sha256}) as named`.execute(db)
  return rows[0]?.named !== false
}

async function tell(
  db: Db,
  agencyId: string,
  dispositionId: string,
  done: readonly { sha256: string; isKept: boolean }[],
  at: string,
): Promise<void> {
  const made = { agencyId, by: 'system', key: newId(), name: 'records.swept', at, input: null }
  await command(db, made, async (tx, record) => {
    for (const { sha256 } of done) await mark(tx, agencyId, dispositionId, sha256, { sweptAt: at })
    const [destroyed, keptByOthers] = [false, true].map((isKept) =>
      done.filter((one) => one.isKept === isKept).map(({ sha256 }) => sha256),
    )
    await record({ subject: dispositionId, body: { destroyed, keptByOthers } })
    return null
  })
}

async function mark(
  db: Db,
  agencyId: string,
  dispositionId: string,
  sha256: string,
  when: { asideAt: string } | { sweptAt: string },
): Promise<void> {
  await db
    .updateTable('blobSweep')
    .set(when)
    .where('agencyId', '=', agencyId)
    .where('dispositionId', '=', dispositionId)
    .where('sha256', '=', sha256)
    .execute()
}
