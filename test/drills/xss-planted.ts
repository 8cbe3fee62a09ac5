import assert from 'node:assert/strict'
import { commentSchema, type CommentView } from '../../src/comments/schema.ts'
import type { Tx } from '../../src/platform/db.ts'
import { newId } from '../../src/platform/id.ts'
import { memberFormSchema } from '../../src/members/schema.ts'
import { addMember } from '../../src/members/store.ts'
import { postContentSchema } from '../../src/posts/content.ts'
import { askDelivery } from '../../src/posts/deliveries.ts'
import { bindNotice, noticeContentSchema, type NoticeContent } from '../../src/posts/notices/content.ts'
import { addMessage, changeNotice, insertNotice } from '../../src/posts/notices/store.ts'
import type { CommentedTown } from '../commented-town.ts'
import { licensed, pageSaid } from '../official-town.ts'
import { postingIn } from '../posting.ts'
import { townMap } from '../public-data.ts'
import { stands } from '../site-town.ts'
import type { Payload } from './xss-payloads.ts'

/** The beginning of a text, no letter of it cut in half. */
export const short = (words: string, most: number): string => words.slice(0, most).toWellFormed()

/** Every field that they are put into, by the name that its form has for it; the short ones as far as a payload fits. */
export const planting = {
  post: [
    'text',
    'text in Spanish',
    'address in the text',
    'alternative text',
    'byline',
    'reason of a removal',
  ],
  notice: [
    'headline',
    'description',
    'instruction',
    'area',
    'alternative text',
    'contact',
    'reason of its end',
  ],
  page: ['handle', 'purpose', 'audience', 'contact', 'notice of the page'],
  report: ['address', 'says', 'reach'],
  comment: ['name', 'text', 'reason of a hiding', 'why not for criticism', 'appeal'],
  figures: ['kind', 'area', 'source'],
  map: ['road', 'district', 'source'],
  member: ['name'],
  letter: ['agency', 'title', 'to', 'says', 'fact', 'words of a fact', 'text', 'signed'],
} as const

/** Where a batch of payloads stands. */
export interface Planted {
  posts: { id: string; words: string }[]
  notices: { id: string; words: string }[]
  cancelled: string[]
  removed: string[]
  codes: string[]
  accountId: string
  members: string[]
}

/** Several payloads in one text, at most so long. */
export function joined(batch: readonly Payload[], most: number): string {
  let all = ''
  for (const { words } of batch) {
    const next = all === '' ? words : `${all}\n${words}`
    if (next.length <= most) all = next
  }
  return all
}

/** What the forms take: no NUL, and nothing that turns the direction of what comes after. */
export const plain = (words: string): string => words.replaceAll(/[\0\u202A-\u202E\u2066-\u2069]/g, '')

/**
 * Puts each payload of a batch into every field that anybody ever sees: posts, notices, pages, reports, comments,
 * appeals, figures, the map, names. Long rows are written as their modules write them, without the desks between.
 */
export async function plant(
  town: CommentedTown,
  sha256: string,
  batch: readonly Payload[],
): Promise<Planted> {
  const groups = Array.from({ length: Math.ceil(batch.length / 10) }, (_, n) =>
    batch.slice(n * 10, n * 10 + 10),
  )
  const planted: Planted = {
    posts: [],
    notices: [],
    cancelled: [],
    removed: [],
    codes: [],
    accountId: '',
    members: [],
  }
  const { said } = postingIn(town)
  await town.does('grant', 'posts.publish', async (tx, record) => {
    for (const { n, words: raw } of batch) {
      const words = plain(raw)
      const content = postContentSchema.parse(
        said({
          texts: { en: `${words}\n${words} https://x.example/?${words}`, es: words },
          media: [{ sha256, alt: words }],
          byline: { words: short(words, 100) },
        }),
      )
      planted.posts.push({ id: await stands(town, tx, content), words })
      planted.notices.push({ id: await noticeStands(town, tx, noticeOf(town, sha256, words), null), words })
      const form = { name: short(words, 100), kind: 'civilian', from: '2020-01-01', email: null }
      const memberId = `xss-${n}`
      await addMember(tx, record, town.agency.agencyId, memberId, memberFormSchema.parse(form))
      planted.members.push(memberId)
    }
    for (const group of groups)
      planted.cancelled.push(
        await noticeStands(
          town,
          tx,
          noticeOf(town, sha256, plain(joined(group, 150))),
          plain(joined(group, 1_900)),
        ),
      )
    await record({ subject: newId(), body: {} })
  })
  for (const group of groups) planted.removed.push(await removed(town, plain(joined(group, 1_900))))
  await sentAll(town)
  await figures(town, batch)
  planted.accountId = await page(town, batch)
  for (const group of groups) await report(town, group)
  planted.codes = await comments(town, batch, groups)
  return planted
}

