import type { Db } from '../../platform/db.ts'
import { inLanguage } from '../../platform/public-page.ts'
import { leads } from '../notices/fitted.ts'
import { templates } from '../notices/templates.ts'
import type { Feed, FeedEntry } from './feeds.ts'
import { saidIn } from './notice-pages.ts'
import type { Reading } from './parts.ts'
import { postTitle, spokenIn } from './post-pages.ts'
import { feedNotices } from './site-notices.ts'
import { sitePosts } from './site-posts.ts'
import { momentIn, siteWords } from './words.ts'

const mostEntries = 50

/** The feed of posts or of notices, in a language. */
export async function feedOf(
  db: Db,
  reading: Reading,
  what: 'posts' | 'notices',
  { origin, path }: { origin: string; path: string },
  at: string,
): Promise<Feed> {
  const { agency, language } = reading
  const { agencyId } = agency
  const entries =
    what === 'posts' ? await postsIn(db, reading, origin) : await noticesIn(db, reading, origin, at)
  return {
    title: `${agency.name}: ${siteWords[language][what]}`,
    page: inLanguage(`${origin}/public/${what}`, language),
    self: inLanguage(`${origin}${path}`, language),
    author: agency.name,
    language,
    entries,
    updated: (await lastChange(db, agencyId, what)) ?? at,
  }
}

async function postsIn(db: Db, { agency, language }: Reading, origin: string): Promise<FeedEntry[]> {
  const { posts } = await sitePosts(db, agency.agencyId, { limit: mostEntries })
  const words = siteWords[language]
  return posts.map((post) => {
    const { postId, at, updated, content, corrections, corrects } = post
    const spoken = spokenIn(post, language)
    const mark = corrects === null ? '' : `${words.correction}\n\n`
    const after = corrections.length === 0 ? '' : `\n\n${words.corrected} ${origin}/public/posts/${postId}`
    return {
      address: `${origin}/public/posts/${postId}`,
      title: postTitle(post, language),
      text: `${mark}${content.texts[spoken] ?? ''}${after}`,
      language: spoken,
      published: at,
      updated,
      category: content.category,
      cap: null,
    }
  })
}

async function noticesIn(
  db: Db,
  { agency, language }: Reading,
  origin: string,
  at: string,
): Promise<FeedEntry[]> {
  const notices = await feedNotices(db, agency.agencyId, at)
  return notices.slice(0, mostEntries).map((notice) => {
    const { noticeId, updated, content, isInForce, isComing, endedBecause, isRemoved, endedAs } = notice
    const words = siteWords[language]
    const gone = endedAs === 'found' ? [words.foundTitle, words.foundSays] : [words.goneTitle, words.goneSays]
    const { said, spoken } = saidIn(notice, language)
    const stands = isInForce || isComing
    const lead = stands ? '' : leads.cancel[spoken]
    const begins = isComing
      ? `${siteWords[spoken].from} ${momentIn(spoken, agency.zone, content.effective)}.`
      : ''
    const parts = stands
      ? [begins, said.instruction, said.description]
      : [endedBecause ?? '', said.description]
    return {
      address: `${origin}/public/notices/${noticeId}`,
      title: isRemoved ? (gone[0] ?? '') : `${lead}${said.headline}`,
      text: isRemoved ? (gone[1] ?? '') : parts.filter((part) => part !== '').join('\n\n'),
      language: isRemoved ? language : spoken,
      published: notice.at,
      updated,
      category: templates[content.kind].title[language],
      cap: `${origin}/public/notices/${noticeId}/cap.xml`,
    }
  })
}

/** When anything of a feed last came, changed or went. */
async function lastChange(db: Db, agencyId: string, what: 'posts' | 'notices'): Promise<string | null> {
  const kind = what === 'posts' ? 'post' : 'notice'
  const row = await db
    .selectFrom('delivery')
    .select((one) => [
      one.fn.max('delivery.doneAt').as('done'),
      one.fn.max('delivery.removedAt').as('removed'),
    ])
    .where('agencyId', '=', agencyId)
    .where('subjectKind', '=', kind)
    .executeTakeFirst()
  const notice =
    what === 'posts'
      ? undefined
      : await db
          .selectFrom('notice')
          .select((one) => [one.fn.max('outAt').as('out'), one.fn.max('endedAt').as('ended')])
          .where('agencyId', '=', agencyId)
          .where('outHash', 'is not', null)
          .executeTakeFirst()
  const times = [row?.done, row?.removed, notice?.out, notice?.ended].filter(
    (time) => typeof time === 'string',
  )
  return times.toSorted().at(-1) ?? null
}
