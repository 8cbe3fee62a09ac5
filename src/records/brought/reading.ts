import { Refusal } from '../../platform/refusal.ts'
import { textOf, type Contained, type Container } from './container.ts'
import type { Found } from './item.ts'
import { itemsIn as metaItems, shapes } from './meta.ts'
import { itemsIn as xItems, ownerIn, xFiles } from './x.ts'
import { itemsIn as youtubeItems, youtubeFiles } from './youtube.ts'
import { pagesIn, refuseChanged, warcFiles } from './web.ts'

export type BroughtFrom = 'facebook' | 'instagram' | 'x' | 'youtube' | 'web'

/** An export, understood: which files of it say something, in order, and how each is read. */
export interface Reading {
  source: BroughtFrom
  files: Contained[]
  /** What a file holds, in order; undefined in the place of what has a form that nobody knows. */
  items: (file: Contained) => Promise<Iterable<Found | undefined> | AsyncIterable<Found | undefined>>
}

const matches: Readonly<Record<BroughtFrom, (name: string) => boolean>> = {
  facebook: (name) =>
    shapes.facebook.some(({ file }) => file.test(name)) && !/(?:^|\/)your_instagram/.test(name),
  instagram: (name) =>
    shapes.instagram.some(({ file }) => file.test(name)) && !/(?:^|\/)your_facebook/.test(name),
  x: (name) => xFiles.test(name),
  youtube: (name) => youtubeFiles.test(name),
  web: (name) => warcFiles.test(name),
}
/** What only one network has; messages and comments look alike on two. */
const surely: readonly { source: BroughtFrom; file: RegExp }[] = [
  { source: 'x', file: /(?:^|\/)data\/tweets?(?:-part\d+)?\.js$/ },
  {
    source: 'instagram',
    file: /(?:^|\/)(?:your_instagram_activity\/|(?:posts_\d+|reels|post_comments(?:_\d+)?)\.json$)/,
  },
  {
    source: 'facebook',
    file: /(?:^|\/)(?:your_facebook_activity\/|(?:your_posts|profile_posts|page_posts).*\.json$)/,
  },
  { source: 'youtube', file: youtubeFiles },
  { source: 'web', file: warcFiles },
]

/**
 * Finds out whose export it is and what is to be read of it. Refuses (malformed) what holds nothing that is known, and a
 * WACZ whose files are not those that its list of hashes names.
 */
export async function readingOf(container: Container, fileName: string): Promise<Reading> {
  const { files: all, kind } = container
  if (kind === 'warc') return { source: 'web', files: all, items: (file) => Promise.resolve(pagesIn(file)) }
  const source =
    surely.find(({ file }) => all.some(({ name }) => file.test(name)))?.source ??
    (['facebook', 'instagram'] as const).find((one) => all.some(({ name }) => matches[one](name)))
  if (source === undefined)
    throw new Refusal(
      'malformed',
      `${fileName} is no export of Facebook, Instagram or X in JSON, no Google Takeout of YouTube, and no web archive; ` +
        'where the network offers HTML and JSON, ask it for JSON',
    )
  const files = all
    .filter(({ name }) => matches[source](name))
    .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  if (source === 'web') {
    await refuseChanged(container)
    return { source, files, items: (file) => Promise.resolve(pagesIn(file)) }
  }
  const owner = source === 'x' ? await ownerOf(all) : undefined
  return {
    source,
    files,
    items: async (file) => {
      const text = await textOf(file)
      try {
        if (source === 'x') return xItems(file.name, text, owner)
        return source === 'youtube' ? youtubeItems(file.name, text) : metaItems(source, file.name, text)
      } catch (error) {
        if (error instanceof Refusal) throw error
        throw new Refusal('malformed', `${file.name} is not written as ${source} writes it`)
      }
    },
  }
}

async function ownerOf(files: readonly Contained[]): Promise<string | undefined> {
  for (const file of files)
    if (/(?:^|\/)data\/account\.js$/.test(file.name)) return ownerIn(file.name, await textOf(file))
  return undefined
}
