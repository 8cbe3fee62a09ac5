import type { Role } from '../../src/members/access.ts'

/** Who sees holds, retention and dispositions. */
export const office = ['records-custodian', 'chief', 'counsel'] as const satisfies readonly Role[]

/** Who places a hold. */
export const holders = office

/** Who sets what a disposition asks for, and loads series. */
export const settlers = ['records-custodian', 'chief'] as const satisfies readonly Role[]

/** Who brings in what was there before. */
export const importers = ['records-custodian', 'administrator'] as const satisfies readonly Role[]
