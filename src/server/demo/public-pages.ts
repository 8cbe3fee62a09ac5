import type { FakeAccount } from '../../accounts/fakes/bluesky.ts'
import type { FakePage } from '../../accounts/fakes/graph.ts'
import type { FakeMember } from '../../accounts/fakes/mastodon-views.ts'
import type { FakeFront } from '../../accounts/fakes/visitors.ts'
import type { PageSaid } from '../../accounts/schema.ts'
import { filledIn, offered } from '../../accounts/wording.ts'

/** A page of the town as its form says it, without the people who run it, and the key that opens it. */
export interface TownPage {
  page: Omit<PageSaid, 'administrators'>
  secrets: Readonly<Record<string, string>> | null
}

/** The pages on one network, and what the network shows of each; some are not proposed yet. */
interface OnNetwork<Profile> {
  pages: readonly TownPage[]
  profiles: readonly Profile[]
}

const agency = 'Riverton Police Department'
const site = 'https://www.riverton.example/police'
const contact = '203-555-0100, desk@riverton.example'
const name = 'Riverton Police'
const news = 'News, notices and advice of the department.'
const keys = {
  bluesky: 'demo-bluesky',
  mastodon: 'demo-mastodon',
  recruits: 'demo-recruits',
  schools: 'demo-schools',
  facebook: 'demo-facebook',
} as const

/**
 * The pages of Riverton, on its own site and on the networks at these ports. `police` is proposed in the story,
 * `recruits` at its end, and `schools` stands ready for whoever looks at the demonstration to propose it.
 */
export function publicPages(ports: { bluesky: number; mastodon: number; facebook: number }): {
  site: TownPage
  bluesky: OnNetwork<FakeAccount>
  mastodon: OnNetwork<FakeMember>
  facebook: OnNetwork<FakePage>
} {
  const [bluesky, mastodon, facebook] = [ports.bluesky, ports.mastodon, ports.facebook].map(
    (port) => `http://127.0.0.1:${port}`,
  )
  const own = pageOf({
    network: 'site',
    handle: name,
    address: 'https://police.riverton.example',
    languages: ['en', 'es'],
  })
  const handle = 'riverton.example'
  const onBluesky = pageOf({
    network: 'bluesky',
    handle,
    address: `${bluesky}/profile/${handle}`,
    service: bluesky ?? null,
  })
  const onMastodon = pageOf({ network: 'mastodon', handle: 'police', address: `${mastodon}/@police` })
  const recruits = pageOf({
    network: 'mastodon',
    handle: 'recruits',
    address: `${mastodon}/@recruits`,
    purpose: 'How to become an officer in Riverton.',
    audience: 'Whoever thinks of joining the department.',
  })
  const schools = pageOf({
    network: 'mastodon',
    handle: 'schools',
    address: `${mastodon}/@schools`,
    purpose: 'What happens on the way to school.',
    audience: 'Parents of Riverton.',
  })
  const onFacebook = pageOf({
    network: 'facebook',
    handle: 'RivertonPolice',
    address: `${facebook}/RivertonPolice`,
    service: facebook ?? null,
  })
  return {
    site: { page: own, secrets: null },
    bluesky: {
      pages: [{ page: onBluesky, secrets: { password: keys.bluesky } }],
      profiles: [{ handle, password: keys.bluesky, name, description: shownOf(onBluesky) }],
    },
    mastodon: {
      pages: [
        { page: onMastodon, secrets: { accessToken: keys.mastodon } },
        { page: recruits, secrets: { accessToken: keys.recruits } },
      ],
      profiles: [
        memberOf(onMastodon, keys.mastodon, name),
        memberOf(recruits, keys.recruits, `${name}, recruiting`),
        memberOf(schools, keys.schools, `${name}, schools`),
      ],
    },
    facebook: {
      pages: [{ page: onFacebook, secrets: { accessToken: keys.facebook } }],
      profiles: [
        {
          id: '100200300',
          handle: 'RivertonPolice',
          name,
          about: shownOf(onFacebook),
          website: site,
          accessToken: keys.facebook,
        },
      ],
    },
  }
}

/** What a made-up network says of itself to whoever looks at it. */
export function frontOf(network: 'bluesky' | 'mastodon' | 'facebook'): FakeFront {
  const title = { bluesky: 'Bluesky', mastodon: 'Mastodon', facebook: 'Facebook' }[network]
  const page = {
    bluesky: `@riverton.example is the page of ${agency}.`,
    mastodon: `@police is the page of ${agency}. @schools stands ready for a page that nobody has proposed yet; its key is ${keys.schools}.`,
    facebook: `RivertonPolice is the page of ${agency}.`,
  }[network]
  return {
    title: `${title}, made up for Riverton`,
    says: [
      page,
      'Write below a post, as any resident would; Decorum has your words within a minute, or at once by “Look for new ones now” on its page of comments.',
    ],
  }
}

function memberOf(page: TownPage['page'], accessToken: string, shown: string): FakeMember {
  return { handle: page.handle, accessToken, name: shown, note: shownOf(page), fields: [] }
}

function pageOf(
  said: Pick<PageSaid, 'network' | 'handle' | 'address'> & Partial<PageSaid>,
): TownPage['page'] {
  const page = {
    service: null,
    purpose: news,
    audience: 'Everybody who lives in Riverton or travels through it.',
    languages: ['en'] satisfies PageSaid['languages'],
    takesComments: true,
    imagery: true,
    custody: {
      by: 'it',
      unit: 'Systems',
      determinedBy: null,
      determinedOn: null,
    } satisfies PageSaid['custody'],
    site,
    contact,
    ...said,
  }
  const { purpose, audience, languages } = page
  const known = { agency, site, contact, purpose, audience }
  const notices = offered.map(({ fact, full }) => ({
    fact,
    wording: Object.fromEntries(languages.map((one) => [one, filledIn(full[one], known)])),
    reason: null,
  }))
  return { ...page, notices }
}

/** What a profile has to show: the words of every notice. */
function shownOf({ notices }: Pick<PageSaid, 'notices'>): string {
  return notices.flatMap(({ wording }) => Object.values(wording)).join('\n')
}
