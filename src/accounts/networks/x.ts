import { z } from 'zod'
import { calling, type Said } from './faults.ts'
import {
  AnswerFault,
  asking,
  at,
  headersOf,
  isSameText,
  isSince,
  readAnswer,
  theOne,
  unlessGone,
  type Refused,
} from './http-json.ts'
import { NetworkFault, type Access, type Network, type Outgoing, type Published } from './network.ts'
import { oauth1Header } from './oauth1.ts'
import { linksInText } from './text-links.ts'
import { commentsBelow } from './x-comments.ts'
import { uploadAll, type AskX } from './x-media.ts'
import { answered, withoutNames, wordsOf, xPost } from './x-words.ts'

const megabytes = (count: number): number => count * 1024 * 1024

/**
 * X, by its API v2, signed with OAuth 1.0a: those keys end only when they are revoked, while tokens of OAuth 2.0 end
 * within two hours. X bills every call, and a post with an address in it thirteen times as much as one without.
 */
export function x(fetch: typeof globalThis.fetch, clock: () => string): Network {
  const called = <T>(
    access: Access,
    signal: AbortSignal,
    work: (ask: AskX, mark: () => void) => Promise<T>,
  ): Promise<T> =>
    calling({ network: 'X', handle: access.handle, clock }, signal, readAnswer, (mark) =>
      work(signedAs(access, fetch, clock, signal), mark),
    )
  const changeHidden = (hidden: boolean): Network['hide'] => {
    return (access, _rootId, commentId, signal) =>
      called(access, signal, async (ask) => {
        const path = `/2/tweets/${commentId}/hidden`
        const gives = z.object({ data: z.object({ hidden: z.literal(hidden) }) })
        await ask({ method: 'PUT', path, json: { hidden }, gives })
      })
  }

  return {
    name: 'x',
    version: 'X API v2, OAuth 1.0a',
    limits: {
      text: { most: 280, counts: 'weighted', link: 23 },
      images: { most: 4, bytes: megabytes(5), mediaTypes: ['image/jpeg', 'image/png', 'image/webp'] },
      video: { bytes: megabytes(512), seconds: 140, mediaTypes: ['video/mp4'] },
      altText: 1_000,
      needsMedia: false,
      can: { hide: true, reply: true, edit: false },
    },
    isKeyed: false,
    secrets: {
      consumerKey: 'API key (X Developer Console, the app’s Keys and tokens, OAuth 1.0 keys)',
      consumerSecret: 'API key secret',
      accessToken: 'Access token (generated with Read and write)',
      accessTokenSecret: 'Access token secret',
    },

    publish: (access, outgoing, _key, signal) =>
      called(access, signal, async (ask, mark) => {
        const media_ids = await uploadAll(ask, outgoing, signal)
        const { text, replyTo } = outgoing
        const json = {
          text,
          ...(media_ids.length === 0 ? {} : { media: { media_ids } }),
          ...(replyTo === null ? {} : { reply: { in_reply_to_tweet_id: replyTo.remoteId } }),
        }
        mark()
        try {
          const { data } = await ask({ method: 'POST', path: '/2/tweets', json, gives: posted })
          return publishedAs(access, data.id)
        } catch (cause) {
          throw isDuplicate(cause)
            ? new NetworkFault('unknown', 'X says that it has a post with these words already.')
            : cause
        }
      }),

    find: (access, outgoing, _key, since, signal) =>
      called(access, signal, async (ask) => theOne('X', await ownSince(access, ask, outgoing, since))),

    remove: (access, remoteId, signal) =>
      called(access, signal, (ask) =>
        unlessGone(ask({ method: 'DELETE', path: `/2/tweets/${remoteId}`, gives: z.unknown() })),
      ),

    comments: (access, remoteId, signal) =>
      called(access, signal, (ask) => commentsBelow(ask, remoteId, clock())),

    hide: changeHidden(true),
    restore: changeHidden(false),

    page: (access, signal) =>
      called(access, signal, async (ask) => {
        const query = {
          'user.fields': 'description,entities,pinned_tweet_id',
          expansions: 'pinned_tweet_id',
          'tweet.fields': 'entities',
        }
        const { data, includes } = await ask({ path: '/2/users/me', query, gives: profile })
        const { description: about, url } = data.entities ?? {}
        const words = [
          wordsOf({ text: data.description, entities: about }),
          ...(includes?.tweets ?? []).map((pinned) => wordsOf(pinned)),
        ]
        const text = words.filter(Boolean).join('\n\n')
        const own = (url?.urls ?? []).map((one) => one.expanded_url ?? one.url)
        const links = [...new Set([...own, ...linksInText(text)])]
        return { name: data.name, text, links, url: `https://x.com/${data.username}` }
      }),

    check: (access, signal) =>
      called(access, signal, async (ask) => {
        await ask({ path: '/2/users/me', gives: me })
        return { until: null }
      }),
  }
}

