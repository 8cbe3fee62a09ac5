import { isIPv6 } from 'node:net'
import type { FastifyRequest } from 'fastify'

export interface Rates {
  /** Requests a minute that one session may send, or one address where nobody is signed in. */
  rate: number
  /** Requests a minute that one address may send to the routes of sign-in together; `rate` unless told. */
  signInRate?: number
  /** The session that a request belongs to, by a name that tells nothing; undefined for one that was never found. */
  sessionOf?: (request: FastifyRequest) => string | undefined
}

/**
 * Who counts as one sender. A department shares an address, so a session counts for itself; a cookie that was made up
 * counts for the address, and so does every sign-in. Files of the web app, which anybody may keep, do not count.
 */
export function limitsOf({ rate, signInRate = rate, sessionOf }: Rates): {
  keyGenerator: (request: FastifyRequest) => string
  max: (request: FastifyRequest) => number
  allowList: (request: FastifyRequest) => boolean
} {
  return {
    keyGenerator: (request) => {
      if (isSignIn(request)) return `sign-in ${networkOf(request.ip)}`
      const session = sessionOf?.(request)
      return session === undefined ? `address ${networkOf(request.ip)}` : `session ${session}`
    },
    max: (request) => (isSignIn(request) ? signInRate : rate),
    allowList: ({ routeOptions, url }) => routeOptions.url === '/*' && url.startsWith('/assets/'),
  }
}

function isSignIn({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.url?.startsWith('/api/sign-in/') === true
}

/** An address; of IPv6 the first 64 bits, because whoever has one address there has as many as they like. */
export function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address
  const [head = '', tail = ''] = address.split('::')
  const [first, last] = [head, tail].map((part) => (part === '' ? [] : part.split(':')))
  const groups = [...(first ?? []), ...Array<string>(8).fill('0')]
  const gap = 8 - (first?.length ?? 0) - (last?.length ?? 0)
  groups.splice((first?.length ?? 0) + gap, groups.length, ...(last ?? []))
  return groups.slice(0, 4).join(':')
}
