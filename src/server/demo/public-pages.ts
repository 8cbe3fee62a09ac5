import type { FakeAccount } from '../../accounts/fakes/bluesky.ts'
import type { FakeMember } from '../../accounts/fakes/mastodon-views.ts'
import type { PageSaid } from '../../accounts/schema.ts'
import { filledIn, offered } from '../../accounts/wording.ts'

/** A page of the town, and what its network shows of it. */
interface PublicPage<Profile> {
  page: Omit<PageSaid, 'administrators'>
  profile: Profile
}

const agency = 'Riverton Police Department'
const site = 'https://www.riverton.example/police'
const contact = '203-555-0100, desk@riverton.example'

/** The pages of Riverton on the networks at these ports, and the page that is still asked for. */
export function publicPages(ports: { bluesky: number; mastodon: number }): {
  site: PublicPage<null>
  bluesky: PublicPage<FakeAccount>
  mastodon: PublicPage<FakeMember>
  recruiting: PublicPage<FakeMember>
} {
  const bluesky = `http://127.0.0.1:${ports.bluesky}`
  const mastodon = `http://127.0.0.1:${ports.mastodon}`
  const news = 'News, notices and advice of the department.'
  const sitePage = pageOf({
    network: 'site',
    handle: 'Riverton Police',
    address: 'https://police.riverton.example',
    languages: ['en', 'es'],
    purpose: news,
  })
  const onBluesky = pageOf({
    network: 'bluesky',
    handle: 'riverton.example',
    address: `${bluesky}/profile/riverton.example`,
    service: bluesky,
    purpose: news,
  })
  const onMastodon = pageOf({
    network: 'mastodon',
    handle: 'police',
    address: `${mastodon}/@police`,
    purpose: news,
  })
  const recruits = pageOf({
    network: 'mastodon',
    handle: 'recruits',
    address: `${mastodon}/@recruits`,
    purpose: 'How to become an officer in Riverton.',
    audience: 'Whoever thinks of joining the department.',
  })
  const name = 'Riverton Police'
  return {
    site: { page: sitePage, profile: null },
    bluesky: {
      page: onBluesky,
      profile: {
        handle: 'riverton.example',
        password: 'demo-bluesky',
        name,
        description: shownOf(onBluesky),
      },
    },
    mastodon: {
      page: onMastodon,
      profile: {
        handle: 'police',
        accessToken: 'demo-mastodon',
        name,
        note: shownOf(onMastodon),
        fields: [],
      },
    },
    recruiting: {
      page: recruits,
      profile: {
        handle: 'recruits',
        accessToken: 'demo-recruits',
        name: 'Riverton Police, recruiting',
        note: shownOf(recruits),
        fields: [],
      },
    },
  }
}

function pageOf(
  said: Pick<PageSaid, 'network' | 'handle' | 'address' | 'purpose'> & Partial<PageSaid>,
): PublicPage<null>['page'] {
  const page = {
    service: null,
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
