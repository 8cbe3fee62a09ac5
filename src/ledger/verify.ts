import { createPublicKey, verify as verifySignature } from 'node:crypto'
import pg from 'pg'
import { Refusal } from '../platform/refusal.ts'
import { sameBytes } from './bytes.ts'
import { openCheckpoint, type Checkpoint } from './checkpoint.ts'
import { eachRow } from './copy-out.ts'
import { checkBeginning, findings, type Find, type Verdict } from './finding.ts'
import { matchEntries } from './match-entries.ts'
import { readVerifier, type Holds, type Verifier } from './note.ts'
import { Tree, type FullTile } from './tree.ts'

/** What is believed from outside the database. */
export interface Trust {
  /** The log's key; without it the keys that the checkpoints name are believed. */
  log?: Verifier | undefined
  /** A checkpoint kept elsewhere: all that it covers must be there still, unchanged. */
  checkpoint?: Checkpoint | undefined
}

interface KeptCheckpoint {
  size: number
  root: Buffer
  at: string
  key: string
  note: string
}

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
    await two.query('set local synchronize_seqscans = off')
    await two.query('set local max_parallel_workers_per_gather = 0')
    return await verifyBy(one, two, agencyId, trust)
  } finally {
    await Promise.all([one.end(), two.end()])
  }
}

async function verifyBy(one: pg.Client, two: pg.Client, agencyId: string, trust: Trust): Promise<Verdict> {
  const mine = `agency_id = ${one.escapeLiteral(agencyId)}`
  const { rows: known } = await one.query('select from agency where agency_id = $1', [agencyId])
  if (known.length === 0) throw new Refusal('notFound', `the database has no agency ${agencyId}`)
  const { found, find } = findings()
  const { rows: checkpoints } = await one.query<KeptCheckpoint>(
    `select size::float8 as size, root, at::text as at, key, note from ledger_checkpoint where ${mine} order by size`,
  )
  checkCheckpoints(checkpoints, trust, find)
  const wanted = new Set(checkpoints.map((checkpoint) => checkpoint.size))
  if (trust.checkpoint) wanted.add(trust.checkpoint.size)
  const tiles = new Map<string, FullTile>()
  const tree = new Tree((tile) => tiles.set(`${tile.level}/${tile.n}`, tile))
  const roots = new Map([[0, tree.root()]])
  const matching = matchEntries(find)
  let isWhole = true
  const leaves = eachRow(
    one,
    `select index, entry_id, commitment from ledger_leaf where ${mine} order by index`,
    (bytes, starts, ends) => {
      const index = bytes.readInt32BE(starts[0]) * 2 ** 32 + bytes.readUInt32BE((starts[0] ?? 0) + 4)
      const commitment = bytes.toString('latin1', starts[2], ends[2])
      matching.leaf(bytes.toString('latin1', starts[1], ends[1]), commitment, index)
      if (isWhole && index !== tree.size) {
        isWhole = false
        const says = `the leaves from ${tree.size} up to ${index} are gone`
        find({ what: 'range', index: tree.size, end: index, says })
      }
      if (!isWhole) return
      tree.push(commitment)
      if (wanted.has(tree.size)) roots.set(tree.size, tree.root())
    },
  )
  const entries = eachRow(
    two,
    `select entry_id, at, kind, made_by, subject, salt, body, written_in from ledger_entry where ${mine}`,
    matching.entry,
  )
  await Promise.all([leaves, entries])
  const counts = matching.end(await horizonIn(one, mine))
  // Past a gap every hash is another; what is missing was named already.
  if (isWhole) await checkTiles(one, mine, tiles, find)
  if (isWhole) checkRoots(checkpoints, roots, tree.size, find)
  if (trust.checkpoint) checkBeginning(trust.checkpoint, roots.get(trust.checkpoint.size), tree.size, find)
  return { size: tree.size, ...counts, checkpoints: checkpoints.length, findings: found }
}

/** Below it every entry has a leaf; 0 where the database was restored into a cluster that counts anew. */
async function horizonIn(client: pg.Client, mine: string): Promise<bigint> {
  const { rows } = await client.query<{ horizon: string; next: string }>(
    `select horizon::text as horizon, pg_snapshot_xmax(pg_current_snapshot())::text as next
      from ledger_checkpoint where ${mine} order by size desc limit 1`,
  )
  const [last] = rows
  return last === undefined || BigInt(last.horizon) > BigInt(last.next) ? 0n : BigInt(last.horizon)
}

