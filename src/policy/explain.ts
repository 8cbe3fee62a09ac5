import type { ProvisionRuling, Ruling } from './ruling.ts'

/** A stretch of a text, marked where something bears on it. */
export interface Stretch {
  text: string
  isMarked: boolean
}

/** Cuts a text into marked and unmarked stretches. Spans are in code points and may overlap. */
export function marked(text: string, spans: readonly (readonly [number, number])[]): Stretch[] {
  const points = Array.from(text)
  const stretches: Stretch[] = []
  let at = 0
  const push = (to: number, isMarked: boolean): void => {
    if (to > at) stretches.push({ text: points.slice(at, to).join(''), isMarked })
    at = Math.max(at, to)
  }
  for (const [start, end] of spans.toSorted(([a], [b]) => a - b)) {
    push(Math.min(start, points.length), false)
    push(Math.min(end, points.length), true)
  }
  push(points.length, false)
  return stretches
}

/** The spans of everything in a ruling that rests on the words of the text. */
export function spansOf(provisions: readonly ProvisionRuling[]): [number, number][] {
  return provisions.flatMap((provision) =>
    provision.because.flatMap((ground) => (ground.in === 'text' ? (ground.spans ?? []) : [])),
  )
}

/** What each outcome means to the person who would post. */
export const meaning = {
  barred: 'Barred: the order forbids it and names nobody who may permit it.',
  'needs-permission': 'Needs permission before it may be posted.',
  'needs-review': 'A person must weigh it; nothing is found against anybody.',
  'outside-the-order': 'No clause of this order reaches it.',
  advised: 'Allowed, with a caution.',
  clear: 'Clear: nothing in the order stands against it.',
  'not-in-force': 'The order was not in force on that day.',
  'text-not-held': 'An order was in force on that day, but its text is not held.',
} as const satisfies Record<Ruling['outcome'], string>

/** What would make a provision's answer another one, in a sentence. */
export function remedy(provision: ProvisionRuling): string | undefined {
  if (provision.permitted)
    return `Permitted by the ${provision.permitted.by} (${provision.permitted.matter}, ${provision.permitted.cites}).`
  if (provision.path) {
    const { matter, by, via, form, cites } = provision.path
    const way = via === 'chain' ? 'through the chain of command' : 'directly'
    return `Allowed once the ${by} gives ${form} permission (${matter}), asked for ${way}: ${cites}.`
  }
  if (provision.outcome === 'barred') return 'No permission can cure it.'
  return undefined
}
