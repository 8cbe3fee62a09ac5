/** A run of words, and whether both texts have it here. */
export interface Run {
  text: string
  isOther: boolean
}

/**
 * How two texts differ, word by word: each as runs that the other has too and runs that it does not have. By the
 * longest common subsequence of words; for texts of some thousand words.
 */
export function wordDiff(before: string, after: string): { before: Run[]; after: Run[] } {
  const [one, other] = [wordsOf(before), wordsOf(after)]
  const [keptBefore, keptAfter] = common(one.map(plain), other.map(plain))
  return { before: runsOf(one, keptBefore), after: runsOf(other, keptAfter) }
}

/** Words with the space behind them, so that they read on as they stood. */
function wordsOf(text: string): string[] {
  return text.match(/\S+\s*|\s+/g) ?? []
}

// The shape of a quotation mark, or one space or two, is no other word.
function plain(word: string): string {
  return word.trim().replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '"')
}

/** The places of each list that belong to their longest common subsequence. */
function common(one: readonly string[], other: readonly string[]): [Set<number>, Set<number>] {
  const width = other.length + 1
  const lengths = new Uint32Array((one.length + 1) * width)
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0
  for (let i = one.length - 1; i >= 0; i--)
    for (let j = other.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        one[i] === other[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const kept: [Set<number>, Set<number>] = [new Set(), new Set()]
  for (let i = 0, j = 0; i < one.length && j < other.length;)
    if (one[i] === other[j]) {
      kept[0].add(i++)
      kept[1].add(j++)
    } else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  return kept
}

function runsOf(words: readonly string[], kept: ReadonlySet<number>): Run[] {
  const runs: Run[] = []
  for (const [place, text] of words.entries()) {
    const isOther = !kept.has(place)
    const last = runs.at(-1)
    if (last?.isOther === isOther) last.text += text
    else runs.push({ text, isOther })
  }
  return runs
}
