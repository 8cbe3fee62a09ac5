import type { ReactNode } from 'react'
import { useSession } from '../session.ts'

interface PageProps {
  title: string
  /** A sentence on what the page is for. */
  lead?: ReactNode
  children: ReactNode
}

/** A page: its one first heading, which is also the name of the window. */
export function Page({ title, lead, children }: PageProps): ReactNode {
  const { agency } = useSession()
  return (
    <>
      <title>{`${title} · ${agency.name}`}</title>
      <h1>{title}</h1>
      {lead !== undefined && <p className="lead">{lead}</p>}
      {children}
    </>
  )
}
