import { Tag } from '@trussworks/react-uswds'
import { use, type ReactNode } from 'react'
import { eventIn } from '../../src/records/event-words.ts'
import { wordOf } from '../parts/in-words.ts'
import { recordWords } from '../records/words.ts'
import { useDates } from '../words/dates.ts'
import { LanguageContext, useWords } from '../words/words.ts'
import type { Responsive } from './data.ts'
import { setWords } from './set-words.ts'

/** `Comment: hidden, resident.example, Nov 21, 2026, 4:05 PM` */
export function RecordTitle({ record }: { record: Responsive }): ReactNode {
  const { kinds, one } = useWords(recordWords)
  const language = use(LanguageContext)
  const dates = useDates()
  const { kind, event, author, at } = record
  return (
    <>
      {[one.what(wordOf(kinds, kind), eventIn(language, event, kind)), author, dates.moment(at)]
        .filter((part) => part !== null)
        .join(', ')}
    </>
  )
}

/** How far its review is, in words. */
export function RecordMarks({ record }: { record: Responsive }): ReactNode {
  const words = useWords(setWords).set
  const { review, context, barredUntil, instalment, media } = record
  return (
    <p className="record-marks">
      {instalment !== null && <Tag>{words.out(instalment)}</Tag>}
      {review === null ? (
        <Tag>{words.states.waiting}</Tag>
      ) : (
        <>
          <Tag>{words.decided[review.state]}</Tag>
          {instalment === null && <Tag className="tag--calm">{secondSays(review, words)}</Tag>}
        </>
      )}
      {barredUntil !== null && (
        <Tag className="tag--calm">
          <Barred until={barredUntil} />
        </Tag>
      )}
      {context && <Tag className="tag--calm">{words.context}</Tag>}
      {media > 0 && <Tag className="tag--calm">{words.media(media)}</Tag>}
    </p>
  )
}

/** Why a record may not go out now: nobody told its employee, they objected, or they still may. */
export function Barred({ until }: { until: string }): ReactNode {
  const words = useWords(setWords).set.barred
  const dates = useDates()
  return until === 'notice'
    ? words.notice
    : until === 'objection'
      ? words.objection
      : words.until(dates.day(until))
}

function secondSays(
  { second }: NonNullable<Responsive['review']>,
  words: { needsSecond: string; settled: string; notAgreed: string },
): string {
  if (second === null) return words.needsSecond
  return second.agrees ? words.settled : words.notAgreed
}
