import { z } from 'zod'
import { sha256 } from '../../platform/id.ts'
import type { Found } from './item.ts'
import { mended } from './mojibake.ts'
import { fromMilliseconds, fromSeconds } from './times.ts'

/**
 * Account exports of Facebook and Instagram in JSON, as both write them since 2018. They name nothing by an id, so a thing
 * is known again by its time, its words and its pictures. What an export of 2021 puts in another folder has the same name.
 */

const said = z.string().transform(mended)
const picture = z.object({
  uri: said.default(''),
  title: said.optional(),
  description: said.optional(),
  creation_timestamp: z.number().optional(),
})

/** One post of Facebook: what was written, and what hangs on it. */
const facebookPost = z.object({
  timestamp: z.number().optional(),
  title: said.optional(),
  data: z.array(z.object({ post: said.optional() })).default([]),
  attachments: z
    .array(
      z.object({
        data: z
          .array(
            z.object({
              media: picture.optional(),
              external_context: z.object({ url: said.optional(), name: said.optional() }).optional(),
              event: z.object({ name: said.optional() }).optional(),
              note: z.object({ title: said.optional(), text: said.optional() }).optional(),
              place: z.object({ name: said.optional() }).optional(),
            }),
          )
          .default([]),
      }),
    )
    .default([]),
  tags: z.array(z.union([z.object({ name: said.optional() }), said])).default([]),
})
const facebookComment = z.object({
  timestamp: z.number().optional(),
  title: said.optional(),
  data: z
    .array(z.object({ comment: z.object({ comment: said.optional(), author: said.optional() }).optional() }))
    .default([]),
  attachments: facebookPost.shape.attachments,
})

const message = z.object({
  sender_name: said.default(''),
  timestamp_ms: z.number().optional(),
  content: said.default(''),
  photos: z.array(picture).default([]),
  videos: z.array(picture).default([]),
  files: z.array(picture).default([]),
})
const conversation = z.object({
  participants: z.array(z.object({ name: said })).default([]),
  thread_path: said.default(''),
  messages: z.array(z.unknown()).default([]),
})

const instagramPost = z.object({
  media: z.array(picture).default([]),
  title: said.optional(),
  creation_timestamp: z.number().optional(),
})
const labelled = z.object({ value: said.optional(), timestamp: z.number().optional(), href: said.optional() })
const instagramComment = z.object({
  title: said.optional(),
  string_map_data: z.record(z.string(), labelled).optional(),
  string_list_data: z.array(labelled).optional(),
})

interface Shape {
  /** The name of the file, whatever folder it lies in. */
  file: RegExp
  /** Where the list stands in the file; none: the file is the list. */
  lists: readonly string[]
  read: (value: unknown) => Partial<Found> | undefined
}

/** The files of an export that hold what was said, by network. */
export const shapes: Readonly<Record<'facebook' | 'instagram', readonly Shape[]>> = {
  facebook: [
    {
      file: /(?:^|\/)(?:your_posts|profile_posts|page_posts)(?:__check_ins__photos_and_videos)?(?:_\d+)?\.json$/,
      lists: [],
      read: readPost,
    },
    {
      file: /(?:^|\/)comments(?:_\d+)?\.json$/,
      lists: ['comments_v2', 'comments'],
      read: readComment,
    },
    { file: /(?:^|\/)your_videos(?:_\d+)?\.json$/, lists: ['videos_v2', 'videos'], read: readPicture },
    { file: /(?:^|\/)messages\/.*\/message_\d+\.json$/, lists: ['messages'], read: readMessage },
  ],
  instagram: [
    { file: /(?:^|\/)posts_\d+\.json$/, lists: [], read: readInstagram },
    { file: /(?:^|\/)reels\.json$/, lists: ['ig_reels_media'], read: readInstagram },
    { file: /(?:^|\/)archived_posts\.json$/, lists: ['ig_archived_post_media'], read: readInstagram },
    { file: /(?:^|\/)stories\.json$/, lists: ['ig_stories'], read: readPicture },
    {
      file: /(?:^|\/)(?:post_comments(?:_\d+)?|reels_comments)\.json$/,
      lists: ['comments_media_comments', 'comments_reels_comments'],
      read: readInstagramComment,
    },
    { file: /(?:^|\/)messages\/.*\/message_\d+\.json$/, lists: ['messages'], read: readMessage },
  ],
}

const record = z.record(z.string(), z.unknown())
const list = z.array(z.unknown())

/** Everything said in one file of an export; undefined in the place of what has another form. */
export function itemsIn(source: 'facebook' | 'instagram', name: string, text: string): (Found | undefined)[] {
  const shape = shapes[source].find(({ file }) => file.test(name))
  if (!shape) return []
  const whole: unknown = JSON.parse(text)
  const asRecord = record.safeParse(whole)
  const within = asRecord.success
    ? shape.lists.map((key) => asRecord.data[key]).find((value) => value !== undefined)
    : whole
  // A file with one post holds it without a list.
  const values = list.safeParse(within).data ?? (asRecord.success && within === undefined ? [whole] : [])
  const thread = conversation.safeParse(whole).data
  return values.map((value) => {
    const read = shape.read(value)
    if (!read) return undefined
    const parentId = read.what === 'message' ? `thread ${thread?.thread_path ?? name}` : null
    const people = read.what === 'message' ? (thread?.participants ?? []).map((one) => one.name) : []
    return found({ ...read, parentId, people: [...(read.people ?? []), ...people] })
  })
}

