import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { append, sealed } from '../../src/ledger/append.ts'
import { readCheckpoint, writeCheckpoint, type Checkpoint } from '../../src/ledger/checkpoint.ts'
import type { Finding } from '../../src/ledger/finding.ts'
import { readNote, signNote } from '../../src/ledger/note.ts'
import { sequence } from '../../src/ledger/sequence.ts'
import { openSigner, type LogSigner } from '../../src/ledger/signer.ts'
import { Tree, type FullTile } from '../../src/ledger/tree.ts'
import { verify } from '../../src/ledger/verify.ts'
import { openPool } from '../../src/platform/db.ts'
import { newId } from '../../src/platform/id.ts'
import { addAgency, type TestDatabase } from '../database.ts'

/** A drill: somebody who may do anything to the database changes the ledger, a thousand times, and is found each time. */

interface Scene {
  client: pg.Client
  signer: LogSigner
  size: number
  sizes: number[]
  /** A whole number below `n`, from the seed. */
  pick: (n: number) => number
}
/** What was done: the place that a finding must name, of two the first, or undefined where only an outside checkpoint can tell. */
type Tampering = (scene: Scene) => Promise<number | undefined>

const q = (client: pg.Client, text: string, values: unknown[] = []): Promise<unknown> =>
  client.query(text, values)
const idAt = '(select entry_id from ledger_leaf where index = $1)'
const other = ({ pick, size }: Scene, index: number): number => (index + 1 + pick(size - 1)) % size
const flip = (column: string): string => `set_byte(${column}, 3, get_byte(${column}, 3) # 1)`

/** Changes one entry by an expression. */
const entryTo =
  (column: string, value: string): Tampering =>
  async ({ client, pick, size }) => {
    const index = pick(size)
    await q(client, `update ledger_entry set ${column} = ${value} where entry_id = ${idAt}`, [index])
    return index
  }

async function reseal({ client }: Scene, index: number): Promise<string> {
  const { salt, body } = sealed({
    at: '2026-11-21T08:00:00.000Z',
    by: 'alvarez',
    kind: 'requests.ask',
    subject: 'x',
    text: 'other',
  })
  const commitment = createHash('sha256').update(salt).update(body).digest()
  await q(
    client,
    `update ledger_entry set salt = $2, body = $3, subject = 'x', kind = 'requests.ask', made_by = 'alvarez',
      at = '2026-11-21T08:00:00Z' where entry_id = ${idAt}`,
    [index, salt, body],
  )
  await q(client, 'update ledger_leaf set commitment = $2 where index = $1', [index, commitment])
  return commitment.toString('latin1')
}

/** Writes every tile and every root anew over the leaves as they stand; gives the roots by size. */
async function rebuild({ client, sizes }: Scene): Promise<Map<number, Buffer>> {
  const full: FullTile[] = []
  const tree = new Tree((tile) => full.push(tile))
  const roots = new Map([[0, tree.root()]])
  const { rows } = await client.query<{ commitment: Buffer }>(
    'select commitment from ledger_leaf order by index',
  )
  for (const { commitment } of rows) {
    tree.push(commitment.toString('latin1'))
    if (sizes.includes(tree.size)) roots.set(tree.size, tree.root())
  }
  for (const { level, n, hashes, root } of full)
    await q(client, 'update ledger_tile set hashes = $3, root = $4 where level = $1 and n = $2', [
      level,
      n,
      hashes,
      root,
    ])
  return roots
}

/** Everything after a size is taken away, as when an old backup is put in its place. */
async function rollBack({ client }: Scene, size: number): Promise<void> {
  await q(
    client,
    'delete from ledger_entry where entry_id not in (select entry_id from ledger_leaf where index < $1)',
    [size],
  )
  await q(client, 'delete from ledger_leaf where index >= $1', [size])
  await q(client, 'delete from ledger_tile where (n + 1) * power(256, level + 1) > $1', [size])
  await q(client, 'delete from ledger_checkpoint where size > $1', [size])
}

