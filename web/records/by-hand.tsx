import { useQuery } from '@tanstack/react-query'
import { Alert, AlertText } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import { send } from '../api.ts'
import { LongField, SelectField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { useWords } from '../words/words.ts'
import { seriesQuery, useForgetRecords } from './data.ts'
import { retentionWords } from './retention-words.ts'

/** Puts records into a series by hand, with the reason, or back under the rules. */
export function ByHand({ recordIds }: { recordIds: readonly string[] }): ReactNode {
  const { byHand: words } = useWords(retentionWords)
  const series = useQuery(seriesQuery)
  const forget = useForgetRecords()
  const [isDone, setIsDone] = useState(false)
  if (!series.data?.mayChange || series.data.items.length === 0) return undefined
  return (
    <details className="record-noprint">
      <summary>{words.title}</summary>
      {isDone && (
        <Alert type="success" slim role="status">
          <AlertText>{words.done}</AlertText>
        </Alert>
      )}
      <Form
        submit={words.submit}
        onSubmit={async (filled) => {
          setIsDone(false)
          await send('POST', '/api/series/by-hand', {
            recordIds,
            seriesId: filled.maybe('seriesId') ?? null,
            reason: filled.text('reason'),
          })
          setIsDone(true)
          await forget()
        }}
      >
        <SelectField
          name="seriesId"
          label={words.series}
          isFilter
          empty={words.byRule}
          choices={series.data.items.map(({ seriesId, title }) => ({
            value: seriesId,
            label: `${seriesId} ${title}`,
          }))}
        />
        <LongField name="reason" label={words.reason} required rows={2} maxLength={1_000} />
      </Form>
    </details>
  )
}
