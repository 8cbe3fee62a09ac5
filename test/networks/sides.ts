import { startBluesky } from '../../src/accounts/fakes/bluesky.ts'
import type { Call, Fake, FakeMade } from '../../src/accounts/fakes/fake.ts'
import { startFacebook } from '../../src/accounts/fakes/facebook.ts'
import { startInstagram } from '../../src/accounts/fakes/instagram.ts'
import { startMastodon } from '../../src/accounts/fakes/mastodon.ts'
import { startNextdoor } from '../../src/accounts/fakes/nextdoor.ts'
import { startX } from '../../src/accounts/fakes/x.ts'
import { startYouTube } from '../../src/accounts/fakes/youtube.ts'
import { bluesky } from '../../src/accounts/networks/bluesky.ts'
import { facebook } from '../../src/accounts/networks/facebook.ts'
import { instagram } from '../../src/accounts/networks/instagram.ts'
import { mastodon } from '../../src/accounts/networks/mastodon.ts'
import type { Access, Network, Outgoing, OutgoingMedia } from '../../src/accounts/networks/network.ts'
import { nextdoor } from '../../src/accounts/networks/nextdoor.ts'
import { x } from '../../src/accounts/networks/x.ts'
import { youtube } from '../../src/accounts/networks/youtube.ts'
import { outbound, type Fetch } from '../../src/platform/outbound.ts'

/** An account of Riverton on a fake network, and the network's adapter through the server's own way out. */
export interface Side {
  fake: Fake
  network: Network
  access: Access
  /** The department's own name of itself there, as the fake's wall has it. */
  own: string
  /** The nth post, with what this network needs. */
  post: (n: number) => Outgoing
  /** The call after which the public sees the post. */
  isPublishing: (call: Call) => boolean
}

export const picture: OutgoingMedia = {
  bytes: Buffer.from('a picture'),
  mediaType: 'image/jpeg',
  alt: 'Map of the closed road',
  width: 8,
  height: 8,
  captions: null,
  url: 'https://orders.riverton.gov/public/media/1.jpg',
}

export const film: OutgoingMedia = {
  ...picture,
  bytes: Buffer.from('a film'),
  mediaType: 'video/mp4',
  captions:
    'WEBVTT\n\n00:01.000 --> 00:02.500\nMain Street is <b>closed</b>.\n\n00:03.000 --> 00:04.000\nUse Elm.\n',
  url: 'https://orders.riverton.gov/public/media/1.mp4',
}

/** A post in words, with what it carries. */
export function saying(text: string, media: readonly OutgoingMedia[] = []): Outgoing {
  return { text, languages: ['en'], media, replyTo: null }
}

/** The nth post for each network, with what it needs. */
export const postOn = {
  bluesky: (n) => saying(`post ${n}`),
  mastodon: (n) => saying(`post ${n}`),
  facebook: (n) => saying(`post ${n}\n\nhttps://riverton.gov/${n}?a=1&b=2`),
  x: (n) => saying(`post ${n} https://riverton.gov/${n}?a=1&b=2 <here> & there`),
  instagram: (n) => saying(`post ${n}`, [picture]),
  youtube: (n) => saying(`post ${n}\n\nwith more words`, [film]),
  nextdoor: (n) => saying(`post ${n}`, n % 2 === 0 ? [picture] : []),
} satisfies { [name: string]: (n: number) => Outgoing }

const page = { handle: 'rivertonpd', name: 'Riverton Police', website: 'https://riverton.gov' }
const about = 'Not monitored. Call 911. https://riverton.gov/police'

const through = ({ host }: Fake): Fetch => outbound({ allow: [host], timeoutMs: 30_000, maxBytes: 4_000_000 })
const accessTo = ({ url }: Fake, secrets: Access['secrets']): Access => ({
  service: url,
  handle: page.handle,
  secrets,
})

type Start = (clock: () => string, made?: FakeMade) => Promise<Side>

