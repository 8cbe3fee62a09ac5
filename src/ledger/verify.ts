import pg from 'pg'
import { sameBytes, toBase64 } from './bytes.ts'
import { openCheckpoint, type Checkpoint } from './checkpoint.ts'
import { eachRow, microsecondsOf } from './copy-rows.ts'
import { readVerifier, type Verifier } from './note.ts'
import { commitmentIn } from './sequence.ts'
import { Tree, type FullTile } from './tree.ts'

/** What is wrong with a ledger, in a sentence, and where. */
export interface Finding {
  /** `entry`: that one; `range`: something from `index` up to `end`; `log`: the log as a whole. */
  what: 'entry' | 'range' | 'log'
  index?: number
  end?: number
  entryId?: string
  says: string
}
export interface Verdict {
  size: number
  entries: number
  /** Entries gone by law, each named by an entry of the disposal. */
  disposed: number
  /** Entries that no checkpoint holds yet. */
  waiting: number
  checkpoints: number
  findings: Finding[]
}

export interface Trust {
  /** The log's key, from outside the database; without it the keys in the checkpoints are believed. */
  log?: Verifier | undefined
  /** A checkpoint kept elsewhere: what it covers must be there still, unchanged. */
  checkpoint?: Checkpoint | undefined
}

const enough = 100

/**
 * Reads an agency's whole ledger and recomputes every commitment, hash, tile, root and signature. Finds what was
 * changed, and names it: the entry where it can be told, else the stretch between two checkpoints. `open` gives a new
 * connection that speaks for the agency.
 */
export async function verify(
  open: () => Promise<pg.Client>,
  agencyId: string,
  trust: Trust = {},
): Promise<Verdict> {
  // Two connections read at once; both see the database as of one moment.
  const [one, two] = await Promise.all([open(), open()])
  try {
    await one.query('begin isolation level repeatable read read only')
    const { rows } = await one.query<{ snapshot: string }>('select pg_export_snapshot() as snapshot')
    await two.query('begin isolation level repeatable read read only')
    await two.query(`set transaction snapshot ${two.escapeLiteral(rows[0]?.snapshot ?? '')}`)
    // Rows come as they were written, which is nearly as they stand in the tree: little has to be remembered.
    await two.query('set local synchronize_seqscans = off; set local max_parallel_workers_per_gather = 0')
    return await verifyWith(one, two, agencyId, trust)
  } finally {
    await Promise.all([one.end(), two.end()])
  }
}

interface KeptCheckpoint {
  size: number
  root: Buffer
  at: string
  key: string
  note: string
}

async function verifyWith(
  one: pg.Client,
  two: pg.Client,
  agencyId: string,
  trust: Trust,
): Promise<Verdict> {
  const findings: Finding[] = []
  const find = (finding: Finding): void => {
    if (findings.length < enough) findings.push(finding)
  }
  const mine = `agency_id = ${one.escapeLiteral(agencyId)}`
  const { rows: checkpoints } = await one.query<KeptCheckpoint>(
    `select size::float8 as size, root, at::text as at, key, note from ledger_checkpoint where ${mine} order by size`,
  )
  checkCheckpoints(checkpoints, trust, find)
  const roots = new Map<number, Buffer>()
  const wanted = new Set(checkpoints.map((checkpoint) => checkpoint.size))
  if (trust.checkpoint) wanted.add(trust.checkpoint.size)
  const tiles = new Map<string, FullTile>()
  const tree = new Tree((tile) => tiles.set(`${tile.level}/${tile.n}`, tile))
  const matching = matchEntries(find)
  if (wanted.has(0)) roots.set(0, tree.root())
  let expected = 0
  const leaves = eachRow(
    one,
    `select index, entry_id, commitment from ledger_leaf where ${mine} order by index`,
    (bytes, starts) => {
      const index = Number(bytes.readBigInt64BE(starts[0]))
      if (index !== expected && tree.size === expected)
        find({ what: 'range', index: expected, end: index, says: `the leaves from ${expected} up to ${index} are gone` })
      expected = index + 1
      const commitment = bytes.toString('latin1', starts[2], (starts[2] ?? 0) + 32)
      matching.leaf(bytes.toString('latin1', starts[1], (starts[1] ?? 0) + 16), commitment, index)
      tree.push(commitment)
      if (wanted.has(tree.size)) roots.set(tree.size, tree.root())
    },
  )
  const { rows: horizons } = await two.query<{ horizon: string | null }>(
    `select (select horizon from ledger_checkpoint where ${mine} order by size desc limit 1)::text as horizon`,
  )
  const entries = eachRow(
    two,
    `select entry_id, at, kind, made_by, subject, salt, convert_to(body, 'UTF8') from ledger_entry where ${mine}`,
    matching.entry,
  )
  await Promise.all([leaves, entries])
  const { disposed, waiting } = await matching.end(two, mine, BigInt(horizons[0]?.horizon ?? '0'))
  await checkTiles(one, mine, tiles, tree.size, find)
  checkRoots(checkpoints, roots, tree.size, trust, find)
  const entriesSeen = matching.seen()
  return { size: tree.size, entries: entriesSeen, disposed, waiting, checkpoints: checkpoints.length, findings }
}
