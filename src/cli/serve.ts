import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { InvalidArgumentError, type Command } from 'commander'
import { withHouse, type HouseOptions } from './house-options.ts'

interface Options extends HouseOptions {
  port: number
  host: string
  origin?: string
  quiet?: boolean
}

export function addServe(program: Command): void {
  withHouse(program.command('serve'))
    .description('serve the web app and the API, behind a proxy that speaks TLS')
    .option('--port <number>', 'where to listen', portOf, 8080)
    .option('--host <address>', 'on which address', '127.0.0.1')
    .option('--origin <url>', 'what people type, https://orders.riverton.gov')
    .option('--quiet', 'log warnings and faults only')
    .action(async (options: Options) => {
      const [{ houseOf }, { migrateHouse }, { serve }] = await Promise.all([
        import('./in-house.ts'),
        import('../server/house.ts'),
        import('../server/serve.ts'),
      ])
      const house = await houseOf(options)
      // Our own database is brought up to date here; another one by its owner, with `decorum migrate`.
      if (house.isEmbedded) await migrateHouse(house)
      const running = await serve(house, {
        port: options.port,
        host: options.host,
        origin: options.origin ?? `http://localhost:${options.port}`,
        demo: false,
        log: { level: options.quiet === true ? 'warn' : 'info' },
        webFolder: builtWeb(),
      })
      console.error(`Decorum listens on ${running.address}. Ctrl-C stops it.`)
      await stopped(running.stop, house.close)
    })
}

/** The built web app, or a word about how to build it. */
export function builtWeb(): string | undefined {
  const folder = join(import.meta.dirname, '..', '..', 'web', 'dist')
  if (existsSync(join(folder, 'index.html'))) return folder
  console.error('The web app is not built (npm run build:web); only the API is served.')
  return undefined
}

/** Waits for Ctrl-C or SIGTERM, then takes everything down in order; a second one ends at once. */
export function stopped(...steps: readonly (() => Promise<void>)[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      process.once('SIGINT', () => process.exit(130))
      process.once('SIGTERM', () => process.exit(143))
      console.error('Stopping.')
      void steps.reduce((before, step) => before.then(step), Promise.resolve()).then(resolve, reject)
    }
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
  })
}

export function portOf(written: string): number {
  const port = Number(written)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('a port is a whole number from 0 to 65535.')
  return port
}
