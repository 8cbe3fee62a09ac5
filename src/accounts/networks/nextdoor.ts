import { z } from 'zod'
import { calling, type Said } from './faults.ts'
import {
  asking,
  at,
  headersOf,
  isSameText,
  isSince,
  readAnswer,
  theOne,
  type Ask,
  type Refused,
} from './http-json.ts'
import {
  NetworkFault,
  type Access,
  type Network,
  type Outgoing,
  type Published,
  type RemoteComment,
} from './network.ts'

const root = '/external/api/partner/v1'
const megabytes = (count: number): number => count * 1024 * 1024

/**
 * Nextdoor, by its Publish API for those whom it lets in. Documented are what is sent to create and delete a post and to
 * comment, `GET /me/`, the answer `share_link`, the limits and the codes (400, 401, 403, 500). Not documented, so taken
 * from the data types of its Display API and never tried on the real network: the fields of one's own posts and of their
 * comments, and the answer to a comment. It tells no limit of calls, has no way to hide a comment of somebody else, and
 * lists only the latest posts; media are fetched from a public address.
 */
export function nextdoor(fetch: typeof globalThis.fetch, clock: () => string): Network {
  const called = <T>(
    access: Access,
    signal: AbortSignal,
    work: (api: Api, mark: () => void) => Promise<T>,
  ): Promise<T> =>
    calling({ network: 'Nextdoor', handle: access.handle, clock }, signal, readAnswer, (mark) =>
      work(apiFor(access, asking(fetch, signal, readsNextdoor)), mark),
    )

  return {
    name: 'nextdoor',
    version: 'Publish API, partner v1, as documented in September 2026',
    limits: {
      text: { most: 8_192, counts: 'characters' },
      images: { most: 10, bytes: megabytes(10), mediaTypes: ['image/jpeg', 'image/png', 'image/webp'] },
      video: { bytes: megabytes(500), seconds: 600, mediaTypes: ['video/mp4'] },
      // It has no place for the words of a picture.
      altText: 0,
      needsMedia: false,
      can: {
        hide: false,
        instead: {
          en: 'Nextdoor lets no program hide a comment. Report it there, on its page: the moderators of the neighborhood decide.',
          es: 'Nextdoor no deja que un programa oculte comentarios. Denúncielo allí, en su página: deciden los moderadores del vecindario.',
        },
        reply: true,
        edit: false,
      },
    },
    isKeyed: false,
    secrets: {
      accessToken:
        'Access token of the agency (developer.nextdoor.com: post:write, post:read, comment:write, profile:read); good for a year',
      profileId: 'secure_profile_id of the agency’s profile (leave empty for the account’s own)',
    },

    publish: (access, outgoing, _key, signal) =>
      called(access, signal, async (api, mark) => {
        if (new TextEncoder().encode(outgoing.text).length > 8_192)
          throw new NetworkFault('refused', 'Nextdoor takes 8,192 bytes of words; accents take two each.')
        if (outgoing.replyTo !== null) return comment(api, outgoing, outgoing.replyTo, mark)
        const media_attachments = outgoing.media.map(({ url }) => url).filter((url) => url !== undefined)
        if (media_attachments.length < outgoing.media.length)
          throw new NetworkFault(
            'refused',
            'Nextdoor fetches pictures and films itself, and one has no public address.',
          )
        const json = {
          body_text: outgoing.text,
          ...(media_attachments.length === 0 ? {} : { media_attachments }),
          ...api.profile,
        }
        mark()
        const { share_link } = await api.ask({ method: 'POST', path: '/post/create/', json, gives: created })
        return publishedAs(share_link)
      }),

    find: (access, outgoing, _key, since, signal) =>
      called(access, signal, async (api) => theOne('Nextdoor', ownSince(await latest(api), outgoing, since))),

    remove: (access, remoteId, signal) =>
      called(access, signal, async (api) => {
        const found = (await latest(api)).find((post) => shareIn(post.share_link) === remoteId)
        if (found === undefined)
          throw new NetworkFault(
            'refused',
            `Nextdoor no longer lists this post: it is gone, or too old to be removed from here; look at https://nextdoor.com/p/${remoteId}.`,
          )
        await api.ask({
          method: 'DELETE',
          path: '/post/',
          query: { id: found.id, ...api.profile },
          gives: z.unknown(),
        })
      }),

    comments: (access, remoteId, signal) =>
      called(access, signal, async (api) => {
        const found = (await latest(api)).find((post) => shareIn(post.share_link) === remoteId)
        if (found === undefined)
          throw new NetworkFault(
            'refused',
            'Nextdoor tells the comments of its latest posts only, and this one is older.',
          )
        return flat(found.comments, remoteId)
          .filter(({ writer }) => writer.name !== found.author.name)
          .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
      }),

    hide: cannotHide,
    restore: cannotHide,

    page: (access, signal) =>
      called(access, signal, async (api) => {
        const me = await api.ask({ path: '/me/', gives: profile })
        const name =
          me.agency_name ?? me.business_name ?? [me.first_name, me.last_name].filter(Boolean).join(' ')
        // Its interface does not tell what stands in a profile.
        return { name, text: '', links: [], url: `https://nextdoor.com/agency/${access.handle}` }
      }),

    check: (access, signal) =>
      called(access, signal, async (api) => {
        await api.ask({ path: '/me/', gives: profile })
        return { until: null }
      }),
  }
}

