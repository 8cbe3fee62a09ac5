import { seal } from '../src/members/seal.ts'
import type { Account } from '../src/accounts/store.ts'
import type { Agency } from '../src/members/caller.ts'
import { openBlobs } from '../src/platform/blobs.ts'
import type { Db } from '../src/platform/db.ts'
import { deliver, type Delivering } from '../src/posts/deliver.ts'
import { askDelivery, deliveriesOf, type Delivery, type DeliveryAsked } from '../src/posts/deliveries.ts'
import type { Pace } from '../src/posts/delivery-outcome.ts'
import { licensed, pageSaid, type OfficialTown } from './official-town.ts'
import { everyNetwork, type Scripted } from './scripted-network.ts'

/** A page of the town on a network that is not its own, with its key. */
export async function pageOn(town: OfficialTown, handle: string): Promise<Account> {
  const account = await licensed(
    town,
    town.people,
    pageSaid({
      network: 'mastodon',
      handle: `@${handle}`,
      address: `https://there.example/@${handle}`,
      service: 'https://there.example',
    }),
  )
  await giveKey(town, account.accountId, 'one')
  return account
}

/** Gives the key to a page, as its administrators do, without asking its network. */
export async function giveKey(town: OfficialTown, accountId: string, accessToken: string): Promise<void> {
  const at = town.now()
  const key = {
    sealed: seal(town.app.house.seal, JSON.stringify({ accessToken }), accountId),
    names: ['accessToken'],
    state: 'good',
    until: null,
    givenBy: 'grant',
    givenAt: at,
    renewedAt: at,
    checkedAt: at,
    version: 1,
  } as const
  await town.db
    .insertInto('accountKey')
    .values({ agencyId: town.agency.agencyId, accountId, ...key, names: [...key.names] })
    .onConflict((conflict) => conflict.columns(['agencyId', 'accountId']).doUpdateSet({ sealed: key.sealed }))
    .execute()
}

/** The engine of a test: its networks, the town's clock. */
export function engine(town: OfficialTown, script: Scripted, pace?: Pace): Delivering {
  return {
    blobs: openBlobs(town.blobsFolder),
    seal: town.app.house.seal,
    networks: everyNetwork(script.network),
    clock: town.now,
    ...(pace ? { pace } : {}),
  }
}

/** Asks for a delivery in a transaction of its own. */
export async function asks(
  db: Db,
  { agencyId }: Agency,
  at: string,
  asked: Partial<DeliveryAsked> & Pick<DeliveryAsked, 'accountId'> & { text?: string; about?: string },
): Promise<string> {
  const { text = 'hello', about = 'a post', ...rest } = asked
  const does = rest.does ?? 'publish'
  const speaks = does === 'publish' || does === 'reply' || does === 'edit'
  return await db.transaction().execute((tx) =>
    askDelivery(
      tx,
      agencyId,
      {
        subject: { kind: 'post', id: about },
        does,
        outgoing: speaks ? { text, languages: ['en'], media: [] } : null,
        hash: '00'.repeat(32),
        replyTo: null,
        remoteId: null,
        ...rest,
      },
      at,
    ),
  )
}

export interface Desk {
  run: () => Promise<number>
  ask: (asked: Parameters<typeof asks>[3]) => Promise<string>
  one: (deliveryId: string, about?: string) => Promise<Delivery>
}

/** The everyday of an engine test: ask, run, look. */
export function deskOf(town: OfficialTown, house: Delivering): Desk {
  const { db, agency, now } = town
  return {
    run: () => deliver(db, house, agency, now()),
    ask: (asked) => asks(db, agency, now(), asked),
    one: async (deliveryId, about = 'a post') => {
      const all = await deliveriesOf(db, agency.agencyId, { kind: 'post', id: about })
      const found = all.find((delivery) => delivery.deliveryId === deliveryId)
      if (!found) throw new Error(`no delivery ${deliveryId} about ${about}`)
      return found
    },
  }
}
