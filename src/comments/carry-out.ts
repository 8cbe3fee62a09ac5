import type { Network, NetworkName } from '../accounts/networks/network.ts'
import type { Agency } from '../members/caller.ts'
import type { Tx } from '../platform/db.ts'
import { askDelivery } from '../posts/deliveries.ts'
import { changeHiding, type StoredHiding } from './hidings.ts'
import { askReceipt, keepReceipt, newCode } from './receipt.ts'
import { commentSettings } from './settings.ts'
import { findVersion, type StoredComment } from './store.ts'

/** What carrying out a move needs of the house. */
export interface CarryingOut {
  networks: Readonly<Record<NetworkName, Network>>
  /** The address of the public site, `https://orders.riverton.gov`. */
  origin: string
}

/**
 * Hides a comment on its network and tells its writer. Where the network lets no program hide, or takes no reply, the
 * sentence says what has to be done by hand; nothing is ever deleted.
 */
export async function hideOnNetwork(
  tx: Tx,
  { networks, origin }: CarryingOut,
  agency: Agency,
  comment: StoredComment,
  hiding: StoredHiding,
  at: string,
): Promise<{ byHand: string | null; way: 'network' | 'hand'; deliveryId: string | null }> {
  const { agencyId } = agency
  const page = await pageOf(tx, agencyId, comment.accountId)
  const { can } = networks[page.network].limits
  const captured = await findVersion(tx, agencyId, comment.commentId, hiding.n)
  if (!captured) throw new Error(`version ${hiding.n} of comment ${comment.commentId} is not there`)
  const deliveryId = can.hide ? await ask(tx, agencyId, comment, 'hide', captured.hash, at) : null
  const { settings } = await commentSettings(tx, agencyId)
  const code = newCode()
  const address = `${origin}/public/appeal/${code}`
  const receipted = {
    agency: agency.name,
    ground: hiding.ground,
    citation: hiding.citation,
    address,
    language: comment.language === 'es' ? ('es' as const) : ('en' as const),
  }
  const reply = settings.repliesToWriter
    ? await askReceipt(tx, agencyId, networks, { network: page.network, comment, receipted }, at)
    : undefined
  await keepReceipt(tx, agencyId, {
    code,
    kind: 'hiding',
    subjectId: hiding.hidingId,
    deliveryId: reply ?? null,
    madeAt: at,
  })
  const sentences = [
    ...(can.hide
      ? []
      : [
          can.instead
            ? `${can.instead.en} The page is ${page.address}; say here what was done`
            : `${page.network} lets no program hide a comment: hide it at ${page.address}, and say here when it is done`,
        ]),
    ...(reply === undefined
      ? [`the writer is told by nobody but you: give them this address to appeal, ${address}`]
      : []),
  ]
  return {
    byHand: sentences.length === 0 ? null : sentences.join('; '),
    way: can.hide ? 'network' : 'hand',
    deliveryId,
  }
}

/** Shows a comment again where it was hidden, and ends its hiding; the sentence says what is left to do by hand. */
export async function endHiding(
  tx: Tx,
  { networks }: CarryingOut,
  agencyId: string,
  comment: StoredComment,
  hiding: StoredHiding,
  { by, because, at }: { by: string; because: string; at: string },
): Promise<string | null> {
  const page = await pageOf(tx, agencyId, comment.accountId)
  const isByHand = hiding.way === 'hand'
  const canShow = networks[page.network].limits.can.hide && comment.goneAt === null
  if (!isByHand && canShow) {
    const captured = await findVersion(tx, agencyId, comment.commentId, hiding.n)
    await ask(tx, agencyId, comment, 'restore', captured?.hash ?? '', at)
  }
  const isLeftToDo = isByHand && hiding.handDoneAt !== null && comment.goneAt === null
  await changeHiding(tx, agencyId, hiding, {
    state: 'restored',
    endedAt: at,
    endedBy: by,
    endedBecause: because,
    // What was never hidden by hand need not be shown by hand.
    ...(isByHand ? { handDoneAt: isLeftToDo ? null : at } : {}),
  })
  return isLeftToDo
    ? `it was hidden by hand: show it again at ${page.address}, and say here when it is done`
    : null
}

async function ask(
  tx: Tx,
  agencyId: string,
  { commentId, accountId, deliveryId, remoteId }: StoredComment,
  does: 'hide' | 'restore',
  hash: string,
  at: string,
): Promise<string> {
  const subject = { kind: 'comment', id: commentId } as const
  return await askDelivery(
    tx,
    agencyId,
    { subject, accountId, does, outgoing: null, hash, replyTo: deliveryId, remoteId },
    at,
  )
}

/** The page that a comment stands on. */
export async function pageOf(
  tx: Tx,
  agencyId: string,
  accountId: string,
): Promise<{ network: NetworkName; address: string; handle: string }> {
  return await tx
    .selectFrom('account')
    .select(['network', 'address', 'handle'])
    .where('agencyId', '=', agencyId)
    .where('accountId', '=', accountId)
    .executeTakeFirstOrThrow()
}
