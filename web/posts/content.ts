import type { PostContent, PostPerson } from '../../src/posts/content.ts'
import type { MediaAddedView, PostView } from '../../src/posts/schema.ts'
import type { Filled } from '../parts/form.tsx'
import type { Box } from '../parts/picture-boxes.tsx'

export const languages = ['en', 'es'] as const
export type PostLanguage = (typeof languages)[number]

type Media = PostContent['media'][number]

/** A picture or film of the form: what the post says of it, and what is known of it. */
export interface FormMedia extends Media {
  /** Stays the same when another copy of it is made. */
  mediaId: string
  kind: 'image' | 'video'
  removed: readonly string[]
  kept: readonly string[]
  regions: readonly Box[]
}

/** A person of the form, known by a number while names are typed. */
export type FormPerson = PostPerson & { key: number }

/** What a form begins with where nothing was written. */
export function blankPost(agency: string): PostContent {
  return {
    category: 'news',
    texts: {},
    otherwise: [],
    media: [],
    audience: 'Everybody in town',
    accounts: [],
    at: null,
    byline: { words: agency, reason: null },
    people: [],
    facts: {},
    corrects: null,
  }
}

/** A correction of a post, to the pages that had it. */
export function correctionOf(post: PostView): PostContent {
  const { content, postId, deliveries } = post
  const had = deliveries.flatMap(({ does, state, accountId }) =>
    (does === 'publish' || does === 'reply') && state !== 'refused' && state !== 'withdrawn'
      ? [accountId]
      : [],
  )
  return {
    ...content,
    otherwise: [],
    media: [],
    at: null,
    accounts: [...new Set([...had, ...content.accounts])],
    corrects: { postId, how: 'reply' },
  }
}

export function asFormMedia(added: MediaAddedView): FormMedia {
  const { sha256, mediaId, kind, removed, kept } = added
  return {
    sha256,
    mediaId,
    kind,
    removed,
    kept,
    regions: [],
    alt: '',
    captions: null,
    rights: 'own',
    source: null,
    shows: [],
  }
}

/** What is not a field of the form but a list that grows and shrinks. */
export interface Lists {
  media: readonly FormMedia[]
  people: readonly FormPerson[]
  at: string | null
  facts: PostContent['facts']
  /** What the form leaves as it is. */
  corrects: PostContent['corrects']
}

/** The content that stands in a form. */
export function contentIn(filled: Filled, lists: Lists): PostContent {
  const accounts = filled.all('accounts')
  const words = filled.maybe('byline') ?? null
  return {
    category: categoryIn(filled.text('category')),
    texts: textsIn(filled, 'text'),
    otherwise: accounts.flatMap((accountId) => {
      const texts = textsIn(filled, `other-${accountId}`)
      return Object.keys(texts).length === 0 ? [] : [{ accountId, texts }]
    }),
    media: lists.media.map(({ sha256, alt, captions, rights, source, shows }) => ({
      sha256,
      alt: alt.trim(),
      captions: captions?.trim() ? captions.trim() : null,
      rights,
      source: source?.trim() ? source.trim() : null,
      shows,
    })),
    audience: filled.maybe('audience') ?? 'Everybody in town',
    accounts,
    at: lists.at,
    byline: { words, reason: words === null ? (filled.maybe('reason') ?? null) : null },
    people: lists.people
      .filter(({ name }) => name.trim() !== '')
      .map(({ name, status, inPicture }) => ({ name: name.trim(), status, inPicture })),
    facts: lists.facts,
    corrects:
      lists.corrects === null
        ? null
        : { ...lists.corrects, how: filled.text('how') === 'edit' ? 'edit' : 'reply' },
  }
}

function textsIn(filled: Filled, name: string): PostContent['texts'] {
  return Object.fromEntries(
    languages.flatMap((language) => {
      const text = filled.maybe(`${name}-${language}`)
      return text === undefined ? [] : [[language, text]]
    }),
  )
}

const categories = [
  'prevention',
  'reporting',
  'crime-data',
  'tips',
  'wanted',
  'road',
  'event',
  'weather',
  'missing',
  'news',
  'statement',
] as const satisfies readonly PostContent['category'][]

function categoryIn(said: string): PostContent['category'] {
  return categories.find((category) => category === said) ?? 'news'
}
