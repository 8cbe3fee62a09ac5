import { command } from '../ledger/command.ts'
import type { Agency } from '../members/caller.ts'
import type { Db } from '../platform/db.ts'

/**
 * Closes what is done: the post is gone from every network (or corrected on each), and the same audience was told or
 * somebody decided that it should not be. Nothing closes while one delivery waits for a network or for a person.
 */
export async function closeRecalls(db: Db, agency: Agency, at: string): Promise<void> {
  const { agencyId } = agency
  const open = await db
    .selectFrom('recallTask')
    .select(['recallId', 'postId', 'toldBy'])
    .where('agencyId', '=', agencyId)
    .where('closedAt', 'is', null)
    .execute()
  for (const { recallId, postId, toldBy } of open) {
    const subjects = [postId, ...(toldBy === null ? [] : [toldBy])]
    const [unfinished, teller] = await Promise.all([
      db
        .selectFrom('delivery')
        .select('deliveryId')
        .where('agencyId', '=', agencyId)
        .where('subjectKind', '=', 'post')
        .where('subjectId', 'in', subjects)
        .where((row) =>
          row.or([
            row('state', 'in', ['waiting', 'sending', 'parked']),
            // What a network refuses to take down is still there.
            row.and([row('state', '=', 'refused'), row('does', '=', 'remove')]),
          ]),
        )
        .executeTakeFirst(),
      db
        .selectFrom('post')
        .select('state')
        .where('agencyId', '=', agencyId)
        .where('postId', '=', toldBy ?? '00000000-0000-0000-0000-000000000000')
        .executeTakeFirst(),
    ])
    const isTold = teller === undefined || ['published', 'withdrawn', 'removed'].includes(teller.state)
    if (unfinished || !isTold) continue
    const key = `recall-close-${recallId}-${postId}`
    const made = { agencyId, by: 'system', key, name: 'posts.recalled', at, input: { recallId, postId } }
    await command(db, made, async (tx, record) => {
      await tx
        .updateTable('recallTask')
        .set({ closedAt: at })
        .where('agencyId', '=', agencyId)
        .where('recallId', '=', recallId)
        .where('postId', '=', postId)
        .where('closedAt', 'is', null)
        .execute()
      await record({ subject: postId, body: { recallId } })
      return null
    })
  }
}
