import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { Suspense, useEffect, useRef, type ReactNode } from 'react'
import { Loading } from '../parts/loading.tsx'
import { useSession } from '../session.ts'
import { shared } from '../words/es.ts'
import { useWords } from '../words/words.ts'
import { Confirm } from './confirm.tsx'
import { Header } from './header.tsx'
import { useIdleLock } from './idle.ts'
import { InLanguage, LanguageSwitch } from './language.tsx'

/** What stands around every page. */
export function Frame(): ReactNode {
  return (
    <InLanguage>
      <Around />
    </InLanguage>
  )
}

function Around(): ReactNode {
  const words = useWords(shared)
  const { agency, demo } = useSession()
  const main = useFocusOnNewPage()
  useIdleLock()
  return (
    <>
      <a className="usa-skipnav" href="#main">
        {words.skip}
      </a>
      <header>
        <div className="house-strip">
          <div className="house-strip__inner">
            <p>{words.agencySays(agency.name)}</p>
            <LanguageSwitch label={words.language} />
          </div>
        </div>
        {demo && (
          <div className="demo-strip" role="note">
            <p>{words.demo}</p>
          </div>
        )}
        <Header />
      </header>
      <main id="main" className="page" tabIndex={-1} ref={main}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
      <footer className="foot">
        <div className="foot__inner">
          <p>{words.footer}</p>
          <nav aria-label={words.footerLinks}>
            <ul>
              <li>
                <Link to="/ledger">{words.toLedger}</Link>
              </li>
            </ul>
          </nav>
        </div>
      </footer>
      <Confirm />
    </>
  )
}

/** After a link was followed, the keyboard and the screen reader start at the new page, as they would on a page load. */
function useFocusOnNewPage(): React.RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null)
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname })
  const before = useRef(path)
  useEffect(() => {
    if (before.current !== undefined && path !== before.current) main.current?.focus({ preventScroll: true })
    before.current = path
  }, [path])
  return main
}
