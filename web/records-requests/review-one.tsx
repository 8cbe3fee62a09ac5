import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, AlertText, Button } from '@trussworks/react-uswds'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Law } from '../../src/records/requests/law.ts'
import { Failure } from '../parts/failure.tsx'
import { keptIn } from '../parts/keeping.ts'
import { Loading } from '../parts/loading.tsx'
import { useMember } from '../session.ts'
import { useWords } from '../words/words.ts'
import { underReviewQuery, type UnderReview } from './data.ts'
import { Barred, RecordMarks, RecordTitle } from './record-brief.tsx'
import { draftPlace, ReviewForm } from './review-form.tsx'
import { reviewWords } from './review-words.ts'
import { Reviewed, Second } from './second.tsx'

interface ReviewOneProps {
  requestId: string
  recordId: string
  law: Law
  isRefusing: boolean
  onRefusing: (isRefusing: boolean) => void
  /** It is done with; the next one is read. */
  onDone: () => void
  onBack: () => void
  onStep: (by: number) => void
}

/** One record on the review's table. */
export function ReviewOne(props: ReviewOneProps): ReactNode {
  const { requestId, recordId, onBack } = props
  const words = useWords(reviewWords)
  const one = useQuery(underReviewQuery(requestId, recordId))
  const place = useRef<HTMLElement>(null)
  const [conflict, setConflict] = useState<unknown>()
  const isRead = one.data !== undefined
  useEffect(() => {
    if (!isRead) return
    place.current?.focus({ preventScroll: true })
    // On a narrow page it takes the place of the list, which may have been scrolled far.
    if (!matchMedia('(min-width: 64em)').matches) place.current?.scrollIntoView()
  }, [isRead])
  if (one.isError) return <Failure error={one.error} again={() => void one.refetch()} />
  if (!one.data) return <Loading />
  const { record } = one.data
  return (
    <article ref={place} tabIndex={-1} className="rr-one stack" aria-labelledby="record">
      <p className="queue__back no-print">
        <Button type="button" unstyled onClick={onBack}>
          {words.back}
        </Button>
      </p>
      <h3 id="record">
        <RecordTitle record={record} />
      </h3>
      <RecordMarks record={record} />
      <p>
        <Link to="/records/$recordId" params={{ recordId }}>
          {words.toRecord}
        </Link>
      </p>
      {/* What was said once is read first; who may change it asks for it. */}
      {conflict !== undefined && <Failure error={conflict} />}
      <Decide key={record.review?.version ?? 0} {...props} one={one.data} onConflict={setConflict} />
      <p className="row-of-buttons no-print">
        <Button type="button" unstyled onClick={() => props.onStep(-1)}>
          {words.previous}
        </Button>
        <Button type="button" unstyled onClick={() => props.onStep(1)}>
          {words.next}
        </Button>
      </p>
    </article>
  )
}

function Decide({
  requestId,
  law,
  one,
  isRefusing,
  onRefusing,
  onDone,
  onConflict,
}: ReviewOneProps & { one: UnderReview; onConflict: (error: unknown) => void }): ReactNode {
  const words = useWords(reviewWords)
  const { record, echoes, mayReview, maySecond } = one
  const { memberId } = useMember()
  // Whoever was at it goes on with it.
  const [isChanging, setIsChanging] = useState(
    () => keptIn(memberId, draftPlace(requestId, record.recordId)) !== null,
  )
  const isForm = mayReview && (record.review === null || isChanging)
  return (
    <>
      {record.barredUntil !== null && (
        <Alert type="warning" slim>
          <AlertText>
            {words.barred} <Barred until={record.barredUntil} />
          </AlertText>
        </Alert>
      )}
      <Echoes requestId={requestId} echoes={echoes} />
      {isForm ? (
        <ReviewForm {...{ requestId, law, one, onDone, onConflict }} />
      ) : (
        <>
          {maySecond && <Second {...{ requestId, one, isRefusing, onRefusing, onDone }} />}
          <Reviewed requestId={requestId} law={law} one={one} />
          {mayReview && (
            <p className="no-print">
              <Button type="button" outline onClick={() => setIsChanging(true)}>
                {words.change}
              </Button>
            </p>
          )}
          {!mayReview && !maySecond && record.instalment === null && (
            <p className="quiet">{words.notYours}</p>
          )}
        </>
      )}
    </>
  )
}

/** Words that are cut here and stand uncut in other records of the set would go out all the same. */
function Echoes({ requestId, echoes }: Pick<UnderReview, 'echoes'> & { requestId: string }): ReactNode {
  const words = useWords(reviewWords)
  if (echoes.length === 0) return undefined
  return (
    <Alert type="warning" slim>
      <AlertText>{words.echoes(echoes.length)}</AlertText>
      <ul className="usa-list">
        {echoes.map(({ recordId, times }, n) => (
          <li key={recordId}>
            <Link
              to="/records-requests/$requestId"
              params={{ requestId }}
              search={{ part: 'review', record: recordId }}
            >
              {words.echo(n + 1, times)}
            </Link>
          </li>
        ))}
      </ul>
    </Alert>
  )
}
