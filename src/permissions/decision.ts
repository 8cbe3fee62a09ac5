import type { MemberBrief } from '../members/schema.ts'
import type { Order } from '../policy/order.ts'
import { chiefsTitle } from './desks.ts'
import type { Letter } from './letter.ts'
import type { State } from './moves.ts'
import { inWords, type Office } from './request.ts'
import type { StoredRequest } from './store.ts'
import type { Ground } from './ways.ts'

/** Who decided, as what, and what they said. */
export interface Decided {
  state: State
  office: Office
  decider: MemberBrief | undefined
  remarks: string | null
  citation: string | null
  conditions: string | null
  at: string
  /** Its entry in the ledger. */
  entryId: string
}

/** The states that end with an answer on paper, and what the letter says of each. */
const titles: Partial<Record<State, string>> = {
  approved: 'Permission granted',
  disapproved: 'Request disapproved',
  upheld: 'Appeal decided: the disapproval stands',
  'not-needed': 'No permission is needed',
  allowed: 'Advance opinion: allowed',
  'allowed-with-changes': 'Advance opinion: allowed with changes',
  'not-allowed': 'Advance opinion: not allowed',
}

export function isDecided(state: State): boolean {
  return titles[state] !== undefined
}

/**
 * The office that a permission stands in. Whoever hears an appeal gives in the Chief's stead, where the order lets
 * the Chief give, since an order names no appeal.
 */
export function standsIn(office: Office, givers: readonly string[]): string {
  if (office !== 'appeal') return office
  return givers.includes('chief') ? 'chief' : (givers[0] ?? 'chief')
}

/** What whoever decided is called: `Chief of Police`, `designee of the Chief of Police`, a desk's own title. */
export function decidedAs(request: StoredRequest, office: Office, { settings }: Ground): string {
  const names = {
    chief: chiefsTitle,
    designee: `designee of the ${chiefsTitle}`,
    supervisor: request.desks[request.desk]?.title ?? 'supervisor',
    coworker: 'the colleagues who are named',
    appeal: settings.appealTo.title,
    counsel: 'counsel',
  } satisfies Record<Office, string>
  return names[office]
}

/** The letter of a decision. */
export function letterOf(
  agency: { name: string; zone: string },
  request: StoredRequest,
  ground: Ground,
  author: MemberBrief,
  decided: Decided,
): Letter {
  const { content, requestId, contentHash } = request
  const { way, adopted } = ground
  const { order } = adopted
  const { state, office, decider, remarks, citation, conditions, at, entryId } = decided
  const asked = decidedAs(request, office, ground)
  const provision = citation === null ? undefined : order.byCitation.get(citation)
  const rests = citation === null ? null : [citation, adopted.verbatim.get(citation) ?? provision?.gist ?? '']
  const matter = inWords(request.matter)
  return {
    agency: agency.name,
    zone: agency.zone,
    at,
    number: requestId,
    title: request.kind === 'opinion' ? (titles[state] ?? '') : `${titles[state]}: ${matter}`,
    to: [author.name, [author.rank, author.unit].filter((part) => part !== null).join(', ')].filter(
      (line) => line !== '',
    ),
    says: [
      ...opening(state, order.identity.number, order.identity.title),
      ...(remarks === null ? [] : [remarks]),
    ],
    facts: rows({
      Asked: content.why,
      Matter: matter,
      'Order and provision': `${order.identity.number}, ${way.cites}`,
      Period: state === 'approved' ? period(content) : null,
      'Covers also': content.covers.map((name) => plainly(order, name)).join('; '),
      Pictures: content.pictures.map(({ alt, sha256 }) => `${alt} (${sha256})`).join('; '),
      Page: content.page,
      Device:
        content.device && `${content.device.describes} (${content.device.owner} ${content.device.kind})`,
      Conditions: conditions,
      'Rests on': rests?.join(': ') ?? null,
      'SHA-256 of what was asked': contentHash,
      'Entry in the ledger': entryId,
    }),
    text: content.text,
    signed: decider ? [decider.name, asked] : [asked],
  }
}

/** What a permission covers besides, in plain words: a fact by its meaning; a citation or a kind of act as it is named. */
function plainly({ vocabulary }: Order, name: string): string {
  return vocabulary.facts.find((fact) => fact.name === name)?.means ?? inWords(name)
}

function period({ from, to }: StoredRequest['content']): string {
  return to === null ? `from ${from}, without a last day` : `${from} to ${to}`
}

function opening(state: State, number: string, title: string): string[] {
  const under = `under order ${number}, ${title},`
  switch (state) {
    case 'approved':
      return [
        `Your request ${under} is approved. It holds for exactly what is set out below: any change of it needs a new permission.`,
      ]
    case 'disapproved':
      return [`Your request ${under} is disapproved. You may appeal; Decorum shows you where.`]
    case 'upheld':
      return [`Your appeal ${under} is decided. The disapproval stands.`]
    case 'not-needed':
      return [
        `What you asked about needs no permission ${under.slice(0, -1)}. The Department holds itself to this answer for exactly what is set out below.`,
      ]
    default:
      return [
        `You asked for an opinion in advance ${under} and this is the answer. The Department holds itself to it for exactly what is set out below.`,
      ]
  }
}

function rows(facts: Record<string, string | null>): [string, string][] {
  return Object.entries(facts).flatMap(([name, words]) =>
    words === null || words === '' ? [] : [[name, words] satisfies [string, string]],
  )
}
