import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { daysBetween } from '../../src/records/requests/clock.ts'
import type { RequestView } from '../../src/records/requests/schema.ts'
import { useNow } from '../session.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { holidaysQuery, settingsQuery } from './data.ts'
import { deskWords } from './words.ts'

type Clock = RequestView['clock']

/** Days of the agency's business from today to a day; fewer than none once it is over. Undefined before they are known. */
export function useDaysLeft(): (day: string) => number | undefined {
  const today = useDates().today(useNow())
  const law = useQuery(settingsQuery).data?.law
  const holidays = useQuery(holidaysQuery).data?.items
  if (!law || !holidays) return () => undefined
  const calendar = { weekend: law.weekend, holidays: new Set(holidays.map(({ day }) => day)) }
  return (day) =>
    day >= today
      ? daysBetween(calendar, today, day, 'business')
      : -Math.max(1, daysBetween(calendar, day, today, 'business'))
}

/** The days that are left for an answer, in words and never by colour alone; or what became of the clock. */
export function ClockLeft({ clock }: { clock: Clock }): ReactNode {
  const words = useWords(deskWords).clock
  const dates = useDates()
  const daysLeft = useDaysLeft()
  const { answerBy, answeredOn, deemedDeniedOn, stands } = clock
  if (deemedDeniedOn !== null)
    return <span className="deadline deadline--past">{words.deemed(dates.day(deemedDeniedOn))}</span>
  if (answeredOn !== null) return <span>{words.answered(dates.day(answeredOn))}</span>
  if (stands) return <span>{words.stands}</span>
  const left = daysLeft(answerBy)
  const tone = left === undefined || left > 1 ? '' : left < 0 ? ' deadline--past' : ' deadline--soon'
  return (
    <span className={`deadline${tone}`}>
      {left !== undefined && words.left(left)}{' '}
      <span className="quiet">
        (<time dateTime={answerBy}>{dates.day(answerBy)}</time>)
      </span>
    </span>
  )
}

/** What the law's clock says of a request: what is left, what happens then, and from what it is counted. */
export function ClockFacts({ request }: { request: RequestView }): ReactNode {
  const words = useWords(deskWords).clock
  const dates = useDates()
  const daysLeft = useDaysLeft()
  const law = useQuery(settingsQuery).data?.law
  const { clock, receivedOn, isPersonnel, law: of } = request
  const { acknowledgeBy, answerBy, answeredOn, deemedDeniedOn, appealBy } = clock
  const appealLeft = appealBy === null ? undefined : daysLeft(appealBy)
  const isOpen = answeredOn === null && deemedDeniedOn === null
  const rule = isPersonnel ? law?.answer.personnel : law?.answer
  return (
    <section className="card" aria-labelledby="clock">
      <h2 id="clock">{words.title}</h2>
      <p className="rr-clock">
        <ClockLeft clock={clock} />
      </p>
      {isOpen && law && <p>{law.silence.isDenial ? words.thenDenied(of.appealTo) : words.thenLate}</p>}
      {appealBy !== null && (
        <p>
          {words.appeal(dates.day(appealBy), of.appealTo)}{' '}
          {appealLeft !== undefined && appealLeft < 0 && words.appealOver}
        </p>
      )}
      <dl className="facts">
        <div className="fact">
          <dt>{words.received}</dt>
          <dd>{dates.day(receivedOn)}</dd>
        </div>
        <div className="fact">
          <dt>{words.acknowledgeBy}</dt>
          <dd>{dates.day(acknowledgeBy)}</dd>
        </div>
        <div className="fact">
          <dt>{words.answerBy}</dt>
          <dd>
            {dates.day(answerBy)}
            {rule && (
              <>
                {' '}
                <span className="quiet">
                  {words.counts[rule.count](rule.days)} {rule.citation !== null && `(${rule.citation})`}
                </span>
              </>
            )}
          </dd>
        </div>
      </dl>
      <p className="quiet">{isPersonnel ? words.personnel : words.plain}</p>
    </section>
  )
}
