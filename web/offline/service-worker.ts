// The service worker: the self-check works without a network, and nothing else of the site is touched. Everything it
// keeps is the same for everybody; no draft and nobody's name is among it.

/** What the DOM's types lack here: the world of a service worker. */
export interface World {
  addEventListener(type: 'install' | 'activate', listener: (event: Waiting) => void): void
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void
  addEventListener(type: 'message', listener: (event: Told) => void): void
  skipWaiting: () => Promise<void>
  clients: { claim: () => Promise<void> }
}
interface Waiting extends Event {
  waitUntil: (work: Promise<unknown>) => void
}
interface Fetching extends Waiting {
  request: Request
  respondWith: (answer: Promise<Response>) => void
}
interface Told extends Waiting {
  data: unknown
  ports: readonly MessagePort[]
}
declare const self: World
/** Laid in by the build: the version, the files of the page, and those of the reader of pictures. */
declare const filesOfTheBuild: { version: string; shell: string[]; reader: string[] }

const { version, shell, reader } = filesOfTheBuild
const page = '/self-check'
const order = '/api/self-check/order'
const session = '/api/session'
const ofThisVersion = `decorum-page-${version}`
/** What does not change with the version: the order, the fonts, the reader of pictures. */
const lasting = 'decorum-lasting'
/** Milliseconds that a network may take which is there and does not answer. */
const patience = 4_000

self.addEventListener('install', (event) =>
  event.waitUntil(
    (async () => {
      const cache = await caches.open(ofThisVersion)
      await cache.addAll(shell)
      // The page that brought us read these before we could see it. An agency without an order has none to keep.
      await Promise.allSettled([theOrder(new Request(order)), whoAsks(new Request(session))])
    })(),
  ),
)

self.addEventListener('activate', (event) =>
  event.waitUntil(
    (async () => {
      const old = (await caches.keys()).filter(
        (name) => name.startsWith('decorum-page-') && name !== ofThisVersion,
      )
      await Promise.all(old.map((name) => caches.delete(name)))
      const kept = await caches.open(lasting)
      const readers = (await kept.keys()).filter(({ url }) => isOldReader(new URL(url).pathname))
      await Promise.all(readers.map((request) => kept.delete(request)))
      await self.clients.claim()
    })(),
  ),
)

function isOldReader(path: string): boolean {
  return path.startsWith('/assets/') && !path.endsWith('.woff2') && !reader.includes(path)
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate') {
    if (pathname === page) event.respondWith(thePage(request))
  } else if (pathname === order) event.respondWith(theOrder(request))
  else if (pathname === session) {
    if (new URL(request.referrer || '/', origin).pathname === page) event.respondWith(whoAsks(request))
  } else if (shell.includes(pathname)) event.respondWith(fromCacheFirst(request, ofThisVersion))
  else if (reader.includes(pathname) || pathname.endsWith('.woff2'))
    event.respondWith(fromCacheFirst(request, lasting))
})

self.addEventListener('message', (event) => {
  if (event.data === 'go on') event.waitUntil(self.skipWaiting())
  if (event.data === 'keep all') event.waitUntil(keepAll(event.ports[0]))
})

async function fromCacheFirst(request: Request, name: string): Promise<Response> {
  const cache = await caches.open(name)
  const known = await cache.match(request, { ignoreSearch: true })
  if (known) return known
  const answer = await fetch(request)
  if (answer.ok) await cache.put(request, answer.clone())
  return answer
}

/** What the network gives in time and whole, else what is kept under the key. */
async function fromNetworkFirst(
  request: Request,
  cache: Cache,
  key: string,
  onAnswer: (answer: Response) => Promise<void>,
): Promise<Response> {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(patience) })
    const known = answer.status < 500 ? undefined : await cache.match(key)
    if (known) return known
    if (answer.ok) await onAnswer(answer.clone())
    return answer
  } catch (error) {
    const known = await cache.match(key)
    if (known) return known
    throw error
  }
}

/** The page. The one that is kept is never replaced by itself: it belongs to the files of its version. */
async function thePage(request: Request): Promise<Response> {
  return fromNetworkFirst(request, await caches.open(ofThisVersion), page, () => Promise.resolve())
}

async function theOrder(request: Request): Promise<Response> {
  const cache = await caches.open(lasting)
  return fromNetworkFirst(request, cache, order, (answer) => cache.put(order, answer))
}

/** Who is signed in; without a network, nobody is. What is kept of the answer is only whose house it is. */
async function whoAsks(request: Request): Promise<Response> {
  const cache = await caches.open(lasting)
  return fromNetworkFirst(request, cache, session, async (answer) => {
    const said: object = await answer.json()
    await cache.put(session, Response.json({ ...said, member: null, session: null, ended: null }))
  })
}

/** Fetches the reader of pictures too, and tells how far it is: [files done, of]. */
async function keepAll(teller: MessagePort | undefined): Promise<void> {
  const cache = await caches.open(lasting)
  let done = 0
  try {
    for (const path of reader) {
      if (!(await cache.match(path))) await cache.add(path)
      done++
      teller?.postMessage([done, reader.length])
    }
  } catch {
    teller?.postMessage('failed')
  }
}
