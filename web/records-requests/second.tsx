import { Button } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import type { Law } from '../../src/records/requests/law.ts'
import { send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { LongField } from '../parts/field.tsx'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { AsItIs } from './as-it-is.tsx'
import { GroundSays } from './cut-words.tsx'
import { requestsAt, useForget, type UnderReview } from './data.ts'
import { draftOf } from './draft.ts'
import { KeptForm } from './kept-form.tsx'
import { Preview } from './preview.tsx'
import { reviewWords } from './review-words.ts'

interface SecondProps {
  requestId: string
  one: UnderReview
  isRefusing: boolean
  onRefusing: (isRefusing: boolean) => void
  onDone: () => void
}

/** The second look: what the first reviewer said, the record as it is, and how it would go out. Yes, or no with a reason. */
export function Second({ requestId, one, isRefusing, onRefusing, onDone }: SecondProps): ReactNode {
  const words = useWords(reviewWords).second
  const forget = useForget()
  const { recordId, review } = one.record
  if (!review) return undefined
  const say = async (agrees: boolean, remarks: string | null): Promise<void> => {
    const path = `${requestsAt}/${requestId}/review/${recordId}/second`
    try {
      await send('POST', path, { version: review.version, agrees, remarks })
      onDone()
    } finally {
      await forget()
    }
  }
  return (
    <section className="card no-print" aria-labelledby="second">
      <h3 id="second">{words.title}</h3>
      <p>{words.lead}</p>
      {isRefusing ? (
        <KeptForm
          name={`records-requests/${requestId}/second/${recordId}`}
          submit={words.no}
          onSubmit={(filled) => say(false, filled.text('remarks'))}
          beside={
            <Button type="button" unstyled onClick={() => onRefusing(false)}>
              {words.stop}
            </Button>
          }
        >
          {(start) => (
            <LongField
              name="remarks"
              label={words.why}
              required
              rows={3}
              maxLength={1_000}
              start={start.text('remarks')}
            />
          )}
        </KeptForm>
      ) : (
        <div className="row-of-buttons">
          <span data-key="y">
            <Action look="filled" run={() => say(true, null)}>
              {words.yes}
            </Action>
          </span>
          <Button type="button" outline onClick={() => onRefusing(true)}>
            {words.no}
          </Button>
        </div>
      )}
    </section>
  )
}

/** What the first reviewer said; the record as it is, and beside it how it goes out. */
export function Reviewed({
  requestId,
  law,
  one,
}: Pick<SecondProps, 'requestId' | 'one'> & { law: Law }): ReactNode {
  const words = useWords(reviewWords)
  const dates = useDates()
  const { record } = one
  const { review } = record
  return (
    <>
      {review && (
        <div className="stack">
          <p>
            <strong>{words.states[review.state]}</strong>
            {review.by && ` · ${review.by.name}`}, {dates.moment(review.at)}
            {review.exemption !== null && review.reason !== null && (
              <>
                {' · '}
                <GroundSays law={law} exemption={review.exemption} reason={review.reason} />
              </>
            )}
          </p>
          {review.second && (
            <p>
              <strong>{review.second.agrees ? words.second.agreed : words.second.refused}</strong>
              {review.second.by && ` · ${review.second.by.name}`}, {dates.moment(review.second.at)}
              {review.second.remarks !== null && `: ${review.second.remarks}`}
            </p>
          )}
        </div>
      )}
      <div className="rr-sides">
        <AsItIs requestId={requestId} one={one}>
          {review && review.redactions.length + review.regions.length + review.keptBack.length > 0 && (
            <>
              <h4>{words.preview.grounds}</h4>
              <ul className="usa-list">
                {[...review.redactions, ...review.regions, ...review.keptBack].map((cut, n) => (
                  // oxlint-disable-next-line react/no-array-index-key -- a list that is only read
                  <li key={n}>
                    <GroundSays law={law} exemption={cut.exemption} reason={cut.reason} />
                  </li>
                ))}
              </ul>
            </>
          )}
        </AsItIs>
        {review && <Preview requestId={requestId} law={law} one={one} draft={draftOf(one)} />}
      </div>
    </>
  )
}
