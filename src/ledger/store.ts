import { sql } from 'kysely'
import type pg from 'pg'
import { dbOn, type Db } from '../platform/db.ts'
import { fullWidth, proveInclusion, type TileAt, type Tiles } from './tile.ts'
import { foldFast, leafHashes } from './tree.ts'

declare module '../platform/db.ts' {
  interface Tables {
    ledgerLeaf: { agencyId: string; index: number; entryId: string; commitment: Buffer }
    ledgerTile: { agencyId: string; level: number; n: number; hashes: Buffer; root: Buffer }
    ledgerCheckpoint: {
      agencyId: string
      size: number
      root: Buffer
      at: string
      /** The log's public key, as `writeVerifier` writes it. */
      key: string
      note: string
      horizon: string
    }
    ledgerCosignature: { agencyId: string; size: number; witness: string; at: string; line: string }
  }
}

/** Kysely over one connection that is in the middle of a transaction of its own. */
export function dbThrough(pool: pg.Pool, client: pg.PoolClient): Db {
  const kept: pg.PoolClient = Object.create(client, {
    query: { value: client.query.bind(client) },
    release: { value: () => undefined },
  })
  return dbOn({
    pool,
    options: pool.options,
    connect: () => Promise.resolve(kept),
    end: () => Promise.resolve(),
  })
}

/** The tiles of an agency's tree: full ones as they were kept, the edge from leaves and from full tiles beneath. */
export function tilesIn(db: Db, agencyId: string): Tiles {
  return async ({ level, n, width }) => {
    const query =
      width === fullWidth
        ? sql<{ hashes: Buffer }>`select hashes from ledger_tile
            where agency_id = ${agencyId} and level = ${level} and n = ${n}`
        : level === 0
          ? sql<{
              hashes: Buffer
            }>`select string_agg(commitment, ''::bytea order by index) as hashes from ledger_leaf
              where agency_id = ${agencyId} and index >= ${n * fullWidth} and index < ${n * fullWidth + width}`
          : sql<{ hashes: Buffer }>`select string_agg(root, ''::bytea order by n) as hashes from ledger_tile
              where agency_id = ${agencyId} and level = ${level - 1}
                and n >= ${n * fullWidth} and n < ${n * fullWidth + width}`
    const { rows } = await query.execute(db)
    return tileFrom(rows[0]?.hashes, { level, n, width })
  }
}

/** Checks that a tile is whole; at the edge of level 0 the store gave commitments, which are hashed into leaves. */
function tileFrom(hashes: Buffer | null | undefined, { level, n, width }: TileAt): Uint8Array {
  if (hashes?.length !== width * 32)
    throw new Error(`the ledger has lost hashes: tile ${n} of level ${level} holds not ${width}`)
  return level === 0 && width < fullWidth ? leafHashes(hashes) : hashes
}

export interface KeptCheckpoint {
  size: number
  root: Buffer
  at: string
  key: string
  note: string
}

/** The newest checkpoint, or the one of a size. */
export async function checkpointOf(
  db: Db,
  agencyId: string,
  size?: number,
): Promise<KeptCheckpoint | undefined> {
  return await db
    .selectFrom('ledgerCheckpoint')
    .select(['size', 'root', 'at', 'key', 'note'])
    .where('agencyId', '=', agencyId)
    .$if(size !== undefined, (query) => query.where('size', '=', size ?? 0))
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function cosignaturesOf(
  db: Db,
  agencyId: string,
  size: number,
): Promise<{ witness: string; at: string; line: string }[]> {
  return await db
    .selectFrom('ledgerCosignature')
    .select(['witness', 'at', 'line'])
    .where('agencyId', '=', agencyId)
    .where('size', '=', size)
    .orderBy('witness')
    .execute()
}

export async function leafOf(
  db: Db,
  agencyId: string,
  entryId: string,
): Promise<{ index: number; commitment: Buffer } | undefined> {
  return await db
    .selectFrom('ledgerLeaf')
    .select(['index', 'commitment'])
    .where('agencyId', '=', agencyId)
    .where('entryId', '=', entryId)
    .executeTakeFirst()
}

export interface Included {
  index: number
  commitment: Buffer
  proof: Uint8Array[]
}

/** The entry that an id means: its own, or for a request or a permission the newest of them that has its place. */
export async function entryOf(db: Db, agencyId: string, id: string): Promise<string> {
  const { rows } = await sql<{ entryId: string }>`
    select e.entry_id from ledger_entry e join ledger_leaf using (agency_id, entry_id)
    where agency_id = ${agencyId} and e.subject = ${id} and e.kind ~ '^(requests|permissions)\\.'
    order by e.entry_id desc limit 1`.execute(db)
  return rows[0]?.entryId ?? id
}

/**
 * The proof that an entry is in the tree of that size; undefined where it is not. One question to the database, where
 * the tiles above the leaves are at hand: the leaf comes together with its tile.
 */
export async function inclusionOf(
  db: Db,
  agencyId: string,
  tiles: Tiles,
  entryId: string,
  size: number,
): Promise<Included | undefined> {
  const { rows } = await sql<{ index: number; commitment: Buffer; hashes: Buffer | null }>`
    select index, commitment,
      (select hashes from ledger_tile where agency_id = ${agencyId} and level = 0 and n = l.index / 256)
      from ledger_leaf l where agency_id = ${agencyId} and entry_id = ${entryId}`.execute(db)
  const [leaf] = rows
  if (leaf === undefined || leaf.index >= size) return undefined
  const { index, commitment, hashes } = leaf
  const place = Math.floor(index / fullWidth)
  const isOwn = ({ level, n, width }: TileAt): boolean => level === 0 && n === place && width === fullWidth
  const near: Tiles = (tile) => (hashes && isOwn(tile) ? Promise.resolve(hashes) : tiles(tile))
  return { index, commitment, proof: await proveInclusion(near, index, size, foldFast) }
}

/** The commitments of a stretch of the log, in order. */
export async function commitmentsOf(
  db: Db,
  agencyId: string,
  from: number,
  count: number,
): Promise<Buffer[]> {
  const rows = await db
    .selectFrom('ledgerLeaf')
    .select('commitment')
    .where('agencyId', '=', agencyId)
    .where('index', '>=', from)
    .where('index', '<', from + count)
    .orderBy('index')
    .execute()
  return rows.map((row) => row.commitment)
}

/** How many entries wait for the next checkpoint, counted up to a thousand. */
export async function waitingIn(db: Db, agencyId: string): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`select count(*) as waiting from (
    select from ledger_entry e where agency_id = ${agencyId}
      and written_in >= coalesce((select horizon from ledger_checkpoint
        where agency_id = ${agencyId} order by size desc limit 1), '0')
      and (select 1 from ledger_leaf l where l.agency_id = e.agency_id and l.entry_id = e.entry_id) is null
    limit 1000) as w`.execute(db)
  return rows[0]?.waiting ?? 0
}
