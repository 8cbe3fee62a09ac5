import type { Act, Media } from '../policy/act.ts'
import type { Case } from '../policy/case.ts'
import { detectAct } from '../policy/detect-act.ts'
import { remedy } from '../policy/explain.ts'
import { judge } from '../policy/judge.ts'
import type { Order } from '../policy/order.ts'
import { readAct } from '../policy/read-act.ts'
import type { Outcome, Ruling } from '../policy/ruling.ts'
import type { Fact } from '../policy/vocabulary.ts'
import { sha256 } from '../platform/id.ts'
import type { Adopted } from './adopted.ts'
import type { Question } from './schema.ts'

/** What a member may answer, from the gravest on, in plain words. */
export const choices = [
  { outcome: 'barred', words: 'Not allowed; nobody may permit it' },
  { outcome: 'needs-permission', words: 'Allowed only with permission, asked for first' },
  { outcome: 'needs-review', words: 'A person must weigh it before anything follows' },
  { outcome: 'advised', words: 'Allowed, with a caution' },
  { outcome: 'clear', words: 'Allowed; nothing in the order stands against it' },
] as const satisfies readonly { outcome: Outcome; words: string }[]

/** A question with its answer, and the case it comes from. */
export interface Asked {
  name: string
  question: Question
  ruling: Ruling
}

/**
 * The questions of one attempt, chosen from the order's cases: the same for the same member, version and attempt,
 * others for the next attempt. As many outcomes as the cases have are asked about before one is asked twice.
 * Fewer than `count` where the order has fewer cases that can be asked.
 */
export function questionsFor(
  adopted: Pick<Adopted, 'versionId' | 'order'>,
  cases: readonly Case[],
  count: number,
  who: { memberId: string; attempt: number },
): Asked[] {
  const seed = `${adopted.versionId} ${who.memberId} ${who.attempt}`
  const drawn = cases
    .map((one) => ({ one, draw: sha256(`${seed} ${one.name}`) }))
    .toSorted((a, b) => a.draw.localeCompare(b.draw))
  const asked: Asked[] = []
  // A case of another outcome (of a day before the order, say) asks about one of these too: it comes after them.
  let open = [...Map.groupBy(drawn, ({ one }) => one.outcome)]
    .toSorted(([a], [b]) => Number(isAnswer(b)) - Number(isAnswer(a)))
    .map(([, left]) => left)
  while (open.length > 0 && asked.length < count)
    open = open.filter((left) => {
      if (asked.length === count) return true
      const found = takeAsked(left, adopted.order)
      if (found) asked.push(found)
      return found !== undefined
    })
  return asked
}

function isAnswer(outcome: Outcome): boolean {
  return choices.some((choice) => choice.outcome === outcome)
}

/** Takes cases away up to the next that can be asked. */
function takeAsked(cases: { one: Case; draw: string }[], order: Order): Asked | undefined {
  for (let next = cases.shift(); next; next = cases.shift()) {
    const found = askedOf(next.one, next.draw.slice(0, 16), order)
    if (found) return found
  }
  return undefined
}

/** Acts of those who run pages, moderate or screen: not what every member is asked about. */
const deskWork: ReadonlySet<Act['kind']> = new Set(['page', 'screening'])

/** A case as a question under an adopted order; undefined where it cannot be asked or has no one answer. */
function askedOf(one: Case, questionId: string, order: Order): Asked | undefined {
  if (typeof one.data !== 'object' || one.data === null) return undefined
  const {
    scenario: _scenario,
    expect: _expect,
    never: _never,
    asks: _asks,
    on: _on,
    id: _id,
    ...written
  }: Record<string, unknown> = { ...one.data }
  const { act } = readAct({ ...written, id: one.name }, order.vocabulary)
  if (!act || act.capacity === 'visitor' || deskWork.has(act.kind)) return undefined
  // Bare facts that prove one limb of a rule are no story that anybody would tell.
  if (act.text === undefined && act.media === undefined) return undefined
  // A permission for a time needs a day to be weighed on; the case's own day is another order's.
  if (act.permissions?.some(({ from, to }) => from !== undefined || to !== undefined)) return undefined
  const ruling = judge(act, order)
  // Where a question is still open, no answer is the right one.
  if (ruling.asks.length > 0 || !choices.some(({ outcome }) => outcome === ruling.outcome)) return undefined
  const question = { questionId, story: storyOf(act, order), text: act.text ?? null, choices: [...choices] }
  return { name: one.name, question, ruling }
}

