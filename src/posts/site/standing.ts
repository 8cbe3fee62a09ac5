import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '../../platform/db.ts'
import { copiesOf } from '../copies.ts'

/** What of a kind stands on the site now: done, not removed, and not about to be. */
export function standing(db: Db, agencyId: string, kind: 'post' | 'notice') {
  return db
    .selectFrom('delivery')
    .innerJoin('account', (join) =>
      join
        .onRef('account.agencyId', '=', 'delivery.agencyId')
        .onRef('account.accountId', '=', 'delivery.accountId'),
    )
    .select(['delivery.subjectId', 'delivery.doneAt', 'delivery.seq', 'delivery.outgoing'])
    .where('delivery.agencyId', '=', agencyId)
    .where('account.network', '=', 'site')
    .where('delivery.subjectKind', '=', kind)
    .where('delivery.does', 'in', ['publish', 'reply', 'edit'])
    .where('delivery.state', '=', 'done')
    .where('delivery.removedAt', 'is', null)
    .where('delivery.isCalledBack', '=', false)
}

/** The last time that something stood on the site, whether it still does or not. */
export async function everStood(
  db: Db,
  agencyId: string,
  subjectId: string,
): Promise<{ doneAt: string | null; removedAt: string | null } | undefined> {
  return await db
    .selectFrom('delivery')
    .innerJoin('account', (join) =>
      join
        .onRef('account.agencyId', '=', 'delivery.agencyId')
        .onRef('account.accountId', '=', 'delivery.accountId'),
    )
    .select(['delivery.doneAt', 'delivery.removedAt'])
    .where('delivery.agencyId', '=', agencyId)
    .where('account.network', '=', 'site')
    .where('delivery.subjectId', '=', subjectId)
    .where('delivery.does', 'in', ['publish', 'reply'])
    .where('delivery.doneAt', 'is not', null)
    .orderBy('delivery.seq', 'desc')
    .executeTakeFirst()
}

/** Does a picture or a film stand on the site, in a post or a notice? */
export async function mediaOn(
  db: Db,
  agencyId: string,
  sha256: string,
): Promise<{ mediaType: string; captions: string | null } | undefined> {
  const inIt = JSON.stringify([{ sha256 }])
  const row = await standing(db, agencyId, 'post')
    // Looked for as words first: most are not read any further.
    .where('delivery.outgoing', 'like', `%${sha256}%`)
    .where(sql<boolean>`(delivery.outgoing::jsonb -> 'media') @> ${inIt}::jsonb`)
    .limit(1)
    .executeTakeFirst()
  const media = row && mediaIn(row.outgoing).find((one) => one.sha256 === sha256)
  if (media) return media
  // The site draws a notice as it is out now; what was delivered is what was out first.
  const notice = await standing(db, agencyId, 'notice')
    .innerJoin('notice', (join) =>
      join
        .onRef('notice.agencyId', '=', 'delivery.agencyId')
        .on(sql<boolean>`notice.notice_id::text = delivery.subject_id`),
    )
    .where('notice.outContent', 'like', `%${sha256}%`)
    .where(sql<boolean>`notice.out_content::jsonb #>> '{picture,sha256}' = ${sha256}`)
    .limit(1)
    .executeTakeFirst()
  const copy = notice && (await copiesOf(db, agencyId, [sha256])).get(sha256)
  return copy && { mediaType: copy.mediaType, captions: null }
}

const outgoingSchema = z.object({
  media: z.array(z.object({ sha256: z.string(), mediaType: z.string(), captions: z.string().nullable() })),
})

function mediaIn(outgoing: string | null): z.infer<typeof outgoingSchema>['media'] {
  return outgoing === null ? [] : outgoingSchema.parse(JSON.parse(outgoing)).media
}
