import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { adoptWords } from './words.ts'

const steps = [
  ['document', '/adopt/$versionId'],
  ['fit', '/adopt/$versionId/fit'],
  ['settings', '/adopt/$versionId/settings'],
  ['adopt', '/adopt/$versionId/review'],
] as const

/** The way to adoption; each step can be gone to at any time. */
export function Steps({ versionId }: { versionId: string }): ReactNode {
  const words = useWords(adoptWords)
  return (
    <nav aria-label={words.stepsLabel}>
      <ol className="steps">
        {steps.map(([step, to], place) => (
          <li key={step}>
            <Link to={to} params={{ versionId }} activeOptions={{ exact: true }}>
              {place + 1}. {words.steps[step]}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
