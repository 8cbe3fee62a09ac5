import type { Chance } from './chance.ts'
import { tellComments } from './commenting.ts'
import { tellCrime } from './crime.ts'
import { tellNotices } from './noticing.ts'
import type { DemoNetworks } from './networks.ts'
import { momentOn, type Outreach } from './outreach.ts'
import { tellPages } from './paging.ts'
import { tellPosts } from './posting.ts'
import { tellRecords } from './recording.ts'
import type { Teller } from './teller.ts'

/** What the town says in public in its year: pages, posts, notices, figures, and what residents answer. */
export function tellOfficial(
  teller: Teller,
  chance: Chance,
  town: { first: string; zone: string; speaksSince: number },
  { fakes, ports }: DemoNetworks,
  during: Pick<Outreach, 'sent' | 'stirred'>,
): void {
  const { first, zone, speaksSince } = town
  const outreach: Outreach = {
    teller,
    chance,
    first,
    zone,
    fakes,
    ports,
    ...during,
    accounts: new Map(),
    out: new Map(),
    on: (day, time, act) => teller.at(momentOn(town, day, time), act),
    speaksSince,
  }
  tellPages(outreach)
  tellCrime(outreach)
  tellPosts(outreach)
  tellNotices(outreach)
  tellComments(outreach)
  tellRecords(outreach)
}
