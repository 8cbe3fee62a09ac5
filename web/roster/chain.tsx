import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { chainSchema } from '../../src/members/schema.ts'
import { useWords } from '../words/words.ts'
import { rosterWords } from './words.ts'

type Desks = z.infer<typeof chainSchema>['desks']

/** The desks above somebody, the immediate supervisor first, as a path that leads up. */
export function Chain({ desks }: { desks: Desks }): ReactNode {
  const words = useWords(rosterWords).member
  if (desks.length === 0) return <p>{words.chainNone}</p>
  return (
    <ol className="chain">
      {desks.map(({ positionId, title, holder }) => (
        <li key={positionId}>
          <strong>{title}</strong>
          {': '}
          {holder === null ? (
            <em>{words.vacant}</em>
          ) : (
            <>
              <Link to="/roster/$memberId" params={{ memberId: holder.memberId }}>
                {holder.name}
              </Link>
              {holder.acting && ` (${words.acting})`}
            </>
          )}
        </li>
      ))}
    </ol>
  )
}
