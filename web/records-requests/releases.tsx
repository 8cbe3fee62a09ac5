import type { ReactNode } from 'react'
import type { RequestView } from '../../src/records/requests/schema.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { deskWords } from './words.ts'

/** What went out, instalment by instalment, each with its package to download. */
export function Releases({ request }: { request: RequestView }): ReactNode {
  const words = useWords(deskWords).releases
  const dates = useDates()
  const { releases } = request
  if (releases.length === 0) return undefined
  return (
    <section>
      <h2>{words.title}</h2>
      <ol className="usa-list">
        {releases.map(({ instalment, at, isLast, records, redacted, withheld }) => (
          <li key={instalment} value={instalment}>
            {dates.moment(at)}: {words.says(records, redacted, withheld)} {isLast && words.last}
          </li>
        ))}
      </ol>
    </section>
  )
}
