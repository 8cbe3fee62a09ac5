import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { Agent, fetch as undiciFetch } from 'undici'
import { addressIn, isPublicAddress } from '../../src/platform/public-address.ts'
import { outbound, OutboundRefusal, type Fetch, type Resolved } from '../../src/platform/outbound.ts'
import { oneOf, picker, type Run } from './drill.ts'
import { askAll, outerNetworks } from './ssrf-callers.ts'
import { fixedForms, names, someForm } from './ssrf-forms.ts'

const statuses = [301, 302, 303, 307, 308]

/** [SSRF] URLs that lead into the house, directly and by a redirect, while a server listens there and counts who comes. */
export const run: Run = async (rounds, seed) => {
  const pick = picker(seed)
  const sink = await startSink()
  const sender = await startRedirecting()
  const { resolve, asked } = resolver()
  const fetch = outbound({ allow: [sender.host], timeoutMs: 2_000, maxBytes: 10_000, resolve })
  const faults: string[] = []
  let tried = 0
  const forms = fixedForms(sink.port)
  for (let n = 0; n < rounds; n++) forms.push(someForm(pick, sink.port))
  for (const form of forms) {
    await isBarred(fetch, form, faults, form)
    tried++
    // A header holds no line end.
    if (/[\r\n\0]/.test(form) || !URL.canParse(form, `http://${sender.host}/`)) continue
    // Some forms are no whole address: they lead to another page of the server that sends on.
    if (new URL(form, `http://${sender.host}/`).host === sender.host) continue
    const query = new URLSearchParams({ status: String(oneOf(pick, statuses)), to: form })
    await isBarred(fetch, `http://${sender.host}/?${query.toString()}`, faults, `sent on to ${form}`)
    tried++
  }
  await rebinding(fetch, asked, faults)
  // What Decorum itself asks of a server: as many of the addresses as a full run has time for.
  let called = 0
  for (const form of forms.filter((_, n) => n % 20 === 0)) {
    const { tried: times, faults: found } = await askAll(fetch, form)
    called += times
    faults.push(...found)
  }
  const before = sink.connections()
  if (before > 0) faults.push(`${before} connections reached the inside`)
  const reached = await plainly(forms, sink)
  const rebound = await carelessly(sink)
  const led = await ledInside(sink)
  for (const { server } of [sink, sender]) {
    server.closeAllConnections()
    server.close()
  }
  return {
    claim:
      'No address that anybody gives leads into the house, however it is written, resolved or sent on to',
    figure: `${tried} calls with ${new Set(forms).size} forms, directly and by redirects, and ${called} by the adapters of seven networks (pages, keys, comments, posts), ${before} connections to a server that listens inside, ${faults.length} faults`,
    control: `a plain fetch reached it with ${reached} of the forms, and one that looks the name up before it connects by ${rebound} rebinding; ${led} of 7 adapters went there with a plain fetch`,
    faults,
    hasTeeth: reached > 20 && rebound === 1 && led === 7,
  }
}

/** It has to be refused for where it goes, not because nobody was there. */
async function isBarred(fetch: Fetch, url: string, faults: string[], told: string): Promise<void> {
  refuseToLeave(url)
  try {
    const answer = await fetch(url, {
      method: 'POST',
      body: 'x',
      headers: { authorization: 'Bearer secret' },
    })
    faults.push(`${told}: answered ${answer.status}`)
  } catch (error) {
    if (!(error instanceof OutboundRefusal)) faults.push(`${told}: ${String(error)}`)
    else if (error.kind !== 'barred' && error.kind !== 'unreached') faults.push(`${told}: ${error.message}`)
    else if (error.kind === 'unreached' && !error.message.startsWith('there is no '))
      faults.push(`${told}: a connection was tried, ${error.message}`)
  }
}

/** The drill itself calls nobody: a form that is by mistake an address of somebody else's is a fault of the drill. */
function refuseToLeave(url: string): void {
  const address = URL.canParse(url) ? addressIn(new URL(url).hostname) : undefined
  if (address !== undefined && isPublicAddress(address)) throw new RangeError(`${url} leads to ${address}`)
}

