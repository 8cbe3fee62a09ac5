import { z } from 'zod'

/** What a fake network has, written down so that another process goes on with it. */
export const wallPostSchema = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  rootId: z.string(),
  by: z.object({ remoteId: z.string(), handle: z.string(), name: z.string() }),
  text: z.string(),
  languages: z.array(z.string()),
  media: z.array(
    z.object({
      id: z.string().exactOptional(),
      mediaType: z.string(),
      alt: z.string(),
      bytes: z.number(),
      captions: z.string().nullable(),
    }),
  ),
  at: z.string(),
  editedAt: z.string().nullable(),
  isHidden: z.boolean(),
  key: z.string().nullable(),
})
const wall = z.object({
  posts: z.array(wallPostSchema),
  /** How many were ever made: no name is given twice, though posts be deleted. */
  made: z.number(),
})
export type WallKept = z.infer<typeof wall>

export const blueskyKeptSchema = z.object({
  wall,
  records: z.array(z.tuple([z.string(), z.object({ cid: z.string(), value: z.unknown() })])),
  blobs: z.array(z.tuple([z.string(), z.object({ bytes: z.number(), text: z.string() })])),
  tokens: z.array(
    z.tuple([z.string(), z.object({ handle: z.string(), scope: z.enum(['access', 'refresh']) })]),
  ),
  signIns: z.number(),
})
export type BlueskyKept = z.infer<typeof blueskyKeptSchema>

export const mastodonKeptSchema = z.object({
  wall,
  keys: z.array(z.tuple([z.string(), z.object({ id: z.string(), at: z.number() })])),
  /** How many pictures were sent in: the number of the next. */
  uploads: z.number(),
})
export type MastodonKept = z.infer<typeof mastodonKeptSchema>

export const facebookKeptSchema = z.object({
  wall,
  /** How many pictures and films were sent in: the number of the next. */
  uploads: z.number(),
})
export type FacebookKept = z.infer<typeof facebookKeptSchema>
