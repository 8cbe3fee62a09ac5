import { addressIn } from '../platform/public-address.ts'
import type { NetworkName } from './networks/network.ts'

/** Where a network's pages are, who answers for them, and how much room a page has for notices. */
interface Place {
  title: string
  /** Hosts of its pages; empty where every server has its own. */
  hosts: readonly string[]
  pages: string | null
  /** The server that is asked, where an account names none. */
  service: string | null
  /** Characters of the profile. */
  room: number | null
}

export const places = {
  site: { title: 'The department’s own site', hosts: [], pages: null, service: null, room: null },
  bluesky: {
    title: 'Bluesky',
    hosts: ['bsky.app'],
    pages: 'https://bsky.app/profile/',
    service: 'https://bsky.social',
    room: 256,
  },
  mastodon: { title: 'Mastodon', hosts: [], pages: null, service: null, room: 500 },
  facebook: {
    title: 'Facebook',
    hosts: ['facebook.com', 'www.facebook.com'],
    pages: 'https://www.facebook.com/',
    service: 'https://graph.facebook.com',
    room: null,
  },
  x: {
    title: 'X',
    hosts: ['x.com', 'twitter.com'],
    pages: 'https://x.com/',
    service: 'https://api.x.com',
    room: 160,
  },
  instagram: {
    title: 'Instagram',
    hosts: ['instagram.com', 'www.instagram.com'],
    pages: 'https://www.instagram.com/',
    service: 'https://graph.instagram.com',
    room: 150,
  },
  youtube: {
    title: 'YouTube',
    hosts: ['youtube.com', 'www.youtube.com'],
    pages: 'https://www.youtube.com/@',
    service: 'https://www.googleapis.com',
    room: 1_000,
  },
  nextdoor: {
    title: 'Nextdoor',
    hosts: ['nextdoor.com', 'www.nextdoor.com'],
    pages: 'https://nextdoor.com/agency-detail/',
    service: 'https://nextdoor.com',
    room: null,
  },
} as const satisfies Record<NetworkName, Place>

/** An address as it is kept: its fragment and closing slash left out; undefined for what is no address. */
export function tidyAddress(written: string): string | undefined {
  if (!URL.canParse(written)) return undefined
  const url = new URL(written)
  url.hash = ''
  return url.href.replace(/\/$/, '')
}

/**
 * What is wrong with the address of a page; undefined where nothing is. Pages are on the public internet, by https,
 * and where a network has a place of its own, there. `allow` are `host:port`s that may stand anywhere (a demonstration).
 */
export function addressFault(
  { network, address }: { network: NetworkName; address: string },
  allow: readonly string[] = [],
): string | undefined {
  if (!URL.canParse(address)) return 'is no address; write it as a browser shows it, https://…'
  const url = new URL(address)
  if (isAllowed(url, allow)) return undefined
  if (url.protocol !== 'https:')
    return 'an official page is read by https; the address has to begin with https://'
  if (url.username !== '' || url.password !== '') return 'must not hold a name or a password before its @'
  if (url.port !== '') return 'must not name a port'
  if (addressIn(url.hostname) !== undefined || !/^[^.]+(?:\.[^.]+)+$/.test(url.hostname))
    return `${url.hostname} is no name of the public internet`
  const { hosts, title }: Place = places[network]
  if (hosts.length > 0 && !hosts.includes(url.hostname))
    return `a page on ${title} stands at ${hosts.join(' or ')}, not at ${url.hostname}`
  if (hosts.length > 0 && url.pathname === '/')
    return `is ${title} itself; give the address of the page on it`
  return undefined
}

/** The server an account talks to: what was said, or its network's own, or the server that its page stands on. */
export function serviceOf({
  network,
  address,
  service,
}: {
  network: NetworkName
  address: string
  service: string | null
}): string {
  const own: string | null = places[network].service
  return (service ?? own ?? new URL(address).origin).replace(/\/$/, '')
}

/**
 * What is wrong with the server an account talks to, which is given the key to it; undefined where nothing is. Networks
 * of many servers have one anywhere on the public internet, the others their own and no other.
 */
export function serviceFault(
  page: { network: NetworkName; address: string; service: string | null },
  allow: readonly string[] = [],
): string | undefined {
  const service = serviceOf(page)
  const fault = addressFault({ network: 'site', address: service }, allow)
  if (fault !== undefined) return fault
  const { title, service: own }: Place = places[page.network]
  if (own === null || page.network === 'bluesky' || isAllowed(new URL(service), allow)) return undefined
  return new URL(service).origin === own
    ? undefined
    : `${title} is asked at ${own}, and nobody else is given its key`
}

function isAllowed(url: URL, allow: readonly string[]): boolean {
  const port = url.port === '' ? (url.protocol === 'http:' ? '80' : '443') : url.port
  return /^https?:$/.test(url.protocol) && url.username === '' && allow.includes(`${url.hostname}:${port}`)
}
