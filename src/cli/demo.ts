import { dirname, resolve } from 'node:path'
import type { Command } from 'commander'
import { sha256 } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'
import { buildWeb } from './build-web.ts'
import { builtWeb } from './built-web.ts'
import { allowedHosts } from './house-options.ts'
import type { Told } from '../server/demo/demo.ts'
import type { DemoNetworks } from '../server/demo/networks.ts'
import type { Running } from '../server/serve.ts'
import { portOf, untilStopped } from './serve.ts'

interface Options {
  data: string
  port: number
  fast?: boolean
  seed: string
  log?: boolean
  buildWeb?: boolean
}

/** `decorum demo`: a fictional town with a year of history, to look at from every desk. */
export function addDemo(program: Command): void {
  program
    .command('demo')
    .description('tell a year in a fictional town, and serve it with sign-in by choosing a name')
    // DECORUM_DATA names the folder of a department, which is not looked at here.
    .option('--data <folder>', 'the folder of its data, with a database of its own', './decorum-demo')
    .option('--port <number>', 'where to listen', portOf, 8080)
    .option('--fast', 'a small town with a few requests')
    .option('--seed <words>', 'another seed tells another year', 'riverton')
    .option('--log', 'log each request')
    .option('--build-web', 'in a checkout: build the web app while the year is told')
    .action(async (options: Options) => {
      refuseAnotherDatabase(process.env)
      const [{ openHouse }, { serve }, { tellOnce }, { openNetworks }] = await Promise.all([
        import('../server/house.ts'),
        import('../server/serve.ts'),
        import('../server/demo/demo.ts'),
        import('../server/demo/networks.ts'),
      ])
      const { port, seed, fast: isSmall = false } = options
      const data = await enterable(options.data)
      const origin = `http://localhost:${port}`
      const house = await openHouse({ data, databaseUrl: undefined, ownerUrl: undefined })
      await untilStopped(house, async () => {
        await house.serveAlone()
        if (house.adopted) console.error('The database was running already, left by one that was killed.')
        const networks = await openNetworks(data, port)
        const building = options.buildWeb === true ? buildWeb() : undefined
        const opened = async (): Promise<{ told: Told; running: Running }> => {
          const settings = { origin, seed, isSmall, networks }
          const told = await tellOnce(house, settings, (line) => console.error(line))
          await building?.done
          const running = await serve(house, {
            port,
            host: '127.0.0.1',
            origin,
            demo: true,
            log: options.log === true ? { level: 'info' } : { level: 'warn' },
            webFolder: builtWeb(),
            allowHosts: [...allowedHosts(process.env), ...networks.hosts],
            beside: besideOf(networks),
          })
          return { told, running }
        }
        const { told, running } = await opened().catch(async (error: unknown) => {
          building?.stop()
          await networks.stop()
          throw error
        })
        console.log(`\nRiverton is open: ${origin}/`)
        console.log('It is a made-up town. Sign in as anybody, without a password:')
        for (const { name, role } of told.people) console.log(`  ${name.padEnd(14)} ${role}`)
        console.log(`\nWhat residents see: ${origin}/public`)
        console.log('The made-up networks on which the town has pages, and residents write:')
        for (const { name, url } of besideOf(networks)) console.log(`  ${name.padEnd(14)} ${url}`)
        console.log('\nCtrl-C stops it; `decorum demo` opens it again as it was left.')
        return async () => {
          await running.stop()
          await networks.stop()
        }
      })
    })
}

/** The made-up networks, as they are told of. */
function besideOf(networks: DemoNetworks): { name: string; url: string }[] {
  const { bluesky, mastodon, facebook } = networks.fakes()
  return [
    { name: 'Bluesky', url: `${bluesky.url}/` },
    { name: 'Mastodon', url: `${mastodon.url}/` },
    { name: 'Facebook', url: `${facebook.url}/` },
  ]
}

/** A demonstration lets everybody in without a password; whoever has named a database must not find it served so. */
function refuseAnotherDatabase(environment: NodeJS.ProcessEnv): void {
  for (const name of ['DATABASE_URL', 'DECORUM_OWNER_URL'])
    if ((environment[name] ?? '') !== '')
      throw new Refusal(
        'malformed',
        `${name} is set, and a demonstration touches no database but its own; run it without: env -u ${name} decorum demo`,
      )
}

/** Where the data may stand: as root, PostgreSQL runs as another user, and might not be let into a checkout. */
async function enterable(data: string): Promise<string> {
  const { barBefore } = await import('../platform/embedded.ts')
  const whole = resolve(data)
  if ((await barBefore(dirname(whole))) === undefined) return data
  const instead = `/var/tmp/decorum-demo-${sha256(whole).slice(0, 8)}`
  console.error(`The data stands in ${instead}: PostgreSQL may not enter ${dirname(whole)}.`)
  return instead
}
