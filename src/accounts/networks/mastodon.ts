import type { mastodon as Masto } from 'masto'
import { calling } from './faults.ts'
import { linksOf, textOf } from './html-text.ts'
import { isGone, mastodonClient, readMasto } from './mastodon-client.ts'
import { mostAltText, uploadAll } from './mastodon-media.ts'
import { momentOf } from './record-key.ts'
import { NetworkFault, type Access, type Network, type Outgoing } from './network.ts'
import type { Published, RemoteComment, RemotePage } from './network.ts'

type Client = Masto.rest.Client
type Status = Masto.v1.Status

const megabytes = (count: number): number => count * 1024 * 1024

/** Mastodon forgets an Idempotency-Key after an hour; an older one is looked for among our posts before it is sent. */
const keptMs = 50 * 60 * 1000

/** How far the server's clock may be behind ours. */
const skewMs = 2 * 60 * 1000

/** The most posts of ours that are looked through for one. */
const lookedThrough = 200

const cannotHide = (): Promise<never> =>
  Promise.reject(new NetworkFault('refused', 'Mastodon lets nobody hide the replies of others.'))

/** Mastodon, and what speaks its API, on whichever server the account is. */
export function mastodon(fetch: typeof globalThis.fetch, clock: () => string): Network {
  const called = <T>(
    access: Access,
    signal: AbortSignal,
    work: (client: Client, mark: () => void) => Promise<T>,
  ): Promise<T> =>
    calling({ network: 'Mastodon', handle: access.handle, clock }, signal, readMasto, (mark) =>
      work(mastodonClient(access, fetch, signal), mark),
    )

  return {
    name: 'mastodon',
    version: 'Mastodon API v1 and v2, as of Mastodon 4.4',
    limits: {
      text: { most: 500, counts: 'graphemes', link: 23 },
      images: { most: 4, bytes: megabytes(16), mediaTypes: ['image/jpeg', 'image/png', 'image/webp'] },
      video: { bytes: megabytes(99), seconds: 7200, mediaTypes: ['video/mp4', 'video/webm'] },
      altText: mostAltText,
      needsMedia: false,
      can: {
        hide: false,
        instead: {
          en: 'Mastodon lets no program hide a comment, and no person either. It stays for its readers; its writer can be reported there to the people who run the writer’s server, who alone can remove it.',
          es: 'Mastodon no deja que un programa oculte comentarios, ni tampoco una persona. Queda a la vista; se puede denunciar allí a quien lo escribió ante quienes administran su servidor, los únicos que pueden retirarlo.',
        },
        reply: true,
        edit: true,
      },
    },
    isKeyed: true,
    secrets: {
      accessToken:
        'Access token (Preferences, Development, New application: read, write:statuses, write:media)',
    },

    publish: (access, outgoing, key, signal) =>
      called(access, signal, async (client, mark) => {
        const asked = momentOf(key)
        const isOld = asked === undefined || Date.parse(clock()) - Date.parse(asked) > keptMs
        const there = isOld ? await findOwn(client, outgoing, asked) : undefined
        if (there !== undefined) return there
        const mediaIds = await uploadAll(client, outgoing, signal)
        mark()
        const status = await client.v1.statuses.create(
          {
            ...wordsOf(outgoing),
            mediaIds,
            visibility: 'public',
            inReplyToId: outgoing.replyTo?.remoteId ?? null,
          },
          { requestInit: { headers: { 'Idempotency-Key': key } } },
        )
        return publishedAs(status)
      }),

    find: (access, outgoing, _key, since, signal) =>
      called(access, signal, (client) => findOwn(client, outgoing, since)),

    edit: (access, remoteId, outgoing, signal) =>
      called(access, signal, async (client) => {
        const selected = client.v1.statuses.$select(remoteId)
        // Attachments that an edit does not name are dropped.
        const mediaIds = (await selected.fetch()).mediaAttachments.map(({ id }) => id)
        return publishedAs(await selected.update({ ...wordsOf(outgoing), mediaIds }))
      }),

    remove: (access, remoteId, signal) =>
      called(access, signal, async (client) => {
        try {
          await client.v1.statuses.$select(remoteId).remove()
        } catch (cause) {
          if (!isGone(cause)) throw cause
        }
      }),

    comments: (access, remoteId, signal) =>
      called(access, signal, async (client) => {
        const selected = client.v1.statuses.$select(remoteId)
        const [root, { descendants }] = await Promise.all([selected.fetch(), selected.context.fetch()])
        return (
          descendants
            .filter(({ account }) => account.id !== root.account.id)
            // What is written to the department alone is mail, not a comment.
            .filter(({ visibility }) => visibility === 'public' || visibility === 'unlisted')
            .map((status) => commentOf(status, remoteId))
            .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
        )
      }),

    hide: cannotHide,
    restore: cannotHide,
    page: (access, signal) => called(access, signal, pageOf),

    check: (access, signal) =>
      called(access, signal, async (client) => {
        await client.v1.accounts.verifyCredentials()
        // A token of Mastodon is good until it is revoked.
        return { until: null }
      }),
  }
}