export const sides = {
  bluesky: async (clock, made) => {
    const account = {
      handle: 'riverton-pd.test',
      password: 'a-password',
      name: page.name,
      description: about,
    }
    const fake = await startBluesky([account], clock, made)
    const access = { ...accessTo(fake, { password: account.password }), handle: account.handle }
    return {
      fake,
      network: bluesky(through(fake), clock),
      access,
      own: '',
      post: postOn.bluesky,
      isPublishing: ({ path }) => path.endsWith('putRecord'),
    }
  },
  mastodon: async (clock, made) => {
    const member = { ...page, accessToken: 'a-token', note: about, fields: [] }
    const fake = await startMastodon([member], clock, made)
    return {
      fake,
      network: mastodon(through(fake), clock),
      access: accessTo(fake, { accessToken: member.accessToken }),
      own: '',
      post: postOn.mastodon,
      isPublishing: ({ method, path }) => method === 'POST' && path.endsWith('/statuses'),
    }
  },
  facebook: async (clock, made) => {
    const member = { ...page, id: '1001', about, accessToken: 'a-page-token' }
    const fake = await startFacebook([member], clock, made)
    return {
      fake,
      network: facebook(through(fake), clock),
      access: accessTo(fake, { accessToken: member.accessToken }),
      own: member.id,
      post: postOn.facebook,
      isPublishing: ({ method, path }) => method === 'POST' && /\/me\/feed$|\/comments$/.test(path),
    }
  },
  x: async (clock, made) => {
    const keys = {
      consumerKey: 'a-key',
      consumerSecret: 'a secret',
      accessToken: '1002-token',
      accessTokenSecret: 'another secret',
    }
    const fake = await startX([{ ...page, id: '1002', description: about, ...keys }], clock, made)
    return {
      fake,
      network: x(through(fake), clock),
      access: accessTo(fake, keys),
      own: '1002',
      post: postOn.x,
      isPublishing: ({ method, path }) => method === 'POST' && path === '/2/tweets',
    }
  },
  instagram: async (clock, made) => {
    const member = { ...page, id: '1003', about, accessToken: 'a-long-token' }
    const fake = await startInstagram([member], clock, made)
    return {
      fake,
      network: instagram(through(fake), clock),
      access: accessTo(fake, { accessToken: member.accessToken, userId: member.id }),
      own: member.id,
      post: postOn.instagram,
      isPublishing: ({ method, path }) =>
        method === 'POST' && /\/media_publish$|\/comments$|\/replies$/.test(path),
    }
  },
  youtube: async (clock, made) => {
    const secrets = { clientId: 'an-app', clientSecret: 'its secret', refreshToken: 'a-refresh-token' }
    const channel = { ...page, id: `UC${'riverton'.padEnd(22, '0')}`, description: about, ...secrets }
    const fake = await startYouTube([channel], clock, made)
    return {
      fake,
      network: youtube(through(fake), clock),
      access: accessTo(fake, secrets),
      own: channel.id,
      post: postOn.youtube,
      isPublishing: ({ method, path }) =>
        (method === 'PUT' && path === '/youtube/v3/videos') ||
        (method === 'POST' && path.startsWith('/youtube/v3/comment')),
    }
  },
  nextdoor: async (clock, made) => {
    const agency = { ...page, accessToken: 'a-token', profileId: 'a-profile' }
    const fake = await startNextdoor([agency], clock, made)
    return {
      fake,
      network: nextdoor(through(fake), clock),
      access: accessTo(fake, { accessToken: agency.accessToken, profileId: agency.profileId }),
      own: agency.profileId,
      post: postOn.nextdoor,
      isPublishing: ({ method, path }) => method === 'POST' && /\/post\/create\/$|\/comment\/$/.test(path),
    }
  },
} satisfies { [name: string]: Start }

export const sideNames = ['facebook', 'x', 'instagram', 'youtube', 'nextdoor'] as const
