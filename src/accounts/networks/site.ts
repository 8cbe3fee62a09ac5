import { NetworkFault, type Network } from './network.ts'

const megabytes = (count: number): number => count * 1024 * 1024

/** Nothing leaves the house: the public site shows whatever its deliveries say is out. */
const nothingElsewhere = (): Promise<never> =>
  Promise.reject(new NetworkFault('refused', 'The department’s own site takes no comments.'))

/**
 * The department's own site. To publish on it is to say so: the page, the feeds and the notice are drawn from the
 * deliveries that are done and not removed. The key of a publication is its name.
 */
export const site: Network = {
  name: 'site',
  version: 'Decorum',
  limits: {
    text: { most: 10_000, counts: 'graphemes' },
    images: { most: 8, bytes: megabytes(10), mediaTypes: ['image/jpeg', 'image/png', 'image/webp'] },
    video: { bytes: megabytes(100), seconds: 600, mediaTypes: ['video/mp4', 'video/webm'] },
    altText: 2000,
    needsMedia: false,
    can: { hide: false, reply: true, edit: false },
  },
  isKeyed: true,
  secrets: {},
  publish: (_access, _outgoing, key) => Promise.resolve({ remoteId: key, url: null }),
  find: (_access, _outgoing, key) => Promise.resolve({ remoteId: key, url: null }),
  remove: () => Promise.resolve(),
  comments: () => Promise.resolve([]),
  hide: nothingElsewhere,
  restore: nothingElsewhere,
  page: (access) => Promise.resolve({ name: access.handle, text: '', links: [], url: access.service }),
  check: () => Promise.resolve({ until: null }),
}
