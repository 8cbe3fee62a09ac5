import { lookup as lookUp } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import { Agent, fetch as undiciFetch, type Dispatcher, type Response as Answer } from 'undici'
import { Refusal } from './refusal.ts'
import { addressIn, isPublicAddress } from './public-address.ts'

export type Fetch = typeof fetch

/** An address of a name, as DNS gives it. */
export interface Resolved {
  address: string
  family: number
}

export interface OutboundSettings {
  /** `host:port` of those that are let through wherever they stand, and by plain http; for a demo and for tests. */
  allow: readonly string[]
  /** For the whole exchange, its redirects and the last byte of its body. */
  timeoutMs: number
  /** Of a body, after it was decompressed. */
  maxBytes: number
  /** What DNS says of a name. */
  resolve?: (hostname: string) => Promise<readonly Resolved[]>
}

/** Why nothing came back: `barred` and `unreached` before a byte was sent, the others perhaps after it was received. */
export class OutboundRefusal extends Refusal {
  readonly kind: 'barred' | 'unreached' | 'cut' | 'late' | 'too-much'

  constructor(kind: OutboundRefusal['kind'], sentence: string) {
    super(kind === 'barred' ? 'malformed' : 'unavailable', sentence)
    this.name = 'OutboundRefusal'
    this.kind = kind
  }
}

/** How far the house reaches out: a film of 100 MB on a slow line, an answer of 16 MB. */
export const reach = { timeoutMs: 300_000, maxBytes: 16 * 1024 * 1024 }

const mostRedirects = 3
const mostHeaderBytes = 32 * 1024

/**
 * The one way out: a `fetch` that reaches the public internet by https and nothing else. Every name is resolved once for
 * each connection, refused where any of its addresses is not public, and the connection goes to the addresses that were
 * looked at. Redirects, three at most, are each looked at anew, and take no key to another origin. What it refuses is an
 * `OutboundRefusal`; what the caller's own signal ends is that signal's reason.
 */
export function outbound(settings: OutboundSettings): Fetch {
  const { allow, timeoutMs, maxBytes } = settings
  const resolve = settings.resolve ?? ((hostname) => lookUp(hostname, { all: true }))
  const common = { maxHeaderSize: mostHeaderBytes, headersTimeout: timeoutMs, bodyTimeout: timeoutMs }
  const trusting = new Agent(common)
  const guarded = new Agent({ ...common, connect: { lookup: guardedLookup(resolve) } })

  return async (input, init) => {
    const late = AbortSignal.timeout(timeoutMs)
    const asked = requestFrom(input, init)
    const signal = AbortSignal.any([late, asked.signal])
    const headers = new Headers(asked.headers)
    if (!headers.has('user-agent')) headers.set('user-agent', 'Decorum')
    let url = new URL(asked.url)
    let method = asked.method
    // Kept whole, because a redirect may ask for it again, and so that its length is told.
    let body = asked.body === null ? null : new Uint8Array(await asked.arrayBuffer())
    for (let redirects = 0; ; redirects++) {
      const dispatcher = isAllowed(url, allow) ? trusting : (refuseUnsafe(url), guarded)
      const answer = await sent(url, { method, headers, body, signal, dispatcher }, late)
      const next = asked.redirect === 'manual' ? undefined : redirectOf(answer, url)
      if (next === undefined) return limited(answer, url, maxBytes, { late, asked: asked.signal })
      await answer.body?.cancel().catch(() => undefined)
      if (asked.redirect === 'error' || redirects === mostRedirects)
        throw new OutboundRefusal('barred', `${url.host} sends on to other addresses too often`)
      if (next.origin !== url.origin)
        for (const secret of ['authorization', 'cookie', 'proxy-authorization']) headers.delete(secret)
      if (answer.status === 303 || (method === 'POST' && answer.status < 303)) {
        ;[method, body] = ['GET', null]
        for (const told of ['content-type', 'content-length']) headers.delete(told)
      }
      // A key may stand in a body too, as it does where one signs in.
      if (next.origin !== url.origin && body !== null)
        throw new OutboundRefusal('barred', `${url.host} sends what was meant for it on to ${next.host}`)
      url = next
    }
  }
}

function requestFrom(input: Parameters<Fetch>[0], init: Parameters<Fetch>[1]): Request {
  try {
    return new Request(input, init)
  } catch {
    throw new OutboundRefusal('barred', 'this is no address of a page: it should be like https://example.gov')
  }
}

function isAllowed(url: URL, allow: readonly string[]): boolean {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return false
  const port = url.port === '' ? (url.protocol === 'http:' ? '80' : '443') : url.port
  return url.username === '' && url.password === '' && allow.includes(`${url.hostname}:${port}`)
}

