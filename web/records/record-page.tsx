import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, AlertText, Button } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import type { RecordView } from '../../src/records/schema.ts'
import { Refused } from '../api.ts'
import { Failure } from '../parts/failure.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { useQuestion } from '../question.ts'
import { useWords } from '../words/words.ts'
import { recordQuery } from './data.ts'
import { More } from './more.tsx'
import { RecordBeside } from './record-beside.tsx'
import { Marked, Marks, Thread, useWhat } from './record-line.tsx'
import { Versions } from './versions.tsx'
import { recordWords } from './words.ts'

const isId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** One record with everything that is known of it. */
export function RecordPage(): ReactNode {
  const { one: words } = useWords(recordWords)
  const { recordId = '' } = useParams({ strict: false })
  const [purpose, setPurpose] = useState<string>()
  const record = useQuery(recordQuery(recordId, purpose))
  // What is about a member is opened for a purpose that is put down; the server says so before it shows anything.
  const isAsked =
    isId.test(recordId) &&
    purpose === undefined &&
    record.error instanceof Refused &&
    record.error.code === 'malformed'
  if (record.data) return <One key={recordId} record={record.data} purpose={purpose} />
  return (
    <Page title={isAsked ? words.personnel : words.record}>
      <More />
      {record.isPending && <Loading />}
      {record.isError && !isAsked && <Failure error={record.error} again={() => void record.refetch()} />}
      {isAsked && (
        <>
          <p className="lead">{words.personnelLead}</p>
          <Form submit={words.openIt} onSubmit={(filled) => setPurpose(filled.text('purpose'))}>
            <Field name="purpose" label={words.purpose} required minLength={3} maxLength={400} />
          </Form>
        </>
      )}
      {purpose !== undefined && record.isError && (
        <Button type="button" outline onClick={() => setPurpose(undefined)}>
          {words.otherPurpose}
        </Button>
      )}
    </Page>
  )
}

function One({ record, purpose }: { record: RecordView; purpose: string | undefined }): ReactNode {
  const words = useWords(recordWords)
  const what = useWhat()
  const [{ words: sought = '' }] = useQuestion()
  return (
    <Page title={what(record)}>
      <More />
      <Marks record={record} />
      <div className="beside">
        <div>
          <section>
            <h2>{words.one.words}</h2>
            {record.disposedIn !== null && (
              <Alert type="info" slim>
                <AlertText>
                  {words.one.disposed}{' '}
                  <Link
                    to="/records/dispositions/$dispositionId"
                    params={{ dispositionId: record.disposedIn }}
                  >
                    {words.one.toDisposition}
                  </Link>
                </AlertText>
              </Alert>
            )}
            {record.words !== '' && (
              <blockquote className="record-whole" lang="">
                <Marked text={record.words} sought={sought} />
              </blockquote>
            )}
            {record.words === '' && record.disposedIn === null && (
              <p className="quiet">{words.one.wordless}</p>
            )}
          </section>
          <Files record={record} purpose={purpose} />
          <Versions record={record} />
          <section>
            <h2>{words.one.context}</h2>
            <Thread record={record} sought={sought} />
          </section>
        </div>
        <RecordBeside record={record} />
      </div>
    </Page>
  )
}

function Files({ record, purpose }: { record: RecordView; purpose: string | undefined }): ReactNode {
  const { one: words } = useWords(recordWords)
  if (record.files.length === 0) return undefined
  const question = purpose === undefined ? '' : `?${new URLSearchParams({ purpose })}`
  return (
    <section>
      <h2>{words.files}</h2>
      <ul className="record-files">
        {record.files.map(({ sha256, mediaType, bytes, alt, href }) => (
          <li key={sha256}>
            <figure>
              {mediaType.startsWith('image/') && <img src={`${href}${question}`} alt={alt} loading="lazy" />}
              <figcaption>
                {alt === '' ? words.noAlt : <span lang="">{alt}</span>}
                <br />
                <a href={`${href}${question}`}>
                  {words.open} ({words.fileOf(mediaType, Math.ceil(bytes / 1_000))})
                </a>
                <br />
                <span className="mono">{sha256}</span>
              </figcaption>
            </figure>
          </li>
        ))}
      </ul>
    </section>
  )
}
