import type { BlueskyCalls } from './bluesky-calls.ts'
import type { Network } from './network.ts'

/**
 * Bluesky, by AT Protocol. Its library takes half a second to load, which a server that does not speak there need not
 * wait for: it is loaded with the first call.
 */
export function bluesky(
  fetch: typeof globalThis.fetch,
  clock: () => string,
  signInMs: number = 10_000,
): Network {
  let loaded: Promise<BlueskyCalls> | undefined
  const calls = (): Promise<BlueskyCalls> => {
    loaded ??= import('./bluesky-calls.ts').then(({ blueskyCalls }) => blueskyCalls(fetch, clock, signInMs))
    return loaded
  }
  return {
    name: 'bluesky',
    version: 'AT Protocol, app.bsky lexicons of @atproto/api 0.21.0',
    limits: {
      text: { most: 300, counts: 'graphemes', bytes: 3_000 },
      images: { most: 4, bytes: 2_000_000, mediaTypes: ['image/jpeg', 'image/png', 'image/webp'] },
      video: { bytes: 300_000_000, seconds: 180, mediaTypes: ['video/mp4'] },
      altText: 2000,
      needsMedia: false,
      can: { hide: true, reply: true, edit: false },
    },
    isKeyed: true,
    secrets: { password: 'App password (bsky.app, Settings, Privacy and security, App passwords)' },
    publish: async (...asked) => (await calls()).publish(...asked),
    find: async (...asked) => (await calls()).find(...asked),
    remove: async (...asked) => (await calls()).remove(...asked),
    comments: async (...asked) => (await calls()).comments(...asked),
    hide: async (...asked) => (await calls()).hide(...asked),
    restore: async (...asked) => (await calls()).restore(...asked),
    page: async (...asked) => (await calls()).page(...asked),
    check: async (...asked) => (await calls()).check(...asked),
    rotate: async (...asked) => (await calls()).rotate(...asked),
  }
}
