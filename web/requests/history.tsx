import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { RequestView } from '../../src/permissions/schema.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { requestWords } from './words.ts'

/** Every step of a request, the last one first. */
export function History({ steps }: { steps: RequestView['steps'] }): ReactNode {
  const words = useWords(requestWords)
  const dates = useDates()
  return (
    <section>
      <h2>{words.one.history}</h2>
      <ol className="history">
        {steps.toReversed().map(({ version, move, says, by, desk, remarks, citation, at }) => (
          <li key={version}>
            <p>
              <strong>{words.move.done(move, says)}</strong>{' '}
              <span className="quiet">
                {[by?.name ?? words.one.nobody, desk].filter(Boolean).join(', ')},{' '}
                <time dateTime={at}>{dates.moment(at)}</time>
              </span>
            </p>
            {remarks !== null && <blockquote>{remarks}</blockquote>}
            {citation !== null && (
              <p>
                <Link to="/order" hash={citation}>
                  {words.one.onProvision(citation)}
                </Link>
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
