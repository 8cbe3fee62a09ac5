import { z } from 'zod'
import type { Record as Recording } from '../ledger/command.ts'
import type { Db, Tx } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'

export const commentSettingsSchema = z
  .object({
    /** Does "off-topic" need counsel's word? A court has found the word too vague for a public page (Krasno). */
    offTopicNeedsCounsel: z.boolean(),
    /** Days within which an appeal is decided. */
    appealDays: z.int().min(1).max(60),
    /** Is a writer told by a reply on the network, where it takes one? */
    repliesToWriter: z.boolean(),
  })
  .meta({ id: 'CommentSettings' })
export type CommentSettings = z.infer<typeof commentSettingsSchema>

export const firstCommentSettings: CommentSettings = {
  offTopicNeedsCounsel: true,
  appealDays: 10,
  repliesToWriter: true,
}

export const wellnessSchema = z
  .object({
    blur: z.enum(['always', 'ugly', 'never']),
    /** Pictures without their colours until they are opened. */
    grey: z.boolean(),
    /** After so many ugly ones in a row a pause is offered; null for never. */
    pauseAfter: z.int().min(3).max(100).nullable(),
    /** The hours, in the agency's zone, in which ugly ones are shown at all; null for any. */
    hours: z.object({ from: z.int().min(0).max(23), to: z.int().min(1).max(24) }).nullable(),
  })
  .meta({ id: 'Wellness' })
export type Wellness = z.infer<typeof wellnessSchema>

export const firstWellness: Wellness = { blur: 'ugly', grey: true, pauseAfter: 15, hours: null }

declare module '../platform/db.ts' {
  interface Tables {
    commentSettings: { agencyId: string; version: number; settings: unknown }
    wellness: { agencyId: string; memberId: string; settings: unknown }
  }
}

/** The agency's settings for comments; version 0 are those it never changed. */
export async function commentSettings(
  db: Db,
  agencyId: string,
): Promise<{ version: number; settings: CommentSettings }> {
  const row = await db
    .selectFrom('commentSettings')
    .select(['version', 'settings'])
    .where('agencyId', '=', agencyId)
    .executeTakeFirst()
  if (!row) return { version: 0, settings: firstCommentSettings }
  return { version: row.version, settings: commentSettingsSchema.parse(row.settings) }
}

/** Changes them; refuses (conflict) what was changed meanwhile. */
export async function changeCommentSettings(
  tx: Tx,
  record: Recording,
  agencyId: string,
  settings: CommentSettings,
  version: number,
): Promise<number> {
  const written = JSON.stringify(settings)
  const { numInsertedOrUpdatedRows: changed } =
    version === 0
      ? await tx
          .insertInto('commentSettings')
          .values({ agencyId, version: 1, settings: written })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirstOrThrow()
      : {
          numInsertedOrUpdatedRows: (
            await tx
              .updateTable('commentSettings')
              .set({ version: version + 1, settings: written })
              .where('agencyId', '=', agencyId)
              .where('version', '=', version)
              .executeTakeFirstOrThrow()
          ).numUpdatedRows,
        }
  if (changed !== 1n) throw new Refusal('conflict', 'the settings were changed meanwhile; look at them again')
  await record({ subject: agencyId, body: { settings } })
  return version + 1
}

/** How a moderator wants to be spared. */
export async function wellnessOf(db: Db, agencyId: string, memberId: string): Promise<Wellness> {
  const row = await db
    .selectFrom('wellness')
    .select('settings')
    .where('agencyId', '=', agencyId)
    .where('memberId', '=', memberId)
    .executeTakeFirst()
  return row ? wellnessSchema.parse(row.settings) : firstWellness
}

export async function changeWellness(
  tx: Tx,
  record: Recording,
  agencyId: string,
  memberId: string,
  wellness: Wellness,
): Promise<void> {
  const settings = JSON.stringify(wellness)
  await tx
    .insertInto('wellness')
    .values({ agencyId, memberId, settings })
    .onConflict((conflict) => conflict.columns(['agencyId', 'memberId']).doUpdateSet({ settings }))
    .execute()
  // That it was changed is in the ledger; how a moderator is spared is nobody else's affair.
  await record({ subject: memberId, body: {} })
}
