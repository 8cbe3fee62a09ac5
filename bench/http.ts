import autocannon from 'autocannon'
import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { adoptIn } from '../test/adopted-town.ts'
import { askingIn } from '../test/asking.ts'
import { buildTown } from '../test/town.ts'
import { goal, median, sayMachine } from './report.ts'

// `npm run bench:http [--seconds 60] [--route /api/...]`: authenticated reads of the real app beside the least that
// could answer, in turns, with what each server's process took of a core.
const { values } = parseArgs({ options: { seconds: { type: 'string' }, route: { type: 'string' } } })
const seconds = Number(values.seconds ?? 60)
const rounds = 6
const share = Math.max(1, Math.round(seconds / rounds))
const connections = 16

interface Contestant {
  name: string
  port: number
  pid: number
  path: string
  cpu: number[]
  rate: number[]
  p99: number[]
  errors: number
}

await test('bench:http', async (t) => {
  const town = await buildTown()
  await adoptIn(town, 'bridgeport-5.14')
  const { approved, by } = askingIn(town)
  const permissions: string[] = []
  for (let n = 0; n < 20; n++) permissions.push((await approved()).permissionId)
  const { cookie } = await by('alvarez')
  const settings = {
    databaseUrl: town.databaseUrl,
    at: town.now(),
    host: town.agency.host,
    blobsFolder: town.blobsFolder,
    ledgerFolder: `${town.blobsFolder}-ledger`,
  }
  const start = async (kind: 'raw' | 'decorum'): Promise<{ port: number; pid: number }> => {
    const child = fork(join(import.meta.dirname, 'http-server.ts'), {
      env: { ...process.env, BENCH: JSON.stringify({ ...settings, kind }) },
    })
    t.after(() => child.kill())
    const said = await new Promise<unknown>((resolve) => child.once('message', resolve))
    return { port: z.object({ port: z.number() }).parse(said).port, pid: child.pid ?? 0 }
  }
  const [raw, ours] = [await start('raw'), await start('decorum')]
  const read = `/api/permissions/${permissions[0]}`
  const paths = values.route === undefined ? [read, '/api/session', '/api/members/bell'] : [values.route]
  const racers: Contestant[] = [
    { name: 'node:http + pg, one SELECT', ...raw, path: read },
    ...paths.map((path) => ({
      name: `Decorum, GET ${path === read ? '/api/permissions/:id' : path}`,
      ...ours,
      path,
    })),
  ].map((one) => ({ ...one, cpu: [], rate: [], p99: [], errors: 0 }))
  const headers = { host: town.agency.host, cookie }
  for (const racer of racers) await shoot(racer, headers, 2)
  for (const racer of racers) Object.assign(racer, { cpu: [], rate: [], p99: [], errors: 0 })
  for (let round = 0; round < rounds; round++) for (const racer of racers) await shoot(racer, headers, share)
  sayMachine(', PostgreSQL 18')
  console.log(`${connections} connections, ${rounds} rounds of ${share} s in turns, medians\n`)
  const least = median(racers[0]?.cpu ?? [])
  for (const { name, cpu, rate, p99, errors } of racers) {
    const took = median(cpu)
    console.log(
      `${name.padEnd(36)} ${took.toFixed(1).padStart(7)} us of core a request  ${(took / least).toFixed(2)} x  ${Math.round(median(rate))} req/s  p99 ${median(p99)} ms  ${errors} errors`,
    )
  }
  const main = racers[1]
  if (!main) return
  goal('CPU a request, times raw', median(main.cpu) / least, 'at most', 1.35)
  goal('p99, ms', median(main.p99), 'at most', 15)
  goal('errors', main.errors, 'at most', 0)
})

async function shoot(racer: Contestant, headers: Record<string, string>, duration: number): Promise<void> {
  const before = coreTime(racer.pid)
  const { requests, latency, errors, non2xx, timeouts } = await autocannon({
    url: `http://127.0.0.1:${racer.port}${racer.path}`,
    connections,
    duration,
    headers,
  })
  racer.cpu.push((coreTime(racer.pid) - before) / requests.total)
  racer.rate.push(requests.average)
  racer.p99.push(latency.p99)
  racer.errors += errors + non2xx + timeouts
}

/** Microseconds that a process has had of a core, in user and in system. */
function coreTime(pid: number): number {
  const [user = 0, system = 0] = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
    .slice(11, 13)
    .map(Number)
  // The kernel counts in hundredths of a second.
  return (user + system) * 10_000
}
