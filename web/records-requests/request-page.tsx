import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Tag } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import type { RequestView } from '../../src/records/requests/schema.ts'
import { Failure } from '../parts/failure.tsx'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { useQuestion } from '../question.ts'
import { useWords } from '../words/words.ts'
import { ClockFacts, ClockLeft } from './clock.tsx'
import { requestQuery } from './data.ts'
import { Asked, FeeAndAppeal, History, Letters } from './facts.tsx'
import { Moves } from './moves.tsx'
import { Notices } from './notices.tsx'
import { Personnel } from './personnel.tsx'
import { Releases } from './releases.tsx'
import { Review } from './review.tsx'
import { Searches } from './searches.tsx'
import { SetPart } from './set.tsx'
import { WithheldList } from './withheld.tsx'
import { deskWords } from './words.ts'

const parts = ['desk', 'search', 'set', 'review', 'withheld', 'personnel'] as const
type Part = (typeof parts)[number]

/** One request: its desk, and beside it the search, the set, the review, what stays back, and whose file it touches. */
export function RequestPage(): ReactNode {
  const { requestId = '' } = useParams({ strict: false })
  const words = useWords(deskWords)
  const [{ part: asked }] = useQuestion()
  const request = useQuery(requestQuery(requestId))
  const [conflict, setConflict] = useState<unknown>()
  if (request.isError)
    return (
      <Page title={words.title}>
        <Failure error={request.error} again={() => void request.refetch()} />
      </Page>
    )
  if (!request.data) return <Loading />
  const { data } = request
  const part = parts.find((one) => one === asked) ?? 'desk'
  return (
    <Page title={words.one.title(data.number)}>
      <p className="rr-head">
        <Tag>{words.states[data.state]}</Tag> {data.isPersonnel && <Tag>{words.personnelTag}</Tag>}{' '}
        <ClockLeft clock={data.clock} />
      </p>
      <Parts request={data} now={part} />
      {conflict !== undefined && <Failure error={conflict} />}
      {part === 'desk' && <Desk request={data} onConflict={setConflict} />}
      {part === 'search' && <Searches request={data} />}
      {part === 'set' && <SetPart request={data} />}
      {part === 'review' && <Review request={data} />}
      {part === 'withheld' && <WithheldList requestId={data.requestId} />}
      {part === 'personnel' && (
        <>
          <Personnel request={data} />
          <Notices request={data} />
        </>
      )}
    </Page>
  )
}

function Parts({ request, now }: { request: RequestView; now: Part }): ReactNode {
  const { one } = useWords(deskWords)
  const { requestId, counts, searches, notices } = request
  const counted: Partial<Record<Part, number>> = {
    search: searches.length,
    set: counts.responsive,
    review: counts.responsive - counts.settled,
    personnel: notices.length,
  }
  return (
    <nav aria-label={one.parts.name} className="rr-parts">
      <ul className="beside-links">
        {parts.map((part) => (
          <li key={part}>
            <Link
              to="/records-requests/$requestId"
              params={{ requestId }}
              search={part === 'desk' ? {} : { part }}
              activeOptions={{ exact: true }}
              {...(part === now ? { 'aria-current': 'page' as const } : {})}
            >
              {one.parts[part]}
              {(counted[part] ?? 0) > 0 && ` (${counted[part]})`}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** What waits in the other parts. */
function Hints({ request }: { request: RequestView }): ReactNode {
  const { hints } = useWords(deskWords)
  const { requestId, counts, notices } = request
  const objections = notices.filter(({ state }) => state === 'objected').length
  const seconds = counts.reviewed - counts.settled
  const all = [
    ['personnel', objections, hints.objections(objections)],
    ['review', seconds, hints.seconds(seconds)],
  ] as const
  return all.map(
    ([part, count, says]) =>
      count > 0 && (
        <p key={part} className="no-print">
          <Link to="/records-requests/$requestId" params={{ requestId }} search={{ part }}>
            {says}
          </Link>
        </p>
      ),
  )
}

function Desk({
  request,
  onConflict,
}: {
  request: RequestView
  onConflict: (error: unknown) => void
}): ReactNode {
  return (
    <div className="beside">
      <div className="stack">
        <Hints request={request} />
        <Moves request={request} onConflict={onConflict} />
        <Asked request={request} />
        <FeeAndAppeal request={request} />
        <Releases request={request} />
      </div>
      <div className="stack">
        <ClockFacts request={request} />
        <Letters request={request} />
        <History request={request} />
      </div>
    </div>
  )
}
