import { createServer, connect, type Socket } from 'node:net'

/**
 * How the wire between app and database behaves: `swallow` takes everything and answers nothing, `reset` breaks every
 * connection, `late` holds each packet back for two seconds.
 */
export type Weather = 'fair' | 'swallow' | 'reset' | 'late'

/** A wire between app and database that can be made to fail. */
export interface Proxy {
  /** The address of a database, through this wire. */
  through: (url: string) => string
  /** Leads to another port, for connections made from now on. */
  leadTo: (port: number) => void
  become: (weather: Weather) => void
  /** Cuts the next COMMIT: before the database hears of it, or after it is durable and before its answer arrives. */
  cutNextCommit: (when: 'before' | 'after') => void
  /** How many COMMITs were cut. */
  cuts: () => number
  close: () => Promise<void>
}

export function startProxy(upstream: number): Promise<Proxy> {
  const pairs = new Set<readonly [Socket, Socket]>()
  let [port, weather, cuts]: [number, Weather, number] = [upstream, 'fair', 0]
  let cutting: 'before' | 'after' | undefined

  const server = createServer((app) => {
    const base = connect(port, '127.0.0.1')
    const pair = [app, base] as const
    pairs.add(pair)
    const cut = (): void => {
      pairs.delete(pair)
      app.destroy()
      base.destroy()
    }
    for (const socket of pair) {
      socket.setNoDelay(true)
      socket.on('error', cut)
      socket.on('close', cut)
    }
    if (weather === 'reset') return cut()
    let isCommitting = false
    const hears = reader((message) => {
      if (cutting === undefined || !/^Q....commit\0$/is.test(message.toString('latin1'))) return true
      cuts++
      const when = cutting
      cutting = undefined
      if (when === 'before') cut()
      else isCommitting = true
      return when === 'after'
    })
    app.on('data', (bytes: Buffer) => {
      for (const message of hears(bytes)) send(base, message)
    })
    base.on('data', (bytes: Buffer) => {
      if (isCommitting && bytes.includes('COMMIT\0')) cut()
      else send(app, bytes)
    })
  })
  const send = (to: Socket, bytes: Buffer): void => {
    if (weather === 'swallow') return
    if (weather === 'late') setTimeout(() => to.writable && to.write(bytes), 2_000)
    else if (to.writable) to.write(bytes)
  }
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const own = typeof address === 'object' && address !== null ? address.port : 0
      resolve({
        through: (url) => url.replace(/@127\.0\.0\.1:\d+\//, `@127.0.0.1:${own}/`),
        leadTo: (other) => (port = other),
        become: (next) => {
          weather = next
          if (next === 'reset') for (const pair of pairs) for (const socket of pair) socket.resetAndDestroy()
          // What was swallowed is lost: a wire that is whole again carries only new connections.
          if (next === 'fair') for (const pair of pairs) for (const socket of pair) socket.destroy()
        },
        cutNextCommit: (when) => (cutting = when),
        cuts: () => cuts,
        close: () => {
          for (const pair of pairs) for (const socket of pair) socket.destroy()
          return new Promise((done) => server.close(() => done()))
        },
      })
    })
  })
}

/** Splits what the app says into PostgreSQL's messages (the first has no letter), and leaves out those refused. */
function reader(takes: (message: Buffer) => boolean): (bytes: Buffer) => Buffer[] {
  let rest: Buffer = Buffer.alloc(0)
  let isFirst = true
  return (bytes) => {
    rest = Buffer.concat([rest, bytes])
    const whole: Buffer[] = []
    for (;;) {
      const head = isFirst ? 0 : 1
      if (rest.length < head + 4) return whole
      const length = head + rest.readInt32BE(head)
      if (rest.length < length) return whole
      const message = rest.subarray(0, length)
      rest = rest.subarray(length)
      if (isFirst || takes(message)) whole.push(message)
      isFirst = false
    }
  }
}