/** A name whose answer changes between two looks: one look for each connection, and it goes where that look led. */
async function rebinding(fetch: Fetch, asked: Map<string, number>, faults: string[]): Promise<void> {
  const name = 'rebinding.example'
  const call = async (): Promise<string> => {
    try {
      const answer = await fetch(`https://${name}/`)
      return `answered ${answer.status}`
    } catch (error) {
      return error instanceof OutboundRefusal ? error.kind : String(error)
    }
  }
  const first = await call()
  if (asked.get(name) !== 1) faults.push(`${name} was looked up ${asked.get(name)} times for one connection`)
  if (first !== 'unreached' && first !== 'late') faults.push(`${name} led somewhere: ${first}`)
  const second = await call()
  if (second !== 'barred') faults.push(`${name} led inside at the second time: ${second}`)
}

/** The control: how many of the forms the usual `fetch` takes inside. */
async function plainly(forms: readonly string[], sink: Sink): Promise<number> {
  let reached = 0
  for (const form of new Set(forms)) {
    if (!/^\s*http:/i.test(form) || !URL.canParse(form)) continue
    const url = new URL(form)
    // Only to our own machine: the drill calls nobody else.
    const isOwn = /^(?:127\.0\.0\.1|0\.0\.0\.0|localhost|\[::1\]|\[::ffff:7f00:1\])$/.test(url.hostname)
    if (!isOwn || url.username !== '' || url.port !== String(sink.port)) continue
    const before = sink.connections()
    await globalThis.fetch(url, { headers: { connection: 'close' } }).then(
      (answer) => answer.text(),
      () => undefined,
    )
    if (sink.connections() > before) reached++
  }
  return reached
}

/** The other control: a name is looked at first, and resolved again by whoever connects. */
async function carelessly(sink: Sink): Promise<number> {
  const { resolve } = resolver()
  const name = 'rebinding.example'
  if (!(await resolve(name)).every(({ address }) => isPublicAddress(address))) return 0
  const before = sink.connections()
  const dispatcher = new Agent({
    connect: {
      lookup: (hostname, options, done) => {
        resolve(hostname).then(
          (found) => done(null, options.all === true ? [...found] : (found[0]?.address ?? ''), 4),
          () => undefined,
        )
      },
    },
  })
  await undiciFetch(`http://${name}:${sink.port}/`, { dispatcher }).then(
    (answer) => answer.text(),
    () => undefined,
  )
  await dispatcher.destroy()
  return sink.connections() - before
}

/** The control of the adapters: how many of the networks an address leads inside, with the usual `fetch`. */
async function ledInside(sink: Sink): Promise<number> {
  let led = 0
  for (const network of outerNetworks(globalThis.fetch)) {
    // A connection that is kept open would hide the next.
    sink.server.closeAllConnections()
    const before = sink.connections()
    const secrets = Object.fromEntries(Object.keys(network.secrets).map((name) => [name, 'secret']))
    const access = { service: `http://127.0.0.1:${sink.port}`, handle: 'riverton', secrets }
    await network.page(access, AbortSignal.timeout(3_000)).catch(() => undefined)
    if (sink.connections() > before) led++
  }
  return led
}

/** DNS of our own: names of the drill, and loopback for every name that a machine may know as its own. */
function resolver(): { resolve: (name: string) => Promise<Resolved[]>; asked: Map<string, number> } {
  const asked = new Map<string, number>()
  const resolve = (name: string): Promise<Resolved[]> => {
    const times = asked.get(name) ?? 0
    asked.set(name, times + 1)
    const answers = names[name] ?? (/local/i.test(name) ? [['127.0.0.1']] : [])
    const found = answers[Math.min(times, answers.length - 1)] ?? []
    return Promise.resolve(found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })))
  }
  return { resolve, asked }
}

interface Sink {
  server: Server
  port: number
  connections: () => number
}

async function startSink(): Promise<Sink> {
  let connections = 0
  const server = createServer((_request, response) => response.end('inside'))
  server.on('connection', () => connections++)
  return { server, port: await portOf(server), connections: () => connections }
}

/** A server outside, as it were, that sends everybody on to where they ask. */
async function startRedirecting(): Promise<{ server: Server; host: string }> {
  const server = createServer((request, response) => {
    const asked = new URL(request.url ?? '/', 'http://sender').searchParams
    const to = asked.get('to')
    if (to === null) return response.writeHead(404).end()
    // What a header cannot hold is sent as UTF-8 in percents.
    const location = to.replaceAll(/[^\t -~]/g, (letter) => encodeURIComponent(letter))
    return response.writeHead(Number(asked.get('status')), { location }).end()
  })
  return { server, host: `127.0.0.1:${await portOf(server)}` }
}

async function portOf(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a server on a port has an address')
  return address.port
}
