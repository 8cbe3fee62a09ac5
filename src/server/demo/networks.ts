import { existsSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
import { startBluesky, type FakeAccount, type FakeBluesky } from '../../accounts/fakes/bluesky.ts'
import { blueskyKeptSchema, mastodonKeptSchema } from '../../accounts/fakes/kept.ts'
import type { FakeMember } from '../../accounts/fakes/mastodon-views.ts'
import { startMastodon, type FakeMastodon } from '../../accounts/fakes/mastodon.ts'
import { now } from '../../platform/clock.ts'
import { Refusal } from '../../platform/refusal.ts'
import { publicPages } from './public-pages.ts'

/** The made-up networks of a demonstration: real servers on this machine, which nobody else reaches. */
export interface DemoNetworks {
  bluesky: FakeBluesky
  mastodon: FakeMastodon
  /** `host:port` of each, which the demonstration may speak to. */
  hosts: readonly string[]
  /** From now on they live at this time: the story's, or the clock's. */
  live: (clock: () => string) => void
  /** Everything on them is forgotten, as the town that they belong to is told anew. */
  forget: () => Promise<void>
  /** Writes down what stands on them, and stops them. */
  stop: () => Promise<void>
}

const keptSchema = z.object({
  ports: z.object({ bluesky: z.number(), mastodon: z.number() }),
  bluesky: blueskyKeptSchema.optional(),
  mastodon: mastodonKeptSchema.optional(),
})
type Kept = z.infer<typeof keptSchema>

const everyMs = 2_000

/**
 * Starts the networks of a folder at the ports they had, with what stood on them; the first time at the two after
 * `port`, or at any that are free. What visitors write is on the disk within two seconds, though the process be killed.
 */
export async function openNetworks(folder: string, port: number): Promise<DemoNetworks> {
  const file = join(folder, 'networks.json')
  const kept = await keptIn(file)
  const ports = kept?.ports ?? {
    bluesky: await freeFrom(port + 1),
    mastodon: await freeFrom(port + 2),
  }
  let clock = now
  const time = (): string => clock()
  const begin = async (from: Kept | undefined): Promise<[FakeBluesky, FakeMastodon]> => {
    const said = publicPages(ports)
    const bluesky: FakeAccount[] = [said.bluesky.profile]
    const mastodon: FakeMember[] = [said.mastodon.profile, said.recruiting.profile]
    const first = await startBluesky(bluesky, time, { port: ports.bluesky, kept: from?.bluesky }).catch(
      taken(ports.bluesky),
    )
    try {
      const second = await startMastodon(mastodon, time, { port: ports.mastodon, kept: from?.mastodon })
      return [first, second]
    } catch (error) {
      await first.stop()
      return taken(ports.mastodon)(error)
    }
  }
  let [bluesky, mastodon] = await begin(kept)
  let written = ''
  let writing = Promise.resolve()
  const keep = async (): Promise<void> => {
    const text = JSON.stringify({ ports, bluesky: bluesky.keep(), mastodon: mastodon.keep() })
    if (text === written) return
    // Whoever is cut off while writing leaves what was there before.
    await writeFile(`${file}.new`, text)
    await rename(`${file}.new`, file)
    written = text
  }
  const soon = (): void => void (writing = writing.then(keep, keep).catch(() => undefined))
  soon()
  const timer = setInterval(soon, everyMs)
  timer.unref()
  return {
    get bluesky() {
      return bluesky
    },
    get mastodon() {
      return mastodon
    },
    hosts: [bluesky.host, mastodon.host],
    live: (next) => (clock = next),
    forget: async () => {
      await Promise.all([bluesky.stop(), mastodon.stop()])
      await writing
      await rm(file, { force: true })
      ;[bluesky, mastodon] = await begin(undefined)
    },
    stop: async () => {
      clearInterval(timer)
      await Promise.all([bluesky.stop(), mastodon.stop()])
      await writing
      await keep()
    },
  }
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
