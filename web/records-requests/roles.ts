import { holdsAny, useMember } from '../session.ts'

/** May the reader move requests, search for them and change their sets? Counsel reads, and reviews. */
export function useIsCustodian(): boolean {
  return holdsAny(useMember(), ['records-custodian', 'chief'])
}
