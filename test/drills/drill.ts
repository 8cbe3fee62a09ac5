/** What a drill found out. */
export interface Drilled {
  /** What is promised, in one sentence. */
  claim: string
  /** What was tried and what came of it. */
  figure: string
  /** What the same drill finds where the protection is taken away: it must find something. */
  control: string
  /** Every way in which the promise was broken; none if it holds. */
  faults: readonly string[]
  /** Did the control fail, as it must? A drill that cannot fail proves nothing. */
  hasTeeth: boolean
}

/** A drill that this machine cannot run, and why. */
export interface Skipped {
  skipped: string
}

/** So many rounds, with the chances that a seed decides. */
export type Run = (rounds: number, seed: number) => Promise<Drilled | Skipped>

/** Numbers that a seed decides (mulberry32): a whole number from 0 to below `n`. */
export type Pick = (n: number) => number

export function picker(seed: number): Pick {
  let state = seed
  return (n) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % n
  }
}

/** One of a list. */
export function oneOf<One>(pick: Pick, from: readonly One[]): One {
  const found = from[pick(from.length)]
  if (found === undefined) throw new RangeError('nothing to pick from')
  return found
}
