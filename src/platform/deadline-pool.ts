import type pg from 'pg'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import { preparing } from './prepared.ts'

/** What Kysely needs of a pool, and the pool's end. */
export interface DeadlinePool extends PostgresPool {
  /** The pool below, for what Kysely does not do (COPY, LISTEN, prepared statements). */
  pool: pg.Pool
}

/**
 * A statement that timed out leaves its connection in the middle of an answer that may never come. Such a
 * connection is never used again: what follows on it fails at once, and it is destroyed when it is given back.
 */
export function deadline(pool: pg.Pool): DeadlinePool {
  // A connection that breaks while idle is the pool's own affair; the next query says if the database is gone.
  pool.on('error', () => undefined)
  // One that breaks while it is in use fails its statement; the event besides, unheard, would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const lent = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    pool,
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect()
      const known = lent.get(client) ?? lend(client)
      lent.set(client, known)
      return known
    },
  }
}

/** A connection of the pool as Kysely has it: what is asked often is prepared, and after a timeout nothing is asked. */
function lend(client: pg.PoolClient): PostgresPoolClient {
  let broken: Error | undefined
  const ask: (...given: unknown[]) => unknown = client.query.bind(client)
  const prepared = preparing()
  const query = async (...given: unknown[]): Promise<unknown> => {
    if (broken) throw broken
    try {
      return await ask(...prepared(given))
    } catch (error) {
      if (error instanceof Error && isLost(error)) broken = error
      throw error
    }
  }
  // The pool gives a connection its own way back each time that it lends it.
  return Object.create(client, {
    query: { value: query },
    release: { value: () => client.release(broken ?? false) },
  })
}

/**
 * Did the connection fail, rather than the statement? PostgreSQL's own answers carry a severity. One that keeps plans of
 * tables that a newer version has changed since (0A000) is of no use either.
 */
function isLost(error: Error): boolean {
  return (
    !('severity' in error) ||
    error.severity === 'FATAL' ||
    ('code' in error && error.code === '0A000' && error.message.startsWith('cached plan'))
  )
}
