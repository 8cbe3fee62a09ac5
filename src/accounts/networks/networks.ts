import { now } from '../../platform/clock.ts'
import { bluesky } from './bluesky.ts'
import { mastodon } from './mastodon.ts'
import type { Networks } from './network.ts'
import { facebook } from './facebook.ts'
import { instagram } from './instagram.ts'
import { nextdoor } from './nextdoor.ts'
import { x } from './x.ts'
import { youtube } from './youtube.ts'
import { site } from './site.ts'

export type { Networks } from './network.ts'

declare module '../../platform/http.ts' {
  interface Installation {
    networks: Networks
  }
}

/**
 * Every network by its name. `fetch` is the only way out of the house: the server gives `outboundFetch`, which refuses
 * private addresses and answers without end; a test may give its own.
 */
export function makeNetworks(fetch: typeof globalThis.fetch, clock: () => string = now): Networks {
  return {
    site,
    bluesky: bluesky(fetch, clock),
    mastodon: mastodon(fetch, clock),
    facebook: facebook(fetch, clock),
    x: x(fetch, clock),
    instagram: instagram(fetch, clock),
    youtube: youtube(fetch, clock),
    nextdoor: nextdoor(fetch, clock),
  }
}
