import type { Adoption, VersionBrief } from './schema.ts'

/** An adopted version, on the line of time. */
export interface Adopted {
  versionId: string
  effective: string
}

/** The version in force on a day: the one that took effect last by then. Days are the agency's, `2026-11-21`. */
export function inForceOn<T extends Adopted>(adopted: readonly T[], day: string): T | undefined {
  return inTime(adopted).findLast(({ effective }) => effective <= day)
}

/** The version that takes effect after a day and before any other. */
export function nextAfter<T extends Adopted>(adopted: readonly T[], day: string): T | undefined {
  return inTime(adopted).find(({ effective }) => effective > day)
}

/** The version that members are to know: the one that took effect, or will take effect, last. */
export function newest<T extends Adopted>(adopted: readonly T[]): T | undefined {
  return inTime(adopted).at(-1)
}

function inTime<T extends Adopted>(adopted: readonly T[]): T[] {
  return adopted.toSorted((a, b) => a.effective.localeCompare(b.effective))
}

/** Where an adopted version stands on a day. */
export function standingOn(
  one: Adopted,
  adopted: readonly Adopted[],
  day: string,
): Extract<VersionBrief['standing'], 'not-yet-effective' | 'in-force' | 'superseded'> {
  if (one.effective > day) return 'not-yet-effective'
  return inForceOn(adopted, day)?.versionId === one.versionId ? 'in-force' : 'superseded'
}

/**
 * May a version be adopted with these dates? An order never binds before it was approved. One may be recorded long
 * after it took effect, so that acts of its time are judged by it; two cannot take effect on one day.
 */
export function mayAdopt(
  given: Pick<Adoption, 'approvedOn' | 'effective' | 'firstIssued'>,
  adopted: readonly Adopted[],
  problems: readonly string[],
  today: string,
): { ok: true } | { ok: false; because: string } {
  const { approvedOn, effective, firstIssued } = given
  if (approvedOn > today)
    return refused(`it cannot have been approved on ${approvedOn}, which is still to come`)
  if (approvedOn > effective)
    return refused(`an order binds nobody before it is approved: ${effective} is before ${approvedOn}`)
  if (firstIssued !== undefined && firstIssued >= effective)
    return refused(`a first issue on ${firstIssued} is no earlier than ${effective}`)
  if (adopted.some((one) => one.effective === effective))
    return refused(`another version took effect on ${effective}; one day has one order`)
  const [first] = problems
  if (first !== undefined)
    return refused(problems.length > 1 ? `${first} (and ${problems.length - 1} more)` : first)
  return { ok: true }
}

function refused(because: string): { ok: false; because: string } {
  return { ok: false, because }
}
