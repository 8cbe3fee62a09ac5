import { bluesky } from './bluesky.ts'
import { mastodon } from './mastodon.ts'
import type { Network, NetworkName } from './network.ts'
import { site } from './site.ts'

export type Networks = Readonly<Record<NetworkName, Network>>

/**
 * Every network by its name. `fetch` is the only way out of the house: the server gives `outboundFetch`, which refuses
 * private addresses and answers without end; a test may give its own.
 */
export function makeNetworks(fetch: typeof globalThis.fetch): Networks {
  return {
    site,
    bluesky: bluesky(fetch),
    mastodon: mastodon(fetch),
  }
}