function found(read: Partial<Found>): Found {
  const whole = {
    what: 'post' as const,
    parentId: null,
    author: null,
    text: '',
    saidAt: null,
    url: null,
    people: [],
    links: [],
    files: [],
    ...read,
  }
  const { what, author, text, saidAt, files } = whole
  const mark = sha256(JSON.stringify([what, author, saidAt, text, files.map(({ name }) => name)])).slice(
    0,
    24,
  )
  return { ...whole, remoteId: `made ${mark}` }
}

type Picture = z.infer<typeof picture>
const fileOf = ({ uri, title, description }: Picture): Found['files'] =>
  uri === '' || /^https?:/.test(uri) ? [] : [{ name: uri, alt: description ?? title ?? '' }]

function attached(attachments: z.infer<typeof facebookPost>['attachments']): {
  words: string[]
  links: string[]
  files: Found['files']
} {
  const all = attachments.flatMap(({ data }) => data)
  return {
    words: all.flatMap(({ external_context: link, event, note, place }) =>
      [link?.name, event?.name, note?.title, note?.text, place?.name].filter((one) => one !== undefined),
    ),
    links: all.flatMap(({ external_context: link }) => (link?.url === undefined ? [] : [link.url])),
    files: all.flatMap(({ media }) => (media ? fileOf(media) : [])),
  }
}

function readPost(value: unknown): Partial<Found> | undefined {
  const { data: post } = facebookPost.safeParse(value)
  if (!post) return undefined
  const { words, links, files } = attached(post.attachments)
  const own = post.data.flatMap((one) => (one.post === undefined ? [] : [one.post]))
  const text = [...own, ...words].filter((one) => one !== '').join('\n')
  const people = post.tags.flatMap((tag) =>
    typeof tag === 'string' ? [tag] : tag.name === undefined ? [] : [tag.name],
  )
  // `Riverton Police added a new photo.` is Facebook's word for it, where nothing else was said.
  return {
    what: 'post',
    text: text || (post.title ?? ''),
    saidAt: fromSeconds(post.timestamp),
    people,
    links,
    files,
  }
}

function readComment(value: unknown): Partial<Found> | undefined {
  const { data: read } = facebookComment.safeParse(value)
  const comment = read?.data.find((one) => one.comment !== undefined)?.comment
  if (!read || !comment) return undefined
  const { links, files } = attached(read.attachments)
  const author = comment.author ?? null
  return {
    what: 'comment',
    author,
    text: [comment.comment ?? '', read.title ?? ''].filter((one) => one !== '').join('\n'),
    saidAt: fromSeconds(read.timestamp),
    links,
    files,
  }
}

function readPicture(value: unknown): Partial<Found> | undefined {
  const { data: read } = picture.safeParse(value)
  if (!read || read.uri === '') return undefined
  const text = [read.title, read.description].filter((one) => one !== undefined && one !== '').join('\n')
  return { what: 'post', text, saidAt: fromSeconds(read.creation_timestamp), files: fileOf(read) }
}

function readMessage(value: unknown): Partial<Found> | undefined {
  const { data: read } = message.safeParse(value)
  if (!read) return undefined
  const { sender_name: author, content: text, photos, videos, files } = read
  return {
    what: 'message',
    author,
    text,
    saidAt: fromMilliseconds(read.timestamp_ms),
    files: [...photos, ...videos, ...files].flatMap(fileOf),
  }
}

function readInstagram(value: unknown): Partial<Found> | undefined {
  const { data: read } = instagramPost.safeParse(value)
  const [first] = read?.media ?? []
  if (!read || !first) return undefined
  return {
    what: 'post',
    text: read.title ?? first.title ?? '',
    saidAt: fromSeconds(read.creation_timestamp ?? first.creation_timestamp),
    files: read.media.flatMap(fileOf).map(({ name }) => ({ name, alt: '' })),
  }
}

function readInstagramComment(value: unknown): Partial<Found> | undefined {
  const { data: read } = instagramComment.safeParse(value)
  const [old] = read?.string_list_data ?? []
  const labels = read?.string_map_data ?? {}
  const text = labels['Comment']?.value ?? old?.value
  if (!read || text === undefined) return undefined
  const owner = labels['Media Owner']?.value ?? read.title
  return {
    what: 'comment',
    text,
    url: old?.href ?? null,
    saidAt: fromSeconds(labels['Time']?.timestamp ?? old?.timestamp),
    people: owner === undefined || owner === '' ? [] : [owner],
  }
}
