import { createServer } from 'node:http'
import pg from 'pg'
import { z } from 'zod'
import { buildApp } from '../src/server/app.ts'

// One of the servers that bench/http.ts races, in a process of its own, so that its CPU can be read from /proc.
const settings = z
  .object({
    kind: z.enum(['raw', 'decorum']),
    databaseUrl: z.string(),
    at: z.string(),
    host: z.string(),
    blobsFolder: z.string(),
    ledgerFolder: z.string(),
  })
  .parse(JSON.parse(process.env['BENCH'] ?? '{}'))

process.on('disconnect', () => process.exit(0))
process.send?.({ port: settings.kind === 'raw' ? await raw() : await decorum() })

/** The least that could answer: `node:http`, `pg`, one prepared SELECT of one row by its key, as JSON. */
async function raw(): Promise<number> {
  const pool = new pg.Pool({
    connectionString: settings.databaseUrl,
    max: 10,
    options: '-c decorum.agency=riverton',
  })
  // The bench ends PostgreSQL before us.
  pool.on('error', () => undefined)
  const server = createServer((request, response) => {
    const [, id] = /\/([^/]+)$/.exec(request.url ?? '') ?? []
    pool
      .query({
        name: 'one',
        text: 'select * from permission where agency_id = $1 and permission_id = $2',
        values: ['riverton', id],
      })
      .then(({ rows }) => {
        const body = JSON.stringify(rows[0])
        response.writeHead(200, {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        })
        response.end(body)
      })
      .catch((error: unknown) => {
        response.writeHead(500)
        response.end(String(error))
      })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return portOf(server.address())
}

/** The real app with all its hooks, on its own schema. */
async function decorum(): Promise<number> {
  const { databaseUrl, at, host, blobsFolder, ledgerFolder } = settings
  const { app } = await buildApp({
    databaseUrl,
    origin: `http://${host}`,
    clock: () => at,
    log: false,
    rate: Number.MAX_SAFE_INTEGER,
    demo: false,
    secrets: { seal: '00'.repeat(32) },
    blobsFolder,
    ledgerFolder,
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  return portOf(app.server.address())
}

function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  return typeof address === 'object' && address !== null ? address.port : 0
}
