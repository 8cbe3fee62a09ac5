import pg from 'pg'
import { now } from '../platform/clock.ts'
import { newId } from '../platform/id.ts'
import { buildApp, type AppOptions, type Built } from './app.ts'
import { refuseUnsafeDatabase, type House } from './house.ts'
import { startScheduler } from './scheduler.ts'
import { runDue } from './due.ts'

export interface ServeOptions {
  port: number
  host: string
  origin: string
  /** Demo sign-in, which needs no password. Never for a real department. */
  demo: boolean
  log: AppOptions['log']
  webFolder: string | undefined
}

/** A server that answers, with its scheduler. */
export interface Running {
  /** Where it listens. */
  address: string
  /** Takes no more requests, lets running ones and the running minute's work finish, and closes what was opened. */
  stop: () => Promise<void>
}

/** Serves a migrated house until `stop` is called. */
export async function serve(house: House, options: ServeOptions): Promise<Running> {
  await refuseUnsafeDatabase(house.appUrl)
  const built = await buildApp({
    databaseUrl: house.appUrl,
    blobsFolder: house.blobsFolder,
    ledgerFolder: house.ledgerFolder,
    secrets: house.secrets,
    origin: options.origin,
    clock: now,
    log: options.log,
    rate: 600,
    demo: options.demo,
    webFolder: options.webFolder,
  })
  const jobs = new pg.Pool({ connectionString: house.appUrl, max: 4, connectionTimeoutMillis: 5_000 })
  jobs.on('error', () => undefined)
  const scheduler = await startScheduler(jobs, () => tick(built))
  const address = await built.app.listen({ port: options.port, host: options.host })
  return {
    address,
    stop: async () => {
      await built.app.close()
      await scheduler.stop()
      await jobs.end()
    },
  }
}

/** One minute's work for every agency. What fails for one is logged and hinders no other. */
async function tick({ app, agencies, dbOf }: Built): Promise<void> {
  for (const agency of await agencies())
    await runDue(dbOf(agency.agencyId), agency, app.clock(), (module, error) =>
      app.log.error({ err: error, module, agency: agency.agencyId, reference: newId() }, 'due work failed'),
    )
}
