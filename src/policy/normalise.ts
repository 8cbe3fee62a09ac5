/** A text made plain to compare with a lexicon, and the way back: code points of the original for each unit of `norm`. */
export interface Normal {
  norm: string
  starts: Int32Array
  ends: Int32Array
}

const removed = /[\p{Mn}\p{Me}\p{Cf}\u{FE00}-\u{FE0F}]/u

export function normalise(text: string, _knows: (word: string) => boolean): Normal {
  const starts: number[] = []
  const ends: number[] = []
  let norm = ''
  let at = 0
  for (const point of text) {
    if (!removed.test(point)) {
      let folded = point.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
      if (folded === '\u2019' || folded === '\u2018') folded = "'"
      norm += folded
      for (let k = 0; k < folded.length; k++) {
        starts.push(at)
        ends.push(at + 1)
      }
    }
    at++
  }
  return { norm, starts: Int32Array.from(starts), ends: Int32Array.from(ends) }
}