/** Each checkpoint is signed, says what its row says, and is no older than the one before. */
function checkCheckpoints(checkpoints: readonly KeptCheckpoint[], trust: Trust, find: Find): void {
  const holds = fastHolds()
  let before: KeptCheckpoint | undefined
  for (const kept of checkpoints) {
    const says = (because: string): void =>
      find({
        what: 'log',
        index: kept.size,
        says: `the checkpoint of size ${kept.size} was changed: ${because}`,
      })
    const log = trust.log ?? readVerifier(kept.key)
    const opened = log && openCheckpoint(kept.note, log, holds)
    if (opened === undefined) says('it names no key')
    else if (!opened.ok) says(opened.because)
    else if (opened.checkpoint.size !== kept.size) says(`${opened.checkpoint.size} was signed`)
    else if (!sameBytes(opened.checkpoint.root, kept.root)) says('another root was signed')
    else if (log && readVerifier(kept.key)?.name !== log.name) says('it names another key')
    if (before !== undefined && Date.parse(before.at) > Date.parse(kept.at))
      says(`it is dated ${kept.at}, before the one of size ${before.size} at ${before.at}`)
    before = kept
  }
}

/** Compares the tiles as kept with the tiles as computed, hash by hash where they differ. */
async function checkTiles(
  client: pg.Client,
  mine: string,
  tiles: Map<string, FullTile>,
  find: Find,
): Promise<void> {
  await eachRow(
    client,
    `select level, n, hashes, root from ledger_tile where ${mine} order by level, n`,
    (bytes, starts, ends) => {
      const [level, n] = [bytes.readInt16BE(starts[0]), Number(bytes.readBigInt64BE(starts[1]))]
      const computed = tiles.get(`${level}/${n}`)
      tiles.delete(`${level}/${n}`)
      const span = 256 ** level
      const whole = { index: n * 256 * span, end: (n + 1) * 256 * span }
      if (computed === undefined) {
        find({
          what: 'range',
          ...whole,
          says: `the tree had entries ${whole.index} up to ${whole.end}, and they are gone`,
        })
        return
      }
      const kept = bytes.subarray(starts[2], ends[2])
      const differing = Array.from({ length: 256 }, (_, i) => i).filter(
        (i) =>
          Buffer.compare(
            kept.subarray(i * 32, i * 32 + 32),
            computed.hashes.subarray(i * 32, i * 32 + 32),
          ) !== 0,
      )
      for (const i of differing.length > 8 ? differing.slice(0, 1) : differing) {
        const index = (n * 256 + i) * span
        const end = differing.length > 8 ? whole.end : index + span
        const says =
          level === 0 && end === index + 1
            ? `entry ${index} is not the one that tile ${n} was made of`
            : `something from entry ${index} up to ${end} is not what tile ${n} of level ${level} was made of`
        find({ what: end === index + 1 ? 'entry' : 'range', index, end, says })
      }
      if (differing.length === 0 && !sameBytes(bytes.subarray(starts[3], ends[3]), computed.root))
        find({ what: 'range', ...whole, says: `the root kept of tile ${n} of level ${level} was changed` })
    },
  )
  for (const { level, n } of tiles.values()) {
    const [index, end] = [n * 256 ** (level + 1), (n + 1) * 256 ** (level + 1)]
    find({ what: 'range', index, end, says: `tile ${n} of level ${level} is gone` })
  }
}

/** Compares each signed root with the one computed at its size. */
function checkRoots(
  checkpoints: readonly KeptCheckpoint[],
  roots: ReadonlyMap<number, Buffer>,
  size: number,
  find: Find,
): void {
  let good = 0
  let lastGood = -1
  for (const [place, { size: at, root }] of checkpoints.entries())
    if (roots.get(at)?.equals(root)) lastGood = place
  for (const [place, { size: at, root }] of checkpoints.entries()) {
    if (roots.get(at)?.equals(root)) {
      good = at
      continue
    }
    if (place < lastGood) {
      find({ what: 'log', index: at, says: `the checkpoint of size ${at} is not the root of its entries` })
      continue
    }
    const says =
      at > size
        ? `the log was cut: it has ${size} entries, and ${at} were signed; what is gone stood from entry ${good} on`
        : `something from entry ${good} up to ${at} was changed: the signed root of size ${at} is another`
    find({ what: 'range', index: good, end: at, says })
    return
  }
  const last = checkpoints.at(-1)?.size ?? 0
  if (size > last)
    find({
      what: 'range',
      index: last,
      end: size,
      says: `leaves from ${last} up to ${size} were never signed`,
    })
}

/** Node's own Ed25519, with each key read once. */
export function fastHolds(): Holds {
  const keys = new Map<string, ReturnType<typeof createPublicKey>>()
  const before = Buffer.from('302a300506032b6570032100', 'hex')
  return (signature, message, publicKey) => {
    const name = Buffer.from(publicKey).toString('hex')
    const key =
      keys.get(name) ??
      createPublicKey({ key: Buffer.concat([before, publicKey]), format: 'der', type: 'spki' })
    keys.set(name, key)
    return signature.length === 64 && verifySignature(null, message, key, signature)
  }
}
