/**
 * Closes one thing after the other, in order, whatever becomes of each. What failed is thrown at the end: the one
 * fault, or all of them together.
 */
export async function closeInTurn(closes: readonly (() => Promise<void>)[]): Promise<void> {
  const faults: unknown[] = []
  for (const close of closes)
    try {
      await close()
    } catch (fault) {
      faults.push(fault)
    }
  if (faults.length === 1) throw faults[0]
  if (faults.length > 1) throw new AggregateError(faults, `${faults.length} things did not close`)
}