const posted = z.object({ data: z.object({ id: z.string() }) })
const me = z.object({ data: z.object({ id: z.string() }) })
const urls = z.object({
  urls: z.array(z.object({ url: z.string(), expanded_url: z.string().optional() })).optional(),
})
const profile = z.object({
  data: z.object({
    id: z.string(),
    name: z.string(),
    username: z.string(),
    description: z.string().default(''),
    entities: z.object({ description: urls.optional(), url: urls.optional() }).optional(),
  }),
  includes: z.object({ tweets: z.array(xPost).optional() }).optional(),
})

const publishedAs = ({ handle }: Access, id: string): Published => ({
  remoteId: id,
  url: `https://x.com/${handle.replace(/^@/, '') || 'i'}/status/${id}`,
})

function signedAs(
  { service, secrets }: Access,
  fetch: typeof globalThis.fetch,
  clock: () => string,
  signal: AbortSignal,
): AskX {
  const { consumerKey = '', consumerSecret = '', accessToken = '', accessTokenSecret = '' } = secrets
  const keys = { consumerKey, consumerSecret, accessToken, accessTokenSecret }
  const ask = asking(fetch, signal, readsX)
  return ({ method = 'GET', path, query = {}, json, form, gives }) => {
    const url = at(service, path, query)
    const timestamp = String(Math.floor(Date.parse(clock()) / 1000))
    const authorization = oauth1Header(keys, { method, url, timestamp })
    const body = json === undefined ? form : JSON.stringify(json)
    return ask({
      method,
      url,
      headers: { authorization, ...(json === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body }),
      gives,
    })
  }
}

const problem = z.object({ title: z.string().optional(), detail: z.string().optional() })

function readsX({ status, headers, body }: Refused): Omit<Said, 'cause'> {
  const said = problem.safeParse(body)
  const message = said.success ? (said.data.detail ?? said.data.title) : undefined
  return { status, message, header: headersOf(headers, { 'x-ratelimit-reset': liftedAt(headers) }) }
}

/** When the last of the limits that are used up is lifted, in seconds since 1970: a quarter of an hour, or a day. */
function liftedAt(headers: Headers): string | null {
  const used = ['x-rate-limit', 'x-user-limit-24hour', 'x-app-limit-24hour'].flatMap((limit) => {
    const reset = headers.get(`${limit}-reset`)
    return reset !== null && headers.get(`${limit}-remaining`) === '0' ? [Number(reset)] : []
  })
  return used.length === 0 ? headers.get('x-rate-limit-reset') : String(Math.max(...used))
}

function isDuplicate(cause: unknown): boolean {
  return (
    cause instanceof AnswerFault &&
    cause.said.status === 403 &&
    /duplicate content/i.test(cause.said.message ?? '')
  )
}

const timeline = z.object({
  data: z.array(xPost).optional(),
  meta: z.object({ next_token: z.string().optional() }).optional(),
})

/** What the account has out since an attempt with these words in this place. */
async function ownSince(
  access: Access,
  ask: AskX,
  { text, replyTo }: Outgoing,
  since: string,
): Promise<Published[]> {
  const { data } = await ask({ path: '/2/users/me', gives: me })
  const found: Published[] = []
  let pagination_token: string | undefined
  do {
    const query = {
      max_results: '100',
      exclude: 'retweets',
      'tweet.fields': 'created_at,referenced_tweets,entities',
      pagination_token,
    }
    const { data: posts = [], meta } = await ask({
      path: `/2/users/${data.id}/tweets`,
      query,
      gives: timeline,
    })
    for (const post of posts) {
      // The newest come first.
      if (post.created_at !== undefined && !isSince(post.created_at, since)) return found
      const words = replyTo === null ? wordsOf(post) : withoutNames(wordsOf(post))
      const sent = replyTo === null ? text : withoutNames(text)
      if (answered(post) === replyTo?.remoteId && isSameText(words, sent))
        found.push(publishedAs(access, post.id))
    }
    pagination_token = meta?.next_token
  } while (pagination_token !== undefined)
  return found
}
