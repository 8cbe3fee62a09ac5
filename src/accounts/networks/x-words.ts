import { z } from 'zod'

const urlEntity = z.object({
  url: z.string(),
  expanded_url: z.string().optional(),
  /** Where the address is that of the post's own picture, which X adds to the words. */
  media_key: z.string().optional(),
})

/** What X says of a post. */
export const xPost = z.object({
  id: z.string(),
  text: z.string(),
  author_id: z.string().optional(),
  created_at: z.string().optional(),
  conversation_id: z.string().optional(),
  referenced_tweets: z.array(z.object({ type: z.string(), id: z.string() })).optional(),
  entities: z.object({ urls: z.array(urlEntity).optional() }).optional(),
  attachments: z.object({ media_keys: z.array(z.string()).optional() }).optional(),
})
export type XPost = z.infer<typeof xPost>

/** The words as they were written: X gives back its own short addresses, and three characters in the form of HTML. */
export function wordsOf({ text, entities }: Pick<XPost, 'text' | 'entities'>): string {
  let words = text
  for (const { url, expanded_url: whole, media_key: media } of entities?.urls ?? [])
    words = words.replaceAll(url, media === undefined ? (whole ?? url) : '')
  return words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').trim()
}

/** A reply without the names of those it answers, which X may put before it. */
export function withoutNames(words: string): string {
  return words.replace(/^(?:@\w{1,15}\s+)+/, '')
}

/** Which post it answers. */
export function answered({ referenced_tweets: referenced = [] }: XPost): string | undefined {
  return referenced.find(({ type }) => type === 'replied_to')?.id
}
