import { useQuery } from '@tanstack/react-query'
import { Alert, AlertText } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import type { settingsViewSchema } from '../../src/records/keeping/schema.ts'
import { send } from '../api.ts'
import { ColleaguesField } from '../parts/colleagues-field.tsx'
import { Failure } from '../parts/failure.tsx'
import { CheckField, Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Loading } from '../parts/loading.tsx'
import { holdsAny, useMember } from '../session.ts'
import { useWords } from '../words/words.ts'
import { settingsQuery, useForgetRecords } from './data.ts'
import { dispositionWords } from './disposition-words.ts'
import { settlers } from './roles.ts'

type SettingsView = z.infer<typeof settingsViewSchema>

/** What the agency's rules ask of every list. */
export function DispositionSettings(): ReactNode {
  const { settings: words } = useWords(dispositionWords)
  const settings = useQuery(settingsQuery)
  const maySettle = holdsAny(useMember(), settlers)
  const [isSaved, setIsSaved] = useState(false)
  if (!maySettle) return undefined
  return (
    <details className="record-noprint">
      <summary>{words.title}</summary>
      <p>{words.lead}</p>
      {settings.isPending && <Loading />}
      {settings.isError && <Failure error={settings.error} again={() => void settings.refetch()} />}
      {isSaved && (
        <Alert type="success" slim role="status">
          <AlertText>{words.saved}</AlertText>
        </Alert>
      )}
      {settings.data && (
        <SettingsForm key={settings.data.version} view={settings.data} onSaved={() => setIsSaved(true)} />
      )}
    </details>
  )
}

function SettingsForm({ view, onSaved }: { view: SettingsView; onSaved: () => void }): ReactNode {
  const { settings: words } = useWords(dispositionWords)
  const forget = useForgetRecords()
  const { version, settings } = view
  const { notice, needsApproval, approver, office, address, phone } = settings
  const [seconds, setSeconds] = useState<readonly string[]>(settings.seconds)
  return (
    <Form
      submit={words.save}
      check={(filled) => {
        const lacks = ['period', 'to', 'authority'].filter((name) => filled.maybe(name) === undefined)
        return filled.isOn('notice') ? Object.fromEntries(lacks.map((name) => [name, words.lacks])) : {}
      }}
      onSubmit={async (filled) => {
        const given = {
          period: filled.text('period'),
          to: filled.text('to'),
          authority: filled.text('authority'),
        }
        await send('PUT', '/api/disposition-settings', {
          version,
          settings: {
            notice: filled.isOn('notice') ? given : null,
            needsApproval: filled.isOn('needsApproval'),
            approver: filled.text('approver'),
            seconds,
            office: filled.maybe('office') ?? null,
            address: filled.maybe('address') ?? null,
            phone: filled.maybe('phone') ?? null,
          },
        })
        onSaved()
        await forget()
      }}
    >
      <CheckField name="notice" label={words.notice} start={notice !== null} />
      <div className="fields">
        <Field
          name="period"
          label={words.period}
          hint={words.periodHint}
          isFilter
          maxLength={20}
          start={notice?.period ?? ''}
        />
        <Field name="to" label={words.to} isFilter maxLength={200} start={notice?.to ?? ''} />
        <Field
          name="authority"
          label={words.authority}
          isFilter
          maxLength={300}
          start={notice?.authority ?? ''}
        />
      </div>
      <CheckField name="needsApproval" label={words.needsApproval} start={needsApproval} />
      <Field name="approver" label={words.approver} required maxLength={200} start={approver} />
      <ColleaguesField
        legend={words.seconds}
        hint={words.secondsHint}
        chosen={seconds}
        onChange={setSeconds}
      />
      <div className="fields">
        <Field name="office" label={words.office} maxLength={200} start={office ?? ''} />
        <Field name="address" label={words.address} maxLength={400} start={address ?? ''} />
        <Field name="phone" label={words.phone} maxLength={60} start={phone ?? ''} />
      </div>
    </Form>
  )
}
