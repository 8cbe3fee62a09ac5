import assert from 'node:assert/strict'
import { after } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { z } from 'zod'
import { openSigner } from '../src/ledger/signer.ts'
import { sequence } from '../src/ledger/sequence.ts'
import { verify } from '../src/ledger/verify.ts'
import { openBlobs } from '../src/platform/blobs.ts'
import { openPool } from '../src/platform/db.ts'
import { capture } from '../src/records/capture.ts'
import { keepingDue } from '../src/records/keeping/due.ts'
import {
  dispositionSchema,
  holdSchema,
  movedDispositionSchema,
  type DispositionSettings,
  type MovedDisposition,
} from '../src/records/keeping/schema.ts'
import type { Town, Townsperson } from './town.ts'
import type { Asking } from './asking.ts'
import { refusalIn } from './commented-town.ts'

export type DispositionSeen = z.infer<typeof dispositionSchema>
export type HoldSeen = z.infer<typeof holdSchema>

/** People of a town who keep records: Lopez keeps them, Diaz signs second, Kim is counsel. */
export interface Keeping {
  /** Puts everything into the tree, makes records of it, and does what the minute does. */
  settle: () => Promise<void>
  load: (lines: readonly string[]) => Promise<void>
  settings: (settings: Partial<DispositionSettings>) => Promise<void>
  propose: (
    said: object,
  ) => Promise<{ status: number; sentence: string; moved: MovedDisposition | undefined }>
  disposition: (id: string, name?: Townsperson) => Promise<DispositionSeen>
  moveList: (
    name: Townsperson,
    id: string,
    said: object,
  ) => Promise<{ status: number; sentence: string; moved: MovedDisposition | undefined }>
  /** A move that must be let through. */
  movesList: (name: Townsperson, id: string, said: object) => Promise<MovedDisposition>
  hold: (id: string, name?: Townsperson) => Promise<HoldSeen>
  moveHold: (name: Townsperson, id: string, said: object) => Promise<{ status: number; sentence: string }>
  /** The whole ledger, checked as `decorum ledger verify` does. */
  verified: () => Promise<{ disposed: number; findings: unknown[]; entries: number }>
  /** Where a text stands in the database: every text, JSON and byte column of every table; `table.column`. */
  placesOf: (text: string) => Promise<string[]>
}

export const head = 'id,title,period,starts,authority,kinds'

export async function keepingIn(town: Town, people: Asking): Promise<Keeping> {
  const { app, agency, db } = town
  const { agencyId } = agency
  const { pool } = openPool(town.databaseUrl, agencyId, { patience: 20_000 })
  after(() => pool.end())
  const signer = await openSigner(app.house.ledgerFolder, agency)
  const owner = town.database.owner(agencyId)
  // The town's time is told to it: no record is disposed of by a clock that is ahead, but here.
  await sql`insert into told_time values (${agencyId}) on conflict do nothing`.execute(owner)
  const blobs = openBlobs(town.blobsFolder)
  const settle: Keeping['settle'] = async () => {
    while ((await sequence(pool, agencyId, signer, town.now()))?.isMore === true);
    while ((await capture(db, agency, town.now())).isBehind);
    await keepingDue(db, agency, town.now(), { blobs })
  }
  const disposition: Keeping['disposition'] = async (id, name = 'lopez') => {
    const { status, body } = await (await people.by(name)).get(`/api/dispositions/${id}`)
    assert.equal(status, 200, JSON.stringify(body))
    return dispositionSchema.parse(body)
  }
  const hold: Keeping['hold'] = async (id, name = 'lopez') => {
    const { status, body } = await (await people.by(name)).get(`/api/holds/${id}`)
    assert.equal(status, 200, JSON.stringify(body))
    return holdSchema.parse(body)
  }
  const moveList: Keeping['moveList'] = async (name, id, said) => {
    const { version } = await disposition(id)
    const answer = await (await people.by(name)).post(`/api/dispositions/${id}/move`, { version, ...said })
    const moved = movedDispositionSchema.safeParse(answer.body).data
    return { status: answer.status, sentence: refusalIn(answer), moved }
  }
  return {
    settle,
    disposition,
    hold,
    moveList,
    movesList: async (name, id, said) => {
      const { status, sentence, moved } = await moveList(name, id, said)
      assert.equal(status, 200, sentence)
      assert.ok(moved)
      return moved
    },
    load: async (lines) => {
      const csv = [head, ...lines].join('\n')
      const { status, body } = await (await people.by('lopez')).post('/api/series/load', { csv })
      assert.equal(status, 200, JSON.stringify(body))
    },
    settings: async (settings) => {
      const lopez = await people.by('lopez')
      const { body } = await lopez.get('/api/disposition-settings')
      const { version } = z.object({ version: z.number() }).parse(body)
      const put = await lopez.put('/api/disposition-settings', { version, settings })
      assert.equal(put.status, 200, JSON.stringify(put.body))
    },
    propose: async (said) => {
      const answer = await (await people.by('lopez')).post('/api/dispositions', said)
      const moved = movedDispositionSchema.safeParse(answer.body).data
      return { status: answer.status, sentence: refusalIn(answer), moved }
    },
    moveHold: async (name, id, said) => {
      const { version } = await hold(id)
      const answer = await (await people.by(name)).post(`/api/holds/${id}/move`, { version, ...said })
      return { status: answer.status, sentence: refusalIn(answer) }
    },
    verified: async () => {
      await settle()
      const open = async (): Promise<pg.Client> => {
        const client = new pg.Client({
          connectionString: town.databaseUrl,
          options: `-c decorum.agency=${agencyId} -c timezone=UTC`,
        })
        await client.connect()
        return client
      }
      const verdict = await verify(open, agencyId)
      return verdict
    },
    placesOf: async (text) => {
      const { rows } = await sql<{ name: string; column: string }>`
        select c.relname as name, a.attname as column from pg_class c
        join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relkind = 'r' order by 1, 2`.execute(owner)
      const places: string[] = []
      for (const { name, column } of rows) {
        // Bytes are looked through as letters, so that nothing hides in a column of bytes.
        const found = await sql<{ n: number }>`
          select count(*)::int as n from ${sql.table(name)} t
          where position(lower(${text}) in lower(t.${sql.ref(column)}::text)) > 0
            or position(${Buffer.from(text).toString('hex')} in t.${sql.ref(column)}::text) > 0`.execute(
          owner,
        )
        if ((found.rows[0]?.n ?? 0) > 0) places.push(`${name}.${column}`)
      }
      return places
    },
  }
}
