import { InvalidArgumentError, type Command } from 'commander'
import type { House } from '../server/house.ts'
import { scheduleOf, withSchedule, type ScheduleOptions } from './backup-schedule.ts'
import { builtWeb } from './built-web.ts'
import { allowedHosts, withHouse, type HouseOptions } from './house-options.ts'

interface Options extends HouseOptions, ScheduleOptions {
  port: number
  host: string
  origin?: string
  migrate?: boolean
  quiet?: boolean
}

export function addServe(program: Command): void {
  withSchedule(withHouse(program.command('serve')))
    .description('serve the web app and the API, behind a proxy that speaks TLS')
    .option('--port <number>', 'where to listen', portOf, 8080)
    .option('--host <address>', 'on which address', '127.0.0.1')
    .option('--origin <url>', 'what people type, https://orders.riverton.gov')
    .option('--migrate', 'bring the database to the schema of this version first (DECORUM_OWNER_URL)')
    .option('--quiet', 'log warnings and faults only')
    .action(async (options: Options) => {
      const [{ houseOf }, { migrateHouse }, { serve }] = await Promise.all([
        import('./in-house.ts'),
        import('../server/house.ts'),
        import('../server/serve.ts'),
      ])
      const house = await houseOf(options)
      await untilStopped(house, async () => {
        // Two that start at once must not both migrate.
        await house.serveAlone()
        // Our own database is brought up to date here; another one by its owner, or with --migrate.
        if (house.isEmbedded || options.migrate === true) await migrateHouse(house)
        const running = await serve(house, {
          port: options.port,
          host: options.host,
          origin: options.origin ?? `http://localhost:${options.port}`,
          demo: false,
          log: { level: options.quiet === true ? 'warn' : 'info' },
          webFolder: builtWeb(),
          allowHosts: allowedHosts(process.env),
          tsa: process.env['DECORUM_TSA'],
          backups: scheduleOf(house, options),
        })
        if (house.adopted) console.error('The database was running already, left by one that was killed.')
        console.error(`Decorum listens on ${running.address}. Ctrl-C stops it.`)
        return running.stop
      })
    })
}

/**
 * Begins something in a house and keeps it until Ctrl-C, SIGTERM, or the end of the process that started this one;
 * then takes everything down in order. A signal that comes while it begins stops it right afterwards; another one,
 * later than a second, ends at once.
 */
export async function untilStopped(house: House, begin: () => Promise<() => Promise<void>>): Promise<void> {
  const asking = askedToStop()
  try {
    const stop = await begin()
    await asking.asked
    console.error('Stopping.')
    await stop()
  } finally {
    await house.close()
    asking.end()
  }
}

function askedToStop(): { asked: Promise<void>; end: () => void } {
  const { promise: asked, resolve } = Promise.withResolvers<void>()
  let first: number | undefined
  const ask = (signal: NodeJS.Signals): void => {
    // A terminal and the process above may both pass on one Ctrl-C.
    if (first !== undefined && performance.now() - first > 1_000)
      process.exit(signal === 'SIGINT' ? 130 : 143)
    first ??= performance.now()
    resolve()
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.on(signal, ask)
  process.once('disconnect', resolve)
  // To listen for the end of the process above is no reason to live on.
  process.channel?.unref()
  return {
    asked,
    end: () => {
      for (const signal of signals) process.off(signal, ask)
      process.off('disconnect', resolve)
    },
  }
}

export function portOf(written: string): number {
  const port = Number(written)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('a port is a whole number from 0 to 65535.')
  return port
}
