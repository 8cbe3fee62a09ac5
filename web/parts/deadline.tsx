import type { ReactNode } from 'react'
import { useNow } from '../session.ts'
import { useDates } from '../words/dates.ts'
import { shared } from '../words/es.ts'
import { useWords } from '../words/words.ts'

const aDay = 24 * 60 * 60 * 1000

/** When something is due, and how long that is from now: in words, never by colour alone. */
export function Deadline({ at }: { at: string | null }): ReactNode {
  const words = useWords(shared).deadline
  const dates = useDates()
  const now = useNow()
  if (at === null) return <span className="quiet">{words.none}</span>
  const left = Date.parse(at) - now
  const tone = left < 0 ? 'deadline deadline--past' : left < aDay ? 'deadline deadline--soon' : 'deadline'
  const when = dates.from(at, now)
  return (
    <span className={tone}>
      {left < 0 ? words.past(when) : words.due(when)}
      <span className="quiet">
        {' '}
        (<time dateTime={at}>{at.length === 10 ? dates.day(at) : dates.moment(at)}</time>)
      </span>
    </span>
  )
}
