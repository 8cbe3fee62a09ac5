import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Tag } from '@trussworks/react-uswds'
import { use, useId, useState, type ReactNode } from 'react'
import { marked } from '../../src/policy/explain.ts'
import { eventIn } from '../../src/records/event-words.ts'
import type { RecordBrief, RecordView } from '../../src/records/schema.ts'
import { Failure } from '../parts/failure.tsx'
import { wordOf } from '../parts/in-words.ts'
import { Loading } from '../parts/loading.tsx'
import { useDates } from '../words/dates.ts'
import { shared } from '../words/es.ts'
import { LanguageContext, useWords } from '../words/words.ts'
import { recordQuery } from './data.ts'
import { spansFound } from './marking.ts'
import { recordWords } from './words.ts'

interface LineProps {
  record: RecordBrief
  /** The words that were searched for. */
  sought: string
  isChosen: boolean
  /** Absent where nothing is done with those chosen. */
  onChoose: ((recordId: string) => void) | undefined
}

/** A record that a search found, its words marked; what stands around it opens in place. */
export function RecordLine({ record, sought, isChosen, onChoose }: LineProps): ReactNode {
  const words = useWords(recordWords)
  const what = useWhat()
  const id = useId()
  const [isAround, setIsAround] = useState(false)
  const { recordId, access } = record
  return (
    <li className="record-line">
      {onChoose && (
        <>
          <input
            id={id}
            className="usa-checkbox__input"
            type="checkbox"
            checked={isChosen}
            onChange={() => onChoose(recordId)}
          />
          <label className="usa-checkbox__label" htmlFor={id}>
            <span className="usa-sr-only">{words.list.choose(what(record))}</span>
          </label>
        </>
      )}
      <div>
        <h2 className="record-line__head">
          <Link to="/records/$recordId" params={{ recordId }} search={sought === '' ? {} : { words: sought }}>
            {what(record)}
          </Link>
        </h2>
        <Marks record={record} />
        <Words record={record} sought={sought} />
        <About record={record} />
        {/* What is opened for a purpose is not opened in passing. */}
        {access !== 'personnel' && (
          <Button type="button" unstyled aria-expanded={isAround} onClick={() => setIsAround(!isAround)}>
            {isAround ? words.list.aroundLess : words.list.around}
          </Button>
        )}
        {isAround && <Around recordId={recordId} sought={sought} />}
      </div>
    </li>
  )
}

/** `Comment: hidden`, in the reader's language. */
export function useWhat(): (record: Pick<RecordBrief, 'kind' | 'event'>) => string {
  const words = useWords(recordWords)
  const language = use(LanguageContext)
  return ({ kind, event }) => words.one.what(words.kinds[kind], eventIn(language, event, kind))
}

/** The same of a record in a list of keeping, whose kind comes as a word. */
export function useKept(): (record: { kind: string; event: string }) => string {
  const words = useWords(recordWords)
  const language = use(LanguageContext)
  return ({ kind, event }) => words.one.what(wordOf(words.kinds, kind), eventIn(language, event, kind))
}

/** What is to be known of a record at a glance. */
export function Marks({ record }: { record: RecordBrief }): ReactNode {
  const words = useWords(recordWords)
  const { outcome } = useWords(shared).ruling
  const { isHeld, disposedIn, moderation, ruling, source } = record
  return (
    <p className="record-marks">
      {isHeld && <Tag>{words.list.held}</Tag>}
      {disposedIn !== null && <Tag>{words.list.gone}</Tag>}
      {moderation !== null && <Tag className="tag--calm">{words.moderations[moderation]}</Tag>}
      {ruling !== null && <Tag className="tag--calm">{wordOf(outcome, ruling)}</Tag>}
      {source !== 'ledger' && <Tag className="tag--calm">{words.sources[source]}</Tag>}
    </p>
  )
}

/** A record's words as far as a list has them, marked where a search found them. */
export function Words({ record, sought }: { record: RecordBrief; sought: string }): ReactNode {
  const words = useWords(recordWords)
  if (record.access === 'personnel') return <p className="quiet">{words.list.personnel}</p>
  if (record.words === '')
    return record.disposedIn === null ? <p className="quiet">{words.list.wordless}</p> : undefined
  return (
    <p className="record-words" lang="">
      <Marked text={record.words} sought={sought} />
      {record.isCut && '…'}
    </p>
  )
}

export function Marked({ text, sought }: { text: string; sought: string }): ReactNode {
  return marked(text, spansFound(text, sought)).map((stretch, place) =>
    // oxlint-disable-next-line react/no-array-index-key -- a stretch is its place
    stretch.isMarked ? <mark key={place}>{stretch.text}</mark> : <span key={place}>{stretch.text}</span>,
  )
}

/** When, who and where. */
export function About({ record }: { record: RecordBrief }): ReactNode {
  const words = useWords(recordWords)
  const dates = useDates()
  const who = useWho()
  const { at, author, madeBy, account, media } = record
  return (
    <p className="record-about">
      <time dateTime={at}>{dates.moment(at)}</time>
      {` · ${author ?? who(madeBy)}`}
      {account && ` · ${account.handle} (${account.network})`}
      {media > 0 && ` · ${words.list.media(media)}`}
    </p>
  )
}

/** Somebody's name; what stands for one is said in the reader's language. */
export function useWho(): (who: RecordBrief['madeBy']) => string {
  const { makers } = useWords(recordWords)
  return ({ memberId, name }) => (memberId === null ? wordOf(makers, name) : name)
}

function Around({ recordId, sought }: { recordId: string; sought: string }): ReactNode {
  const record = useQuery(recordQuery(recordId))
  if (record.isError) return <Failure error={record.error} again={() => void record.refetch()} />
  if (!record.data) return <Loading />
  return <Thread record={record.data} sought={sought} />
}

/** What stands around a record in its thread, the oldest first, and the record marked in it. */
export function Thread({ record, sought }: { record: RecordView; sought: string }): ReactNode {
  const { one: words } = useWords(recordWords)
  const what = useWhat()
  const { recordId, context, isContextCut } = record
  const others = context.filter((other) => other.recordId !== recordId)
  if (others.length === 0) return <p className="quiet">{words.alone}</p>
  const thread: RecordBrief[] = [...others, record].toSorted((a, b) => a.at.localeCompare(b.at))
  return (
    <>
      <ol className="record-thread">
        {thread.map((other) => (
          <li
            key={other.recordId}
            className={other.recordId === recordId ? 'record-thread__here' : ''}
            {...(other.recordId === recordId ? { 'aria-current': true } : {})}
          >
            <p className="record-line__head">
              {other.recordId === recordId ? (
                <strong>
                  {what(other)} ({words.here})
                </strong>
              ) : (
                <Link to="/records/$recordId" params={{ recordId: other.recordId }}>
                  {what(other)}
                </Link>
              )}
            </p>
            <Words record={other} sought={sought} />
            <About record={other} />
          </li>
        ))}
      </ol>
      {isContextCut && <p className="quiet">{words.contextCut}</p>}
    </>
  )
}
