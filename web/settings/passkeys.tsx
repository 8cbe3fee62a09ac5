import { useState, type ReactNode } from 'react'
import type { Credentials } from '../../src/members/session-schema.ts'
import { send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { hasPasskeys, newPasskey } from '../passkey.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { useCredentialsChange } from './credentials.ts'
import { settingsWords } from './words.ts'

const path = '/api/me/credentials/passkeys'

/** The reader's passkeys: those there are, and a new one. */
export function Passkeys({ passkeys }: { passkeys: Credentials['passkeys'] }): ReactNode {
  const words = useWords(settingsWords).passkeys
  const dates = useDates()
  const changed = useCredentialsChange()
  const [count, setCount] = useState(0)
  return (
    <section className="card">
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      {passkeys.length === 0 && <p>{words.none}</p>}
      <ul className="usa-list">
        {passkeys.map(({ passkeyId, label, addedAt, usedAt }) => (
          <li key={passkeyId}>
            <strong>{label}</strong>, {words.added(dates.moment(addedAt))},{' '}
            {usedAt === null ? words.unused : words.used(dates.moment(usedAt))}{' '}
            <Action
              look="unstyled"
              run={async () => {
                await send('DELETE', `${path}/${encodeURIComponent(passkeyId)}`)
                await changed()
              }}
            >
              {words.remove(label)}
            </Action>
          </li>
        ))}
      </ul>
      {hasPasskeys() && (
        <Form
          key={count}
          submit={words.add}
          onSubmit={async (filled) => {
            const made = await newPasskey(`${path}/options`)
            await send('POST', path, { ...made, label: filled.text('label') })
            await changed()
            setCount(count + 1)
          }}
        >
          <Field name="label" label={words.label} hint={words.labelHint} required maxLength={60} />
        </Form>
      )}
    </section>
  )
}
