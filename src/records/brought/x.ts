import { z } from 'zod'
import type { Found } from './item.ts'
import { fromWords } from './times.ts'

/** The archive of an account of X: `data/tweets.js` and others, each `window.YTD.tweets.part0 = [...]`. */
export const xFiles = /(?:^|\/)data\/(?:tweets?|deleted-tweets|direct-messages(?:-group)?)(?:-part\d+)?\.js$/
const accountFile = /(?:^|\/)data\/account\.js$/

const media = z.object({
  media_url_https: z.string().default(''),
  ext_alt_text: z.string().nullish(),
  video_info: z.object({ variants: z.array(z.object({ url: z.string() })).default([]) }).optional(),
})
const tweetSchema = z.object({
  id_str: z.string(),
  full_text: z.string().optional(),
  text: z.string().optional(),
  created_at: z.string(),
  in_reply_to_status_id_str: z.string().nullish(),
  entities: z
    .object({
      urls: z.array(z.object({ expanded_url: z.string().optional() })).default([]),
      user_mentions: z.array(z.object({ screen_name: z.string().default('') })).default([]),
      media: z.array(media).default([]),
    })
    .prefault({}),
  extended_entities: z.object({ media: z.array(media).default([]) }).optional(),
})
const messageSchema = z.object({
  messageCreate: z.object({
    id: z.string(),
    senderId: z.string().default(''),
    recipientId: z.string().default(''),
    text: z.string().default(''),
    createdAt: z.string().default(''),
  }),
})
const conversationSchema = z.object({
  dmConversation: z.object({ conversationId: z.string(), messages: z.array(z.unknown()).default([]) }),
})
const accountSchema = z.array(
  z.object({ account: z.object({ username: z.string(), accountDisplayName: z.string().default('') }) }),
)

/** What a file assigns, as JSON; it is never run. */
export function assigned(text: string): unknown {
  const equals = text.indexOf('=')
  return JSON.parse(text.slice(equals + 1).replace(/;\s*$/, ''))
}

/** The name of the account whose archive it is. */
export function ownerIn(name: string, text: string): string | undefined {
  if (!accountFile.test(name)) return undefined
  return accountSchema.safeParse(assigned(text)).data?.[0]?.account.username
}

/** Everything said in one file of an archive; undefined in the place of what has another form. */
export function itemsIn(name: string, text: string, owner: string | undefined): (Found | undefined)[] {
  const values = z.array(z.unknown()).parse(assigned(text))
  if (name.includes('direct-messages')) return values.flatMap(messagesIn)
  const root = name.slice(0, name.lastIndexOf('/'))
  return values.map((value) => readTweet(value, root, owner))
}

function readTweet(value: unknown, root: string, owner: string | undefined): Found | undefined {
  const within = z.object({ tweet: z.unknown() }).safeParse(value).data?.tweet ?? value
  const { data: tweet } = tweetSchema.safeParse(within)
  if (!tweet) return undefined
  const { id_str: remoteId, entities } = tweet
  const parentId = tweet.in_reply_to_status_id_str ?? null
  const pictures = tweet.extended_entities?.media ?? entities.media
  return {
    what: parentId === null ? 'post' : 'comment',
    remoteId,
    parentId,
    author: owner === undefined ? null : `@${owner}`,
    text: unescaped(tweet.full_text ?? tweet.text ?? ''),
    saidAt: fromWords(tweet.created_at),
    url:
      owner === undefined
        ? `https://x.com/i/status/${remoteId}`
        : `https://x.com/${owner}/status/${remoteId}`,
    people: entities.user_mentions.map((one) => one.screen_name),
    links: entities.urls.flatMap((one) => (one.expanded_url === undefined ? [] : [one.expanded_url])),
    // The archive names a picture by the post and by the last part of its address.
    files: pictures.flatMap(({ media_url_https: url, ext_alt_text: alt, video_info: video }) =>
      [url, ...(video?.variants ?? []).map((variant) => variant.url)]
        .filter((address) => address !== '')
        .map((address) => ({
          name: `${root}/tweets_media/${remoteId}-${lastOf(address)}`,
          alt: alt ?? '',
        })),
    ),
  }
}

function lastOf(address: string): string {
  return (/([^/?]+)(?:\?.*)?$/.exec(address) ?? [])[1] ?? ''
}

function messagesIn(value: unknown): (Found | undefined)[] {
  const { data } = conversationSchema.safeParse(value)
  if (!data) return [undefined]
  const { conversationId, messages } = data.dmConversation
  return messages.flatMap((one) => {
    const read = messageSchema.safeParse(one).data?.messageCreate
    // Who joined and who left is no message.
    if (!read) return []
    return [
      {
        what: 'message' as const,
        remoteId: `message ${read.id}`,
        parentId: `conversation ${conversationId}`,
        author: read.senderId,
        text: unescaped(read.text),
        saidAt: fromWords(read.createdAt),
        url: null,
        people: read.recipientId === '' ? [] : [read.recipientId],
        links: [],
        files: [],
      },
    ]
  })
}

/** X writes three signs of HTML into its texts. */
function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
