/** A figure of linked tables: what flows between two sums. Nought is no edge; it is always told. */
export interface Edge {
  from: string
  to: string
  value: number
  shows: 'figure' | 'few' | 'hidden'
}

/**
 * Hides figures until nobody can work out a small one. Small ones (below the threshold) show as `few`; further ones are
 * `hidden`, the least that is needed. What is told of the tables are the sums at every node, so a small figure may be
 * another one exactly when one can be added and taken away around a ring of hidden figures, all of them staying what
 * they are said to be (few or not few): network flow, and so no cleverer sum finds more. Where no ring will do, all
 * hidden figures are told by one word, and nobody knows which of them are small.
 */
export function protect(edges: readonly Edge[], threshold: number): void {
  for (const edge of edges) if (edge.value < threshold) edge.shows = 'few'
  if (closeRings(edges, (edge) => rangeOf(edge, threshold))) return
  for (const edge of edges) if (edge.shows === 'few') edge.shows = 'hidden'
  const small = edges.filter(({ value }) => value < threshold)
  closeRings(edges, () => [1, Number.POSITIVE_INFINITY], small)
}

type Range = (edge: Edge) => readonly [least: number, most: number]

/** What a reader knows of a figure that is not told. */
function rangeOf({ value }: Edge, threshold: number): readonly [number, number] {
  return value < threshold ? [1, threshold - 1] : [threshold, Number.POSITIVE_INFINITY]
}

/** Hides what is needed for every small figure to lie on a ring; false where one cannot. */
function closeRings(edges: readonly Edge[], range: Range, small?: readonly Edge[]): boolean {
  const guarded = small ?? edges.filter(({ shows }) => shows === 'few')
  for (const edge of guarded) {
    const ring = cheapestRing(edges, edge, range)
    if (!ring) return false
    for (const one of ring) if (one.shows === 'figure') one.shows = 'hidden'
  }
  return true
}

interface Step {
  to: string
  edge: Edge
  cost: number
}

/** The ring through an edge that hides the least: with one more on it, or one less. Hidden figures cost nothing. */
function cheapestRing(edges: readonly Edge[], edge: Edge, range: Range): Edge[] | undefined {
  const steps = new Map<string, Step[]>()
  const add = (from: string, step: Step): void => {
    const known = steps.get(from)
    if (known) known.push(step)
    else steps.set(from, [step])
  }
  for (const one of edges) {
    if (one === edge) continue
    const cost = one.shows === 'figure' ? one.value : 0
    const [least, most] = range(one)
    if (one.value + 1 <= most) add(one.from, { to: one.to, edge: one, cost })
    if (one.value - 1 >= least) add(one.to, { to: one.from, edge: one, cost })
  }
  const [least, most] = range(edge)
  const more = edge.value + 1 <= most ? path(steps, edge.to, edge.from) : undefined
  const less = edge.value - 1 >= least ? path(steps, edge.from, edge.to) : undefined
  if (!more || !less) return (more ?? less)?.edges
  return more.cost <= less.cost ? more.edges : less.edges
}

/** The cheapest way from one sum to another (Dijkstra). */
function path(
  steps: ReadonlyMap<string, readonly Step[]>,
  from: string,
  to: string,
): { cost: number; edges: Edge[] } | undefined {
  const costs = new Map([[from, 0]])
  const came = new Map<string, { before: string; edge: Edge }>()
  const done = new Set<string>()
  for (;;) {
    let here: string | undefined
    let cost = Number.POSITIVE_INFINITY
    for (const [node, known] of costs) if (!done.has(node) && known < cost) [here, cost] = [node, known]
    if (here === undefined) return undefined
    if (here === to) return { cost, edges: walked(came, from, to) }
    done.add(here)
    for (const step of steps.get(here) ?? []) {
      const known = costs.get(step.to) ?? Number.POSITIVE_INFINITY
      if (cost + step.cost >= known) continue
      costs.set(step.to, cost + step.cost)
      came.set(step.to, { before: here, edge: step.edge })
    }
  }
}

function walked(came: ReadonlyMap<string, { before: string; edge: Edge }>, from: string, to: string): Edge[] {
  const edges: Edge[] = []
  for (let node = to; node !== from;) {
    const step = came.get(node)
    if (!step) throw new Error('a way without a beginning')
    edges.push(step.edge)
    node = step.before
  }
  return edges
}
