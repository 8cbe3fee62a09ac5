import assert from 'node:assert/strict'
import { after } from 'node:test'
import { startBluesky, type FakeAccount, type FakeBluesky } from '../src/accounts/fakes/bluesky.ts'
import type { FakeMade } from '../src/accounts/fakes/fake.ts'
import type { FakeMember } from '../src/accounts/fakes/mastodon-views.ts'
import { startMastodon, type FakeMastodon } from '../src/accounts/fakes/mastodon.ts'
import {
  accountSchema,
  proposedSchema,
  type AccountView,
  type PageSaid,
  type Proposed,
} from '../src/accounts/schema.ts'
import { liveAccount, type Account } from '../src/accounts/store.ts'
import { filledIn, offered } from '../src/accounts/wording.ts'
import type { Settings } from '../src/adoption/settings.ts'
import { now } from '../src/platform/clock.ts'
import { dayAfter } from '../src/permissions/deadlines.ts'
import { adoptIn } from './adopted-town.ts'
import { askingIn, type Asking } from './asking.ts'
import { buildTown, type Town, type TownSettings, type Townsperson } from './town.ts'

/**
 * The town with its order adopted and its pages licensed by the Chief. Grant is the press officer who writes, Diaz
 * approves, Chen is the designee for official posts, Ito moderates; Grant, Jones and Ito run the pages, the first two
 * with their keys.
 */
export interface OfficialTown extends Town {
  people: Asking
  /** Live pages, on the department's own site and on two fake networks. */
  accounts: { site: Account; bluesky: Account; mastodon: Account }
  fakes: { bluesky: FakeBluesky; mastodon: FakeMastodon }
  /** What the fakes show of the pages; change it and the page is another. */
  profiles: { bluesky: FakeAccount; mastodon: { -readonly [name in keyof FakeMember]: FakeMember[name] } }
}

export interface OfficialSettings extends TownSettings {
  /** The order of the shelf that is adopted; hartford-3-01a unless told. */
  pack?: string
  settled?: Partial<Settings>
  fakesMade?: FakeMade
}

/** Everything that a page's form says, in order under each of the three orders; `said` is what is otherwise. */
export function pageSaid(said: Partial<PageSaid> = {}): PageSaid {
  const page: Omit<PageSaid, 'notices'> = {
    network: 'site',
    handle: 'Riverton Police',
    address: 'https://police.riverton.example',
    service: null,
    purpose: 'News, notices and advice of the department.',
    audience: 'Everybody who lives in Riverton or travels through it.',
    languages: ['en'],
    takesComments: true,
    imagery: true,
    administrators: [
      { memberId: 'grant', holdsKey: true },
      { memberId: 'jones', holdsKey: true },
      { memberId: 'ito', holdsKey: false },
    ],
    custody: { by: 'it', unit: 'IT', determinedBy: null, determinedOn: null },
    site: 'https://www.riverton.example/police',
    contact: '203-555-0100, desk@riverton.example',
    ...said,
  }
  const { site, contact, purpose, audience, languages } = page
  const known = { agency: 'riverton Police Department', site, contact, purpose, audience }
  return {
    ...page,
    notices:
      said.notices ??
      offered.map(({ fact, full }) => ({
        fact,
        wording: Object.fromEntries(languages.map((one) => [one, filledIn(full[one], known)])),
        reason: null,
      })),
  }
}

/** Every notice of a page as one text: what its profile should show. */
export function noticesIn({ notices }: PageSaid): string {
  return notices.flatMap(({ wording }) => Object.values(wording)).join('\n')
}

/** Proposes a page, and says what came of it. */
export async function propose(
  people: Asking,
  page: PageSaid,
  rest: object = {},
  name: Townsperson = 'grant',
): Promise<Proposed> {
  const from = people.today()
  const asked = { from, to: dayAfter(from, 300), why: 'The department wants to be heard.' }
  const { status, body } = await (await people.by(name)).post('/api/accounts', { page, ...asked, ...rest })
  assert.equal(status, 200, JSON.stringify(body))
  return proposedSchema.parse(body)
}

/** A page that Grant proposed and the Chief approved; its key is given where it needs one. */
export async function licensed(
  town: Town,
  people: Asking,
  page: PageSaid,
  secrets?: Readonly<Record<string, string>>,
): Promise<Account> {
  const { accountId, requestId } = await propose(people, page)
  await people.moves('diaz', requestId, 'approve')
  if (secrets) {
    const grant = await people.by('grant')
    const { status, body } = await grant.post(`/api/accounts/${accountId}/keys`, { secrets })
    assert.equal(status, 200, JSON.stringify(body))
  }
  return await liveAccount(town.db, town.agency, accountId, town.now())
}

/** A page as somebody sees it in Decorum. */
export async function accountSeen(
  people: Asking,
  accountId: string,
  name: Townsperson = 'grant',
): Promise<AccountView> {
  const { status, body } = await (await people.by(name)).get(`/api/accounts/${accountId}`)
  assert.equal(status, 200, JSON.stringify(body))
  return accountSchema.parse(body)
}

/** Builds the official town; its fakes stop when the test file is done. */
export async function buildOfficialTown(settings: OfficialSettings = {}): Promise<OfficialTown> {
  const profiles = {
    bluesky: {
      handle: 'riverton.example',
      password: 'app-pass-word-bsky',
      name: 'Riverton Police',
      description: '',
    },
    mastodon: {
      handle: 'police',
      accessToken: 'token-of-mastodon',
      name: 'Riverton Police',
      note: '',
      fields: [],
    },
  }
  const time: { now: () => string } = { now }
  const fakes = {
    bluesky: await startBluesky([profiles.bluesky], () => time.now(), settings.fakesMade),
    mastodon: await startMastodon([profiles.mastodon], () => time.now(), settings.fakesMade),
  }
  const { bluesky, mastodon } = fakes
  // Registered first, so that it runs after the town's own end and nothing is spoken to that is gone.
  after(() => Promise.all([bluesky.stop(), mastodon.stop()]))
  const allow = [bluesky.host, mastodon.host, ...(settings.allow ?? [])]
  const town = await buildTown({ ...settings, allow })
  time.now = town.now
  const people = askingIn(town)
  await adoptIn(town, settings.pack ?? 'hartford-3-01a', settings.settled)
  await designate(people)
  const onBluesky = pageSaid({
    network: 'bluesky',
    handle: profiles.bluesky.handle,
    address: `${bluesky.url}/profile/${profiles.bluesky.handle}`,
    service: bluesky.url,
  })
  const onMastodon = pageSaid({
    network: 'mastodon',
    handle: profiles.mastodon.handle,
    address: `${mastodon.url}/@${profiles.mastodon.handle}`,
  })
  profiles.bluesky.description = noticesIn(onBluesky)
  profiles.mastodon.note = noticesIn(onMastodon)
  const { password } = profiles.bluesky
  const { accessToken } = profiles.mastodon
  const accounts = {
    site: await licensed(town, people, pageSaid()),
    bluesky: await licensed(town, people, onBluesky, { password }),
    mastodon: await licensed(town, people, onMastodon, { accessToken }),
  }
  return { ...town, people, accounts, fakes, profiles }
}

async function designate(people: Asking): Promise<void> {
  const asked = { memberId: 'chen', matters: ['official-post'], from: people.today() }
  const { status, body } = await (await people.by('diaz')).post('/api/designations', asked)
  assert.equal(status, 200, JSON.stringify(body))
}
