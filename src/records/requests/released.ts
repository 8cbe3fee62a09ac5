import type { Blobs } from '../../platform/blobs.ts'
import type { Db } from '../../platform/db.ts'
import type { Cut } from './tables.ts'

/** A picture or file that went out, and its bytes. */
export interface ReleasedFile {
  name: string
  mediaType: string
  alt: string
  size: number
  bytes: () => Promise<Uint8Array>
}

/** A record as it went out: what was cut is in none of it. It has the shape that a production takes. */
export interface Released {
  recordId: string
  at: string
  kind: string
  event: string
  thing: string
  thread: string
  account: { network: string; handle: string; address: string } | null
  author: string | null
  words: string
  redactions: readonly Cut[]
  media: readonly ReleasedFile[]
  versions: number
  context: boolean
  withheld: readonly { exemption: string; reason: string }[] | null
  whole: boolean
}

const share = 200

/** The records of one release, in their order, a share at a time; those that stay back whole stand among them, empty. */
export async function* releasedRecords(
  db: Db,
  { blobs }: { blobs: Blobs },
  agencyId: string,
  requestId: string,
  instalment: number,
): AsyncGenerator<Released> {
  const accounts = new Map(
    (
      await db
        .selectFrom('account')
        .select(['accountId', 'network', 'handle', 'address'])
        .where('agencyId', '=', agencyId)
        .execute()
    ).map(({ accountId, ...account }) => [accountId, account]),
  )
  for (let after = 0; ; after += share) {
    const rows = await db
      .selectFrom('recordsReleased')
      .selectAll()
      .where('agencyId', '=', agencyId)
      .where('requestId', '=', requestId)
      .where('instalment', '=', instalment)
      .where('n', '>', after)
      .where('n', '<=', after + share)
      .orderBy('n')
      .execute()
    for (const row of rows) {
      const { recordId, at, kind, event, thing, thread, accountId, author, words, versions } = row
      const { redactions, withheld, isContext: context, isWhole: whole } = row
      const media = row.media.map(({ sha256, ...file }) => ({ ...file, bytes: () => blobs.get(sha256) }))
      const account = accountId === null ? null : (accounts.get(accountId) ?? null)
      const record = { recordId, at, kind, event, thing, thread, account, author, words, redactions }
      yield { ...record, media, versions, context, withheld, whole }
    }
    if (rows.length < share) return
  }
}
