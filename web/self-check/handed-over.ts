import type { Act, Matter } from '../../src/policy/act.ts'

/** A draft on its way from the self-check to a request: in memory alone, never in an address. */
export interface HandedOver {
  /** Permission for it, or a dated advance opinion on it. */
  kind: 'permission' | 'opinion'
  /** The matter of the gravest provision that a permission can cure. */
  matter: Matter | undefined
  /** As it was judged, with every answer. */
  act: Act
  pictures: { file: File; alt: string; shows: readonly string[] }[]
}

let handed: HandedOver | undefined

export function handOver(what: HandedOver): void {
  handed = what
}

/** What the self-check handed over last; given once. */
export function takeOver(): HandedOver | undefined {
  const taken = handed
  handed = undefined
  return taken
}
