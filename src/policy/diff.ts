import type { Act } from './act.ts'
import { judge } from './judge.ts'
import type { Order } from './order.ts'
import { outcomes, type Outcome, type Ruling } from './ruling.ts'
import { witnessOf } from './witness.ts'

/** One kind of act that two orders answer differently. */
export interface Difference {
  /** The act in words, such as "personal post: uses the author's rank, title or position". */
  act: string
  a: Answer
  b: Answer
}

export interface Answer {
  outcome: Outcome
  /** The provisions as grave as the outcome. */
  citations: string[]
  paths: string[]
}

/** Where two orders differ on who may permit a matter, by which way, in which form. */
export interface PathDifference {
  matter: string
  a: string
  b: string
}

/**
 * Where two orders would answer differently: every condition of either order is met by the plainest act that meets
 * it, and both orders judge that act.
 */
export function diffOrders(a: Order, b: Order): { acts: Difference[]; paths: PathDifference[] } {
  const acts = new Map<string, Difference>()
  for (const order of [a, b])
    for (const provision of order.provisions)
      for (const rule of provision.rules) {
        const act = witnessOf(rule, order)
        if (!act) continue
        const words = actInWords(act, order)
        if (acts.has(words)) continue
        const answers = { a: answerOf(judge(act, a)), b: answerOf(judge(act, b)) }
        if (!isSame(answers.a, answers.b)) acts.set(words, { act: words, ...answers })
      }
  return {
    acts: [...acts.values()].toSorted((x, y) => spread(y) - spread(x)),
    paths: pathDifferences(a, b),
  }
}

/** An act that two orders rule on differently: by provision, what changes. */
export interface Change {
  act: string
  a: Ruling
  b: Ruling
}

/** Replays real acts under both orders and gives those whose outcome changes. */
export function replay(acts: Iterable<Act>, a: Order, b: Order): Change[] {
  const changes: Change[] = []
  for (const act of acts) {
    const rulings = { a: judge(act, a), b: judge(act, b) }
    if (rulings.a.outcome !== rulings.b.outcome) changes.push({ act: act.id, ...rulings })
  }
  return changes
}

/** What the provisions of a ruling say that are as grave as its outcome. */
export function answerOf(ruling: Ruling): Answer {
  const gravest = ruling.provisions.filter((provision) => provision.outcome === ruling.outcome)
  return {
    outcome: ruling.outcome,
    citations: gravest.map((provision) => provision.citation),
    paths: [
      ...new Set(gravest.flatMap(({ path }) => (path ? [`${path.by}, ${path.via}, ${path.form}`] : []))),
    ],
  }
}

function isSame(a: Answer, b: Answer): boolean {
  return a.outcome === b.outcome && a.paths.join() === b.paths.join()
}

function spread({ a, b }: Difference): number {
  return Math.abs(outcomes.indexOf(a.outcome) - outcomes.indexOf(b.outcome))
}

function pathDifferences(a: Order, b: Order): PathDifference[] {
  return [...new Set([...a.paths.keys(), ...b.paths.keys()])]
    .filter((matter) => pathInWords(a, matter) !== pathInWords(b, matter))
    .map((matter) => ({ matter, a: citedPath(a, matter), b: citedPath(b, matter) }))
}

function pathInWords(order: Order, matter: string): string {
  const path = order.paths.get(matter)
  return path ? `${path.by}, ${path.via}, ${path.form}` : 'no rule'
}

function citedPath(order: Order, matter: string): string {
  const path = order.paths.get(matter)
  return path ? `${pathInWords(order, matter)} (${path.cites})` : 'no rule'
}

/** An act made of facts, in the words of the vocabulary. */
export function actInWords(act: Act, order: Order): string {
  const parts = Object.entries(act.facts ?? {}).flatMap(([name, value]) => {
    const fact = order.vocabulary.byName.get(name)
    const means = fact?.means ?? name
    const plain = means.charAt(0).toLowerCase() + means.slice(1)
    // What is assumed anyway need not be said.
    if (value === false) return fact?.unsaid?.endsWith('yes') ? [`it is not so that ${plain}`] : []
    return [value === true ? plain : `${plain} (${Object.values(value).join(', ')})`]
  })
  const who = act.author?.kind && act.author.kind !== 'sworn' ? ` by ${act.author.kind}` : ''
  const undercover = act.author?.undercover ? ' by somebody undercover' : ''
  const duty = act.duty === 'on' ? ' on duty' : ''
  const device = act.device?.owner ? ` on a ${act.device.owner} ${act.device.kind ?? 'device'}` : ''
  const media = act.media ? ` with ${act.media.map(({ kind }) => kind).join(' and ')}` : ''
  const audience = act.audience === 'limited' ? ' to a limited audience' : ''
  const what = `${act.capacity} ${act.kind}${who}${undercover}${duty}${device}${media}${audience}`
  return parts.length > 0 ? `${what}: ${parts.join('; ')}` : what
}
