import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { bodyOf, pictured } from '../body.ts'
import type { RecordRow } from '../record.ts'
import { recordsOf } from '../store.ts'
import type { Field } from './redact-words.ts'

/** A record with all that could go out of it. */
export interface Material {
  row: RecordRow
  fields: Field[]
  files: { sha256: string; mediaType: string; bytes: number; alt: string }[]
  /** Its entry, as the ledger holds it; null once disposed of. */
  body: string | null
}

/** These records with their texts and files, in the order of the ids. */
export async function materialOf(db: Db, agencyId: string, ids: readonly string[]): Promise<Material[]> {
  if (ids.length === 0) return []
  const rows = await recordsOf(db, agencyId, ids)
  const entries = await db
    .selectFrom('ledgerEntry')
    .select(['entryId', 'body'])
    .where('agencyId', '=', agencyId)
    .where('entryId', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
  const bodies = new Map(entries.map(({ entryId, body }) => [entryId, body]))
  const hashes = [...new Set(rows.flatMap(({ media }) => media))]
  const blobs = await db
    .selectFrom('blob')
    .select(['sha256', 'mediaType', 'bytes'])
    .where('agencyId', '=', agencyId)
    .where('sha256', '=', sql<string>`any(${hashes}::text[])`)
    .execute()
  const kept = new Map(blobs.map((blob) => [blob.sha256, blob]))
  return rows.map((row) => {
    const body = bodies.get(row.recordId) ?? null
    const alts = new Map(
      (body === null ? [] : pictured(bodyOf(body))).map(({ sha256, alt }) => [sha256, alt]),
    )
    const files = row.media.flatMap((sha256) => {
      const blob = kept.get(sha256)
      return blob ? [{ ...blob, alt: alts.get(sha256) ?? '' }] : []
    })
    return { row, fields: fieldsOf(row, files), files, body }
  })
}

/** The texts of a record that somebody reads, and that words are cut from. */
export function fieldsOf({ words, author }: RecordRow, files: readonly { alt: string }[]): Field[] {
  return [
    { field: 'words', text: words },
    ...(author === null ? [] : [{ field: 'author', text: author }]),
    ...files.map(({ alt }, n) => ({ field: `alt:${n}`, text: alt })),
  ]
}
