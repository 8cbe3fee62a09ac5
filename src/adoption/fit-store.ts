import { z } from 'zod'
import type { Db, Tx } from '../platform/db.ts'
import { newId } from '../platform/id.ts'
import type { Decided } from './fit-review.ts'
import type { Doubt } from './document/outline.ts'
import type { ImportedProvision } from './document/provision.ts'
import { decisions } from './schema.ts'
import type { Doing } from './store.ts'

declare module '../platform/db.ts' {
  interface Tables {
    orderDocument: {
      agencyId: string
      documentId: string
      versionId: string
      name: string
      format: string
      sha256: string
      provisions: string
      doubts: string
      importedBy: string
      at: string
    }
    orderFit: {
      agencyId: string
      versionId: string
      citation: string
      decision: string
      words: string | null
      note: string | null
      seen: string
      decidedBy: string
      decidedAt: string
    }
  }
}

export interface StoredDocument {
  documentId: string
  name: string
  format: string
  sha256: string
  provisions: ImportedProvision[]
  doubts: Doubt[]
  at: string
}

const importedSchema = z.array(
  z.object({
    citation: z.string(),
    text: z.string(),
    part: z.enum([
      'metadata',
      'disclaimer',
      'paragraph',
      'lead',
      'definition',
      'unit',
      'bullet',
      'tail',
      'closing',
    ]),
    headings: z.array(z.string()),
    under: z.array(z.string()),
    page: z.number(),
    line: z.number(),
  }),
)
const doubtsSchema = z.array(z.object({ line: z.number(), page: z.number(), sentence: z.string() }))

/** The document that was imported last for a version. */
export async function documentOf(
  db: Db,
  agencyId: string,
  versionId: string,
): Promise<StoredDocument | undefined> {
  const row = await db
    .selectFrom('orderDocument')
    .select(['documentId', 'name', 'format', 'sha256', 'provisions', 'doubts', 'at'])
    .where('agencyId', '=', agencyId)
    .where('versionId', '=', versionId)
    .orderBy('documentId', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    ...row,
    provisions: importedSchema.parse(JSON.parse(row.provisions)),
    doubts: doubtsSchema.parse(JSON.parse(row.doubts)),
  }
}

export async function addDocument(
  tx: Tx,
  { agencyId, by, at }: Doing,
  versionId: string,
  document: Omit<StoredDocument, 'documentId' | 'at'>,
): Promise<string> {
  const documentId = newId()
  const { name, format, sha256: hash, provisions, doubts } = document
  await tx
    .insertInto('orderDocument')
    .values({
      agencyId,
      documentId,
      versionId,
      name,
      format,
      sha256: hash,
      provisions: JSON.stringify(provisions),
      doubts: JSON.stringify(doubts),
      importedBy: by,
      at,
    })
    .execute()
  return documentId
}

export async function decidedOf(db: Db, agencyId: string, versionId: string): Promise<Decided[]> {
  const rows = await db
    .selectFrom('orderFit')
    .select(['citation', 'decision', 'words', 'note', 'seen', 'decidedBy', 'decidedAt'])
    .where('agencyId', '=', agencyId)
    .where('versionId', '=', versionId)
    .execute()
  return rows.map((row) => ({ ...row, decision: z.enum(decisions).parse(row.decision) }))
}

/** Stores decisions of the fit; a later one takes the place of an earlier (the ledger keeps both). */
export async function putDecided(
  tx: Tx,
  agencyId: string,
  versionId: string,
  all: readonly Decided[],
): Promise<void> {
  if (all.length === 0) return
  await tx
    .insertInto('orderFit')
    .values(all.map((one) => ({ agencyId, versionId, ...one })))
    .onConflict((conflict) =>
      conflict.columns(['agencyId', 'versionId', 'citation']).doUpdateSet((row) => ({
        decision: row.ref('excluded.decision'),
        words: row.ref('excluded.words'),
        note: row.ref('excluded.note'),
        seen: row.ref('excluded.seen'),
        decidedBy: row.ref('excluded.decidedBy'),
        decidedAt: row.ref('excluded.decidedAt'),
      })),
    )
    .execute()
}