function wordsOf({ text, languages }: Outgoing): { status: string; language: string | null } {
  return { status: text, language: languages[0] ?? null }
}

const publishedAs = ({ id, url, uri }: Status): Published => ({ remoteId: id, url: url ?? uri })

/**
 * Our own post with these words in this place, not older than a moment. Its source is compared, not its HTML; where the
 * HTML lacks a word, its source need not be asked for, which with many posts would hardly ever succeed on a bad day.
 */
async function findOwn(
  client: Client,
  { text, replyTo }: Outgoing,
  since: string | undefined,
): Promise<Published | undefined> {
  const { id } = await client.v1.accounts.verifyCredentials()
  let seen = 0
  for await (const statuses of client.v1.accounts
    .$select(id)
    .statuses.list({ limit: 40, excludeReblogs: true })) {
    for (const status of statuses) {
      if (since !== undefined && Date.parse(status.createdAt) < Date.parse(since) - skewMs) return undefined
      if ((status.inReplyToId ?? null) !== (replyTo?.remoteId ?? null)) continue
      if (!mayRender(text, status.content)) continue
      const source = await client.v1.statuses.$select(status.id).source.fetch()
      if (source.text.trim() === text.trim()) return publishedAs(status)
    }
    seen += statuses.length
    if (seen >= lookedThrough) return undefined
  }
  return undefined
}

/** Can this HTML be what a server made of a text? Links, names and tags, which it rewrites, are left out of account. */
export function mayRender(text: string, html: string): boolean {
  const shown = new Set(textOf(html).normalize('NFC').match(word) ?? [])
  const plain = text.normalize('NFC').replaceAll(/\S*[@#/:]\S*/g, ' ')
  return (plain.match(word) ?? []).every((one) => shown.has(one))
}

/** Words and numbers that no server takes for a mark of its own. */
const word = /\p{L}{4,}|(?<!\p{N})\p{N}+(?![\p{N}.)])/gu

function commentOf(status: Status, rootId: string): RemoteComment {
  const { id, inReplyToId, account, content, spoilerText, createdAt, url, mediaAttachments } = status
  return {
    remoteId: id,
    parentId: inReplyToId ?? rootId,
    writer: { remoteId: account.id, handle: account.acct, name: account.displayName },
    text: [spoilerText, textOf(content)].filter(Boolean).join('\n\n'),
    at: new Date(createdAt).toISOString(),
    isHidden: false,
    url: url ?? null,
    media: mediaAttachments.flatMap((part) => {
      const address = part.url ?? part.remoteUrl
      return address ? [{ mediaType: `${part.type}/*`, url: address, alt: part.description ?? '' }] : []
    }),
  }
}

async function pageOf(client: Client): Promise<RemotePage> {
  const { id, displayName, note, fields, url } = await client.v1.accounts.verifyCredentials()
  const pinned = await client.v1.accounts.$select(id).statuses.list({ pinned: true })
  const html = [
    note,
    ...fields.map(({ name, value }) => `${name}: ${value}`),
    ...pinned.map((post) => post.content),
  ]
  return {
    name: displayName,
    text: html.map((part) => textOf(part)).join('\n\n'),
    links: [...new Set(html.flatMap((part) => linksOf(part)))],
    url,
  }
}
