import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeDurably } from '../platform/durable.ts'
import { newId } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'
import { openCheckpoint, type Checkpoint } from './checkpoint.ts'
import { emptyRoot, provesConsistency } from './merkle.ts'
import { cosign, type Signer, type Verifier } from './note.ts'
import { keptTiles, proveConsistency, rootOf, tilePath, type Tiles } from './tile.ts'

/** How the outside world is asked. */
export type Ask = (url: string, init?: RequestInit) => Promise<Response>

export interface Witnessed {
  size: number
  /** The size that this witness saw before; 0 the first time. */
  before: number
}

/**
 * Looks at a log as a witness does: fetches its checkpoint, proves from its public tiles that it extends the last one
 * this witness saw, remembers it, and sends its cosignature. Refuses, and remembers nothing, when the log does not
 * extend what was seen. `origin` is where the log's site stands, `https://orders.riverton.gov`.
 */
export async function witness(
  origin: string,
  log: Verifier,
  signer: Signer,
  memory: string,
  at: string,
  ask: Ask = fetch,
): Promise<Witnessed> {
  const written = await fetched(ask, `${origin}/ledger/checkpoint`)
  const text = new TextDecoder().decode(written)
  const opened = openCheckpoint(text, log)
  if (!opened.ok)
    throw new Refusal('conflict', `the checkpoint of ${origin} is not to be believed: ${opened.because}`)
  const { checkpoint, note } = opened
  await mkdir(memory, { recursive: true, mode: 0o700 })
  const file = join(memory, `${log.name.replaceAll(/[^\w.-]/g, '_')}.seen`)
  const seen = await seenIn(file, log)
  await refuseUnlessExtended(ask, origin, seen, checkpoint)
  // Remembered before it is said: a witness never forgets what it signed.
  await writeDurably(file, text)
  const line = cosign(note.text, signer, at)
  const answer = await ask(`${origin}/api/ledger/cosignatures`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin, 'idempotency-key': newId() },
    body: JSON.stringify({ checkpoint: text + line }),
  })
  if (!answer.ok)
    throw new Refusal('unauthorized', `${origin} did not take the cosignature: ${await answer.text()}`)
  return { size: checkpoint.size, before: seen.size }
}

async function seenIn(file: string, log: Verifier): Promise<Checkpoint> {
  if (!existsSync(file)) return { origin: log.name, size: 0, root: emptyRoot }
  const opened = openCheckpoint(await readFile(file, 'utf8'), log)
  if (!opened.ok) throw new Refusal('malformed', `${file} is not what this witness saw: ${opened.because}`)
  return opened.checkpoint
}

/** Every hash of the proof is computed here, from the tiles that the log publishes. */
async function refuseUnlessExtended(
  ask: Ask,
  origin: string,
  seen: Checkpoint,
  now: Checkpoint,
): Promise<void> {
  if (now.size < seen.size)
    throw new Refusal(
      'conflict',
      `the log went back: it shows ${now.size} entries, and ${seen.size} were seen`,
    )
  const tiles: Tiles = keptTiles((tile) => fetched(ask, `${origin}/ledger/${tilePath(tile)}`))
  const root = await rootOf(tiles, now.size)
  const proof = await proveConsistency(tiles, seen.size, now.size)
  if (!provesConsistency(seen.size, now.size, proof, seen.root, now.root))
    throw new Refusal(
      'conflict',
      `the log does not extend the ${seen.size} entries that were seen: history was written anew`,
    )
  if (Buffer.compare(root, now.root) !== 0)
    throw new Refusal('conflict', `the tiles of ${origin} do not make the root that it signed`)
}

async function fetched(ask: Ask, url: string): Promise<Uint8Array> {
  const answer = await ask(url, { signal: AbortSignal.timeout(30_000) })
  if (!answer.ok) throw new Refusal('unavailable', `${url} answers ${answer.status}`)
  return new Uint8Array(await answer.arrayBuffer())
}
