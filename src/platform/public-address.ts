import ipaddr from 'ipaddr.js'

/** What IANA has given out so far of the unicast addresses of IPv6; everything else is nobody's. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Is this an address of the public internet? False for one's own machine and network, link-local ones (the metadata
 * of a cloud, 169.254.169.254), shared, reserved and multicast ones, for IPv6 addresses in which an IPv4 address is
 * hidden (mapped, NAT64, 6to4, Teredo), and for what is no address.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  return parsed instanceof ipaddr.IPv4 || parsed.match(globalUnicast)
}

/** The address within a URL's host name, without the brackets of IPv6; undefined for a name. */
export function addressIn(hostname: string): string | undefined {
  const bare = /^\[(.*)\]$/.exec(hostname)?.[1] ?? hostname
  return ipaddr.isValid(bare) ? bare : undefined
}
