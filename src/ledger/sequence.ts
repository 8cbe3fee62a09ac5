import type pg from 'pg'
import type { Db } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import { sameBytes } from './bytes.ts'
import { openCheckpoint, writeCheckpoint } from './checkpoint.ts'
import { eachRow } from './copy-out.ts'
import { RowWriter } from './copy-rows.ts'
import { commitmentIn } from './match-entries.ts'
import { signNote, writeVerifier } from './note.ts'
import type { LogSigner } from './signer.ts'
import { checkpointOf, dbThrough, tilesIn, type KeptCheckpoint } from './store.ts'
import { rootOf } from './tile.ts'
import { foldFast, Tree, type FullTile } from './tree.ts'

export interface Sequenced {
  size: number
  added: number
  /** Were there more entries than one checkpoint takes? */
  isMore: boolean
}

/** The most entries that one checkpoint takes in. */
export const most = 20_000

/**
 * Gives the entries that were committed since the last checkpoint their places in the tree, and signs the new root,
 * all in one transaction. Each commitment is computed anew from the committed row. Undefined while another process is
 * at it. Refuses to sign when the clock or the tree went back, or when the tree is not the one it signed last.
 */
export async function sequence(
  pool: pg.Pool,
  agencyId: string,
  signer: LogSigner,
  at: string,
): Promise<Sequenced | undefined> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const signed = await within(pool, client, agencyId, signer, at)
    await client.query(signed?.note === undefined ? 'rollback' : 'commit')
    // Only what is published is remembered: a checkpoint whose transaction failed was seen by nobody.
    if (signed?.note !== undefined) await signer.remember({ note: signed.note, at })
    client.release()
    return signed?.sequenced
  } catch (error) {
    // A transaction that was refused is rolled back; a connection that broke is not used again.
    const isWhole = await client.query('rollback').then(
      () => true,
      () => false,
    )
    client.release(!isWhole)
    throw error
  }
}

async function within(
  pool: pg.Pool,
  client: pg.PoolClient,
  agencyId: string,
  signer: LogSigner,
  at: string,
): Promise<{ sequenced: Sequenced; note: string | undefined } | undefined> {
  // One sequencer at a time, over all processes on this database; whoever comes second finds nothing left to do.
  const { rows } = await client.query<{ taken: boolean }>(
    `select pg_try_advisory_xact_lock(${lockKey}) as taken`,
    [agencyId],
  )
  if (rows[0]?.taken !== true) return undefined
  const seen = await seenBy(client)
  const db = dbThrough(pool, client)
  const last = await checkpointOf(db, agencyId)
  const horizon = last === undefined ? '0' : await horizonOf(client, agencyId, last.size)
  const isWaiting = await isAnyWaiting(client, agencyId, horizon, seen)
  if (!isWaiting && last !== undefined)
    return { sequenced: { size: last.size, added: 0, isMore: false }, note: undefined }
  const full: FullTile[] = []
  const tree = await standingTree(db, agencyId, signer, at, (tile) => full.push(tile))
  const before = tree.size
  const lastWritten = await placeWaiting(client, agencyId, horizon, seen, tree)
  const added = tree.size - before
  const note = await sign(client, agencyId, signer, {
    tree,
    full,
    at,
    horizon: added < most ? seen.below : lastWritten,
  })
  return { sequenced: { size: tree.size, added, isMore: added === most }, note }
}

/** The advisory lock that whoever lengthens the tree of an agency ($1) holds. */
export const lockKey = "hashtextextended('decorum.ledger.' || $1, 0)"

/** What is surely committed, as of now: transactions below `below`, and those that no transaction here could be yet. */
export interface Seen {
  below: string
  from: string
}
export async function seenBy(client: pg.ClientBase): Promise<Seen> {
  const { rows } = await client.query<Seen>(
    `select pg_snapshot_xmin(pg_current_snapshot())::text as below, pg_snapshot_xmax(pg_current_snapshot())::text as from`,
  )
  // Without statistics yet, PostgreSQL would read whole tables where the indexes have the few rows that are asked for.
  await client.query('set local enable_seqscan = off')
  return { below: '0', from: '0', ...rows[0] }
}

export async function isAnyWaiting(
  client: pg.ClientBase,
  agencyId: string,
  horizon: string,
  seen: Seen,
): Promise<boolean> {
  const waiting = await client.query(
    `select from ledger_entry e where ${pendingIn(client, agencyId, horizon, seen)} limit 1`,
  )
  return waiting.rowCount !== 0
}

/** The tree as it stands in the database, once it is proven to be what was signed last, by this key and not later than now. */
export async function standingTree(
  db: Db,
  agencyId: string,
  signer: LogSigner,
  at: string,
  onTile: (tile: FullTile) => void,
): Promise<Tree> {
  const last = await checkpointOf(db, agencyId)
  refuseBackwards(at, last?.at, 'the last checkpoint')
  const tiles = tilesIn(db, agencyId)
  const tree = await Tree.at(last?.size ?? 0, tiles, onTile)
  refuseOtherTree(tree, last, signer)
  await refuseForgotten(tree, (size) => rootOf(tiles, size, foldFast), signer, at)
  return tree
}

