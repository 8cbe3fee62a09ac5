import type { Access, NetworkName } from '../../src/accounts/networks/network.ts'
import { now } from '../../src/platform/clock.ts'
import { adoptIn } from '../adopted-town.ts'
import { askingIn } from '../asking.ts'
import { postOn } from '../networks/sides.ts'
import { licensed, pageSaid } from '../official-town.ts'
import { buildTown, type Town } from '../town.ts'
import type { Through } from './publish-run.ts'

export const publishedNames = [
  'bluesky',
  'mastodon',
  'facebook',
  'x',
  'instagram',
  'youtube',
  'nextdoor',
] as const
export type PublishedName = (typeof publishedNames)[number]

/** A fake network that runs, here or in a process of its own. */
export interface Standing {
  name: PublishedName
  host: string
  access: Access
}

const pages: { readonly [name in PublishedName]: string } = {
  bluesky: '/profile/',
  mastodon: '/@',
  facebook: '/',
  x: '/',
  instagram: '/',
  youtube: '/@',
  nextdoor: '/agency/',
}

/** The town with one licensed page on each fake network, and their keys. The fakes must not fail yet. */
export async function townOn(standing: readonly Standing[]): Promise<{ town: Town; accounts: Through[] }> {
  const town = await buildTown({ allow: standing.map(({ host }) => host) })
  town.moveTo(now())
  await adoptIn(town, 'hartford-3-01a')
  const people = askingIn(town)
  const accounts: Through[] = []
  for (const { name, access } of standing) {
    const { service, handle, secrets } = access
    const network: NetworkName = name
    const address = `${service}${pages[name]}${handle}`
    const { accountId } = await licensed(
      town,
      people,
      pageSaid({ network, handle, address, service }),
      secrets,
    )
    accounts.push({ name, accountId, post: postOn[name] })
  }
  return { town, accounts }
}
