import type { ReactNode } from 'react'

interface FactsProps {
  /** Names, and what stands beside them; a line of nothing is left out. */
  lines: readonly (readonly [string, ReactNode])[]
}

/** A list of names and what stands beside them. */
export function Facts({ lines }: FactsProps): ReactNode {
  return (
    <dl className="facts">
      {lines
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
