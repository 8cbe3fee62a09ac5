import { sha256 } from '../../platform/id.ts'

/** Chance that comes out the same for the same seed. */
export interface Chance {
  /** A whole number from `least` to `most`, both included. */
  whole: (least: number, most: number) => number
  /** One of a list. */
  pick: <One>(from: readonly One[]) => One
  /** True so many times in a hundred. */
  happens: (inHundred: number) => boolean
  /** Another chance, of its own seed, so that one story's draws do not shift another's. */
  of: (name: string) => Chance
}

export function chanceOf(seed: string): Chance {
  let draws = 0
  const whole = (least: number, most: number): number =>
    least + (Number.parseInt(sha256(`${seed} ${draws++}`).slice(0, 8), 16) % (most - least + 1))
  return {
    whole,
    pick: (from) => {
      const one = from[whole(0, from.length - 1)]
      if (one === undefined) throw new RangeError('nothing to pick from')
      return one
    },
    happens: (inHundred) => whole(1, 100) <= inHundred,
    of: (name) => chanceOf(`${seed}/${name}`),
  }
}
