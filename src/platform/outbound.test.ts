import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { isPublicAddress } from './public-address.ts'
import { outbound, OutboundRefusal, type Fetch } from './outbound.ts'

const servers: Server[] = []
after(() => {
  for (const server of servers) server.closeAllConnections()
  for (const server of servers) server.close()
})

/** A server on loopback; gives its `host:port`. */
async function listening(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<string> {
  const server = createServer(answer)
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return `127.0.0.1:${address.port}`
}

const wayOut = (allow: string[], more: { timeoutMs?: number; maxBytes?: number } = {}): Fetch =>
  outbound({ allow, timeoutMs: 2_000, maxBytes: 1_000, ...more })

async function kindOf(call: Promise<unknown>): Promise<OutboundRefusal['kind']> {
  try {
    await call
  } catch (error) {
    if (error instanceof OutboundRefusal) return error.kind
    throw error
  }
  throw new Error('it was not refused')
}

test('only addresses of the public internet are public', () => {
  const inner = [
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
  ]
    .concat(['224.0.0.1', '255.255.255.255', '198.18.0.1', '240.0.0.1', '192.0.2.1', '::1', '::', 'fe80::1'])
    .concat(['fc00::1', 'fd00:ec2::254', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '64:ff9b::7f00:1', 'ff02::1'])
    .concat(['2002:7f00:1::', '2001:db8::1', '2001::1', '::7f00:1', '4000::1', 'localhost', ''])
  for (const address of inner) assert.equal(isPublicAddress(address), false, address)
  for (const address of ['8.8.8.8', '93.184.216.34', '2606:4700::1111'])
    assert.equal(isPublicAddress(address), true, address)
})

test('a post arrives with its method, its headers, its length and its bytes', async () => {
  const host = await listening((request, response) => {
    request.on('data', (piece: Buffer) => response.write(piece))
    request.on('end', () => response.end(` ${request.method} ${request.headers['content-length']}`))
    response.setHeader('x-seen', request.headers['authorization'] ?? '')
  })
  const answer = await wayOut([host])(`http://${host}/`, {
    method: 'POST',
    body: 'hello',
    headers: { authorization: 'Bearer 1' },
  })
  assert.equal(answer.status, 200)
  assert.equal(answer.url, `http://${host}/`)
  assert.equal(answer.headers.get('x-seen'), 'Bearer 1')
  assert.equal(await answer.text(), 'hello POST 5')
})

test('a form goes out as a form, and a Request as it is', async () => {
  const host = await listening((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () =>
      response.end(`${request.headers['content-type']} ${Buffer.concat(pieces).toString()}`),
    )
  })
  const form = new FormData()
  form.set('file', new Blob(['abc'], { type: 'image/png' }), 'a.png')
  const fetch = outbound({ allow: [host], timeoutMs: 2_000, maxBytes: 10_000 })
  const sent = await (await fetch(new Request(`http://${host}`, { method: 'POST', body: form }))).text()
  assert.match(sent, /^multipart\/form-data; boundary=[^]*filename="a.png"[^]*abc/)
})

test('a body is counted after it is decompressed', async () => {
  const host = await listening((_request, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(5_000_000))),
  )
  const answer = await wayOut([host], { maxBytes: 100_000 })(`http://${host}/`)
  assert.equal(await kindOf(answer.arrayBuffer()), 'too-much')
})

test('headers without end are refused', async () => {
  const host = await listening((_request, response) =>
    response.writeHead(200, { big: 'x'.repeat(60_000) }).end(),
  )
  assert.equal(await kindOf(wayOut([host])(`http://${host}/`)), 'too-much')
})

test('silence, a body that never ends, a broken connection and nobody there are told apart', async () => {
  const silent = await listening(() => undefined)
  assert.equal(await kindOf(wayOut([silent], { timeoutMs: 200 })(`http://${silent}/`)), 'late')
  const dripping = await listening((_request, response) => {
    const drip = setInterval(() => response.write('.'), 20)
    response.on('close', () => clearInterval(drip))
  })
  const answer = await wayOut([dripping], { timeoutMs: 300 })(`http://${dripping}/`)
  assert.equal(await kindOf(answer.text()), 'late')
  const broken = await listening((request) => request.socket.destroy())
  assert.equal(await kindOf(wayOut([broken])(`http://${broken}/`)), 'cut')
  const cut = await listening((_request, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('half', () => response.destroy())
  })
  assert.equal(await kindOf((await wayOut([cut])(`http://${cut}/`)).text()), 'cut')
  const gone = await listening(() => undefined)
  servers.pop()?.close()
  assert.equal(await kindOf(wayOut([gone])(`http://${gone}/`)), 'unreached')
})

test('what the caller ends, ends with the reason of the caller', async () => {
  const silent = await listening(() => undefined)
  const signal = AbortSignal.timeout(50)
  await assert.rejects(wayOut([silent])(`http://${silent}/`, { signal }), { name: 'TimeoutError' })
})

test('a redirect takes no key to another origin, and is followed three times at most', async () => {
  const seen: string[] = []
  const other = await listening((request, response) => {
    seen.push(
      `${request.method} ${request.headers.authorization ?? 'no key'} ${request.headers.cookie ?? ''}`,
    )
    response.end('there')
  })
  const host = await listening((request, response) => {
    const hops = Number(/\d+/.exec(request.url ?? '')?.[0])
    response.writeHead(request.url?.startsWith('/see') ? 303 : 307, {
      location: hops === 0 ? `http://${other}/` : `/${request.url?.slice(1, 5)}${hops - 1}`,
    })
    response.end()
  })
  const fetch = wayOut([host, other])
  const keys = { method: 'POST', headers: { authorization: 'Bearer 1', cookie: 'a=b' } }
  const asked = { ...keys, body: 'x' }
  assert.equal(await (await fetch(`http://${host}/keep2`, keys)).text(), 'there')
  assert.equal(await kindOf(fetch(`http://${host}/keep2`, asked)), 'barred', 'nor a body, which may hold one')
  await fetch(`http://${host}/see_0`, asked)
  assert.deepEqual(seen, ['POST no key ', 'GET no key '])
  assert.equal(await kindOf(fetch(`http://${host}/keep3`, asked)), 'barred')
  assert.equal(await kindOf(fetch(`http://${host}/keep0`, { redirect: 'error' })), 'barred')
  assert.equal((await fetch(`http://${host}/keep0`, { redirect: 'manual' })).status, 307)
  // The control: without a port of its own the other one is not let through.
  assert.equal(await kindOf(wayOut([host])(`http://${host}/keep0`)), 'barred')
  assert.equal(seen.length, 2)
})

test('every address of a name has to be public, and a name that is nowhere is unreached', async () => {
  const asked: string[] = []
  const answers: Record<string, { address: string; family: number }[]> = {
    'two.example': [
      { address: '93.184.216.34', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ],
    'inner.example': [{ address: 'fd00::1', family: 6 }],
    'none.example': [],
  }
  const fetch = outbound({
    allow: [],
    timeoutMs: 1_000,
    maxBytes: 10,
    resolve: (hostname) => {
      asked.push(hostname)
      return Promise.resolve(answers[hostname] ?? [])
    },
  })
  assert.equal(await kindOf(fetch('https://two.example/')), 'barred')
  assert.equal(await kindOf(fetch('https://inner.example/')), 'barred')
  assert.equal(await kindOf(fetch('https://none.example/')), 'unreached')
  assert.deepEqual(asked, ['two.example', 'inner.example', 'none.example'])
})
