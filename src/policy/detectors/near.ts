import type { Hit } from '../reading.ts'

/** A stretch of the normalised text. */
export interface Stretch {
  start: number
  end: number
}

/** No phrase is longer than this, so hits that reach a place start at most so far before it. */
const longest = 100

/** The hit closest to a stretch without overlapping it, at most `reach` letters away. */
export function nearest(hits: readonly Hit[], to: Stretch, reach: number): Hit | undefined {
  let best: Hit | undefined
  let least = reach + 1
  for (let i = firstFrom(hits, to.start - reach - longest); i < hits.length; i++) {
    const hit = hits[i]
    if (!hit || hit.start >= to.end + least) break
    const gap = hit.start >= to.end ? hit.start - to.end : to.start - hit.end
    if (gap < 0 || gap >= least) continue
    least = gap
    best = hit
  }
  return best
}

/** Whether a hit stands within `reach` letters of a stretch, or in it. */
export function isNear(hits: readonly Hit[], to: Stretch, reach: number): boolean {
  return covering(hits, { start: to.start - reach, end: to.end + reach }, overlap)
}

/** Whether one of the hits contains the stretch and is longer. */
export function isInside(hits: readonly Hit[], inner: Stretch): boolean {
  return covering(
    hits,
    inner,
    (hit) =>
      hit.start <= inner.start && inner.end <= hit.end && hit.end - hit.start > inner.end - inner.start,
  )
}

function covering(hits: readonly Hit[], to: Stretch, test: (hit: Hit, to: Stretch) => boolean): boolean {
  for (let i = firstFrom(hits, to.start - longest); i < hits.length; i++) {
    const hit = hits[i]
    if (!hit || hit.start >= to.end) return false
    if (test(hit, to)) return true
  }
  return false
}

function overlap(hit: Hit, to: Stretch): boolean {
  return hit.start < to.end && to.start < hit.end
}

/** The first hit that starts at or after an offset: a long text is not searched from its beginning each time. */
function firstFrom(hits: readonly Hit[], start: number): number {
  let low = 0
  let high = hits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((hits[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low
}

/** The hits that no idiom overlaps: "jumped the gun" shows no gun. */
export function outsideOf(idioms: readonly Hit[], hits: readonly Hit[]): readonly Hit[] {
  return idioms.length === 0 ? hits : hits.filter((hit) => !covering(idioms, hit, overlap))
}