const tamperings: Record<string, Tampering> = {
  'a word of an entry': entryTo('body', "replace(body, 'request', 'reqvest')"),
  'a letter of its salt': entryTo('salt', flip('salt')),
  'its kind': entryTo('kind', "'requests.approve'"),
  'its author': entryTo('made_by', "'diaz'"),
  'its subject': entryTo('subject', "'another'"),
  'its time': entryTo('at', "at + interval '1 microsecond'"),
  'an entry deleted': async ({ client, pick, size }) => {
    const index = pick(size)
    await q(client, `delete from ledger_entry where entry_id = ${idAt}`, [index])
    return index
  },
  'two entries change their words': async (scene) => {
    const index = scene.pick(scene.size)
    await q(
      scene.client,
      `update ledger_entry e set body = o.body, salt = o.salt from ledger_entry o
        where (e.entry_id = ${idAt} and o.entry_id = (select entry_id from ledger_leaf where index = $2))
          or (o.entry_id = ${idAt} and e.entry_id = (select entry_id from ledger_leaf where index = $2))`,
      [index, other(scene, index)],
    )
    return index
  },
  'a commitment': async ({ client, pick, size }) => {
    const index = pick(size)
    await q(client, `update ledger_leaf set commitment = ${flip('commitment')} where index = $1`, [index])
    return index
  },
  'two leaves change places': async (scene) => {
    const index = scene.pick(scene.size)
    const second = other(scene, index)
    await q(scene.client, 'update ledger_leaf set index = 1000000 + index where index in ($1, $2)', [
      index,
      second,
    ])
    await q(
      scene.client,
      'update ledger_leaf set index = $2::bigint + $1::bigint + 1000000 - index where index >= 1000000',
      [index, second],
    )
    // Each stands where the other was; where the first of them stood, the tree is another.
    return Math.min(index, second)
  },
  'a leaf deleted': async ({ client, pick, size }) => {
    const index = pick(size)
    await q(client, 'delete from ledger_leaf where index = $1', [index])
    return index
  },
  'a leaf and its entry deleted, those above moved down': async ({ client, pick, size }) => {
    const index = pick(size)
    await q(client, `delete from ledger_entry where entry_id = ${idAt}`, [index])
    await q(client, 'delete from ledger_leaf where index = $1', [index])
    await q(client, 'update ledger_leaf set index = 1000000 + index where index > $1', [index])
    await q(client, 'update ledger_leaf set index = index - 1000001 where index >= 1000000', [])
    return index
  },
  'an entry slipped in': async ({ client, size }) => {
    const { salt, body } = sealed({
      at: '2026-11-21T08:00:00.000Z',
      by: 'bell',
      kind: 'requests.ask',
      subject: 'y',
    })
    await q(
      client,
      `insert into ledger_entry (agency_id, entry_id, at, kind, made_by, subject, salt, body, written_in)
        values ('riverton', $1, '2026-11-21T08:00:00Z', 'requests.ask', 'bell', 'y', $2, $3, '5')`,
      [newId(), salt, body],
    )
    return size
  },
  'an entry slipped in with a leaf': async ({ client, size }) => {
    await q(client, "insert into ledger_leaf values ('riverton', $1, $2, $3)", [
      size,
      newId(),
      randomBytes(32),
    ])
    return size
  },
  'the tail cut': async ({ client, pick, size, sizes }) => {
    const from = Math.max(...sizes.filter((one) => one < size)) + pick(20)
    await q(
      client,
      'delete from ledger_entry where entry_id in (select entry_id from ledger_leaf where index >= $1)',
      [from],
    )
    await q(client, 'delete from ledger_leaf where index >= $1', [from])
    return from
  },
  'a hash in a tile': async ({ client, pick }) => {
    const [n, i] = [pick(2), pick(256)]
    await q(
      client,
      'update ledger_tile set hashes = set_byte(hashes, $2, get_byte(hashes, $2) # 1) where level = 0 and n = $1',
      [n, i * 32],
    )
    return n * 256 + i
  },
  "a tile's root": async ({ client, pick }) => {
    const n = pick(2)
    await q(client, `update ledger_tile set root = ${flip('root')} where level = 0 and n = $1`, [n])
    return n * 256
  },
  'a tile deleted': async ({ client, pick }) => {
    const n = pick(2)
    await q(client, 'delete from ledger_tile where level = 0 and n = $1', [n])
    return n * 256
  },
  'the root of a checkpoint': async ({ client, pick, sizes }) => {
    const size = sizes[pick(sizes.length)] ?? 0
    await q(client, `update ledger_checkpoint set root = ${flip('root')} where size = $1`, [size])
    return size
  },
  'the words of a checkpoint': async ({ client, pick, sizes }) => {
    const size = sizes[pick(sizes.length)] ?? 0
    await q(
      client,
      "update ledger_checkpoint set note = replace(note, 'riverton', 'lakeside') where size = $1",
      [size],
    )
    return size
  },
  'the date of a checkpoint': async ({ client, pick, sizes }) => {
    const size = sizes[1 + pick(sizes.length - 1)] ?? 0
    await q(client, "update ledger_checkpoint set at = at - interval '1 day' where size = $1", [size])
    return size
  },
  'the last checkpoint deleted': async ({ client, size }) => {
    await q(client, 'delete from ledger_checkpoint where size = $1', [size])
    return size - 1
  },
  'an entry and its commitment': async (scene) => {
    const index = scene.pick(scene.size)
    await reseal(scene, index)
    return index
  },
  'an entry, its commitment and all tiles': async (scene) => {
    const index = scene.pick(scene.size)
    await reseal(scene, index)
    await rebuild(scene)
    return index
  },
  'everything computed anew, but without the key': async (scene) => {
    const index = scene.pick(scene.size)
    await reseal(scene, index)
    for (const [size, root] of await rebuild(scene))
      await q(scene.client, 'update ledger_checkpoint set root = $2 where size = $1', [size, root])
    // The signatures stay those of the roots before: the first checkpoint that holds the entry is the first that lies.
    return scene.sizes.find((size) => size > index)
  },
  'everything computed anew, and signed with the stolen key': async (scene) => {
    await reseal(scene, scene.pick(scene.size))
    const { name: origin } = scene.signer.key
    for (const [size, root] of await rebuild(scene))
      await q(scene.client, 'update ledger_checkpoint set root = $2, note = $3 where size = $1', [
        size,
        root,
        signNote(writeCheckpoint({ origin, size, root }), scene.signer.key),
      ])
    return undefined
  },
  'an old backup put in its place': async (scene) => {
    await rollBack(scene, scene.sizes[scene.pick(scene.sizes.length - 1)] ?? 0)
    return undefined
  },
}

