import { meaning } from '../policy/explain.ts'
import { modulesToCome, type Order, type Provision } from '../policy/order.ts'
import type { Outcome } from '../policy/ruling.ts'
import type { Adopted } from './adopted.ts'
import { otherOrders } from './differences.ts'
import { isHead } from './own-order.ts'
import type { OrderReader, ReaderProvision } from './schema.ts'

/** Which part of the house carries a provision out, in words. */
const moduleWords = {
  policy: 'the self-check and the judge',
  ledger: 'the ledger',
  members: 'the roster and the chain of command',
  adoption: 'the adoption of orders and their acknowledgement',
  permissions: 'requests and permissions',
  accounts: 'the register of official pages',
  posts: 'the desk for official posts',
  comments: 'the moderation of comments',
  records: 'records and retention',
  cases: 'reports and inquiries',
  screening: 'the screening of candidates',
  duty: 'the log of duty use',
} as const satisfies Record<Provision['module'][number], string>

/** Every provision of an adopted order as the order reader shows it. */
export function readerOf(adopted: Adopted): ReaderProvision[] {
  const { order, verbatim, words } = adopted
  const others = otherOrders(adopted)
  const unjudged = new Set(words.unjudged)
  const shown = order.provisions.filter(({ citation }) => !isHead(citation) || verbatim.has(citation))
  const provisions = shown.map((provision): ReaderProvision => {
    const { citation } = provision
    return {
      citation,
      kind: provision.kind,
      gist: isHead(citation) ? null : provision.gist.trim(),
      verbatim: verbatim.get(citation) ?? null,
      modality: provision.modality,
      binds: [provision.binds].flat(),
      capacity: provision.capacity,
      carriedOut: carriedOut(provision),
      by: [...provision.by],
      modules: [...provision.module],
      outcomes: [...new Set(provision.rules.map((rule) => rule.outcome))],
      except: provision.except ?? null,
      path: pathOf(provision, order),
      risk: provision.risk ?? null,
      reading: provision.reading ?? null,
      note: words.notes[citation] ?? null,
      judged: provision.rules.length > 0 && !unjudged.has(citation),
      others: others.flatMap(({ order: other, agency, byCitation }) => {
        const differences = byCitation.get(citation)
        return differences ? [{ order: other, agency, differences: [...differences] }] : []
      }),
    }
  })
  return [...provisions, ...words.extra.map(oursOnly)]
}

/** Who may permit what by an adopted order, with what the agency settled put in. */
export function routesOf({ order }: Adopted): OrderReader['routes'] {
  return Object.entries(order.identity.permissions).map(([matter, route]) => routeBrief(matter, route))
}

function routeBrief(
  matter: string,
  { by, via, form, cites, unnamed }: Order['identity']['permissions'][string],
): OrderReader['routes'][number] {
  return { matter, by: [...by], via, form, cites, unnamed: unnamed === true }
}

/** What Decorum does about a provision, in sentences. */
export function carriedOut(provision: Provision): string[] {
  const byOutcome = new Map<Outcome, Set<string>>()
  for (const rule of provision.rules) {
    const facts = byOutcome.get(rule.outcome) ?? new Set()
    for (const fact of rule.when.facts) if (fact.from !== 'act') facts.add(lower(fact.means))
    byOutcome.set(rule.outcome, facts)
  }
  const judged = [...byOutcome].map(([outcome, facts]) =>
    facts.size === 0
      ? `${meaning[outcome]} It depends on how and where it is done.`
      : `${meaning[outcome]} It depends on: ${[...facts].join('; ')}.`,
  )
  const others = provision.module.filter((module) => module !== 'policy')
  const named = (isToCome: boolean): string =>
    others
      .filter((module) => modulesToCome.has(module) === isToCome)
      .map((module) => moduleWords[module])
      .join(' and ')
  const [here, toCome] = [named(false), named(true)]
  return [
    ...judged,
    ...(here === '' ? [] : [`Carried out by ${here}.`]),
    ...(toCome === '' ? [] : [`A person sees to it until Decorum has ${toCome}.`]),
    ...(provision.why === undefined ? [] : [provision.why.trim()]),
  ]
}

function pathOf(provision: Provision, order: Order): ReaderProvision['path'] {
  const matter =
    provision.permission ?? provision.rules.find((rule) => rule.permission !== undefined)?.permission
  const route = matter === undefined ? undefined : order.identity.permissions[matter]
  return matter === undefined || !route ? null : routeBrief(matter, route)
}

function oursOnly({
  citation,
  text,
  note,
}: {
  citation: string
  text: string
  note: string | null
}): ReaderProvision {
  return {
    citation,
    kind: 'ours-only',
    gist: null,
    verbatim: text,
    modality: null,
    binds: [],
    capacity: null,
    carriedOut: ['It stands in this order alone; Decorum shows it and judges nothing by it.'],
    by: [],
    modules: [],
    outcomes: [],
    except: null,
    path: null,
    risk: null,
    reading: null,
    note,
    judged: false,
    others: [],
  }
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}
