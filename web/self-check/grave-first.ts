import { gravity, type ProvisionRuling } from '../../src/policy/ruling.ts'

/** The provisions that bear, the gravest first, each grade in the order's own sequence. */
export function graveFirst(provisions: readonly ProvisionRuling[]): ProvisionRuling[] {
  return provisions
    .filter(({ outcome }) => outcome !== 'clear')
    .toSorted((a, b) => gravity(a.outcome) - gravity(b.outcome))
}
