import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId, useState, type ReactNode } from 'react'
import type { RequestView } from '../../src/records/requests/schema.ts'
import { send } from '../api.ts'
import { Empty } from '../parts/empty.tsx'
import { Failure } from '../parts/failure.tsx'
import { LongField } from '../parts/field.tsx'
import { Loading } from '../parts/loading.tsx'
import { ShowMore } from '../parts/show-more.tsx'
import { toggled } from '../parts/toggled.ts'
import { useQuestion } from '../question.ts'
import { useWords } from '../words/words.ts'
import { requestsAt, responsiveQuery, useForget, type Responsive } from './data.ts'
import { KeptForm } from './kept-form.tsx'
import { RecordMarks, RecordTitle } from './record-brief.tsx'
import { useIsCustodian } from './roles.ts'
import { setWords } from './set-words.ts'

/** The records that answer the request; what does not is taken out with a reason, and its hold stays. */
export function SetPart({ request }: { request: RequestView }): ReactNode {
  const words = useWords(setWords).set
  const [{ state }] = useQuestion()
  const { requestId } = request
  const list = useInfiniteQuery(responsiveQuery(requestId, state))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const isCustodian = useIsCustodian()
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <StateLinks requestId={requestId} part="set" />
      {list.isPending && <Loading />}
      {list.isError && <Failure error={list.error} again={() => void list.refetch()} />}
      {list.data && items.length === 0 && <Empty>{state === undefined ? words.empty : words.noneSuch}</Empty>}
      <ol className="record-list">
        {items.map((record) => (
          <Line
            key={record.recordId}
            requestId={requestId}
            record={record}
            mayTake={isCustodian}
            isChosen={chosen.has(record.recordId)}
            onChoose={() => setChosen(toggled(chosen, record.recordId))}
          />
        ))}
      </ol>
      <ShowMore list={list} />
      {chosen.size > 0 && (
        <TakeOut request={request} chosen={[...chosen]} onDone={() => setChosen(new Set())} />
      )}
    </section>
  )
}

const states = ['waiting', 'second', 'settled', 'barred', 'released'] as const

/** Which records of the set are shown, by how far their review is. */
export function StateLinks({ requestId, part }: { requestId: string; part: 'set' | 'review' }): ReactNode {
  const words = useWords(setWords).set
  const [{ state }] = useQuestion()
  return (
    <nav aria-label={words.filter} className="no-print">
      <ul className="beside-links">
        {[undefined, ...states].map((one) => (
          <li key={one ?? 'all'}>
            <Link
              to="/records-requests/$requestId"
              params={{ requestId }}
              search={one === undefined ? { part } : { part, state: one }}
              activeOptions={{ exact: true }}
              {...(one === state ? { 'aria-current': 'true' as const } : {})}
            >
              {words.states[one ?? 'all']}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

interface LineProps {
  requestId: string
  record: Responsive
  mayTake: boolean
  isChosen: boolean
  onChoose: () => void
}

function Line({ requestId, record, mayTake, isChosen, onChoose }: LineProps): ReactNode {
  const words = useWords(setWords).set
  const id = useId()
  const { recordId, words: said, instalment } = record
  return (
    <li className="record-line">
      {mayTake && instalment === null && (
        <>
          <input
            id={id}
            className="usa-checkbox__input"
            type="checkbox"
            checked={isChosen}
            onChange={onChoose}
          />
          <label className="usa-checkbox__label" htmlFor={id}>
            <span className="usa-sr-only">
              {words.choose} <RecordTitle record={record} />
            </span>
          </label>
        </>
      )}
      <div>
        <h3 className="record-line__head">
          <Link
            to="/records-requests/$requestId"
            params={{ requestId }}
            search={{ part: 'review', record: recordId }}
          >
            <RecordTitle record={record} />
          </Link>
        </h3>
        <RecordMarks record={record} />
        <p className="record-words" lang="">
          {said === '' ? words.wordless : said}
        </p>
      </div>
    </li>
  )
}

function TakeOut({
  request: { requestId, version },
  chosen,
  onDone,
}: {
  request: RequestView
  chosen: readonly string[]
  onDone: () => void
}): ReactNode {
  const words = useWords(setWords).set
  const forget = useForget()
  return (
    <section className="card" aria-label={words.take}>
      <h3>{words.chosen(chosen.length)}</h3>
      <KeptForm
        name={`records-requests/${requestId}/take`}
        submit={words.take}
        onSubmit={async (filled) => {
          try {
            const said = { version, take: chosen, reason: filled.text('reason') }
            await send('POST', `${requestsAt}/${requestId}/responsive`, said)
            onDone()
          } finally {
            await forget()
          }
        }}
        check={(filled) => ({ reason: filled.text('reason').length < 10 ? words.short : undefined })}
      >
        {(start) => (
          <LongField
            name="reason"
            label={words.why}
            hint={words.whyHint}
            required
            rows={2}
            maxLength={1_000}
            start={start.text('reason')}
          />
        )}
      </KeptForm>
    </section>
  )
}
