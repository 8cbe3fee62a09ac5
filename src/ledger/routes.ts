import type { FastifyReply } from 'fastify'
import { Temporal } from 'temporal-polyfill'
import type { App } from '../platform/http.ts'
import { refusalSchema } from '../platform/refused.ts'
import type { Db } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import { backupsSeen, backupState } from './backups.ts'
import { sameBytes, toBase64 } from './bytes.ts'
import { openCheckpoint, readCheckpoint } from './checkpoint.ts'
import { cosignedAt, readNote, readVerifier, type Verifier } from './note.ts'
import {
  consistencyQuerySchema,
  consistencySchema,
  cosignedSchema,
  cosigningSchema,
  inclusionSchema,
  ledgerSchema,
  proofParamsSchema,
  type Ledger,
} from './schema.ts'
import { witnessesIn } from './signer.ts'
import {
  checkpointOf,
  commitmentsOf,
  cosignaturesOf,
  inclusionOf,
  tilesIn,
  entryOf,
  waitingIn,
  type KeptCheckpoint,
} from './store.ts'
import {
  fullWidth,
  keptTiles,
  proveConsistency,
  readTilePath,
  rootOf,
  tileWidth,
  writeEntries,
  type Tiles,
} from './tile.ts'
import { foldFast } from './tree.ts'

const tags = ['ledger']
const config = { action: 'open' }

/** How this installation's own backups stand; null where somebody else sees to them. */
async function backupsOf(app: App, db: Db, agencyId: string): Promise<Ledger['backups']> {
  const { backups } = app.house
  if (backups === null) return null
  const seen = await backupsSeen(db, agencyId)
  return {
    madeAt: seen.madeAt,
    state: backupState(seen, backups.everyHours, app.clock()),
    areKeysWithData: backups.areKeysWithData,
  }
}

/** The ledger as anybody may see it: checkpoints, tiles and proofs; never an entry's words. */
export function ledgerRoutes(app: App): void {
  const kept = new Map<string, Tiles>()
  const tilesFor = (db: Db, agencyId: string): Tiles => {
    const found = kept.get(agencyId) ?? keptTiles(tilesIn(db, agencyId))
    kept.set(agencyId, found)
    return found
  }

  app.get(
    '/ledger/checkpoint',
    { config, schema: { operationId: 'getCheckpoint', tags, summary: 'The newest signed checkpoint' } },
    async (request, reply) => {
      const { db, agency } = request.caller
      const last = await lastOf(db, agency.agencyId)
      return reply
        .type('text/plain; charset=utf-8')
        .header('cache-control', 'max-age=1')
        .send(await withWitnesses(db, agency.agencyId, last))
    },
  )

  app.get(
    '/ledger/tile/*',
    {
      config,
      schema: { operationId: 'getTile', tags, summary: 'A tile of the Merkle tree, or its entries' },
    },
    async (request, reply) => {
      const { db, agency } = request.caller
      const path = request.url.replace(/\?.*/, '').slice('/ledger/'.length)
      const tile = readTilePath(path)
      const { size } = await lastOf(db, agency.agencyId)
      const level = tile?.level === 'entries' ? 0 : (tile?.level ?? 0)
      if (tile === undefined || tileWidth(level, tile.n, size) < tile.width)
        throw new Refusal('notFound', `the ledger has no ${path}`)
      if (tile.level !== 'entries')
        return sendBytes(reply, await tilesFor(db, agency.agencyId)({ ...tile, level }))
      const commitments = await commitmentsOf(db, agency.agencyId, tile.n * fullWidth, tile.width)
      return sendBytes(reply, writeEntries(commitments))
    },
  )

  app.get(
    '/api/ledger',
    {
      config,
      schema: {
        operationId: 'getLedger',
        tags,
        summary: 'The ledger at its newest checkpoint',
        response: { 200: ledgerSchema, '4xx': refusalSchema },
      },
    },
    async (request) => {
      const { db, agency } = request.caller
      const last = await lastOf(db, agency.agencyId)
      const { size, root, at, key } = last
      const cosignatures = await cosignaturesOf(db, agency.agencyId, size)
      return {
        origin: readCheckpoint(last.note)?.origin ?? '',
        key,
        size,
        root: toBase64(root),
        at,
        checkpoint: await withWitnesses(db, agency.agencyId, last),
        cosignatures: cosignatures.map(({ witness, at: seen }) => ({ witness, at: seen })),
        waiting: await waitingIn(db, agency.agencyId),
        backups: await backupsOf(app, db, agency.agencyId),
      }
    },
  )

  app.get(
    '/api/ledger/proof/:entryId',
    {
      config,
      schema: {
        operationId: 'proveEntry',
        tags,
        summary:
          'The proof that an entry is in the ledger; by the id of a request or a permission, that of its newest entry',
        params: proofParamsSchema,
        response: { 200: inclusionSchema, '4xx': refusalSchema },
      },
    },
    async (request) => {
      const { db, agency } = request.caller
      const last = await lastOf(db, agency.agencyId)
      const entryId = await entryOf(db, agency.agencyId, request.params.entryId)
      const tiles = tilesFor(db, agency.agencyId)
      const found = await inclusionOf(db, agency.agencyId, tiles, entryId, last.size)
      if (found === undefined)
        throw new Refusal('notFound', 'no checkpoint holds that entry; a new entry is in one within seconds')
      return {
        entryId,
        index: found.index,
        size: last.size,
        commitment: toBase64(found.commitment),
        proof: found.proof.map(toBase64),
        checkpoint: last.note,
      }
    },
  )

  app.get(
    '/api/ledger/consistency',
    {
      config,
      schema: {
        operationId: 'proveConsistency',
        tags,
        summary: 'The proof that an older tree is the beginning of a newer one',
        querystring: consistencyQuerySchema,
        response: { 200: consistencySchema, '4xx': refusalSchema },
      },
    },
    async (request) => {
      const { db, agency } = request.caller
      const last = await lastOf(db, agency.agencyId)
      const { from, to = last.size } = request.query
      if (from > to || to > last.size)
        throw new Refusal('malformed', `from and to are sizes up to ${last.size}, the smaller first`)
      const tiles = tilesFor(db, agency.agencyId)
      const [fromRoot, toRoot] = [await rootOf(tiles, from, foldFast), await rootOf(tiles, to, foldFast)]
      const proof = await proveConsistency(tiles, from, to, foldFast)
      return { from, to, fromRoot: toBase64(fromRoot), toRoot: toBase64(toRoot), proof: proof.map(toBase64) }
    },
  )

  app.post(
    '/api/ledger/cosignatures',
    {
      // A witness is a program of somebody else's; what it sends is believed for its signature alone.
      config: { ...config, fromAnywhere: true },
      schema: {
        operationId: 'addCosignatures',
        tags,
        summary: 'A witness adds its line to a checkpoint',
        body: cosigningSchema,
        response: { 200: cosignedSchema, '4xx': refusalSchema },
      },
    },
    async (request) => {
      const { db, agency } = request.caller
      const witnesses = await witnessesIn(app.house.ledgerFolder)
      return { added: await addCosignatures(db, agency.agencyId, request.body.checkpoint, witnesses) }
    },
  )
}

