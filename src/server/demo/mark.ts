import { existsSync } from 'node:fs'
import pg from 'pg'
import { Refusal } from '../../platform/refusal.ts'
import type { House } from '../house.ts'

/** What a database of a demonstration says of itself. It stands in the database, so no other one can be taken for it. */
export interface Mark {
  seed: string
  isSmall: boolean
  /** Was the town told to its end? */
  told: boolean
}

/** The only agency of a demonstration. */
export const agencyId = 'riverton'

/**
 * Looks whether a house is a demonstration's, before anything is done in it, and marks one whose database is empty.
 * Gives the mark it had; refuses a house that holds anything else, and any database that is not our own.
 */
export async function claim(house: House): Promise<Mark | undefined> {
  return await asOwner(house, async (client) => {
    const mark = await markIn(client)
    if (mark) return mark
    const { rowCount } = await client.query(`
      select from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema' limit 1`)
    // Blobs and the key that signs may belong to a database that stands elsewhere.
    const isUsed = [house.blobsFolder, house.ledgerFolder].some((folder) => existsSync(folder))
    if ((rowCount ?? 0) > 0 || isUsed)
      throw new Refusal(
        'conflict',
        'this folder of data is no demonstration’s, and was left as it is; give another one with --data',
      )
    await client.query(`
      begin;
      create schema demonstration;
      create table demonstration.mark (seed text not null, is_small boolean not null, told boolean not null);
      insert into demonstration.mark values ('', false, false);
      commit`)
    return undefined
  })
}

/** Writes how far the telling is. Refuses a database without a mark. */
export async function writeMark(house: House, { seed, isSmall, told }: Mark): Promise<void> {
  await asOwner(house, async (client) => {
    await marked(client)
    await client.query('set synchronous_commit = on')
    const written = 'update demonstration.mark set seed = $1, is_small = $2, told = $3'
    await client.query(written, [seed, isSmall, told])
  })
}

/** Refuses a house that is no demonstration's: there nobody signs in without a password. */
export async function refuseUnmarked(house: House): Promise<void> {
  await asOwner(house, marked)
}

/** Drops everything of a telling that was cut off, but its mark. Refuses a database without one, or one that was told. */
export async function dropTelling(house: House): Promise<void> {
  await asOwner(house, async (client) => {
    const { told } = await marked(client)
    if (told) throw new Refusal('conflict', 'this town was told to its end; it is not cleared')
    await client.query(`
      begin;
      drop schema if exists graphile_worker cascade;
      drop schema public cascade;
      create schema public;
      commit`)
  })
}

async function marked(client: pg.Client): Promise<Mark> {
  const mark = await markIn(client)
  if (!mark) throw new Refusal('conflict', 'this database is no demonstration’s, and was left as it is')
  return mark
}

/** The mark of a database; refuses one that has it and yet holds an agency besides the town. */
async function markIn(client: pg.Client): Promise<Mark | undefined> {
  const { rows: there } = await client.query<{ mark: boolean; agency: boolean }>(`
    select to_regclass('demonstration.mark') is not null as mark,
      to_regclass('public.agency') is not null as agency`)
  if (there[0]?.mark !== true) return undefined
  const { rows } = await client.query<Mark>(
    'select seed, is_small as "isSmall", told from demonstration.mark',
  )
  if (there[0].agency) {
    const found = await client.query<{ name: string }>(
      'select name from public.agency where agency_id <> $1 limit 1',
      [agencyId],
    )
    const [other] = found.rows
    if (other)
      throw new Refusal('conflict', `the demonstration’s database holds ${other.name}; it was left as it is`)
  }
  return rows[0]
}

async function asOwner<Result>(house: House, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  if (!house.isEmbedded || house.ownerUrl === undefined)
    throw new Refusal('malformed', 'a demonstration has a database of its own, and touches no other')
  const client = new pg.Client({ connectionString: house.ownerUrl, connectionTimeoutMillis: 5_000 })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
