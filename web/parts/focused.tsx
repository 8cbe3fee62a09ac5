import { useEffect, useRef, type ReactNode } from 'react'

interface FocusedProps {
  /** It may have come out of sight: beside what was pressed, or below. */
  scrolls?: boolean
  children: ReactNode
}

/** What has come in the place of a button that is gone: it takes the focus, so that the next step is read from there. */
export function Focused({ scrolls = false, children }: FocusedProps): ReactNode {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.focus({ preventScroll: true })
    place.current?.scrollIntoView({ block: scrolls ? 'start' : 'nearest' })
  }, [scrolls])
  return (
    <div ref={place} tabIndex={-1}>
      {children}
    </div>
  )
}
