import { grounds, type Ground } from './grounds.ts'

export const labels = ['critical', 'neutral', 'praising'] as const
export type Label = (typeof labels)[number]

/** One comment that somebody read again, blind. */
export interface Reading {
  wasRemoved: boolean
  ground: Ground | null
  moderator: string | null
  label: Label
  wouldRemove: Ground | 'none'
}

/** How many comments of the quarter were removed and how many were kept: what the sample stands for. */
export interface Drawn {
  removed: number
  kept: number
}

/** A share, 0 to 1, with the 95 % interval that it lies in. */
export interface Share {
  share: number
  from: number
  to: number
  /** Readings that it rests on. */
  n: number
}

/** Fewer readings than this are not shown: they would tell of single people (decision A30). */
export const smallest = 5

/**
 * The interval of Wilson (1927, J. Am. Stat. Assoc. 22, 209-212) of a share at 95 %. `n` may be a fraction: the
 * effective size of a weighted sample. It stays within 0 and 1, and is sound for few readings.
 */
export function wilson(share: number, n: number): { from: number; to: number } {
  if (n <= 0) return { from: 0, to: 1 }
  const z = 1.959964
  const z2 = z * z
  const middle = (share + z2 / (2 * n)) / (1 + z2 / n)
  const half = (z / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))
  return { from: Math.max(0, middle - half), to: Math.min(1, middle + half) }
}

/**
 * The share of weighted readings that were removed; undefined where there are too few. The effective size is Kish's
 * (Survey Sampling, 1965): the square of the weights' sum by the sum of their squares.
 */
function shareOf(read: readonly { weight: number; isIn: boolean }[]): Share | undefined {
  if (read.length < smallest) return undefined
  let [all, inside, squares] = [0, 0, 0]
  for (const { weight, isIn } of read) {
    all += weight
    squares += weight * weight
    if (isIn) inside += weight
  }
  const share = inside / all
  return { share, ...wilson(share, (all * all) / squares), n: read.length }
}

/** The figures of one quarter. What rests on too few readings is null. */
export interface Figures {
  removed: number
  kept: number
  read: number
  /** Of all comments of this label, the share that was removed; for each ground, the share removed for it. */
  byLabel: {
    label: Label
    removed: Share | null
    byGround: { ground: Ground; removed: Share | null }[]
  }[]
  /** Of those that were removed, the share that a second reader would have left up; and the other way. */
  wouldHaveKept: Share | null
  wouldHaveRemoved: Share | null
}

/** Removal rates of a quarter from its blind readings, each weighted by what it stands for. */
export function figuresOf(readings: readonly Reading[], drawn: Drawn): Figures {
  const removed = readings.filter(({ wasRemoved }) => wasRemoved)
  const kept = readings.filter(({ wasRemoved }) => !wasRemoved)
  const weights = {
    removed: removed.length === 0 ? 0 : drawn.removed / removed.length,
    kept: kept.length === 0 ? 0 : drawn.kept / kept.length,
  }
  const weightOf = ({ wasRemoved }: Reading): number => (wasRemoved ? weights.removed : weights.kept)
  // Without one of the two halves no rate can be told.
  const isWhole =
    (drawn.removed === 0 || removed.length > 0) &&
    (drawn.kept === 0 || kept.length > 0) &&
    readings.length > 0
  const rate = (some: readonly Reading[], isIn: (one: Reading) => boolean): Share | null =>
    (isWhole && shareOf(some.map((one) => ({ weight: weightOf(one), isIn: isIn(one) })))) || null
  return {
    ...drawn,
    read: readings.length,
    byLabel: labels.map((label) => {
      const some = readings.filter((one) => one.label === label)
      return {
        label,
        removed: rate(some, ({ wasRemoved }) => wasRemoved),
        byGround: grounds.map((ground) => ({
          ground,
          removed: rate(some, (one) => one.wasRemoved && one.ground === ground),
        })),
      }
    }),
    wouldHaveKept: shareOf(removed.map((one) => ({ weight: 1, isIn: one.wouldRemove === 'none' }))) ?? null,
    wouldHaveRemoved: shareOf(kept.map((one) => ({ weight: 1, isIn: one.wouldRemove !== 'none' }))) ?? null,
  }
}

/** For each moderator, the same by label, over what they decided themselves; never published. */
export function figuresByModerator(
  readings: readonly Reading[],
  drawn: Drawn,
): { moderator: string; byLabel: { label: Label; removed: Share | null }[] }[] {
  const whole = {
    removed: readings.filter(({ wasRemoved }) => wasRemoved).length,
    kept: readings.filter(({ wasRemoved }) => !wasRemoved).length,
  }
  const weightOf = ({ wasRemoved }: Reading): number =>
    wasRemoved ? drawn.removed / Math.max(1, whole.removed) : drawn.kept / Math.max(1, whole.kept)
  const moderators = [...new Set(readings.flatMap(({ moderator }) => moderator ?? []))].toSorted()
  return moderators.map((moderator) => ({
    moderator,
    byLabel: labels.map((label) => {
      const some = readings.filter((one) => one.moderator === moderator && one.label === label)
      const removed = shareOf(some.map((one) => ({ weight: weightOf(one), isIn: one.wasRemoved }))) ?? null
      return { label, removed }
    }),
  }))
}

/** The quarter of a day, `2026-Q4`. */
export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

/** The quarter before a quarter. */
export function quarterBefore(quarter: string): string {
  const [year, number] = [Number(quarter.slice(0, 4)), Number(quarter.slice(6))]
  return number === 1 ? `${year - 1}-Q4` : `${year}-Q${number - 1}`
}

/** The first day of a quarter, and the first day after it. */
export function daysOf(quarter: string): { from: string; until: string } {
  const [year, number] = [Number(quarter.slice(0, 4)), Number(quarter.slice(6))]
  return {
    from: first(year, number * 3 - 2),
    until: number === 4 ? first(year + 1, 1) : first(year, number * 3 + 1),
  }
}

function first(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}-01`
}