/** A round of sending takes so many; all of these are to stand. */
async function sentAll(town: CommentedTown): Promise<void> {
  for (let round = 0; ; round++) {
    await town.app.deliverSoon(town.agency)
    const waiting = await town.db
      .selectFrom('delivery')
      .select(['deliveryId', 'does', 'state', 'dueAt', 'tries', 'sentence'])
      .orderBy('seq')
      .where('agencyId', '=', town.agency.agencyId)
      .where('accountId', '=', town.accounts.site.accountId)
      .where('state', 'in', ['waiting', 'sending'])
      .limit(1)
      .executeTakeFirst()
    if (!waiting) return
    assert.ok(round < 20, `still on its way to the site: ${JSON.stringify(waiting)}`)
  }
}

function noticeOf(town: CommentedTown, sha256: string, words: string): NoticeContent {
  const both = { en: words, es: words }
  const said = { headline: short(words, 200), description: words, instruction: words }
  return noticeContentSchema.parse({
    kind: 'road-closure',
    texts: { en: said, es: said },
    severity: 'Minor',
    urgency: 'Immediate',
    certainty: 'Observed',
    area: { words: both, circle: { centre: [41.76, -72.68], radius: 0.5 } },
    effective: town.now(),
    expires: new Date(Date.parse(town.now()) + 30 * 86_400_000).toISOString(),
    picture: { sha256, alt: both },
    contact: short(words, 200),
    accounts: [town.accounts.site.accountId],
  })
}

async function noticeStands(
  town: CommentedTown,
  tx: Tx,
  content: NoticeContent,
  endedBecause: string | null,
): Promise<string> {
  const { agencyId, host } = town.agency
  const at = town.now()
  const noticeId = newId()
  const bound = { content, ...bindNotice(content) }
  const { written, hash } = bound
  await insertNotice(tx, agencyId, { noticeId, author: 'grant' }, bound, at)
  const out = { outContent: written, outHash: hash, outBy: 'diaz', firstOutAt: at, outAt: at }
  const ended =
    endedBecause === null
      ? { state: 'in-force' as const }
      : { state: 'cancelled' as const, endedAt: at, endedAs: 'cancelled' as const, endedBecause }
  const changes = { ...out, ...ended, expiresAt: content.expires, origin: `http://${host}` }
  await changeNotice(tx, agencyId, { noticeId, version: 1 }, changes)
  await addMessage(tx, agencyId, noticeId, { type: 'Alert', contentHash: hash, sent: at })
  const { accountId } = town.accounts.site
  const { sha256 = '', alt = { en: '' } } = content.picture ?? {}
  const media = [{ sha256, alt: alt.en, mediaType: 'image/jpeg', width: 320, height: 200, captions: null }]
  const outgoing = { text: content.texts.en?.headline ?? '', languages: ['en'], media }
  const asked = { subject: { kind: 'notice' as const, id: noticeId }, accountId, does: 'publish' as const }
  await askDelivery(tx, agencyId, { ...asked, outgoing, hash, replyTo: null, remoteId: null }, at)
  return noticeId
}

async function removed(town: CommentedTown, remarks: string): Promise<string> {
  const { published, moves } = postingIn(town)
  const postId = await published()
  await moves('grant', postId, 'remove', { remarks })
  return postId
}

