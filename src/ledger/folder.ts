import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Db } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import { sameBytes } from './bytes.ts'
import { openCheckpoint, readCheckpoint, type Checkpoint } from './checkpoint.ts'
import { checkBeginning, findings, type Find, type Verdict } from './finding.ts'
import { leafHash } from './merkle.ts'
import { readNote, type Verifier } from './note.ts'
import { checkpointOf, cosignaturesOf, tilesIn } from './store.ts'
import { fullWidth, readEntries, tilePath, tilesOf, writeEntries } from './tile.ts'
import { Tree, type FullTile } from './tree.ts'

/**
 * Writes the ledger as anybody may keep it, at its last checkpoint: `checkpoint`, `key`, `tile/…` and `tile/entries/…`
 * as C2SP tlog-tiles names them, and `entry-ids`, the id of each entry on its line. Commitments only: no words, no salts.
 */
export async function exportLedger(db: Db, agencyId: string, folder: string): Promise<Checkpoint> {
  const last = await checkpointOf(db, agencyId)
  const checkpoint = last && readCheckpoint(readNote(last.note)?.text ?? '')
  if (!last || !checkpoint) throw new Refusal('notFound', 'the ledger has no checkpoint yet')
  const tiles = tilesIn(db, agencyId)
  const ids: string[] = []
  for (const tile of tilesOf(last.size)) {
    await writeUnder(folder, tilePath(tile), await tiles(tile))
    if (tile.level > 0) continue
    const rows = await db
      .selectFrom('ledgerLeaf')
      .select(['entryId', 'commitment'])
      .where('agencyId', '=', agencyId)
      .where('index', '>=', tile.n * fullWidth)
      .where('index', '<', tile.n * fullWidth + tile.width)
      .orderBy('index')
      .execute()
    await writeUnder(
      folder,
      tilePath({ ...tile, level: 'entries' }),
      writeEntries(rows.map((row) => row.commitment)),
    )
    for (const { entryId } of rows) ids.push(entryId)
  }
  await writeUnder(folder, 'entry-ids', ids.map((id) => `${id}\n`).join(''))
  await writeUnder(folder, 'key', `${last.key}\n`)
  const lines = await cosignaturesOf(db, agencyId, last.size)
  // The checkpoint comes last: a folder that has one is whole.
  await writeUnder(folder, 'checkpoint', last.note + lines.map(({ line }) => `${line}\n`).join(''))
  return checkpoint
}

async function writeUnder(folder: string, path: string, what: string | Uint8Array): Promise<void> {
  const file = join(folder, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, what)
}

/**
 * Checks an exported ledger with nothing but its files: every entry against its leaf, every tile, the root, the
 * signature. A checkpoint kept elsewhere must be of a beginning of it.
 */
export async function verifyFolder(folder: string, log: Verifier, trusted?: Checkpoint): Promise<Verdict> {
  const { found, find } = findings()
  const opened = openCheckpoint(await readFile(join(folder, 'checkpoint'), 'utf8'), log)
  if (!opened.ok) throw new Refusal('malformed', `${join(folder, 'checkpoint')}: ${opened.because}`)
  const { size, root } = opened.checkpoint
  const ids = (await readFile(join(folder, 'entry-ids'), 'utf8').catch(() => '')).split('\n')
  const full: FullTile[] = []
  const tree = new Tree((tile) => full.push(tile))
  let trustedRoot = trusted?.size === 0 ? tree.root() : undefined
  for (const tile of tilesOf(size)) {
    if (tile.level > 0) break
    const bundle = await bytesIn(folder, tilePath({ ...tile, level: 'entries' }))
    const entries = (bundle && readEntries(bundle)) ?? []
    const hashes = await bytesIn(folder, tilePath(tile))
    for (let i = 0; i < tile.width; i++) {
      const [index, entry] = [tile.n * fullWidth + i, entries[i]]
      const named = `entry ${index}${ids[index] ? ` (${ids[index]})` : ''}`
      const kept = hashes?.subarray(i * 32, i * 32 + 32)
      if (entry?.length !== 32) find({ what: 'entry', index, says: `${named} is missing` })
      else if (kept === undefined || !sameBytes(leafHash(entry), kept))
        find({ what: 'entry', index, says: `${named} is not what its tile was made of` })
      tree.push(
        Buffer.from(entry ?? [])
          .toString('latin1')
          .padEnd(32, '\0'),
      )
      if (tree.size === trusted?.size) trustedRoot = tree.root()
    }
  }
  await checkHigher(folder, full, tree, find)
  if (!sameBytes(tree.root(), root))
    find({
      what: 'range',
      index: 0,
      end: size,
      says: `the ${size} entries are not those whose root was signed`,
    })
  if (trusted !== undefined) checkBeginning(trusted, trustedRoot, size, find)
  return { size, entries: size, disposed: 0, waiting: 0, checkpoints: 1, findings: found }
}

/** The tiles above the leaves, each against the hashes computed from the entries. */
async function checkHigher(folder: string, full: readonly FullTile[], tree: Tree, find: Find): Promise<void> {
  const computed = new Map(full.map((tile) => [`${tile.level}/${tile.n}`, tile.hashes]))
  for (const tile of tilesOf(tree.size)) {
    if (tile.level === 0) continue
    const kept = await bytesIn(folder, tilePath(tile))
    const expected = computed.get(`${tile.level}/${tile.n}`) ?? tree.filling(tile.level).hashes
    if (kept !== undefined && sameBytes(kept, expected)) continue
    const span = fullWidth ** tile.level
    const differing = Array.from({ length: tile.width }, (_, i) => i).filter(
      (i) =>
        kept === undefined ||
        !sameBytes(kept.subarray(i * 32, i * 32 + 32), expected.subarray(i * 32, i * 32 + 32)),
    )
    for (const i of differing) {
      const index = (tile.n * fullWidth + i) * span
      const says = `something from entry ${index} up to ${index + span} is not what ${tilePath(tile)} was made of`
      find({ what: 'range', index, end: index + span, says })
    }
  }
}

async function bytesIn(folder: string, path: string): Promise<Uint8Array | undefined> {
  return await readFile(join(folder, path)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
}
