import pg from 'pg'

/**
 * Who uses the embedded PostgreSQL of one folder. Every process holds a shared lock while it is open, and whoever
 * serves another one besides; both end with the process, however it ends.
 */
export interface Using {
  /** True once this process alone serves the folder; false while another one does. */
  serve: () => Promise<boolean>
  /** Did the connection break that holds the locks? Then others do not know that it is in use. */
  isLost: () => boolean
  /** Uses it no more; true if nobody else does, so that PostgreSQL can be stopped. */
  leave: () => Promise<boolean>
}

const locks = { used: 'decorum.used', served: 'decorum.served' } as const

/** Says that this process uses the PostgreSQL at an address, which must be the same for every process. */
export async function use(ownerUrl: string): Promise<Using> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5_000 })
  // If PostgreSQL is killed, the requests say so; this connection has nothing to tell.
  client.on('error', () => undefined)
  let isLost = false
  client.on('end', () => (isLost = true))
  const lock = async (how: string, name: string): Promise<boolean> => {
    const { rows } = await client.query<{ taken: boolean | string }>(
      `select ${how}(hashtextextended($1, 0)) as taken`,
      [name],
    )
    return rows[0]?.taken !== false
  }
  await client.connect()
  await lock('pg_advisory_lock_shared', locks.used)
  return {
    isLost: () => isLost,
    serve: () => lock('pg_try_advisory_lock', locks.served),
    leave: async () => {
      try {
        await lock('pg_advisory_unlock_shared', locks.used)
        return await lock('pg_try_advisory_lock', locks.used)
      } catch {
        return true
      } finally {
        await client.end().catch(() => undefined)
      }
    },
  }
}
