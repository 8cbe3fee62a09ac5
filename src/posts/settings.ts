import type { Db } from '../platform/db.ts'

declare module '../platform/db.ts' {
  interface Tables {
    postSetting: { agencyId: string; recallHours: number; reviewHours: number; version: number }
  }
}

/** Hours that a recall, and the review of an emergency, may take. Version 0: nobody has set them. */
export interface PostSettings {
  recallHours: number
  reviewHours: number
  version: number
}

export async function postSettingsOf(db: Db, agencyId: string): Promise<PostSettings> {
  const row = await db
    .selectFrom('postSetting')
    .select(['recallHours', 'reviewHours', 'version'])
    .where('agencyId', '=', agencyId)
    .executeTakeFirst()
  return row ?? { recallHours: 24, reviewHours: 24, version: 0 }
}
