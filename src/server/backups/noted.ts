import type pg from 'pg'
import { z } from 'zod'
import type { Manifest } from '../../platform/backup/manifest.ts'

const notedSchema = z.object({
  agencies: z.array(
    z.object({
      agencyId: z.string(),
      /** The last checkpoint of its ledger, as it was signed; null where there is none yet. */
      checkpoint: z.string().nullable(),
      /** The dispositions that its ledger knows: a backup that knows all of them holds nothing that was disposed of. */
      disposed: z.array(z.string()).default([]),
    }),
  ),
})
/** What a backup says of the agencies it holds, as of its moment. */
export type Noted = z.infer<typeof notedSchema>

/** What a manifest notes of the agencies, as the transaction of this connection sees them. */
export async function noteAgencies(client: pg.ClientBase): Promise<Noted> {
  const { rows } = await client.query<Noted['agencies'][number]>(`
    select agency_id as "agencyId",
      (select note from ledger_checkpoint c where c.agency_id = a.agency_id order by size desc limit 1) as checkpoint,
      array(select e.entry_id::text from ledger_entry e
        where e.agency_id = a.agency_id and e.kind = 'records.disposed' order by 1) as disposed
    from agency a order by agency_id`)
  return { agencies: rows }
}

export function notedIn({ noted }: Manifest): Noted {
  return notedSchema.parse(noted)
}

/** Does a backup hold nothing that was disposed of since? */
export function isCleanOf(manifest: Manifest, now: Noted): boolean {
  const known = new Set(notedIn(manifest).agencies.flatMap(({ disposed }) => disposed))
  return now.agencies.every(({ disposed }) => disposed.every((entryId) => known.has(entryId)))
}
