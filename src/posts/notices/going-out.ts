import type { NetworkName, Networks } from '../../accounts/networks/network.ts'
import type { Account } from '../../accounts/store.ts'
import { noteBlob, type Blobs } from '../../platform/blobs.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { copiesOf } from '../copies.ts'
import { askDelivery, type DeliveryState, type StoredOutgoing } from '../deliveries.ts'
import type { PostGround } from '../seats.ts'
import type { NoticeContent, NoticeLanguage } from './content.ts'
import { fittedTo, type Lead } from './fitted.ts'
import { mapHeight, mapMediaType, mapWidth, mapWords, noticeMap, noticePicture } from './map-picture.ts'
import { townMapOf } from './town-map.ts'

type Media = StoredOutgoing['media'][number]

/**
 * Networks that fetch pictures from a public address. What is on its way has none yet, and what cannot wait is not lost
 * for a picture: they are sent the words.
 */
export const fetching: ReadonlySet<NetworkName> = new Set(['instagram', 'nextdoor'])

/** The map of a notice as a picture, kept, with its words in each language. */
export interface MapMade {
  sha256: string
  bytes: number
  alt: Readonly<Record<NoticeLanguage, string>>
}

/** Draws and keeps the map of a notice, before anything is written; `undefined` where its area has words only. */
export async function mapOf(
  db: Db,
  agencyId: string,
  blobs: Blobs,
  content: NoticeContent,
): Promise<MapMade | undefined> {
  const town = await townMapOf(db, agencyId)
  const svg = noticeMap(content.area, town, content.texts.en ? 'en' : 'es')
  if (svg === undefined) return undefined
  const picture = await noticePicture(svg)
  const alt = { en: mapWords(content.area, town, 'en'), es: mapWords(content.area, town, 'es') }
  return { sha256: await blobs.put(picture), bytes: picture.length, alt }
}

/** Where all of a notice stands. */
export function addressOf(origin: string, noticeId: string): string {
  return `${origin}/public/notices/${noticeId}`
}

export interface GoingOut {
  noticeId: string
  content: NoticeContent
  hash: string
  origin: string
  map: MapMade | undefined
}

/**
 * Asks for what the public is to get of a notice, page by page: the first time a publication; an update in the place
 * of what stands there, or in answer to it. The public site draws itself what is out, and is asked once.
 */
export async function askOut(
  tx: Tx,
  agencyId: string,
  networks: Networks,
  { accounts }: PostGround,
  going: GoingOut,
  at: string,
): Promise<void> {
  const { content, noticeId, hash, map } = going
  if (map) await noteBlob(tx, agencyId, { sha256: map.sha256, mediaType: mapMediaType, bytes: map.bytes, at })
  const standing = await standingOf(tx, agencyId, noticeId)
  for (const accountId of new Set(content.accounts)) {
    const account = accounts.find((one) => one.accountId === accountId)
    if (!account) throw new Error(`notice ${noticeId} goes to a page that is not known`)
    const before = standing.find((one) => one.accountId === accountId)?.deliveryId ?? null
    if (before !== null && account.network === 'site') continue
    const network = networks[account.network]
    const does =
      before === null
        ? 'publish'
        : network.edit !== undefined
          ? 'edit'
          : network.limits.can.reply
            ? 'reply'
            : 'publish'
    const lead = before === null ? 'first' : 'update'
    await askDelivery(
      tx,
      agencyId,
      {
        subject: { kind: 'notice', id: noticeId },
        accountId,
        does,
        outgoing: await outgoingFor(tx, agencyId, networks, account, going, lead),
        hash,
        replyTo: does === 'publish' ? null : before,
        remoteId: null,
        notAfter: content.expires,
      },
      at,
    )
  }
  // A page that it no longer goes to does not keep the old words.
  for (const { deliveryId, accountId } of standing)
    if (!content.accounts.includes(accountId))
      await askRemoval(tx, agencyId, going, deliveryId, accountId, at)
}

/** Tells the readers of every page but our own that it is cancelled or over, in answer to what stands there. */
export async function askWord(
  tx: Tx,
  agencyId: string,
  networks: Networks,
  { accounts }: PostGround,
  going: GoingOut,
  lead: 'cancel' | 'over',
  at: string,
): Promise<void> {
  const { noticeId, hash } = going
  for (const { deliveryId, accountId, state, inDoubt } of await standingOf(tx, agencyId, noticeId)) {
    const account = accounts.find((one) => one.accountId === accountId)
    if (!account || account.network === 'site') continue
    if (!inDoubt && (state === 'waiting' || state === 'parked')) {
      // Nobody read it, so nobody is told; it is not sent any more, nor what was to change it.
      if (state === 'waiting') await takeBack(tx, agencyId, going, deliveryId, accountId, at)
      continue
    }
    if (account.state !== 'live') continue
    const does = networks[account.network].limits.can.reply ? 'reply' : 'publish'
    const outgoing = await outgoingFor(tx, agencyId, networks, account, going, lead)
    await askDelivery(
      tx,
      agencyId,
      {
        subject: { kind: 'notice', id: noticeId },
        accountId,
        does,
        outgoing,
        hash,
        replyTo: does === 'reply' ? deliveryId : null,
        remoteId: null,
      },
      at,
    )
  }
}

async function takeBack(
  tx: Tx,
  agencyId: string,
  going: GoingOut,
  deliveryId: string,
  accountId: string,
  at: string,
): Promise<void> {
  await tx
    .updateTable('delivery')
    .set({ isCalledBack: true })
    .where('agencyId', '=', agencyId)
    .where('accountId', '=', accountId)
    .where('subjectKind', '=', 'notice')
    .where('subjectId', '=', going.noticeId)
    .where('does', 'in', ['reply', 'edit'])
    .where('state', '=', 'waiting')
    .execute()
  await askRemoval(tx, agencyId, going, deliveryId, accountId, at)
}

