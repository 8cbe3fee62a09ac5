import { randomBytes } from 'node:crypto'
import type { Network, NetworkName } from '../accounts/networks/network.ts'
import type { Tx } from '../platform/db.ts'
import { sha256 } from '../platform/id.ts'
import { askDelivery, type StoredOutgoing } from '../posts/deliveries.ts'
import { groundWords, type Ground } from './grounds.ts'

/** What a receipt is written from. */
export interface Receipted {
  agency: string
  ground: Ground
  citation: string
  address: string
  language: 'en' | 'es'
}

/** A code for one appeal: 128 random bits. Only its SHA-256 is kept. */
export function newCode(): string {
  return randomBytes(16).toString('base64url')
}

export async function keepReceipt(
  tx: Tx,
  agencyId: string,
  receipt: {
    code: string
    kind: 'hiding' | 'block'
    subjectId: string
    deliveryId: string | null
    madeAt: string
  },
): Promise<void> {
  const { code, ...kept } = receipt
  await tx
    .insertInto('receipt')
    .values({ agencyId, codeHash: sha256(code), ...kept })
    .execute()
}

const spanish = {
  obscenity: 'obscenidad',
  'off-topic': 'ser ajeno al tema',
  'personal-attack': 'un ataque personal',
} as const satisfies Record<Ground, string>

/** What the writer is told; where the network has little room, only the address. */
export function receiptWords(receipted: Receipted, { limits }: Network): string {
  const { agency, ground, citation, address, language } = receipted
  const whole =
    language === 'es'
      ? `${agency} ocultó este comentario por ${spanish[ground]} (${citation}). Se conserva. Para apelar, sin necesidad de cuenta: ${address}`
      : `${agency} hid this comment for ${groundWords[ground]} (${citation}). It is kept. To appeal, without an account: ${address}`
  if (Array.from(whole).length <= limits.text.most) return whole
  return language === 'es'
    ? `Por qué se ocultó y cómo apelar: ${address}`
    : `Why, and how to appeal: ${address}`
}

/** Asks for the reply that tells a writer; undefined where the network takes none. */
export async function askReceipt(
  tx: Tx,
  agencyId: string,
  networks: Readonly<Record<NetworkName, Network>>,
  to: {
    network: NetworkName
    comment: { commentId: string; accountId: string; deliveryId: string; remoteId: string }
    receipted: Receipted
  },
  at: string,
): Promise<string | undefined> {
  const { comment, receipted } = to
  const network = networks[to.network]
  if (!network.limits.can.reply || network.limits.needsMedia) return undefined
  const text = receiptWords(receipted, network)
  const outgoing: StoredOutgoing = { text, languages: [receipted.language], media: [] }
  return await askDelivery(
    tx,
    agencyId,
    {
      subject: { kind: 'comment', id: comment.commentId },
      accountId: comment.accountId,
      does: 'reply',
      outgoing,
      hash: sha256(text),
      replyTo: comment.deliveryId,
      remoteId: comment.remoteId,
    },
    at,
  )
}
