/** F1 of one class among predictions; 0 when the class is neither there nor predicted. */
export function f1<Label>(gold: readonly Label[], said: readonly Label[], label: Label): number {
  let [both, only, missed] = [0, 0, 0]
  gold.forEach((truth, i) => {
    if (said[i] === label) {
      if (truth === label) both++
      else only++
    } else if (truth === label) missed++
  })
  return both === 0 ? 0 : (2 * both) / (2 * both + only + missed)
}

/** The mean F1 of the classes that the gold labels hold. */
export function macroF1<Label>(gold: readonly Label[], said: readonly Label[]): number {
  return mean([...new Set(gold)].map((label) => f1(gold, said, label)))
}

/** The mean over the gold classes of the share of their rows that were named so. */
export function balancedAccuracy<Label>(gold: readonly Label[], said: readonly Label[]): number {
  return mean(
    [...new Set(gold)].map((label) =>
      share(gold.flatMap((truth, i) => (truth === label ? [said[i] === label] : []))),
    ),
  )
}

/** SemEval-2021's measure for one text: F1 of character offsets; 1 when both are empty, 0 when only one is. */
export function characterF1(gold: ReadonlySet<number>, said: ReadonlySet<number>): number {
  if (gold.size === 0 || said.size === 0) return gold.size === said.size ? 1 : 0
  let both = 0
  for (const at of said) if (gold.has(at)) both++
  return (2 * both) / (gold.size + said.size)
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

export function share(answers: readonly boolean[]): number {
  return mean(answers.map(Number))
}