export interface Drilled {
  /** How often each tampering was tried. */
  tried: Record<string, number>
  /** What was not found, or not named; empty when the drill passes. */
  missed: string[]
  /** How many only the outside checkpoint told; the control that a database alone cannot prove its past. */
  onlyOutside: number
}

const tables = ['ledger_entry', 'ledger_leaf', 'ledger_tile', 'ledger_checkpoint']

/** Tampers `count` times with a ledger of some 700 entries and verifies after each; the seed decides what is done. */
export async function drillTampering(database: TestDatabase, count: number, seed: number): Promise<Drilled> {
  await addAgency(database, 'riverton')
  const folder = mkdtempSync(join(tmpdir(), 'decorum-keys-'))
  const signer = await openSigner(folder, { agencyId: 'riverton', host: 'riverton.localhost' })
  const sizes = await fill(database, signer)
  const size = sizes.at(-1) ?? 0
  const url = database.cluster.ownerUrl(database.name)
  const open = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: url, options: '-c decorum.agency=riverton' })
    await client.connect()
    return client
  }
  const client = await open()
  const kept = await client.query<{ note: string }>('select note from ledger_checkpoint where size = $1', [
    size,
  ])
  const outside = readCheckpoint(readNote(kept.rows[0]?.note ?? '')?.text ?? '')
  await client.query('alter table ledger_cosignature disable trigger all')
  for (const table of tables) {
    await client.query(`alter table ${table} disable trigger all`)
    await client.query(`create table kept_${table} as select * from ${table}`)
  }
  const verified = async (checkpoint?: Checkpoint): Promise<Finding[]> =>
    (await verify(open, 'riverton', { log: signer.key, checkpoint })).findings
  const pick = picker(seed)
  const drilled: Drilled = { tried: {}, missed: [], onlyOutside: 0 }
  try {
    const untouched = await verified(outside)
    if (untouched.length > 0) drilled.missed.push(`an untouched ledger was blamed: ${untouched[0]?.says}`)
    const names = Object.keys(tamperings)
    for (let round = 0; round < count; round++) {
      const name = names[round % names.length] ?? ''
      drilled.tried[name] = (drilled.tried[name] ?? 0) + 1
      const place = await tamperings[name]?.({ client, signer, size, sizes, pick })
      const alone = await verified()
      if (place === undefined) {
        const found = await verified(outside)
        if (alone.length === 0) drilled.onlyOutside++
        if (found.length === 0) drilled.missed.push(`round ${round}: ${name} was not found`)
      } else if (!alone.some((one) => isAbout(one, place)))
        drilled.missed.push(
          `round ${round}: ${name} at ${place}: ${alone.map((one) => one.says).join('; ') || 'not found'}`,
        )
      await client.query(`truncate ${tables.join(', ')}, ledger_cosignature`)
      for (const table of tables) await client.query(`insert into ${table} select * from kept_${table}`)
    }
  } finally {
    await client.end()
    await rm(folder, { recursive: true, force: true })
  }
  return drilled
}

/** Does the finding name the entry, its stretch, or (what is slipped in has no place) itself? */
function isAbout({ what, index, end, says }: Finding, place: number): boolean {
  if (what === 'range') return (index ?? 0) <= place && place < (end ?? 0)
  return index === place || says.includes('slipped in')
}

async function fill(database: TestDatabase, signer: LogSigner): Promise<number[]> {
  const db = database.db('riverton')
  const { pool } = openPool(database.cluster.appUrl(database.name), 'riverton', { patience: 20_000 })
  const sizes: number[] = []
  for (const [round, more] of [1, 90, 165, 1, 200, 130, 77, 40].entries()) {
    const at = `2026-11-21T08:${String(10 + round)}:00.000Z`
    await db.transaction().execute(async (tx) => {
      for (let i = 0; i < more; i++)
        await append(tx, 'riverton', {
          kind: 'requests.endorse',
          by: 'bell',
          subject: `r${i}`,
          at,
          body: { text: `request "${i}" é` },
        })
    })
    sizes.push((await sequence(pool, 'riverton', signer, at))?.size ?? 0)
  }
  await pool.end()
  return sizes
}

/** Numbers that a seed decides (mulberry32). */
function picker(seed: number): (n: number) => number {
  let state = seed
  return (n) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % n
  }
}
