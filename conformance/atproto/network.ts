import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { TestNetwork } from '@atproto/dev-env'
import { startEmbedded } from '../../src/platform/embedded.ts'

export interface RealNetwork {
  network: TestNetwork
  /** Waits until the AppView shows what the account servers have. */
  settled: () => Promise<void>
  stop: () => Promise<void>
}

/** PLC, account server (PDS), AppView and what they need: a PostgreSQL and a Redis of their own, all on loopback. */
export async function startNetwork(): Promise<RealNetwork> {
  const folder = await mkdtemp(join(tmpdir(), 'decorum-atproto-'))
  const cluster = await startEmbedded(folder, ['max_connections=200', 'fsync=off'])
  await cluster.createDatabase('bsky')
  // Where the account server keeps its repositories and blobs.
  process.env['TMPDIR'] = folder
  const redis = await startRedis()
  process.env['REDIS_HOST'] = `127.0.0.1:${redis.port}`
  const network = await TestNetwork.create({
    dbPostgresUrl: cluster.ownerUrl('bsky'),
    dbPostgresSchema: 'decorum',
  })
  return {
    network,
    settled: () => network.processAll(20_000),
    stop: async () => {
      await network.close()
      await redis.stop()
      await cluster.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function startRedis(): Promise<{ port: number; stop: () => Promise<void> }> {
  const port = await freePort()
  const asked = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
  const server = spawn('redis-server', asked, { stdio: 'ignore' })
  for (let tries = 0; ; tries++) {
    const socket = connect(port, '127.0.0.1')
    // `once` throws when the other event is an error.
    const isUp = await once(socket, 'connect').then(
      () => true,
      () => false,
    )
    socket.destroy()
    if (isUp) break
    if (tries === 100) throw new Error('redis-server does not start')
    await pause(50)
  }
  return {
    port,
    stop: async () => {
      const ended = once(server, 'exit')
      server.kill()
      await ended
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('a server on a port has an address')
  return address.port
}
