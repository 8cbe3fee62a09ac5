import { useRouterState } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { useSyncExternalStore, type ReactNode } from 'react'
import { send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Field } from '../parts/field.tsx'
import { Form, type Filled } from '../parts/form.tsx'
import { provedByPasskey } from '../passkey.ts'
import { useSession } from '../session.ts'
import { shared } from '../words/es.ts'
import { useWords } from '../words/words.ts'
import { answerWhoItIs, isAsked, onAsked } from './confirm-asked.ts'

/** Asks once more who it is before a grave step; the step is then taken without a second press. */
export function Confirm(): ReactNode {
  const words = useWords(shared).confirm
  const isOpen = useSyncExternalStore(onAsked, isAsked)
  const { demo, oidc } = useSession()
  const close = answerWhoItIs
  const byPassword = async (filled: Filled): Promise<void> => {
    const [password, code] = [filled.maybe('password'), filled.maybe('code')]
    await send('POST', '/api/confirm', {
      ...(password === undefined ? {} : { password }),
      ...(code === undefined ? {} : { code }),
    })
    close(true)
  }
  const byPasskey = async (): Promise<void> => {
    await send('POST', '/api/confirm/passkey', await provedByPasskey('/api/confirm/passkey/options'))
    close(true)
  }
  return (
    <Dialog title={words.title} isOpen={isOpen} onClose={() => close(false)}>
      <p>{demo ? words.demo : words.why}</p>
      <Form
        onSubmit={byPassword}
        submit={words.go}
        beside={
          <>
            <Action run={byPasskey}>{words.passkey}</Action>
            {oidc !== null && <ByOidc name={oidc} />}
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
          required={!demo}
        />
        <Field
          name="code"
          label={words.code}
          inputMode="numeric"
          autoComplete="one-time-code"
          required={!demo}
        />
      </Form>
    </Dialog>
  )
}

/** The agency's own service shows who it is, and the browser comes back to this page; the step is then taken again. */
function ByOidc({ name }: { name: string }): ReactNode {
  const words = useWords(shared).confirm
  const here = useRouterState({ select: ({ location }) => location.href })
  return (
    <a href={`/api/sign-in/oidc?${new URLSearchParams({ confirm: 'true', to: here })}`}>{words.oidc(name)}</a>
  )
}