/**
 * Keeps the lines of witnesses we know beneath a checkpoint of ours; gives the names of those that were new. No entry
 * is written: an entry makes a checkpoint, which a witness would sign again, without end.
 */
async function addCosignatures(
  db: Db,
  agencyId: string,
  checkpoint: string,
  witnesses: readonly Verifier[],
): Promise<string[]> {
  const note = readNote(checkpoint)
  const said = note && readCheckpoint(note.text)
  const kept = said && (await checkpointOf(db, agencyId, said.size))
  const log = kept && readVerifier(kept.key)
  const ours = log && openCheckpoint(kept.note, log)
  if (
    !note ||
    !ours?.ok ||
    note.text !== ours.note.text ||
    !sameBytes(ours.checkpoint.root, kept?.root ?? new Uint8Array())
  )
    throw new Refusal('malformed', 'that is no checkpoint of this ledger')
  const added: string[] = []
  for (const witness of witnesses) {
    const seen = cosignedAt(note, witness)
    if (seen === undefined) continue
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('ledgerCosignature')
      .values({
        agencyId,
        size: ours.checkpoint.size,
        witness: witness.name,
        at: Temporal.Instant.fromEpochMilliseconds(seen.seconds * 1000).toString(),
        line: seen.line,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows === 1n) added.push(witness.name)
  }
  const isKnown = witnesses.some((witness) => cosignedAt(note, witness) !== undefined)
  if (!isKnown)
    throw new Refusal('unauthorized', 'no line beneath it is of a witness whose key this ledger was given')
  return added
}

async function lastOf(db: Db, agencyId: string): Promise<KeptCheckpoint> {
  const last = await checkpointOf(db, agencyId)
  if (last === undefined)
    throw new Refusal('notFound', 'the ledger has no checkpoint yet; the first is made within seconds')
  return last
}

/** The checkpoint as it was signed, with the lines of its witnesses beneath. */
async function withWitnesses(db: Db, agencyId: string, { size, note }: KeptCheckpoint): Promise<string> {
  const lines = await cosignaturesOf(db, agencyId, size)
  return note + lines.map(({ line }) => `${line}\n`).join('')
}

function sendBytes(reply: FastifyReply, bytes: Uint8Array): FastifyReply {
  return reply
    .type('application/octet-stream')
    .header('cache-control', 'public, max-age=31536000, immutable')
    .send(Buffer.from(bytes))
}
