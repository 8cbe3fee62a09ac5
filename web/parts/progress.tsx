import type { ReactNode } from 'react'

/** How far long work is; `done` of `of`, both in the same unit. */
export function Progress({ label, done, of }: { label: string; done: number; of: number }): ReactNode {
  return (
    <div className="stack">
      <progress className="progress" aria-label={label} value={done} max={of} />
      <p role="status" className="quiet">
        {label}
      </p>
    </div>
  )
}
