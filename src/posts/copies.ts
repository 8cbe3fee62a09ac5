import type { Db } from '../platform/db.ts'

declare module '../platform/db.ts' {
  interface Tables {
    media: {
      agencyId: string
      mediaId: string
      kind: 'image' | 'video'
      mediaType: string
      originalSha256: string
      sealedSha256: string
      addedBy: string
      at: string
    }
    mediaCopy: {
      agencyId: string
      sha256: string
      mediaId: string
      mediaType: string
      width: number
      height: number
      bytes: number
      seconds: number | null
      regions: string
      madeBy: string
      at: string
    }
  }
}

/** A public copy of a picture or film. */
export interface Copy {
  sha256: string
  mediaId: string
  kind: 'image' | 'video'
  mediaType: string
  width: number
  height: number
  bytes: number
  seconds: number | null
}

/** Public copies by their SHA-256; what was never added is not among them. */
export async function copiesOf(
  db: Db,
  agencyId: string,
  hashes: readonly string[],
): Promise<Map<string, Copy>> {
  if (hashes.length === 0) return new Map()
  const rows = await db
    .selectFrom('mediaCopy')
    .innerJoin('media', (join) =>
      join
        .onRef('media.agencyId', '=', 'mediaCopy.agencyId')
        .onRef('media.mediaId', '=', 'mediaCopy.mediaId'),
    )
    .select([
      'mediaCopy.sha256',
      'mediaCopy.mediaId',
      'media.kind',
      'mediaCopy.mediaType',
      'mediaCopy.width',
      'mediaCopy.height',
      'mediaCopy.bytes',
      'mediaCopy.seconds',
    ])
    .where('mediaCopy.agencyId', '=', agencyId)
    .where('mediaCopy.sha256', 'in', hashes)
    .execute()
  return new Map(rows.map((row) => [row.sha256, row]))
}