const cannotHide = (): Promise<never> =>
  Promise.reject(
    new NetworkFault('refused', 'Nextdoor lets nobody hide the comments of others; report them there.'),
  )

interface Api {
  ask: <T>(call: {
    method?: 'GET' | 'POST' | 'DELETE'
    path: string
    query?: Readonly<Record<string, string>>
    json?: unknown
    gives: z.ZodType<T>
  }) => Promise<T>
  profile: { secure_profile_id?: string }
}

function apiFor({ service, secrets }: Access, ask: Ask): Api {
  const { accessToken = '', profileId = '' } = secrets
  return {
    profile: profileId === '' ? {} : { secure_profile_id: profileId },
    ask: ({ method = 'GET', path, query = {}, json, gives }) =>
      ask({
        method,
        url: at(service, `${root}${path}`, query),
        headers: {
          authorization: `Bearer ${accessToken}`,
          ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
        gives,
      }),
  }
}

const refusal = z.object({ error: z.string().optional(), error_description: z.string().optional() })

function readsNextdoor({ status, headers, body }: Refused): Omit<Said, 'cause'> {
  const said = refusal.safeParse(body)
  const message = said.success ? (said.data.error_description ?? said.data.error) : undefined
  return { status, message, header: headersOf(headers) }
}

const created = z.object({ result: z.literal('success'), share_link: z.string() })
const profile = z.object({
  agency_name: z.string().optional(),
  business_name: z.string().optional(),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
})

const remote = z.union([z.string(), z.number()]).transform(String)
interface NextdoorComment {
  id: string
  body: string
  creation_date: string
  author_name: string
  comments: NextdoorComment[]
}
const commentSchema: z.ZodType<NextdoorComment> = z.object({
  id: remote,
  body: z.string(),
  creation_date: z.string(),
  author_name: z.string(),
  get comments() {
    return z.array(commentSchema)
  },
})
const posts = z.object({
  posts: z.array(
    z.object({
      id: remote,
      body: z.string(),
      creation_date: z.string(),
      share_link: z.string(),
      author: z.object({ name: z.string() }),
      comments: z.array(commentSchema).default([]),
    }),
  ),
})
type Post = z.infer<typeof posts>['posts'][number]

async function latest(api: Api): Promise<Post[]> {
  return (await api.ask({ path: '/post/', query: { ...api.profile }, gives: posts })).posts
}

/** A post is known by the last part of its link. */
const shareIn = (link: string): string =>
  new URL(link, 'https://nextdoor.com').pathname.split('/').filter(Boolean).at(-1) ?? link
const publishedAs = (link: string): Published => ({ remoteId: shareIn(link), url: link })

function flat(comments: readonly NextdoorComment[], parentId: string): RemoteComment[] {
  return comments.flatMap(({ id, body, creation_date, author_name: name, comments: below }) => [
    {
      remoteId: id,
      parentId,
      // Nextdoor names a neighbour and gives no number.
      writer: { remoteId: name, handle: name, name },
      text: body,
      at: new Date(creation_date).toISOString(),
      isHidden: false,
      url: null,
      media: [],
    },
    ...flat(below, id),
  ])
}

async function comment(
  api: Api,
  { text, media }: Outgoing,
  { remoteId, rootId }: NonNullable<Outgoing['replyTo']>,
  mark: () => void,
): Promise<Published> {
  if (media.length > 0) throw new NetworkFault('refused', 'Nextdoor takes words only in a reply.')
  const parent = remoteId === rootId ? {} : { parent_comment_id: remoteId }
  mark()
  const { id } = await api.ask({
    method: 'POST',
    path: '/comment/',
    json: { id: rootId, body_text: text, ...parent, ...api.profile },
    gives: z.object({ id: remote }),
  })
  return { remoteId: id, url: null }
}

function ownSince(found: readonly Post[], { text, replyTo }: Outgoing, since: string): Published[] {
  if (replyTo === null)
    return found
      .filter((post) => isSameText(post.body, text) && isSince(post.creation_date, since))
      .map((post) => publishedAs(post.share_link))
  const post = found.find(({ share_link: link }) => shareIn(link) === replyTo.rootId)
  return flat(post?.comments ?? [], replyTo.rootId)
    .filter(({ parentId, writer }) => parentId === replyTo.remoteId && writer.name === post?.author.name)
    .filter((one) => isSameText(one.text, text) && isSince(one.at, since))
    .map(({ remoteId }) => ({ remoteId, url: null }))
}
