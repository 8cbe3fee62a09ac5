const numbers = new Map<string, number>()

/**
 * The number of a tag: the same for all lexicons, so that a detector can keep the numbers of its tags and what a
 * scan found is a set of bits.
 */
export function tagNumber(tag: string): number {
  const known = numbers.get(tag)
  if (known !== undefined) return known
  numbers.set(tag, numbers.size)
  return numbers.size - 1
}

/** How many tags have a number. */
export function tagCount(): number {
  return numbers.size
}
