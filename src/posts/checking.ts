import type { Networks } from '../accounts/networks/network.ts'
import { orderInForce } from '../permissions/ways.ts'
import { judgeFor } from '../permissions/covering.ts'
import type { MemberRuling } from '../permissions/schema.ts'
import type { Agency } from '../members/caller.ts'
import { membersOf } from '../members/store.ts'
import { isBefore, later } from '../platform/day.ts'
import type { Db } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import { readAct } from '../policy/read-act.ts'
import { actOfPost } from './act.ts'
import { personKey, type PostContent } from './content.ts'
import { lengthOf, overLimits } from './limits.ts'
import { copiesOf, type Copy } from './copies.ts'
import { wholeText, wordsFor } from './outgoing.ts'
import type { PostGround } from './seats.ts'
import { postsOf } from './store.ts'
import { momentOf } from './when.ts'

/** What stands against submitting a post, in sentences; `accountId` where it is one account's own. */
export interface PostProblem {
  accountId: string | null
  sentence: string
}

/** A post as one account would say it, measured as its network measures. */
export interface Preview {
  accountId: string
  text: string
  languages: string[]
  length: number
  most: number
  problems: string[]
}

export interface Checked {
  problems: PostProblem[]
  previews: Preview[]
  /** When it would go out; null: when it is approved. */
  moment: string | null
  /** Times to choose from, where the one that was given never is, or is twice. */
  offers: string[]
}

/**
 * Everything that would stop a post from being submitted or taken by its networks. `at` is now; null for what goes out
 * at once, whenever it was to.
 */
export async function checkPost(
  db: Db,
  agency: Agency,
  content: PostContent,
  { accounts }: PostGround,
  networks: Networks,
  at: string | null,
): Promise<Checked> {
  const copies = await copiesOf(
    db,
    agency.agencyId,
    content.media.map(({ sha256 }) => sha256),
  )
  const problems: PostProblem[] = []
  const say = (sentence: string, accountId: string | null = null): void => {
    problems.push({ accountId, sentence })
  }
  const chosen = [...new Set(content.accounts)]
  const previews = chosen.flatMap((accountId) => {
    const account = accounts.find((one) => one.accountId === accountId)
    if (!account) {
      say('one of the pages it goes to is not known here', accountId)
      return []
    }
    if (account.state !== 'live')
      say(`${account.handle} has no licence in force, and nothing is published through it`, accountId)
    if (account.suspended !== null) say(`${account.handle}: ${account.suspended}`, accountId)
    const { text, languages } = wordsFor(content, account)
    const { limits } = networks[account.network]
    const over = overLimits(text, measured(content, copies), limits)
    for (const sentence of over) say(`${account.handle} on ${account.network}: ${sentence}`, accountId)
    const length = lengthOf(text, limits.text)
    return [{ accountId, text, languages, length, most: limits.text.most, problems: over }]
  })
  if (chosen.length === 0) say('choose at least one page that it goes to')
  if (wholeText({ ...content, byline: { words: null, reason: null } }) === '') say('write what it says')
  for (const { accountId } of content.otherwise)
    if (!chosen.includes(accountId))
      say('it has words of its own for a page that it does not go to', accountId)
  for (const sentence of mediaProblems(content, copies)) say(sentence)
  for (const sentence of peopleProblems(content)) say(sentence)
  for (const sentence of await correctionProblems(db, agency.agencyId, content)) say(sentence)
  const when = content.at === null ? undefined : momentOf(agency.zone, content.at)
  if (when?.ok === false) say(when.because)
  // A yes binds the time; one that comes too late is a yes to something else.
  if (when?.ok === true && at !== null && isBefore(when.moment, at))
    say('the time at which it was to go out has passed; choose another, or none')
  if (when?.ok === true && at !== null && isBefore(later(at, { hours: 24 * 366 }), when.moment))
    say('it would go out more than a year from now; choose an earlier time')
  return {
    problems,
    previews,
    moment: when?.ok === true ? when.moment : null,
    offers: when?.ok === false ? when.offers : [],
  }
}

function measured(content: PostContent, copies: ReadonlyMap<string, Copy>): Parameters<typeof overLimits>[1] {
  return content.media.flatMap(({ sha256, alt, captions }) => {
    const copy = copies.get(sha256)
    if (!copy) return []
    const { kind, mediaType, bytes, seconds } = copy
    return [{ kind, mediaType, bytes, seconds, alt, captions }]
  })
}

function mediaProblems({ media }: PostContent, copies: ReadonlyMap<string, Copy>): string[] {
  return media.flatMap(({ sha256, alt, captions, rights, source }, place) => {
    const copy = copies.get(sha256)
    const which = media.length > 1 ? `picture or film ${place + 1}` : 'the picture or film'
    if (!copy) return [`${which} was never added here`]
    return [
      ...(alt === '' ? [`say what ${which} shows, for those who cannot see it`] : []),
      ...(copy.kind === 'video' && captions === null
        ? ['add captions to the film, for those who cannot hear it']
        : []),
      ...(rights !== 'own' && source === null
        ? [`say whose work ${which} is and where it came from, or leave it out`]
        : []),
    ]
  })
}

function peopleProblems({ people }: PostContent): string[] {
  const keys = people.map(({ name }) => personKey(name))
  return [
    ...(new Set(keys).size < keys.length ? ['a person is named twice'] : []),
    ...people
      .filter(({ status }) => status === 'erased')
      .map(({ name }) => `the record about ${name} is erased, and no post names them; leave them out`),
  ]
}

async function correctionProblems(
  db: Db,
  agencyId: string,
  { corrects, accounts }: PostContent,
): Promise<string[]> {
  if (corrects === null) return []
  const [original] = await postsOf(db, agencyId, [corrects.postId])
  if (!original) return ['the post that it corrects is not known here']
  if (original.publishedAt === null && original.state !== 'publishing' && original.state !== 'removed')
    return ['the post that it corrects was never published; edit that instead']
  const out = await db
    .selectFrom('delivery')
    .select('accountId')
    .distinct()
    .where('agencyId', '=', agencyId)
    .where('subjectKind', '=', 'post')
    .where('subjectId', '=', corrects.postId)
    .where('does', 'in', ['publish', 'reply'])
    .where('state', 'not in', ['refused', 'withdrawn'])
    .execute()
  return out.every(({ accountId }) => accounts.includes(accountId))
    ? []
    : ['a correction goes to every page that had what it corrects; add the ones that lack']
}

/**
 * What the order in force says of a post by its author in official capacity, with the permissions that the author
 * holds. Refuses names of facts that the order does not know.
 */
export async function judgePost(
  db: Db,
  agency: Agency,
  author: string,
  content: PostContent,
  { accounts }: PostGround,
  at: string,
): Promise<MemberRuling> {
  const { agencyId } = agency
  const adopted = await orderInForce(db, agencyId, at)
  const [who] = await membersOf(db, agencyId, [author])
  const copies = await copiesOf(
    db,
    agencyId,
    content.media.map(({ sha256 }) => sha256),
  )
  const act = actOfPost(content, {
    on: at,
    authorKind: who?.kind,
    accounts: accounts.filter(({ accountId }) => content.accounts.includes(accountId)),
    kindOf: (sha256) => copies.get(sha256)?.kind ?? 'image',
  })
  const read = readAct(act, adopted.order.vocabulary)
  if (!read.act) {
    const [problem] = read.problems
    throw new Refusal('malformed', `${problem?.at}: ${problem?.problem}`)
  }
  return await judgeFor(db, agency, author, read.act)
}
