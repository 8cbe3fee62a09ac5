export interface Mini {
  /** The newest fifty with all of these words. */
  and: (words: string) => number[]
  prefix: (words: string) => number[]
  count: (words: string) => number
}
/** An index of these rows, in memory. */
export function miniSearch(rows: readonly { id: number; words: string }[]): Mini
