/** How a call to a fake network goes. `before`: nothing was saved; `after`: it was, and the answer is lost. */
export const faults = [
  'none',
  '500-before',
  '500-after',
  '429',
  'timeout-before',
  'timeout-after',
  'cut-body-after',
  'bad-json-after',
  'expired-token',
  'slow-drip',
] as const
export type Fault = (typeof faults)[number]

/** A row of faults that is the same for a seed: one call in `1 / rate` fails, by one of the faults named. */
export function seededFaults(
  seed: number,
  rate: number,
  among: readonly Fault[] = faults.filter((fault) => fault !== 'none'),
): () => Fault {
  const chance = seededChance(seed)
  return () => (chance() < rate ? (among[Math.floor(chance() * among.length)] ?? 'none') : 'none')
}

/** Numbers from 0 to 1 that are the same for a seed (mulberry32). */
export function seededChance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
