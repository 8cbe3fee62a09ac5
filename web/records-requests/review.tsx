import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { RequestView } from '../../src/records/requests/schema.ts'
import { Empty } from '../parts/empty.tsx'
import { Failure } from '../parts/failure.tsx'
import { Keys, useKeys } from '../parts/keys.tsx'
import { Loading } from '../parts/loading.tsx'
import { ShowMore } from '../parts/show-more.tsx'
import { useQuestion } from '../question.ts'
import { useWords } from '../words/words.ts'
import { responsiveQuery, settingsQuery, type Responsive } from './data.ts'
import { RecordMarks, RecordTitle } from './record-brief.tsx'
import { ReviewOne } from './review-one.tsx'
import { reviewWords } from './review-words.ts'
import { StateLinks } from './set.tsx'
import { setWords } from './set-words.ts'

/** The review: the set beside the record that is read, by mouse or by keys. */
export function Review({ request }: { request: RequestView }): ReactNode {
  const words = useWords(reviewWords)
  const { set } = useWords(setWords)
  const [{ state, record: openId }, ask] = useQuestion()
  const { requestId } = request
  const list = useInfiniteQuery(responsiveQuery(requestId, state))
  const law = useQuery(settingsQuery)
  const [isHelpOpen, setIsHelpOpen] = useState(false)
  const [isRefusing, setIsRefusing] = useState(false)
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  const open = (record: Responsive | undefined): void => {
    setIsRefusing(false)
    ask({ record: record?.recordId })
  }
  const here = items.findIndex(({ recordId }) => recordId === openId)
  const step = (by: number): void => {
    if (items.length > 0) open(items[here === -1 ? 0 : Math.min(Math.max(here + by, 0), items.length - 1)])
  }
  /** What comes after one that is done with: the next as far from done, past the end from the top; else a neighbour. */
  const onward = (): void => {
    const done = items[here]
    const others = [...items.slice(here + 1), ...items.slice(0, Math.max(here, 0))]
    const like = others.find((one) => done && stageOf(one) === stageOf(done))
    open(like ?? items[here + 1] ?? items[here - 1])
  }
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    r: () => press('[data-state="release"]'),
    c: () => press('[data-state="redact"]'),
    w: () => press('[data-state="withhold"]'),
    s: () => press('[data-key="Enter"] button'),
    y: () => press('[data-key="y"] button'),
    n: () => setIsRefusing(true),
    '?': () => setIsHelpOpen(true),
  })
  if (list.isError) return <Failure error={list.error} again={() => void list.refetch()} />
  if (law.isError) return <Failure error={law.error} again={() => void law.refetch()} />
  if (!list.data || !law.data) return <Loading />
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{words.lead(request.counts.settled, request.counts.responsive)}</p>
      <StateLinks requestId={requestId} part="review" />
      <p className="row-of-buttons no-print">
        <Button type="button" unstyled onClick={() => setIsHelpOpen(true)}>
          {words.keys.open}
        </Button>
      </p>
      <Keys words={words.keys} isOpen={isHelpOpen} onClose={() => setIsHelpOpen(false)} />
      <div className={openId === undefined ? 'queue' : 'queue queue--reading'}>
        <section className="queue__side" aria-label={words.list}>
          {items.length === 0 && <Empty>{request.counts.responsive === 0 ? set.empty : set.noneSuch}</Empty>}
          <ol className="queue__list">
            {items.map((record) => (
              <Line
                key={record.recordId}
                record={record}
                isOpen={record.recordId === openId}
                onOpen={() => open(record)}
              />
            ))}
          </ol>
          <ShowMore list={list} />
        </section>
        {openId === undefined ? (
          <p className="quiet queue__none">{items.length > 0 && words.none}</p>
        ) : (
          <ReviewOne
            key={openId}
            requestId={requestId}
            recordId={openId}
            law={law.data.law}
            isRefusing={isRefusing}
            onRefusing={setIsRefusing}
            onDone={onward}
            onBack={() => open(undefined)}
            onStep={step}
          />
        )}
      </div>
    </section>
  )
}

/** How many people have settled it so far: a first, and whoever looked again. */
function stageOf({ review }: Responsive): 'waiting' | 'second' | 'seen' {
  if (review === null) return 'waiting'
  return review.second === null ? 'second' : 'seen'
}

/** Presses what stands on the page, if it does. */
function press(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.click()
}

interface LineProps {
  record: Responsive
  isOpen: boolean
  onOpen: () => void
}

function Line({ record, isOpen, onOpen }: LineProps): ReactNode {
  const place = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isOpen) place.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  return (
    <li ref={place} className={isOpen ? 'rr-line queue__line queue__line--open' : 'rr-line queue__line'}>
      <div>
        <Button type="button" unstyled {...(isOpen ? { 'aria-current': true } : {})} onClick={onOpen}>
          <RecordTitle record={record} />
        </Button>
        <RecordMarks record={record} />
        <p className="queue__words" lang="">
          {record.words}
        </p>
      </div>
    </li>
  )
}