const kindWords = {
  post: 'posts',
  comment: 'comments',
  reshare: 'shares a post of somebody else',
  message: 'sends a message',
  profile: 'has this on a profile',
  'placed-by-other': 'leaves standing what somebody else placed on their page',
  statement: 'makes a statement',
  access: 'uses a network or a site',
  page: 'sets up or runs a page',
  omission: 'leaves something undone',
  screening: 'searches for what a candidate has posted',
} as const satisfies Record<Act['kind'], string>

const whoWords = {
  sworn: 'An officer',
  civilian: 'A civilian employee',
  special: 'A special officer',
  support: 'A community support officer',
  volunteer: 'A volunteer',
  'town-employee': 'A town employee who works in the department',
  visitor: 'A visitor',
} as const satisfies Record<NonNullable<NonNullable<Act['author']>['kind']>, string>

/** A case in sentences that leave the answer open. */
function storyOf(act: Act, order: Order): string[] {
  const who = act.capacity === 'visitor' ? 'A visitor' : whoWords[act.author?.kind ?? 'sworn']
  const undercover = act.author?.undercover === true ? ' who works undercover' : ''
  const where =
    act.capacity === 'official'
      ? ' for the department'
      : act.capacity === 'personal'
        ? ' as a private person'
        : ''
  const duty = act.duty === 'on' ? ', on duty' : act.duty === 'off' ? ', off duty' : ''
  const audience =
    act.audience === 'limited' ? ', to a limited audience' : act.audience === 'public' ? ', in public' : ''
  const device = act.device?.owner
    ? `, on a ${act.device.owner} ${act.device.kind ?? 'device'}`
    : act.device?.kind
      ? `, on a ${act.device.kind}`
      : ''
  return [
    `${who}${undercover} ${kindWords[act.kind]}${where}${duty}${audience}${device}.`,
    ...(act.media ?? []).map((media) => mediaInWords(media, order)),
    ...knownInWords(act, order),
    ...(act.permissions ?? []).map(
      ({ matter, by, form, state }) =>
        `Permission (${matter}) of the ${by}${form ? `, ${form}` : ''}: ${state}.`,
    ),
    ...(act.consents ?? []).map(({ given }) =>
      given ? 'A colleague who is shown has agreed.' : 'A colleague who is shown has refused.',
    ),
  ]
}

function mediaInWords(media: Media, order: Order): string {
  const shows = (media.shows ?? []).map((name) => lower(order.vocabulary.byName.get(name)?.means ?? name))
  return [
    `With ${{ image: 'a picture', video: 'a video', audio: 'a recording' }[media.kind]}`,
    media.alt === undefined ? '' : `: ${media.alt.replace(/\.$/, '')}`,
    media.text === undefined ? '' : `, in which is read "${media.text}"`,
    shows.length > 0 ? ` (it: ${shows.join('; ')})` : '',
    '.',
  ].join('')
}

/** What is known beside the words; a fact that silence would mean anyway is not said. */
function knownInWords(act: Act, order: Order): string[] {
  // What a detector reads in the words, a person reads there too.
  const plain = new Set(detectAct(act).map((sighting) => sighting.fact))
  return Object.entries(act.facts ?? {}).flatMap(([name, value]) => {
    const fact = order.vocabulary.byName.get(name)
    if (!fact || fact.from === 'act') return []
    if (value === false) return fact.from === 'text' ? [] : [`${asQuestion(fact)} No.`]
    if (plain.has(name)) return []
    const details = value === true ? '' : ` (${Object.values(value).join(', ')})`
    return [`${asQuestion(fact)} Yes${details}.`]
  })
}

function asQuestion({ question, means }: Fact): string {
  return question ?? `Is this so: ${lower(means)}?`
}

/** The provisions that decide a question, for the explanation after it was answered. */
export function explanationOf(
  { ruling }: Asked,
  adopted: Pick<Adopted, 'order' | 'verbatim'>,
): { citation: string; gist: string; verbatim: string | null; remedy: string | null }[] {
  return ruling.provisions
    .filter((provision) => provision.outcome === ruling.outcome)
    .map((provision) => ({
      citation: provision.citation,
      gist: adopted.order.byCitation.get(provision.citation)?.gist.trim() ?? '',
      verbatim: adopted.verbatim.get(provision.citation) ?? null,
      remedy: remedy(provision) ?? null,
    }))
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}
