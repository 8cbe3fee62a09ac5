import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import { send } from '../api.ts'
import { holdsAny, useSession, useSessionChange } from '../session.ts'
import { forgetEveryForm } from '../parts/keeping.ts'
import { forgetAllKept } from '../posts/kept.ts'
import { shared } from '../words/es.ts'
import { useWords } from '../words/words.ts'
import { mine, nav } from './nav.ts'

/** The agency's name, the menu of the reader's roles, and who they are. */
export function Header(): ReactNode {
  const words = useWords(shared)
  const { agency, member } = useSession()
  const [isOpen, setIsOpen] = useState(false)
  const entries = [
    ...nav.filter((entry) => (member ? holdsAny(member, entry.for) : entry.for.includes('visitor'))),
    ...(member ? mine : []),
  ]
  return (
    <div className="head">
      <div className="head__inner">
        <div className="head__top">
          <Link className="head__name" to={member ? '/' : '/sign-in'}>
            {agency.name}
          </Link>
          <Who />
          <Button
            type="button"
            outline
            className="nav__button"
            aria-expanded={isOpen}
            aria-controls="menu"
            onClick={() => setIsOpen(!isOpen)}
          >
            {isOpen ? words.closeMenu : words.menu}
          </Button>
        </div>
        <nav id="menu" className={isOpen ? 'nav' : 'nav nav--folded'} aria-label={words.mainMenu}>
          <ul>
            {entries.map(({ to, word }) => (
              <li key={to}>
                <Link to={to} activeOptions={{ exact: to === '/' }} onClick={() => setIsOpen(false)}>
                  {words.pages[word]}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </div>
  )
}

function Who(): ReactNode {
  const words = useWords(shared)
  const { member } = useSession()
  const changed = useSessionChange()
  const navigate = useNavigate()
  if (!member) return undefined
  const leave = async (): Promise<void> => {
    await send('POST', '/api/sign-out')
    forgetAllKept()
    forgetEveryForm()
    await changed()
    await navigate({ to: '/sign-in' })
  }
  return (
    <p className="head__who">
      <span>
        {words.signedInAs} <strong>{[member.rank, member.name].filter(Boolean).join(' ')}</strong>
      </span>
      <Button type="button" unstyled onClick={() => void leave()}>
        {words.signOut}
      </Button>
    </p>
  )
}
