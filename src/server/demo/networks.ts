import { existsSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
import { startBluesky, type FakeBluesky } from '../../accounts/fakes/bluesky.ts'
import { startFacebook, type FakeFacebook } from '../../accounts/fakes/facebook.ts'
import { blueskyKeptSchema, facebookKeptSchema, mastodonKeptSchema } from '../../accounts/fakes/kept.ts'
import { startMastodon, type FakeMastodon } from '../../accounts/fakes/mastodon.ts'
import { now } from '../../platform/clock.ts'
import { Refusal } from '../../platform/refusal.ts'
import { frontOf, publicPages } from './public-pages.ts'

/** The made-up networks of a demonstration: real servers on this machine, which nobody else reaches. */
export interface Fakes {
  bluesky: FakeBluesky
  mastodon: FakeMastodon
  facebook: FakeFacebook
}
export interface DemoNetworks {
  /** As they are now; forgetting makes new ones. */
  fakes: () => Fakes
  /** At which port of this machine each is. */
  ports: Ports
  /** `host:port` of each, which the demonstration may speak to. */
  hosts: readonly string[]
  /** Did something stand on them when they were opened? */
  isOld: boolean
  /** From now on they live at this time: the story's, or the clock's. */
  live: (clock: () => string) => void
  /** Everything on them is forgotten, as the town that they belong to is told anew. */
  forget: () => Promise<void>
  /** Writes down what stands on them, and stops them. */
  stop: () => Promise<void>
}

const portsSchema = z.object({ bluesky: z.number(), mastodon: z.number(), facebook: z.number() })
export type Ports = z.infer<typeof portsSchema>

const keptSchema = z.object({
  ports: portsSchema,
  bluesky: blueskyKeptSchema,
  mastodon: mastodonKeptSchema,
  facebook: facebookKeptSchema,
})
type Kept = z.infer<typeof keptSchema>

const everyMs = 2_000

/**
 * Starts the networks of a folder at the ports they had, with what stood on them; the first time at the three after
 * `port`, or at any that are free. What visitors write is on the disk within two seconds, though the process be killed.
 */
export async function openNetworks(folder: string, port: number): Promise<DemoNetworks> {
  const file = join(folder, 'networks.json')
  const kept = await keptIn(file)
  const ports = kept?.ports ?? {
    bluesky: await freeFrom(port + 1),
    mastodon: await freeFrom(port + 2),
    facebook: await freeFrom(port + 3),
  }
  let clock = now
  const time = (): string => clock()
  let fakes = await begin(ports, time, kept)
  let written = ''
  let writing = Promise.resolve()
  const keep = async (): Promise<void> => {
    const { bluesky, mastodon, facebook } = fakes
    const all = { bluesky: bluesky.keep(), mastodon: mastodon.keep(), facebook: facebook.keep() }
    const text = JSON.stringify({ ports, ...all } satisfies Kept)
    if (text === written) return
    // Whoever is cut off while writing leaves what was there before.
    await writeFile(`${file}.new`, text)
    await rename(`${file}.new`, file)
    written = text
  }
  // A disk that is full is told of at the end; until then the next round tries again.
  const soon = (): void => void (writing = writing.then(keep).catch(() => undefined))
  soon()
  const timer = setInterval(soon, everyMs)
  timer.unref()
  return {
    fakes: () => fakes,
    ports,
    hosts: [fakes.bluesky.host, fakes.mastodon.host, fakes.facebook.host],
    isOld: kept !== undefined,
    live: (next) => (clock = next),
    forget: async () => {
      await halt(fakes)
      await writing
      await rm(file, { force: true })
      fakes = await begin(ports, time, undefined)
    },
    stop: async () => {
      clearInterval(timer)
      await halt(fakes)
      await writing
      await keep()
    },
  }
}

/** All of them, or none: where one cannot start, those before it are stopped. */
async function begin(ports: Ports, time: () => string, kept: Kept | undefined): Promise<Fakes> {
  const { bluesky, mastodon, facebook } = publicPages(ports)
  const started: { stop: () => Promise<void> }[] = []
  const start = async <Fake extends { stop: () => Promise<void> }>(
    port: number,
    starting: Promise<Fake>,
  ): Promise<Fake> => {
    try {
      const fake = await starting
      started.push(fake)
      return fake
    } catch (error) {
      await Promise.all(started.map((one) => one.stop()))
      return taken(port)(error)
    }
  }
  const made = (network: keyof Ports): { port: number; front: ReturnType<typeof frontOf> } => ({
    port: ports[network],
    front: frontOf(network),
  })
  return {
    bluesky: await start(
      ports.bluesky,
      startBluesky(bluesky.profiles, time, { ...made('bluesky'), kept: kept?.bluesky }),
    ),
    mastodon: await start(
      ports.mastodon,
      startMastodon(mastodon.profiles, time, { ...made('mastodon'), kept: kept?.mastodon }),
    ),
    facebook: await start(
      ports.facebook,
      startFacebook(facebook.profiles, time, { ...made('facebook'), kept: kept?.facebook }),
    ),
  }
}

async function halt({ bluesky, mastodon, facebook }: Fakes): Promise<void> {
  await Promise.all([bluesky.stop(), mastodon.stop(), facebook.stop()])
}

async function keptIn(file: string): Promise<Kept | undefined> {
  if (!existsSync(file)) return undefined
  const read = keptSchema.safeParse(JSON.parse(await readFile(file, 'utf8')))
  if (read.success) return read.data
  throw new Refusal(
    'malformed',
    `${file} is not what a demonstration wrote; take it away, or give another --data`,
  )
}

/** The pages of the town are at these ports and at no others. */
const taken =
  (port: number) =>
  (error: unknown): never => {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      throw new Refusal(
        'conflict',
        `port ${port}, at which a made-up network of this demonstration stands, is taken by another program; stop that one first`,
      )
    throw error
  }

/** This port if it is free, else any. */
async function freeFrom(port: number): Promise<number> {
  return await listening(port).catch(() => listening(0))
}

function listening(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
