import pg from 'pg'
import { now } from '../platform/clock.ts'
import type { App } from '../platform/http.ts'
import { newId } from '../platform/id.ts'
import { buildApp, type AppOptions, type Built } from './app.ts'
import { startBackups, type Schedule } from './backups/schedule.ts'
import { closeInTurn } from './closing.ts'
import { refuseUnmarked } from './demo/mark.ts'
import { deliveringOf } from '../posts/deliver-soon.ts'
import { runDue } from './due.ts'
import { refuseUnsafeDatabase, type House } from './house.ts'
import { startKeeper } from './keeper.ts'
import { startLedgers } from './ledgers.ts'
import { startScheduler } from './scheduler.ts'

export interface ServeOptions {
  port: number
  host: string
  origin: string
  /** Demo sign-in, which needs no password. Never for a real department. */
  demo: boolean
  log: AppOptions['log']
  webFolder: string | undefined
  /** `host:port` of servers that are spoken to wherever they stand. */
  allowHosts?: readonly string[]
  /** The address of a time-stamp authority. */
  tsa?: string | undefined
  /** The made-up networks of a demonstration, to be looked at. */
  beside?: readonly { name: string; url: string }[]
  /** Backups by the clock. */
  backups?: Schedule | undefined
}

/** A server that answers, with its scheduler and the sequencers of its ledgers. */
export interface Running {
  /** Where it listens. */
  address: string
  /** Lets the running minute's work finish, then running requests while it takes no more, and closes what was opened. */
  stop: () => Promise<void>
}

/** Serves a migrated house until `stop` is called. Refuses an unsafe database, and a folder that another serves. */
export async function serve(house: House, options: ServeOptions): Promise<Running> {
  await house.serveAlone()
  await refuseUnsafeDatabase(house.appUrl)
  if (options.demo) await refuseUnmarked(house)
  const built = await buildApp({
    databaseUrl: house.appUrl,
    blobsFolder: house.blobsFolder,
    ledgerFolder: house.ledgerFolder,
    secrets: house.secrets,
    origin: options.origin,
    clock: now,
    log: options.log,
    rate: 600,
    signInRate: 20,
    demo: options.demo,
    webFolder: options.webFolder,
    allowHosts: options.allowHosts ?? [],
    tsa: options.tsa,
    beside: options.beside ?? [],
    backups: options.backups ?? null,
  })
  const { app, agencies } = built
  const ledgers = startLedgers({
    databaseUrl: house.appUrl,
    folder: house.ledgerFolder,
    clock: app.clock,
    tell: ({ agencyId }, err) =>
      app.log.error({ err, agency: agencyId, reference: newId() }, 'the ledger is not signed'),
  })
  const keeper = startKeeper(house.keep, (err) =>
    app.log.error(
      { err, reference: newId() },
      err === undefined ? 'the database was down, and runs again' : 'the database is down',
    ),
  )
  const backups =
    options.backups &&
    startBackups(options.backups, {
      appUrl: house.appUrl,
      clock: app.clock,
      tell: (state, because) => app.log.error({ state, because, reference: newId() }, 'backup'),
    })
  const jobs = new pg.Pool({ connectionString: house.appUrl, max: 4, connectionTimeoutMillis: 5_000 })
  jobs.on('error', () => undefined)
  jobs.on('connect', (client) => client.on('error', () => undefined))
  const opened: (() => Promise<void>)[] = [
    () => keeper.stop(),
    () => closeServer(app),
    () => ledgers.stop(),
    () => jobs.end(),
  ]
  const stop = (): Promise<void> => closeInTurn(opened)
  try {
    await ledgers.keep(await agencies())
    const scheduler = await startScheduler(jobs, async () => {
      await ledgers.keep(await agencies())
      await tick(built)
      await backups?.look()
    })
    // The minute's work needs what the server closes at its end.
    opened.unshift(() => scheduler.stop())
    if (backups) opened.splice(1, 0, () => backups.stop())
    const address = await app.listen({ port: options.port, host: options.host, listenTextResolver })
    // One that fell due while nobody served is not kept waiting.
    await backups?.look()
    return { address, stop }
  } catch (error) {
    // Why it did not begin is what has to be told.
    await stop().catch(() => undefined)
    throw error
  }
}

/** Where it listens is told by whoever started it; the log holds no address, not even our own. */
function listenTextResolver(): string {
  return 'listening'
}

/**
 * Lets running requests finish, for twenty seconds at most. A browser keeps its connection open long after its last
 * answer; each is closed as soon as nothing runs on it.
 */
async function closeServer(app: App): Promise<void> {
  const { server } = app
  const sweeping = setInterval(() => server.closeIdleConnections(), 200)
  const last = setTimeout(() => server.closeAllConnections(), 20_000)
  try {
    await app.close()
  } finally {
    clearInterval(sweeping)
    clearTimeout(last)
  }
}

/** One minute's work for every agency. What fails for one is logged and hinders no other. */
async function tick({ app, agencies, dbOf }: Built): Promise<void> {
  for (const agency of await agencies())
    await runDue(
      dbOf(agency.agencyId),
      agency,
      app.clock(),
      (module, error) =>
        app.log.error({ err: error, module, agency: agency.agencyId, reference: newId() }, 'due work failed'),
      deliveringOf(app),
    )
}
