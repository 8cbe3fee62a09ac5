import type { ReactNode } from 'react'
import { useDates } from '../words/dates.ts'

interface WhatWasDoneProps {
  title: string
  steps: readonly { move: string; by: { name: string }; reason: string | null; at: string }[]
  /** What was done by whom, in words. */
  said: (move: string, by: string) => string
}

/** What was done with a hold or a list, step by step. */
export function WhatWasDone({ title, steps, said }: WhatWasDoneProps): ReactNode {
  const dates = useDates()
  return (
    <section className="card">
      <h2>{title}</h2>
      <ol className="record-steps">
        {steps.map(({ move, by, reason, at }) => (
          <li key={`${at} ${move}`}>
            <p>{said(move, by.name)}</p>
            {reason !== null && <p>{reason}</p>}
            <p className="quiet">{dates.moment(at)}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