/** Refuses an address that could not be public, whatever DNS says. */
function refuseUnsafe(url: URL): void {
  if (url.protocol !== 'https:')
    throw new OutboundRefusal('barred', `an address has to begin with https://, not ${url.protocol}//`)
  if (url.username !== '' || url.password !== '')
    throw new OutboundRefusal('barred', 'an address must not hold a name or a password before its @')
  if (url.port !== '' && url.port !== '80')
    throw new OutboundRefusal(
      'barred',
      `${url.hostname} is asked for at port ${url.port}; only 443 is allowed`,
    )
  const address = addressIn(url.hostname)
  if (address !== undefined && !isPublicAddress(address)) throw notPublic(url.hostname)
}

function notPublic(hostname: string): OutboundRefusal {
  return new OutboundRefusal('barred', `${hostname} is not on the public internet; nothing was sent to it`)
}

/** Resolves for a connection: the addresses it goes to are those that were looked at, all of them public. */
function guardedLookup(resolve: NonNullable<OutboundSettings['resolve']>): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname).then(
      (found) => {
        const [first] = found
        if (!first) done(new OutboundRefusal('unreached', `there is no ${hostname}`), '', 0)
        else if (!found.every(({ address }) => isPublicAddress(address))) done(notPublic(hostname), '', 0)
        else if (options.all === true) done(null, [...found])
        else done(null, first.address, first.family)
      },
      () => done(new OutboundRefusal('unreached', `there is no ${hostname}`), '', 0),
    )
  }
}

interface Asked {
  method: string
  headers: Headers
  body: Uint8Array<ArrayBuffer> | null
  signal: AbortSignal
  dispatcher: Dispatcher
}

async function sent(url: URL, asked: Asked, late: AbortSignal): Promise<Answer> {
  try {
    return await undiciFetch(url, {
      ...asked,
      headers: [...asked.headers],
      redirect: 'manual',
    })
  } catch (error) {
    if (asked.signal.aborted && !late.aborted) throw asked.signal.reason
    throw whyNot(error, url.host, late)
  }
}

/** Where an answer sends on to; undefined where it does not. */
function redirectOf(answer: Answer, from: URL): URL | undefined {
  const location = answer.headers.get('location')
  if (location === null || ![301, 302, 303, 307, 308].includes(answer.status)) return undefined
  if (!URL.canParse(location, from.href))
    throw new OutboundRefusal('barred', `${from.host} sends on to what is no address`)
  return new URL(location, from.href)
}

/** An answer whose body ends with a refusal at the first byte too many. */
function limited(
  answer: Answer,
  url: URL,
  maxBytes: number,
  signals: { late: AbortSignal; asked: AbortSignal },
): Response {
  const { status, statusText } = answer
  const headers = new Headers([...answer.headers])
  const reader = [101, 204, 205, 304].includes(status) ? undefined : answer.body?.getReader()
  let seen = 0
  const body = reader
    ? new ReadableStream<Uint8Array<ArrayBuffer>>({
        pull: async (controller) => {
          try {
            const { value, done } = await reader.read()
            if (done) return controller.close()
            seen += value.byteLength
            if (seen > maxBytes)
              throw new OutboundRefusal('too-much', `${url.host} answers with more than ${maxBytes} bytes`)
            controller.enqueue(new Uint8Array(value))
          } catch (error) {
            if (error instanceof OutboundRefusal) await reader.cancel().catch(() => undefined)
            const { asked, late } = signals
            controller.error(asked.aborted && !late.aborted ? asked.reason : whyNot(error, url.host, late))
          }
        },
        cancel: (reason) => reader.cancel(reason),
      })
    : null
  const limitedAnswer = new Response(body, { status, statusText, headers })
  Object.defineProperty(limitedAnswer, 'url', { value: url.href })
  return limitedAnswer
}

/** Codes of faults that come before a byte of the request is sent. */
const before =
  /^(?:ENOTFOUND|EAI_|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EACCES|UND_ERR_CONNECT_TIMEOUT|CERT_|ERR_TLS|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED)/

function whyNot(error: unknown, host: string, late: AbortSignal): OutboundRefusal {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
    if (cause instanceof OutboundRefusal) return cause
    const code = 'code' in cause ? String(cause.code) : ''
    if (before.test(code)) return new OutboundRefusal('unreached', `${host} cannot be reached (${code})`)
    if (code === 'UND_ERR_HEADERS_OVERFLOW')
      return new OutboundRefusal(
        'too-much',
        `${host} answers with more than ${mostHeaderBytes} bytes of headers`,
      )
    if (/^UND_ERR_(?:HEADERS|BODY)_TIMEOUT$/.test(code)) return isLate(host)
  }
  return late.aborted ? isLate(host) : new OutboundRefusal('cut', `${host} broke off`)
}

function isLate(host: string): OutboundRefusal {
  return new OutboundRefusal('late', `${host} takes too long to answer`)
}
