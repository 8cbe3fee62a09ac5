import { Alert, AlertText } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import { send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { Form } from '../parts/form.tsx'
import { useWords } from '../words/words.ts'
import { useCredentialsChange } from './credentials.ts'
import { TotpFields, type TotpOffer } from './totp-fields.tsx'
import { settingsWords } from './words.ts'

/** Sets up an authenticator app: the key is shown once, and kept once its first code is right. */
export function Totp({ isSetUp }: { isSetUp: boolean }): ReactNode {
  const words = useWords(settingsWords).totp
  const changed = useCredentialsChange()
  const [offer, setOffer] = useState<TotpOffer>()
  const [isDone, setIsDone] = useState(false)
  const path = '/api/me/credentials/totp'
  return (
    <section className="card">
      <h2>{words.title}</h2>
      <p>{isSetUp ? words.has : words.hasNot}</p>
      {offer ? (
        <Form
          submit={words.go}
          onSubmit={async (filled) => {
            await send('POST', path, { ticket: offer.ticket, code: filled.text('code') })
            await changed()
            setOffer(undefined)
            setIsDone(true)
          }}
        >
          <TotpFields offer={offer} />
        </Form>
      ) : (
        <Action run={async () => setOffer(await send<TotpOffer>('POST', `${path}/offer`))}>
          {words.begin}
        </Action>
      )}
      {isDone && (
        <Alert type="success" role="status" slim>
          <AlertText>{words.done}</AlertText>
        </Alert>
      )}
    </section>
  )
}