/** Takes everything of a notice away from everywhere; gives the pages that it stood on. */
export async function askAway(
  tx: Tx,
  agencyId: string,
  going: Pick<GoingOut, 'noticeId' | 'hash'>,
  at: string,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('delivery')
    .select(['deliveryId', 'accountId'])
    .where('agencyId', '=', agencyId)
    .where('subjectKind', '=', 'notice')
    .where('subjectId', '=', going.noticeId)
    .where('does', 'in', ['publish', 'reply'])
    .where('state', 'not in', ['refused', 'withdrawn'])
    .where('removedAt', 'is', null)
    .where('isCalledBack', '=', false)
    .orderBy('seq')
    .execute()
  for (const { deliveryId, accountId } of rows)
    await askRemoval(tx, agencyId, going, deliveryId, accountId, at)
  return [...new Set(rows.map(({ accountId }) => accountId))]
}

const foundWords = {
  en: 'The person whom we asked about has been found. We have taken the notice down. Thank you for your help.',
  es: 'Se encontró a la persona por la que preguntamos. Retiramos el aviso. Gracias por su ayuda.',
} as const

/**
 * Tells the readers of these pages, without a name, that the person was found. The address makes these words other ones
 * than those of the last time, which a network may refuse to say twice.
 */
export async function askFoundWord(
  tx: Tx,
  agencyId: string,
  networks: Networks,
  { accounts }: PostGround,
  { noticeId, hash, origin }: Pick<GoingOut, 'noticeId' | 'hash' | 'origin'>,
  accountIds: readonly string[],
  at: string,
): Promise<void> {
  for (const account of accounts.filter(({ accountId }) => accountIds.includes(accountId))) {
    const { limits } = networks[account.network]
    if (account.network === 'site' || account.state !== 'live' || limits.needsMedia) continue
    const languages = (['en', 'es'] as const).filter((one) => account.languages.includes(one))
    const spoken = languages.length > 0 ? languages : (['en'] as const)
    const words = spoken.map((language) => foundWords[language])
    const text = [...words, addressOf(origin, noticeId)].join('\n\n')
    await askDelivery(
      tx,
      agencyId,
      {
        subject: { kind: 'notice', id: noticeId },
        accountId: account.accountId,
        does: 'publish',
        outgoing: { text, languages: [...spoken], media: [] },
        hash,
        replyTo: null,
        remoteId: null,
      },
      at,
    )
  }
}

async function askRemoval(
  tx: Tx,
  agencyId: string,
  { noticeId, hash }: Pick<GoingOut, 'noticeId' | 'hash'>,
  deliveryId: string,
  accountId: string,
  at: string,
): Promise<void> {
  await askDelivery(
    tx,
    agencyId,
    {
      subject: { kind: 'notice', id: noticeId },
      accountId,
      does: 'remove',
      outgoing: null,
      hash,
      replyTo: deliveryId,
      remoteId: null,
    },
    at,
  )
}

/** The first publication of a notice on each page that still stands, or is on its way. */
async function standingOf(
  tx: Tx,
  agencyId: string,
  noticeId: string,
): Promise<{ accountId: string; deliveryId: string; state: DeliveryState; inDoubt: boolean }[]> {
  return await tx
    .selectFrom('delivery')
    .select(['accountId', 'deliveryId', 'state', 'inDoubt'])
    .distinctOn('accountId')
    .where('agencyId', '=', agencyId)
    .where('subjectKind', '=', 'notice')
    .where('subjectId', '=', noticeId)
    .where('does', '=', 'publish')
    .where('state', 'not in', ['refused', 'withdrawn'])
    .where('removedAt', 'is', null)
    .where('isCalledBack', '=', false)
    .orderBy('accountId')
    .orderBy('seq')
    .execute()
}

/** The words of a notice for one page, its picture and its map as the network takes them. */
async function outgoingFor(
  tx: Tx,
  agencyId: string,
  networks: Networks,
  account: Account,
  { content, noticeId, origin, map }: GoingOut,
  lead: Lead,
): Promise<StoredOutgoing> {
  const { limits } = networks[account.network]
  const { text, languages } = fittedTo(content.texts, account, limits.text, addressOf(origin, noticeId), lead)
  const inTheirs = (said: Readonly<Record<NoticeLanguage, string>>): string =>
    [...new Set(languages.map((language) => said[language] || said.en || said.es))].join(' / ')
  const media: Media[] = []
  const isWord = lead === 'cancel' || lead === 'over'
  if (content.picture && !isWord) {
    const { sha256, alt } = content.picture
    const copy = (await copiesOf(tx, agencyId, [sha256])).get(sha256)
    if (!copy) throw new Error(`no copy ${sha256}`)
    const { mediaType, width, height } = copy
    media.push({ sha256, mediaType, alt: cut(inTheirs(alt), limits.altText), width, height, captions: null })
  }
  if (map && (!isWord || limits.needsMedia))
    media.push({
      sha256: map.sha256,
      mediaType: mapMediaType,
      alt: cut(inTheirs(map.alt), limits.altText),
      width: mapWidth * 2,
      height: mapHeight * 2,
      captions: null,
    })
  if (fetching.has(account.network)) return { text, languages, media: [] }
  const takes = media.filter(({ mediaType }) => limits.images.mediaTypes.includes(mediaType))
  return { text, languages, media: takes.slice(0, limits.images.most) }
}

function cut(words: string, most: number): string {
  const signs = Array.from(words)
  return signs.length <= most ? words : `${signs.slice(0, most - 1).join('')}…`
}
