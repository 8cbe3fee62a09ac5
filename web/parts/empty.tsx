import type { ReactNode } from 'react'

/** What stands where a list would, with what to do about it. */
export function Empty({ children }: { children: ReactNode }): ReactNode {
  return <div className="card quiet">{typeof children === 'string' ? <p>{children}</p> : children}</div>
}
