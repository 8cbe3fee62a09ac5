import { Button } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import type { Wellness } from '../../src/comments/settings.ts'
import { useNow, useSession } from '../session.ts'
import { useWords } from '../words/words.ts'
import { commentWords } from './words.ts'

/** Is it covered from this reader, and why? */
export function useCover(
  isUgly: boolean,
  wellness: Wellness | undefined,
): 'ugly' | 'always' | 'hours' | undefined {
  const now = useNow()
  const { agency } = useSession()
  // Until the wish is known, nothing ugly is shown.
  const { blur, hours } = wellness ?? { blur: 'ugly', hours: null }
  if (isUgly && hours) {
    const hour = Number(
      new Intl.DateTimeFormat('en-US', { timeZone: agency.zone, hour: 'numeric', hourCycle: 'h23' }).format(
        now,
      ),
    )
    const isWithin =
      hours.from <= hours.to ? hours.from <= hour && hour < hours.to : hour >= hours.from || hour < hours.to
    if (!isWithin) return 'hours'
  }
  if (blur === 'always') return 'always'
  return blur === 'ugly' && isUgly ? 'ugly' : undefined
}

interface CoveredProps {
  isUgly: boolean
  wellness: Wellness | undefined
  children: ReactNode
}

/** Words or pictures that stand covered until somebody wants to see them; a screen reader is not told them either. */
export function Covered({ isUgly, wellness, children }: CoveredProps): ReactNode {
  const words = useWords(commentWords)
  const cover = useCover(isUgly, wellness)
  const [isShown, setIsShown] = useState(false)
  if (!cover) return children
  const why = { ugly: words.covered, always: words.coveredAlways, hours: words.outOfHours }[cover]
  return (
    <div className="covered">
      {isShown ? children : <p className="quiet">{why}</p>}
      <Button type="button" unstyled aria-expanded={isShown} onClick={() => setIsShown(!isShown)}>
        {isShown ? words.cover : words.show}
      </Button>
    </div>
  )
}
