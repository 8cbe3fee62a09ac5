import type { Networks } from '../../accounts/networks/network.ts'
import type { Agency } from '../../members/caller.ts'
import type { MemberRuling } from '../../permissions/schema.ts'
import type { Db } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { judgePost } from '../checking.ts'
import { postContentSchema, type PostContent } from '../content.ts'
import { copiesOf } from '../copies.ts'
import { lengthOf } from '../limits.ts'
import type { PostGround } from '../seats.ts'
import { noticeLacks, noticeLanguages, type NoticeContent } from './content.ts'
import { fittedTo, type Lead } from './fitted.ts'
import { fetching } from './going-out.ts'
import { mapMediaType } from './map-picture.ts'
import type { NoticeOffice } from './notice.ts'
import { templates } from './templates.ts'

/** A notice as one page would say it. */
export interface NoticePreview {
  accountId: string
  handle: string
  network: string
  text: string
  languages: string[]
  length: number
  most: number
  isShortened: boolean
}

/** A notice as the post that it is to the order: an official one, of the use that its template names. */
export function asPost(content: NoticeContent, agencyName: string): PostContent {
  const { kind, texts, picture, accounts, area } = content
  const said = noticeLanguages.flatMap((language) => {
    const one = texts[language]
    const parts = one && [one.headline, one.description, one.instruction, area.words[language]]
    const text = parts?.filter((part) => part !== '').join('\n') ?? ''
    return text === '' ? [] : [[language, text] as const]
  })
  return postContentSchema.parse({
    category: templates[kind].category,
    texts: Object.fromEntries(said),
    media: picture
      ? [{ sha256: picture.sha256, alt: [picture.alt.en, picture.alt.es].filter(Boolean).join('\n') }]
      : [],
    accounts,
    byline: { words: agencyName },
    facts: { [templates[kind].fact]: true },
  })
}

/** Everything that a notice lacks before it may go out, its pages and its picture among it. */
export async function noticeProblems(
  db: Db,
  agencyId: string,
  content: NoticeContent,
  { accounts }: PostGround,
  networks: Networks,
  at: string,
): Promise<string[]> {
  const found = noticeLacks(content, at)
  for (const accountId of new Set(content.accounts)) {
    const account = accounts.find((one) => one.accountId === accountId)
    if (!account) found.push('one of the pages it goes to is not known here')
    else if (account.state !== 'live')
      found.push(`${account.handle} has no licence in force, and nothing is published through it`)
    else if (account.suspended !== null) found.push(`${account.handle}: ${account.suspended}`)
  }
  const { picture, area } = content
  const copy = picture && (await copiesOf(db, agencyId, [picture.sha256])).get(picture.sha256)
  if (picture) {
    if (!copy) found.push('the picture was never added here')
    else if (copy.kind !== 'image') found.push('a notice carries a picture, not a film')
  }
  const carries = [copy?.mediaType, area.polygon || area.circle ? mapMediaType : undefined]
  for (const { handle, network } of accounts.filter(({ accountId }) =>
    content.accounts.includes(accountId),
  )) {
    const { needsMedia, images } = networks[network].limits
    if (!needsMedia) continue
    if (images.most === 0)
      found.push(`${handle} takes films only, and a notice has none; leave that page out`)
    else if (fetching.has(network))
      found.push(`${handle} takes pictures only, and fetches them from a public address; leave that page out`)
    else if (!carries.some((one) => one !== undefined && images.mediaTypes.includes(one)))
      found.push(
        `${handle} takes nothing without a picture; mark the area on the map, add a picture, or leave that page out`,
      )
  }
  return found
}

/** The notice as each of its pages would say it. */
export function noticePreviews(
  content: NoticeContent,
  { accounts }: PostGround,
  networks: Networks,
  address: string,
  lead: Lead,
): NoticePreview[] {
  return [...new Set(content.accounts)].flatMap((accountId) => {
    const account = accounts.find((one) => one.accountId === accountId)
    if (!account) return []
    const { handle, network } = account
    const { text: limits } = networks[network].limits
    const fitted = fittedTo(content.texts, account, limits, address, lead)
    const length = lengthOf(fitted.text, limits)
    return [{ accountId, handle, network, ...fitted, length, most: limits.most }]
  })
}

/** What the order says of a notice by its author; refuses what it does not let be said, and what nobody has weighed. */
export async function weighNotice(
  db: Db,
  agency: Agency,
  content: NoticeContent,
  ground: PostGround,
  networks: Networks,
  said: {
    author: string
    office: NoticeOffice | null
    remarks: string | undefined
    at: string
    isFinal: boolean
  },
): Promise<MemberRuling> {
  const { author, office, remarks, at, isFinal } = said
  const [problem, ...more] = await noticeProblems(db, agency.agencyId, content, ground, networks, at)
  if (problem !== undefined)
    throw new Refusal('malformed', `${problem}${more.length > 0 ? `; and ${more.length} more` : ''}`)
  const ruling = await judgePost(db, agency, author, asPost(content, agency.name), ground, at)
  for (const { outcome, path, citation, note } of ruling.provisions) {
    if (outcome === 'barred')
      throw new Refusal(
        'forbiddenByOrder',
        `the order does not let this be said: ${note ?? 'see the provision'}`,
        citation,
      )
    if (!isFinal) continue
    const givers = path?.by ?? ''
    if (outcome === 'needs-permission' && (office === null || !givers.includes(office)))
      throw new Refusal(
        'forbiddenByOrder',
        `this needs a permission of the ${givers === '' ? 'Chief' : givers}, asked for and given before`,
        citation,
      )
    if ((outcome === 'needs-permission' || outcome === 'needs-review') && !remarks?.trim())
      throw new Refusal(
        'forbiddenByOrder',
        'the order asks a person to weigh this; say in your remark what you weighed',
        citation,
      )
  }
  return ruling
}

/** The provisions that recognise this use; where there are some, what cannot wait is signed by one. */
export function recognised(content: NoticeContent, { provisions }: MemberRuling): string[] {
  const { fact } = templates[content.kind]
  return provisions
    .filter(({ outcome, because }) => outcome === 'clear' && because.some((one) => one.fact === fact))
    .map(({ citation }) => citation)
}
