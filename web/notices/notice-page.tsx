import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Alert, AlertHeading, AlertText, Button, Tag } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import type { NoticeView } from '../../src/posts/notices/schema.ts'
import { Deadline } from '../parts/deadline.tsx'
import { Facts } from '../parts/facts.tsx'
import { Failure } from '../parts/failure.tsx'
import { wordOf } from '../parts/in-words.ts'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { Channels } from './channels.tsx'
import { noticeQuery } from './data.ts'
import { Cap, OrderSays, Previews, Problems } from './margin.tsx'
import { noticeMoveWords } from './move-words.ts'
import { Moves } from './moves.tsx'
import { Says } from './says.tsx'
import { noticeWords } from './words.ts'

/** One notice: what the public reads, where it is, what the order says, and what this reader may do. */
export function NoticePage(): ReactNode {
  const { noticeId = '' } = useParams({ strict: false })
  const words = useWords(noticeWords)
  const notice = useQuery(noticeQuery(noticeId))
  const [conflict, setConflict] = useState<unknown>()
  if (notice.isError)
    return (
      <Page title={words.title}>
        <Failure error={notice.error} again={() => void notice.refetch()} />
      </Page>
    )
  if (!notice.data) return <Loading />
  const { data } = notice
  const { check } = data
  // What is over or out as it stands needs nothing more.
  const isPrepared = data.outHash !== data.contentHash && data.endedAt === null
  return (
    <Page title={data.title}>
      {conflict !== undefined && <Failure error={conflict} />}
      {/* Who is in a hurry, on a phone, finds the buttons first. */}
      <Moves key={data.version} notice={data} onConflict={setConflict} />
      <div className="beside notice-one">
        <div className="stack">
          <Head notice={data} />
          <SignedAlone notice={data} />
          <Says notice={data} />
          <Channels notice={data} />
          {isPrepared && <Previews previews={check.previews} />}
          <Cap cap={check.cap} />
        </div>
        <div className="stack">
          {isPrepared && <Problems problems={check.problems} />}
          <OrderSays check={check} />
          <History steps={data.steps} />
          <Button type="button" unstyled onClick={() => globalThis.print()}>
            {words.one.print}
          </Button>
        </div>
      </div>
    </Page>
  )
}

function Head({ notice }: { notice: NoticeView }): ReactNode {
  const words = useWords(noticeWords)
  const dates = useDates()
  const { one } = words
  const { author, editor, state, kind, signedBy, firstOutAt, outAt, endedAt, endedAs, endedBecause } = notice
  const { effective, expires, severity, urgency, certainty, contact, lacks } = notice.out ?? notice.content
  const isOver = endedAt !== null
  const graveness = [words.severities[severity], words.urgencies[urgency], words.certainties[certainty]]
  const facts: (readonly [string, ReactNode])[] = [
    [one.state, <Tag key="state">{words.states[state]}</Tag>],
    [one.kind, words.kinds[kind]],
    [one.begins, dates.zoned(effective)],
    [one.ends, dates.zoned(expires)],
    ...(isOver || state === 'withdrawn' ? [] : [[one.left, <Deadline key="left" at={expires} />] as const]),
    ...(endedAt === null
      ? []
      : [[one.ended, `${endedAs ? `${words.endedAs[endedAs]}, ` : ''}${dates.moment(endedAt)}`] as const]),
    ...(endedBecause === null ? [] : [[one.because, endedBecause] as const]),
    [one.grave, graveness.join('; ')],
    [one.author, author.name],
    ...(editor.memberId === author.memberId ? [] : [[one.editor, editor.name] as const]),
    ...(signedBy ? [[one.signed, signedBy.name] as const] : []),
    ...(firstOutAt === null ? [] : [[one.wentOut, dates.moment(firstOutAt)] as const]),
    ...(outAt === null || outAt === firstOutAt ? [] : [[one.changed, dates.moment(outAt)] as const]),
    ...(contact === '' ? [] : [[one.contact, contact] as const]),
    ...(lacks === null ? [] : [[one.lacks, lacks] as const]),
  ]
  return (
    <>
      <Facts lines={facts} />
      <details className="no-print">
        <summary>{one.seal}</summary>
        <p>{one.sealSays}</p>
        <code>{notice.contentHash}</code>
      </details>
    </>
  )
}

function SignedAlone({ notice }: { notice: NoticeView }): ReactNode {
  const words = useWords(noticeWords).one
  const dates = useDates()
  const { signedBy, signedBecause, reviewDueAt, reviewedBy, reviewedAt, reviewedAs } = notice
  if (!signedBy) return undefined
  const isDone = reviewedBy !== null && reviewedAt !== null && reviewedAs !== null
  return (
    <Alert type={isDone ? 'info' : 'warning'}>
      <AlertHeading level="h2">{words.alone}</AlertHeading>
      <AlertText>
        {words.aloneSays(signedBy.name)} {signedBecause !== null && <q>{signedBecause}</q>}{' '}
        {isDone
          ? words.reviewed[reviewedAs](reviewedBy.name, dates.moment(reviewedAt))
          : reviewDueAt !== null && words.reviewBy(dates.moment(reviewDueAt))}
      </AlertText>
    </Alert>
  )
}

function History({ steps }: Pick<NoticeView, 'steps'>): ReactNode {
  const words = useWords(noticeWords)
  const moveWords = useWords(noticeMoveWords)
  const dates = useDates()
  return (
    <section>
      <h2>{words.one.history}</h2>
      <ol className="history">
        {steps.toReversed().map(({ version, move, by, remarks, at }) => (
          <li key={version}>
            <p>
              <strong>{move === 'edit' ? words.one.edited : wordOf(moveWords.moves, move)}</strong>{' '}
              <span className="quiet">
                {by?.name ?? words.one.nobody}, <time dateTime={at}>{dates.moment(at)}</time>
              </span>
            </p>
            {remarks !== null && <blockquote>{remarks}</blockquote>}
          </li>
        ))}
      </ol>
    </section>
  )
}
