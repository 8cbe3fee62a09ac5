import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { Found } from './item.ts'
import { fromWords } from './times.ts'

/** Google Takeout of a channel: tables in CSV, whose headings changed their capitals over the years. */
export const youtubeFiles = /(?:^|\/)(?:comments(?:\(\d+\))?|live[- ]chats|videos(?:\(\d+\))?|posts)\.csv$/i

const rowsSchema = z.array(z.record(z.string(), z.string()))

/** Everything said in one table; undefined in the place of a row without an id. */
export function itemsIn(name: string, text: string): (Found | undefined)[] {
  const rows = rowsSchema.parse(
    parse(text, {
      bom: true,
      columns: (headings: string[]) => headings.map((heading) => heading.trim().toLowerCase()),
      relax_column_count: true,
      skip_empty_lines: true,
    }),
  )
  const isVideos = /videos(?:\(\d+\))?\.csv$/i.test(name)
  return rows.map((row) => (isVideos ? readVideo(row) : readSaid(row)))
}

type Row = Readonly<Record<string, string>>
const cell = (row: Row, ...names: string[]): string | null =>
  names.map((name) => row[name]).find((value) => value !== undefined && value !== '') ?? null

function readVideo(row: Row): Found | undefined {
  const id = cell(row, 'video id')
  if (id === null) return undefined
  const title = cell(row, 'video title (original)', 'video title')
  const text = [title, cell(row, 'video description (original)', 'video description')]
  return {
    ...none,
    what: 'post',
    remoteId: id,
    text: text.filter((part) => part !== null).join('\n\n'),
    saidAt: fromWords(cell(row, 'video publish timestamp', 'video create timestamp')),
    url: `https://www.youtube.com/watch?v=${id}`,
  }
}

/** A comment, a line of a live chat, or a post of the channel. */
function readSaid(row: Row): Found | undefined {
  const comment = cell(row, 'comment id')
  const chat = cell(row, 'live chat id')
  const id = comment ?? chat ?? cell(row, 'post id')
  if (id === null) return undefined
  const video = cell(row, 'video id')
  const isPost = comment === null && chat === null
  return {
    ...none,
    what: isPost ? 'post' : 'comment',
    remoteId: id,
    parentId: isPost ? null : (video ?? cell(row, 'post id')),
    author: cell(row, 'channel id'),
    text: spoken(cell(row, 'comment text', 'live chat text', 'post text') ?? ''),
    saidAt: fromWords(
      cell(row, 'comment create timestamp', 'live chat create timestamp', 'post create timestamp'),
    ),
    url:
      video === null
        ? null
        : `https://www.youtube.com/watch?v=${video}${comment === null ? '' : `&lc=${id}`}`,
  }
}

const none = { parentId: null, author: null, people: [], links: [], files: [] } satisfies Partial<Found>

const segment = z.object({ text: z.string().default('') })
const segments = z.array(z.union([z.object({ takeoutSegments: z.array(segment) }), segment]))

/** Words as Takeout writes them: plain, `{"takeoutSegments":[{"text":"a"}]}`, or `{"text":"a"},{"text":"b"}`. */
function spoken(written: string): string {
  if (!written.startsWith('{')) return written
  try {
    const { data } = segments.safeParse(JSON.parse(`[${written}]`))
    if (!data) return written
    return data
      .flatMap((one) => ('takeoutSegments' in one ? one.takeoutSegments : [one]))
      .map(({ text }) => text)
      .join('')
  } catch {
    return written
  }
}
