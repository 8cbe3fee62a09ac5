import { Link, type ErrorComponentProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Failure } from '../parts/failure.tsx'
import { Page } from '../parts/page.tsx'
import { shared } from '../words/es.ts'
import { useWords } from '../words/words.ts'

/** An address that no page has. */
export function NotFound(): ReactNode {
  const words = useWords(shared).failure
  return (
    <Page title={words.notFound} lead={words.notFoundMore}>
      <Link to="/">{words.toStart}</Link>
    </Page>
  )
}

/** A page that is for other roles than the reader's. */
export function NotForYou(): ReactNode {
  const words = useWords(shared).failure
  return (
    <Page title={words.notForYou} lead={words.notForYouMore}>
      <Link to="/">{words.toStart}</Link>
    </Page>
  )
}

/** A page that could not be shown. */
export function Fault({ error, reset }: ErrorComponentProps): ReactNode {
  return <Failure error={error} again={reset} />
}