/** Each payload as the name of a kind, of an area, of a road, and of a source. */
async function figures(town: CommentedTown, batch: readonly Payload[]): Promise<void> {
  const names = batch.slice(0, 36).map(({ words }) => short(plain(words).replaceAll(/\s+/g, ' '), 58).trim())
  const base = townMap(4)
  const features = 'features' in base && Array.isArray(base.features) ? base.features : []
  const named = names.map((name, n) => ({
    type: 'Feature',
    properties: { name, kind: n % 2 === 0 ? 'road' : 'district' },
    geometry:
      n % 2 === 0
        ? {
            type: 'LineString',
            coordinates: [
              [-72.69, 41.755 + n / 4_000],
              [-72.67, 41.755 + n / 4_000],
            ],
          }
        : {
            type: 'Polygon',
            coordinates: [
              [
                [-72.69, 41.755],
                [-72.67, 41.755],
                [-72.67, 41.76 + n / 4_000],
                [-72.69, 41.755],
              ],
            ],
          },
  }))
  const jones = await town.people.by('jones')
  const source = plain(joined(batch, 190))
  const map = { source, map: { type: 'FeatureCollection', features: [...named, ...features] } }
  const loaded = await jones.post('/api/map', map)
  assert.equal(loaded.status, 200, JSON.stringify(loaded.body))
  const lines = names.flatMap((name) =>
    Array.from({ length: 6 }, () => `2026-01-05,${quoted(name)},${quoted(name)}`),
  )
  const csv = ['date,kind,area', ...lines].join('\n')
  const crime = await jones.post('/api/crime-data', { csv, source, threshold: 5 })
  assert.equal(crime.status, 200, JSON.stringify(crime.body))
  assert.deepEqual(Reflect.get(Object(crime.body), 'problems'), [])
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** A licensed page whose every word is a payload. */
async function page(town: CommentedTown, batch: readonly Payload[]): Promise<string> {
  const base = pageSaid()
  const [first] = batch
  const share = Math.ceil(batch.length / base.notices.length)
  const notices = base.notices.map((notice, n) => {
    const words = plain(joined(batch.slice(n * share, (n + 1) * share), 1_000))
    return { ...notice, wording: { en: `${notice.wording.en ?? ''} ${words}` } }
  })
  const { accountId } = await licensed(town, town.people, {
    ...base,
    handle: plain(first?.words ?? '')
      .trim()
      .slice(0, 200),
    address: `https://police.riverton.example/${newId()}`,
    purpose: plain(joined(batch, 990)).trim(),
    audience: plain(joined(batch.slice(10), 390)).trim() || 'all',
    contact: plain(joined(batch.slice(20), 290)).trim() || 'desk',
    notices,
  })
  return accountId
}

let sent = 0

/** A form as a browser without JavaScript sends it. */
async function send(town: CommentedTown, url: string, fields: Record<string, string>): Promise<void> {
  const { host } = town.agency
  const answer = await town.app.inject({
    method: 'POST',
    url,
    // Each from another house: one of them may report ten times an hour.
    remoteAddress: `10.0.${sent >> 8}.${sent++ & 255}`,
    headers: { host, origin: `http://${host}`, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ key: newId(), ...fields }).toString(),
  })
  assert.equal(answer.statusCode, 200, answer.body.slice(0, 3_000))
}

async function report(town: CommentedTown, group: readonly Payload[]): Promise<void> {
  const address = `https://x.example/?${encodeURIComponent(plain(joined(group, 100)))}`
  const [says, reach] = [plain(joined(group, 1_900)), plain(joined(group, 190))]
  await send(town, '/public/pages/report', { address, says, reach })
}

/** Visitors whose names and words are payloads; of each group one is hidden and appeals. Gives the receipts' codes. */
async function comments(
  town: CommentedTown,
  batch: readonly Payload[],
  groups: readonly (readonly Payload[])[],
): Promise<string[]> {
  const { wall } = town.fakes.bluesky
  const parentId = town.out.bluesky
  for (const { n, words } of batch)
    // A name has at most 64 signs there; what a network hands on no form has looked at.
    wall.put({ by: wall.visitor(`v${n}.example`, short(words, 60)), parentId, text: words })
  const openings = groups.map(([first]) => `You are an idiot, number ${first?.n ?? 0}.`)
  for (const [n, opening] of openings.entries()) {
    const text = `${opening} ${plain(joined(groups[n] ?? [], 200))}`
    wall.put({ by: wall.visitor(`idiot${n}.example`), parentId, text })
  }
  await town.look()
  const codes: string[] = []
  for (const [n, opening] of openings.entries()) {
    const view = await seen(town, opening)
    const said = { move: 'hide', ground: 'personal-attack', n: 1, spans: [[0, opening.length]] }
    const reason = plain(joined(groups[n] ?? [], 490))
    await town.moves('ito', view, { ...said, reason, notForCriticism: reason })
    const code = await town.codeOf(view)
    await send(town, `/public/appeal/${code}`, { words: plain(joined(groups[n] ?? [], 3_900)) })
    codes.push(code)
  }
  return codes
}

/** A comment by the beginning of its words, however many others wait. */
async function seen(town: CommentedTown, opening: string): Promise<CommentView> {
  for (let after = ''; ;) {
    const { items, next } = await town.queue('ito', `?state=waiting&limit=100${after}`)
    const found = items.find(({ text }) => text.startsWith(opening))
    if (found) {
      const { body } = await (await town.people.by('ito')).get(`/api/comments/${found.commentId}`)
      return commentSchema.parse(body)
    }
    assert.ok(next !== null, `nobody has seen ${opening}`)
    after = `&after=${encodeURIComponent(next)}`
  }
}
