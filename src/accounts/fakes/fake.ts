import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import type { Fault } from './faults.ts'
import { isVisit, visit, type FakeFront } from './visitors.ts'
import type { Wall, WallPost } from './wall.ts'

/** One call that a fake network received. */
export interface Call {
  /** The first is 1. */
  n: number
  method: string
  /** Without the query. */
  path: string
  query: URLSearchParams
  headers: IncomingHttpHeaders
  body: Buffer
}

export interface Answer {
  status: number
  /** Sent as JSON; bytes are sent as they are. */
  body: unknown
  headers?: Readonly<Record<string, string>>
}

/** One network's own side of its fake. */
export interface FakeNetwork {
  /** The version of the interface that is imitated. */
  version: string
  wall: Wall
  /** What a call changes and gives; a path that it does not know is its own 404. */
  answer: (call: Call) => Answer | Promise<Answer>
  /** How this network says that it failed; a call that needs no token has none that expires. */
  says: {
    internal: Answer
    limited: (seconds: number) => Answer
    expired: (call: Call) => Answer | undefined
  }
}

export interface Fake {
  /** `http://127.0.0.1:port`: the service address of an account on it. */
  url: string
  /** `127.0.0.1:port`, for DECORUM_ALLOW_HOSTS. */
  host: string
  wall: Wall
  /** What it received, the oldest first. */
  calls: readonly Call[]
  /** From now on calls go like this. */
  fail: (faults: (call: Call) => Fault) => void
  /** A visitor writes below a post or a comment. */
  write: (handle: string, parentId: string, text: string) => WallPost
  stop: () => Promise<void>
}

export interface FakeMade {
  faults?: (call: Call) => Fault
  /** What the network says when it limits a caller, in seconds. */
  retryAfter?: number
  /** 0 finds a free one. */
  port?: number
  /** What its own page says to a person, where it is shown to one. */
  front?: FakeFront
}

/**
 * Starts a fake network: a real HTTP server on loopback. Visitors write, edit and delete through `/visitor` (see
 * visitors.ts), where no fault happens; everything else is the network's own interface.
 */
export async function startFake(network: FakeNetwork, made: FakeMade = {}): Promise<Fake> {
  const calls: Call[] = []
  let faultOf = made.faults ?? ((): Fault => 'none')
  const server = createServer((request, response) => {
    serve(request, response).catch((cause: unknown) => {
      if (!response.headersSent) response.writeHead(500)
      response.end(`the fake itself failed: ${String(cause)}`)
    })
  })
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = await read(request, calls.length + 1)
    if (isVisit(call)) return send(response, visit(network.wall, call, network.version, made.front), 'none')
    calls.push(call)
    const fault = faultOf(call)
    const instead = before(network, call, fault, made.retryAfter ?? 1)
    if (instead === 'silence') return
    if (instead !== undefined) return send(response, instead, 'none')
    await send(response, await network.answer(call), fault, network.says.internal)
  }
  server.listen(made.port ?? 0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a server on a port has an address')
  const host = `127.0.0.1:${address.port}`
  return {
    url: `http://${host}`,
    host,
    wall: network.wall,
    calls,
    fail: (next) => (faultOf = next),
    write: (handle, parentId, text) => network.wall.put({ by: network.wall.visitor(handle), parentId, text }),
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function read(request: IncomingMessage, n: number): Promise<Call> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(Buffer.from(piece))
  const url = new URL(request.url ?? '/', 'http://fake')
  return {
    n,
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers,
    body: Buffer.concat(pieces),
  }
}

/** What is answered instead, before anything is saved. */
function before(
  network: FakeNetwork,
  call: Call,
  fault: Fault,
  seconds: number,
): Answer | 'silence' | undefined {
  switch (fault) {
    case '500-before':
      return network.says.internal
    case '429':
      return network.says.limited(seconds)
    case 'expired-token':
      return network.says.expired(call)
    case 'timeout-before':
      return 'silence'
    default:
      return undefined
  }
}

async function send(
  response: ServerResponse,
  answer: Answer,
  fault: Fault,
  internal?: Answer,
): Promise<void> {
  if (fault === 'timeout-after') return
  if (fault === '500-after' && internal !== undefined) return send(response, internal, 'none')
  const isBytes = Buffer.isBuffer(answer.body)
  const bytes = Buffer.isBuffer(answer.body) ? answer.body : Buffer.from(JSON.stringify(answer.body ?? null))
  const sent = fault === 'bad-json-after' ? Buffer.from(`<html>${bytes.toString('utf8', 0, 20)}`) : bytes
  response.writeHead(answer.status, {
    ...(isBytes ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    'content-length': String(sent.length),
    ...answer.headers,
  })
  if (fault === 'cut-body-after') {
    response.write(sent.subarray(0, Math.floor(sent.length / 2)), () => response.destroy())
    return
  }
  if (fault === 'slow-drip')
    for (let at = 0; at < sent.length; at += 64) {
      response.write(sent.subarray(at, at + 64))
      // One drop every 5 ms: a long answer takes a while, and arrives whole.
      await pause(5)
    }
  else response.write(sent)
  response.end()
}

/** The JSON that a call carries; `undefined` where it carries none. */
export function jsonOf(call: Call): unknown {
  if (call.body.length === 0) return undefined
  try {
    return JSON.parse(call.body.toString('utf8'))
  } catch {
    return undefined
  }
}

/** The token of `Authorization: Bearer`. */
export function bearerOf(call: Call): string | undefined {
  return /^Bearer (.+)$/.exec(call.headers.authorization ?? '')?.[1]
}
