import { Tag } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import type { RequestView } from '../../src/permissions/schema.ts'
import { Deadline } from '../parts/deadline.tsx'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { requestWords } from './words.ts'

/** The colleagues who are shown or told of, and what each has said. */
export function Consents({ request }: { request: RequestView }): ReactNode {
  const words = useWords(requestWords).one
  const dates = useDates()
  const { consents } = request
  if (consents.length === 0) return undefined
  const says = ({ answer, at }: (typeof consents)[number]): string =>
    answer === null || at === null ? words.consent.none : words.consent[answer](dates.moment(at))
  return (
    <section>
      <h2>{words.consents}</h2>
      <ul className="usa-list">
        {consents.map((consent) => (
          <li key={consent.member.memberId}>
            <strong>{consent.member.name}</strong> {says(consent)}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The desks from the lowest to the giver: who sits there, what they said, where it lies and until when. */
export function Desks({ request }: { request: RequestView }): ReactNode {
  const words = useWords(requestWords).one
  const { desks, state, dueAt, path } = request
  const isColleaguesAlone = path?.by.every((giver) => giver === 'coworker') === true
  if (isColleaguesAlone) return undefined
  return (
    <section>
      <h2>{words.desks}</h2>
      {desks.length === 0 ? (
        state === 'draft' && <p className="quiet">{words.noDesks}</p>
      ) : (
        <>
          <p className="quiet">{words.desksLead}</p>
          <ol className="desks">
            {desks.map(({ title, does, holders, heard, isHere }) => (
              <li key={title} className={isHere ? 'desks__here' : undefined}>
                <strong>{title}</strong> {words.does[does]}
                <br />
                {holders.length === 0 ? words.vacant : holders.map(({ name }) => name).join(', ')}
                {heard !== null && (
                  <>
                    <br />
                    <Tag>{words.heard[heard]}</Tag>
                  </>
                )}
                {isHere && (
                  <>
                    <br />
                    <strong>{words.here}</strong> {dueAt !== null && <Deadline at={dueAt} />}
                  </>
                )}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  )
}
