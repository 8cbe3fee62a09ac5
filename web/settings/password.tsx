import { Alert, AlertText } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import { send } from '../api.ts'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { useCredentialsChange } from './credentials.ts'
import { settingsWords } from './words.ts'

/** Another password. */
export function Password({ changedAt }: { changedAt: string | undefined }): ReactNode {
  const words = useWords(settingsWords).password
  const dates = useDates()
  const changed = useCredentialsChange()
  const [count, setCount] = useState(0)
  return (
    <section className="card">
      <h2>{words.title}</h2>
      <p>{changedAt === undefined ? words.none : words.changed(dates.moment(changedAt))}</p>
      <Form
        key={count}
        submit={words.go}
        onSubmit={async (filled) => {
          await send('POST', '/api/me/credentials/password', { password: filled.text('password') })
          await changed()
          setCount(count + 1)
        }}
      >
        <Field
          name="password"
          label={words.label}
          hint={words.hint}
          type="password"
          autoComplete="new-password"
          minLength={12}
          required
        />
      </Form>
      {count > 0 && (
        <Alert type="success" role="status" slim>
          <AlertText>{words.done}</AlertText>
        </Alert>
      )}
    </section>
  )
}
