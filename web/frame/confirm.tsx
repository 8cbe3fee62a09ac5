import { Button } from '@trussworks/react-uswds'
import { useState, useSyncExternalStore, type ReactNode } from 'react'
import { send } from '../api.ts'
import { Dialog } from '../parts/dialog.tsx'
import { Failure } from '../parts/failure.tsx'
import { Field } from '../parts/field.tsx'
import { Form, type Filled } from '../parts/form.tsx'
import { provedByPasskey } from '../passkey.ts'
import { shared } from '../words/es.ts'
import { useWords } from '../words/words.ts'
import { answerWhoItIs, isAsked, onAsked } from './confirm-asked.ts'

/** Asks once more who it is before a grave step; the step is then taken without a second press. */
export function Confirm(): ReactNode {
  const words = useWords(shared).confirm
  const isOpen = useSyncExternalStore(onAsked, isAsked)
  const [error, setError] = useState<unknown>()
  const close = (confirmed: boolean): void => {
    setError(undefined)
    answerWhoItIs(confirmed)
  }
  const byPassword = async (filled: Filled): Promise<void> => {
    const code = filled.maybe('code')
    await send('POST', '/api/confirm', {
      password: filled.text('password'),
      ...(code === undefined ? {} : { code }),
    })
    close(true)
  }
  const byPasskey = async (): Promise<void> => {
    try {
      await send('POST', '/api/confirm/passkey', await provedByPasskey('/api/confirm/passkey/options'))
      close(true)
    } catch (thrown) {
      setError(thrown)
    }
  }
  return (
    <Dialog title={words.title} isOpen={isOpen} onClose={() => close(false)}>
      <p>{words.why}</p>
      {error !== undefined && <Failure error={error} />}
      <Form
        onSubmit={byPassword}
        submit={words.go}
        beside={
          <>
            <Button type="button" outline onClick={() => void byPasskey()}>
              {words.passkey}
            </Button>
            <Button type="button" unstyled onClick={() => close(false)}>
              {words.stop}
            </Button>
          </>
        }
      >
        <Field
          name="password"
          label={words.password}
          type="password"
          autoComplete="current-password"
          required
        />
        <Field name="code" label={words.code} inputMode="numeric" autoComplete="one-time-code" required />
      </Form>
    </Dialog>
  )
}