/** Gives what waits its places, up to `most`; gives the transaction of the last. */
export async function placeWaiting(
  client: pg.ClientBase,
  agencyId: string,
  horizon: string,
  seen: Seen,
  tree: Tree,
): Promise<string> {
  const before = tree.size
  const [ids, commitments] = [new RowWriter(), new RowWriter()]
  let lastWritten = 0n
  await eachRow(
    client,
    `select entry_id, salt, body, written_in from ledger_entry e
      where ${pendingIn(client, agencyId, horizon, seen)} order by written_in, entry_id limit ${most}`,
    (bytes, starts, ends) => {
      const commitment = commitmentIn(bytes, starts[1] ?? 0, starts[2] ?? 0, ends[2] ?? 0)
      ids.field(bytes.subarray(starts[0], ends[0]))
      commitments.latin1(commitment)
      lastWritten = bytes.readBigUInt64BE(starts[3] ?? 0)
      tree.push(commitment)
    },
  )
  const added = tree.size - before
  await client.query(
    `insert into ledger_leaf (agency_id, index, entry_id, commitment)
      select $1, $2 + place - 1, entry_id, commitment
      from unnest($3::uuid[], $4::bytea[]) with ordinality as leaf (entry_id, commitment, place)`,
    [agencyId, before, ids.takeArray('uuid', added), commitments.takeArray('bytea', added)],
  )
  return String(lastWritten)
}

/** Keeps the tiles that filled and signs the tree; gives the note. `horizon`: earlier transactions have no entry without a leaf. */
export async function sign(
  client: pg.ClientBase,
  agencyId: string,
  signer: LogSigner,
  { tree, full, at, horizon }: { tree: Tree; full: readonly FullTile[]; at: string; horizon: string },
): Promise<string> {
  if (full.length > 0) await keepTiles(client, agencyId, full)
  const root = tree.root()
  const note = signNote(writeCheckpoint({ origin: signer.key.name, size: tree.size, root }), signer.key)
  await client.query(
    `insert into ledger_checkpoint (agency_id, size, root, at, key, note, horizon) values ($1, $2, $3, $4, $5, $6, $7)`,
    [agencyId, tree.size, root, at, writeVerifier(signer.key), note, horizon],
  )
  return note
}

/**
 * Which entries wait: surely committed, and without a leaf. `horizon` only spares the search. Entries whose transaction
 * is yet to come in this cluster were brought by a restored backup, and so are committed too.
 */
function pendingIn(client: pg.ClientBase, agencyId: string, horizon: string, { below, from }: Seen): string {
  const since = BigInt(horizon) > BigInt(from) ? '0' : horizon
  return `e.agency_id = ${client.escapeLiteral(agencyId)} and e.written_in >= '${since}'
    and (e.written_in < '${below}' or e.written_in >= '${from}')
    and (select 1 from ledger_leaf l where l.agency_id = e.agency_id and l.entry_id = e.entry_id) is null`
}

export async function horizonOf(client: pg.ClientBase, agencyId: string, size: number): Promise<string> {
  const { rows } = await client.query<{ horizon: string }>(
    'select horizon::text from ledger_checkpoint where agency_id = $1 and size = $2',
    [agencyId, size],
  )
  return rows[0]?.horizon ?? '0'
}

async function keepTiles(client: pg.ClientBase, agencyId: string, full: readonly FullTile[]): Promise<void> {
  const [levels, places, hashes, roots] = [new RowWriter(), new RowWriter(), new RowWriter(), new RowWriter()]
  for (const tile of full) {
    levels.int2(tile.level)
    places.int8(tile.n)
    hashes.field(tile.hashes)
    roots.field(tile.root)
  }
  await client.query(
    `insert into ledger_tile (agency_id, level, n, hashes, root)
      select $1, * from unnest($2::smallint[], $3::bigint[], $4::bytea[], $5::bytea[])`,
    [
      agencyId,
      levels.takeArray('int2', full.length),
      places.takeArray('int8', full.length),
      hashes.takeArray('bytea', full.length),
      roots.takeArray('bytea', full.length),
    ],
  )
}

export function refuseBackwards(at: string, last: string | undefined, what: string): void {
  if (last !== undefined && Date.parse(at) < Date.parse(last))
    throw new Refusal(
      'conflict',
      `the clock went back: it is ${at}, and ${what} was signed at ${last}; nothing is signed until the clock is right`,
    )
}

/** What stands in the database must be what this key signed, or nothing is added to it. */
function refuseOtherTree(tree: Tree, last: KeptCheckpoint | undefined, { key }: LogSigner): void {
  if (last === undefined) return
  const opened = openCheckpoint(last.note, key)
  if (!opened.ok)
    throw new Refusal('conflict', `the last checkpoint in the database is not this log's: ${opened.because}`)
  const { size, root } = opened.checkpoint
  if (size !== tree.size || !sameBytes(root, tree.root()))
    throw new Refusal(
      'conflict',
      `the tree in the database is not the one that was signed at size ${size}; nothing is signed until \`decorum ledger verify\` has told what was changed`,
    )
}

/** The key remembers what it signed last, though the database be rolled back to an older backup. */
async function refuseForgotten(
  tree: Tree,
  rootAt: (size: number) => Promise<Uint8Array>,
  signer: LogSigner,
  at: string,
): Promise<void> {
  const signed = await signer.last()
  if (signed === undefined) return
  refuseBackwards(at, signed.at, 'the checkpoint remembered beside the key')
  if (signed.size > tree.size)
    throw new Refusal(
      'conflict',
      `the database went back: its tree has ${tree.size} entries, and ${signed.size} were signed at ${signed.at}; restore a newer backup`,
    )
  const root = signed.size === tree.size ? tree.root() : await rootAt(signed.size)
  if (!sameBytes(root, signed.root))
    throw new Refusal(
      'conflict',
      `the tree in the database does not extend the one of ${signed.size} entries that was signed at ${signed.at}`,
    )
}
