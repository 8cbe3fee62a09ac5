import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { holdsAny, useMember } from '../session.ts'
import { useWords } from '../words/words.ts'
import { importers, office } from './roles.ts'
import { recordWords } from './words.ts'

/** The other pages about records, for whoever keeps them. */
export function More(): ReactNode {
  const { links } = useWords(recordWords)
  const member = useMember()
  const isOffice = holdsAny(member, office)
  const mayImport = holdsAny(member, importers)
  if (!isOffice && !mayImport) return undefined
  return (
    <nav aria-label={links.name}>
      <ul className="beside-links">
        <li>
          <Link to="/records" activeOptions={{ exact: true, includeSearch: false }}>
            {links.search}
          </Link>
        </li>
        {isOffice && (
          <>
            <li>
              <Link to="/records/holds">{links.holds}</Link>
            </li>
            <li>
              <Link to="/records/retention">{links.retention}</Link>
            </li>
            <li>
              <Link to="/records/dispositions">{links.dispositions}</Link>
            </li>
          </>
        )}
        {mayImport && (
          <li>
            <Link to="/records/imports">{links.imports}</Link>
          </li>
        )}
      </ul>
    </nav>
  )
}
