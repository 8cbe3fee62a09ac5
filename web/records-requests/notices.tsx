import { Tag } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import type { RequestView } from '../../src/records/requests/schema.ts'
import { send } from '../api.ts'
import { Empty } from '../parts/empty.tsx'
import { Facts } from '../parts/facts.tsx'
import { Field, LongField, RadioField } from '../parts/field.tsx'
import { useNow } from '../session.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { moveNoticeAt, useForget, type Notice } from './data.ts'
import { KeptForm } from './kept-form.tsx'
import { personnelWords } from './personnel-words.ts'
import { useIsCustodian } from './roles.ts'

/** The notices of a request, what became of each, and what the custodian puts down of it. */
export function Notices({ request }: { request: RequestView }): ReactNode {
  const words = useWords(personnelWords)
  const isCustodian = useIsCustodian()
  return (
    <section>
      <h2>{words.notices}</h2>
      {request.notices.length === 0 && <Empty>{words.noNotices}</Empty>}
      <div className="stack">
        {request.notices.map((notice) => (
          <article key={notice.noticeId} className="card" aria-labelledby={notice.noticeId}>
            <h3 id={notice.noticeId}>{notice.member?.name ?? words.somebody}</h3>
            <NoticeFacts notice={notice} states={words.states} />
            {isCustodian && notice.state === 'sent' && notice.receivedOn === null && (
              <Received requestId={request.requestId} notice={notice} />
            )}
            {isCustodian && notice.state === 'objected' && (
              <Decided requestId={request.requestId} notice={notice} />
            )}
          </article>
        ))}
      </div>
    </section>
  )
}

type States = Readonly<Record<Notice['state'], string>>

/** What is known of a notice: when it went, until when somebody may object, and what they said. */
export function NoticeFacts({ notice, states }: { notice: Notice; states: States }): ReactNode {
  const words = useWords(personnelWords)
  const dates = useDates()
  const {
    state,
    sentAt,
    receivedOn,
    objectBy,
    records,
    representative,
    grounds,
    signed,
    objectedAt,
    outcome,
  } = notice
  const facts: (readonly [string, ReactNode])[] = [
    [words.facts.state, <Tag key="state">{states[state]}</Tag>],
    [words.facts.sent, dates.moment(sentAt)],
    ...(receivedOn === null ? [] : [[words.facts.received, dates.day(receivedOn)] as const]),
    [words.facts.objectBy, dates.day(objectBy)],
    [words.facts.records, String(records.length)],
    ...(representative === null ? [] : [[words.facts.representative, representative] as const]),
    ...(objectedAt === null ? [] : [[words.facts.objected, dates.moment(objectedAt)] as const]),
    ...(signed === null ? [] : [[words.facts.signed, signed] as const]),
  ]
  return (
    <>
      <Facts lines={facts} />
      {grounds !== null && <blockquote className="rr-text">{grounds}</blockquote>}
      {outcome !== null && (
        <p>
          <strong>{words.facts.outcome}:</strong> {outcome}
        </p>
      )}
    </>
  )
}

interface MoveProps {
  requestId: string
  notice: Notice
}

function Received({ requestId, notice }: MoveProps): ReactNode {
  const words = useWords(personnelWords).received
  const forget = useForget()
  const today = useDates().today(useNow())
  const { noticeId, version } = notice
  return (
    <KeptForm
      name={`records-requests/${requestId}/received/${noticeId}`}
      submit={words.put}
      onSubmit={async (filled) => {
        try {
          await send('POST', moveNoticeAt(noticeId), { version, move: 'received', on: filled.text('on') })
        } finally {
          await forget()
        }
      }}
    >
      {(start) => (
        <Field
          name="on"
          label={words.on}
          hint={words.hint}
          type="date"
          required
          start={start.text('on', today)}
        />
      )}
    </KeptForm>
  )
}

function Decided({ requestId, notice }: MoveProps): ReactNode {
  const words = useWords(personnelWords).decided
  const forget = useForget()
  const { noticeId, version } = notice
  return (
    <KeptForm
      name={`records-requests/${requestId}/decided/${noticeId}`}
      submit={words.put}
      onSubmit={async (filled) => {
        try {
          const said = { version, move: filled.text('move'), words: filled.text('words') }
          await send('POST', moveNoticeAt(noticeId), said)
        } finally {
          await forget()
        }
      }}
    >
      {(start) => (
        <>
          <RadioField
            name="move"
            label={words.how}
            required
            start={start.text('move')}
            choices={[
              { value: 'ordered', label: words.ordered },
              { value: 'withdrawn', label: words.withdrawn },
            ]}
          />
          <LongField
            name="words"
            label={words.words}
            required
            rows={3}
            maxLength={4_000}
            start={start.text('words')}
          />
        </>
      )}
    </KeptForm>
  )
}
