import type { Server } from 'node:http'
import type { BrowserContext, Request } from 'playwright-core'

/** What left a browser: every request it made, and every byte that reached the server, whatever made it. */
export interface Eavesdropper {
  /** Method and address of every request since the last call, with what it carries. */
  requests: () => Heard[]
  /** Everything that came over the wire since the last call, but for a browser's own look whether the page is newer. */
  wire: () => string
}

export interface Heard {
  method: string
  path: string
  search: string
  body: string | null
}

/** Listens at both ends: at the browser (pages, workers and service workers), and at the server's sockets. */
export function eavesdrop(context: BrowserContext, server: Server): Eavesdropper {
  let requests: Heard[] = []
  let wire = ''
  context.on('request', (request) => {
    // An address of the browser's own memory leads nowhere.
    if (!request.url().startsWith('blob:')) requests.push(heard(request))
  })
  context.on('page', (page) =>
    page.on('websocket', (socket) =>
      requests.push({ method: 'SOCKET', path: socket.url(), search: '', body: '' }),
    ),
  )
  server.on('connection', (socket) => {
    socket.on('data', (bytes: Buffer) => {
      wire += bytes.toString('latin1')
    })
  })
  return {
    requests: () => {
      const said = requests
      requests = []
      return said
    },
    wire: () => {
      const said = wire.replaceAll(newerLook, '')
      wire = ''
      return said
    },
  }
}

/** A browser asks by itself, at times of its choosing, whether the service worker changed. It sends nothing along. */
const newerLook =
  /GET \/sw\.js HTTP\/1\.1\r\n(?:[\w-]+: [^\r\n]*\r\n)*?Service-Worker: script\r\n(?:[\w-]+: [^\r\n]*\r\n)*\r\n/g

function heard(request: Request): Heard {
  const { pathname, search } = new URL(request.url())
  return { method: request.method(), path: pathname, search, body: request.postData() }
}
