import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, AlertText } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import { send } from '../api.ts'
import { Empty } from '../parts/empty.tsx'
import { EnglishWords } from '../parts/english-words.tsx'
import { Failure } from '../parts/failure.tsx'
import { CheckField, Field, LongField } from '../parts/field.tsx'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { useMember } from '../session.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { myNoticesQuery, objectAt, useForget, type Notice } from './data.ts'
import { KeptForm } from './kept-form.tsx'
import { NoticeFacts } from './notices.tsx'
import { personnelWords } from './personnel-words.ts'

/** Every notice that somebody got about their own file. */
export function MyNoticesPage(): ReactNode {
  const words = useWords(personnelWords).mine
  const dates = useDates()
  const list = useQuery(myNoticesQuery)
  return (
    <Page title={words.title} lead={words.lead}>
      {list.isPending && <Loading />}
      {list.isError && <Failure error={list.error} again={() => void list.refetch()} />}
      {list.data?.items.length === 0 && <Empty>{words.none}</Empty>}
      <ul className="usa-list">
        {list.data?.items.map(({ noticeId, number, sentAt }) => (
          <li key={noticeId}>
            <Link to="/records-requests/notices/$noticeId" params={{ noticeId }}>
              {words.of(number, dates.day(sentAt))}
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  )
}

/** A notice to somebody that records of their file are asked for, and their objection. */
export function NoticePage(): ReactNode {
  const { noticeId = '' } = useParams({ strict: false })
  const words = useWords(personnelWords).mine
  const list = useQuery(myNoticesQuery)
  const notice = list.data?.items.find((one) => one.noticeId === noticeId)
  return (
    <Page title={words.one} lead={words.oneLead}>
      {list.isPending && <Loading />}
      {list.isError && <Failure error={list.error} again={() => void list.refetch()} />}
      {list.data && !notice && <Empty>{words.notYours}</Empty>}
      {notice && <One key={notice.version} notice={notice} />}
      <p>
        <Link to="/records-requests/notices">{words.all}</Link>
      </p>
    </Page>
  )
}

function One({ notice }: { notice: Notice }): ReactNode {
  const words = useWords(personnelWords).mine
  const dates = useDates()
  const { wants, number, mayObject, state, objectBy } = notice
  return (
    <>
      <h2>{words.asked(number)}</h2>
      <blockquote className="rr-text">{wants}</blockquote>
      <NoticeFacts notice={notice} states={words.states} />
      {state === 'objected' && (
        <Alert type="success" slim role="status">
          <AlertText>{words.objected}</AlertText>
        </Alert>
      )}
      {mayObject ? (
        <>
          <h2>{words.object}</h2>
          <p>{words.until(dates.day(objectBy))}</p>
          <ObjectForm notice={notice} />
        </>
      ) : (
        state === 'sent' && <p>{words.over(dates.day(objectBy))}</p>
      )}
    </>
  )
}

function ObjectForm({ notice }: { notice: Notice }): ReactNode {
  const words = useWords(personnelWords).mine
  const forget = useForget()
  const { name } = useMember()
  const { noticeId, version, statement } = notice
  return (
    <KeptForm
      name={`records-notices/${noticeId}`}
      submit={words.submit}
      check={(filled) => ({ grounds: filled.text('grounds').length < 10 ? words.short : undefined })}
      onSubmit={async (filled) => {
        try {
          await send('POST', objectAt(noticeId), {
            version,
            grounds: filled.text('grounds'),
            signed: filled.text('signed'),
            affirms: true,
          })
        } finally {
          await forget()
        }
      }}
    >
      {(start) => (
        <>
          <LongField
            name="grounds"
            label={words.grounds}
            hint={words.groundsHint}
            required
            rows={6}
            maxLength={4_000}
            start={start.text('grounds')}
          />
          <EnglishWords />
          <blockquote lang="en">{statement}</blockquote>
          <CheckField name="affirms" label={words.affirms} required />
          <Field
            name="signed"
            label={words.signed}
            hint={words.signedHint(name)}
            required
            maxLength={200}
            start={start.text('signed')}
          />
        </>
      )}
    </KeptForm>
  )
}
