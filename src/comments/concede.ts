import type { Record as Recording } from '../ledger/command.ts'
import type { Tx } from '../platform/db.ts'

/** A hiding or a block that ends before its appeal was heard ends the appeal in the writer's favour. */
export async function concede(
  tx: Tx,
  record: Recording,
  agencyId: string,
  subjectId: string,
  { by, because, at }: { by: string; because: string; at: string },
): Promise<void> {
  const conceded = await tx
    .updateTable('appeal')
    .set((row) => ({
      state: 'conceded' as const,
      version: row('version', '+', 1),
      decidedBy: by,
      decidedAt: at,
      reason: because,
    }))
    .where('agencyId', '=', agencyId)
    .where('subjectId', '=', subjectId)
    .where('state', '=', 'waiting')
    .returning('appealId')
    .execute()
  for (const { appealId } of conceded)
    await record({ subject: appealId, body: { state: 'conceded', because }, kind: 'appeals.concede' })
}
