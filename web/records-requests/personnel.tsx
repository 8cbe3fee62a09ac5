import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { RequestView } from '../../src/records/requests/schema.ts'
import { send } from '../api.ts'
import { Failure } from '../parts/failure.tsx'
import { CheckField, Field, LongField, RadioField } from '../parts/field.tsx'
import { Loading } from '../parts/loading.tsx'
import { MemberField } from '../parts/member-field.tsx'
import { useWords } from '../words/words.ts'
import { noticesOf, requestsAt, responsiveQuery, useForget } from './data.ts'
import { KeptForm } from './kept-form.tsx'
import { personnelWords } from './personnel-words.ts'
import { RecordTitle } from './record-brief.tsx'
import { useIsCustodian } from './roles.ts'

/** Is it about somebody's file, and who is told? */
export function Personnel({ request }: { request: RequestView }): ReactNode {
  const words = useWords(personnelWords)
  const isCustodian = useIsCustodian()
  return (
    <>
      <section>
        <h2>{words.question}</h2>
        <p>{words.questionLead}</p>
        <p>
          <strong>{request.isPersonnel ? words.isOne : words.isNone}</strong>
        </p>
        {isCustodian && <Say request={request} />}
      </section>
      {isCustodian && request.isPersonnel && <Notify request={request} />}
    </>
  )
}

function Say({ request: { requestId, version, isPersonnel } }: { request: RequestView }): ReactNode {
  const words = useWords(personnelWords)
  const forget = useForget()
  return (
    <details className="no-print" open={!isPersonnel}>
      <summary>{words.say}</summary>
      <KeptForm
        name={`records-requests/${requestId}/personnel`}
        submit={words.put}
        check={(filled) => ({ reason: filled.text('reason').length < 10 ? words.short : undefined })}
        onSubmit={async (filled) => {
          try {
            const said = { version, isPersonnel: filled.text('is') === 'yes', reason: filled.text('reason') }
            await send('PUT', `${requestsAt}/${requestId}/personnel`, said)
          } finally {
            await forget()
          }
        }}
      >
        {(start) => (
          <>
            <RadioField
              name="is"
              label={words.isIt}
              required
              start={start.text('is', isPersonnel ? 'yes' : '')}
              choices={[
                { value: 'yes', label: words.yes },
                { value: 'no', label: words.no },
              ]}
            />
            <LongField
              name="reason"
              label={words.why}
              required
              rows={2}
              maxLength={1_000}
              start={start.text('reason')}
            />
          </>
        )}
      </KeptForm>
    </details>
  )
}

/** The notice to whoever's file it is; until their days are over these records go nowhere. */
function Notify({ request: { requestId } }: { request: RequestView }): ReactNode {
  const words = useWords(personnelWords).notify
  const forget = useForget()
  const list = useInfiniteQuery(responsiveQuery(requestId, undefined))
  if (list.isError) return <Failure error={list.error} again={() => void list.refetch()} />
  if (!list.data) return <Loading />
  const records = list.data.pages.flatMap(({ items }) => items)
  return (
    <section className="no-print">
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      {records.length === 0 ? (
        <p className="quiet">{words.noRecords}</p>
      ) : (
        <KeptForm
          name={`records-requests/${requestId}/notify`}
          submit={words.send}
          check={(filled) => ({
            records: filled.all('records').length === 0 ? words.chooseRecords : undefined,
          })}
          onSubmit={async (filled) => {
            await send('POST', noticesOf(requestId), {
              memberId: filled.text('member'),
              records: filled.all('records'),
              representative: filled.maybe('representative') ?? null,
            })
            await forget()
          }}
        >
          {(start) => (
            <>
              <MemberField name="member" label={words.who} required start={start.text('member')} />
              <Field
                name="representative"
                label={words.representative}
                hint={words.representativeHint}
                maxLength={200}
                start={start.text('representative')}
              />
              <fieldset className="usa-fieldset">
                <legend className="usa-legend">{words.records}</legend>
                {records.map((record) => (
                  <CheckField
                    key={record.recordId}
                    name="records"
                    value={record.recordId}
                    label={<RecordTitle record={record} />}
                    hint={record.words.slice(0, 120)}
                    start={start.isOn('records', record.recordId, record.access === 'personnel')}
                  />
                ))}
              </fieldset>
            </>
          )}
        </KeptForm>
      )}
    </section>
  )
}
