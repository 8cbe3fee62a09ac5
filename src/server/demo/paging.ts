import { accountSchema, keyGivenSchema, proposedSchema, accountChangedSchema } from '../../accounts/schema.ts'
import { movedSchema, requestSchema } from '../../permissions/schema.ts'
import { townNetworks, type Outreach } from './outreach.ts'
import { publicPages, type TownPage } from './public-pages.ts'
import { addDays } from './requesting.ts'

/** When the pages are proposed: early enough that a year's licence still holds today. */
const proposedOn = 62

/** The town's pages are proposed, approved, given their keys, looked through each quarter; one is still asked for. */
export function tellPages(outreach: Outreach): void {
  const { on, ports } = outreach
  const pages = publicPages(ports)
  on(proposedOn, '09:30', async () => {
    await proposes(outreach, 'site', pages.site)
    for (const network of townNetworks) {
      const [first] = pages[network].pages
      if (first) await proposes(outreach, network, first)
    }
  })
  for (const day of [145, 232, 318]) on(day, '15:10', () => looksThrough(outreach))
  on(368, '10:20', async () => {
    const recruits = pages.mastodon.pages[1]
    if (recruits) await propose(outreach, recruits)
  })
}

async function propose(
  { teller }: Outreach,
  { page }: TownPage,
): Promise<{ accountId: string; requestId: string }> {
  const from = teller.today()
  const administrators = [
    { memberId: teller.idOf('west'), holdsKey: true },
    { memberId: teller.idOf('jones'), holdsKey: true },
    { memberId: teller.idOf('lopez'), holdsKey: false },
  ]
  return await teller.send('west', proposedSchema, 'POST', '/api/accounts', {
    page: { ...page, administrators },
    from,
    to: addDays(from, 364),
    why: 'Residents ask for news where they already read, and look for us there.',
  })
}

async function proposes(
  outreach: Outreach,
  name: Parameters<Outreach['accounts']['set']>[0],
  page: TownPage,
): Promise<void> {
  const { teller, accounts } = outreach
  const { accountId, requestId } = await propose(outreach, page)
  teller.after(30, async () => {
    const { version, contentHash } = await teller.get('diaz', requestSchema, `/api/requests/${requestId}`)
    const said = { move: 'approve', version, contentHash }
    await teller.send('diaz', movedSchema, 'POST', `/api/requests/${requestId}/move`, said)
    accounts.set(name, accountId)
  })
  const { secrets } = page
  if (secrets !== null)
    teller.after(54, async () => {
      await teller.send('west', keyGivenSchema, 'POST', `/api/accounts/${accountId}/keys`, { secrets })
    })
}

/** Every quarter somebody looks through everything that stands on a page. */
async function looksThrough({ teller, accounts }: Outreach): Promise<void> {
  for (const accountId of accounts.values()) {
    const url = `/api/accounts/${accountId}`
    const { address } = await teller.get('west', accountSchema, url)
    await teller.send('west', accountChangedSchema, 'POST', `${url}/review`, {
      remarks: 'Looked through; everything is as it should be.',
      lookedAt: [address],
    })
  }
}
