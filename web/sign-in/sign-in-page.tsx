import { Link, useRouter } from '@tanstack/react-router'
import { Alert, AlertText } from '@trussworks/react-uswds'
import { useEffect, useState, type ReactNode } from 'react'
import { send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { Page } from '../parts/page.tsx'
import { hasPasskeys, provedByPasskey } from '../passkey.ts'
import { useQuestion } from '../question.ts'
import { useSession, useSessionChange } from '../session.ts'
import { useWords } from '../words/words.ts'
import { DemoPicker } from './demo-picker.tsx'
import { PasswordForm } from './password-form.tsx'
import { SecondStep } from './second-step.tsx'
import { signInWords } from './words.ts'

/** Where everybody comes in; each way in stands by itself. */
export function SignInPage(): ReactNode {
  const words = useWords(signInWords)
  const { ended, oidc, demo, member } = useSession()
  const [{ oidc: failed, to = '/' }] = useQuestion()
  const [ticket, setTicket] = useState<string>()
  const enter = useEnter()
  useEffect(() => {
    if (member) void enter()
  }, [member, enter])
  if (ticket !== undefined)
    return (
      <Page title={words.title}>
        <SecondStep ticket={ticket} onIn={enter} onBack={() => setTicket(undefined)} />
      </Page>
    )
  return (
    <Page title={words.title}>
      {ended !== null && (
        <Alert type="info" slim>
          <AlertText>{words.ended[ended]}</AlertText>
        </Alert>
      )}
      {failed !== undefined && (
        <Alert type="warning" role="alert" slim>
          <AlertText>
            {failed === 'unauthenticated' ? words.oidcFailed.unknown : words.oidcFailed.other}
          </AlertText>
        </Alert>
      )}
      {demo && <DemoPicker onIn={enter} />}
      <div className="ways">
        <PasswordForm onRight={setTicket} />
        <div className="stack">
          {hasPasskeys() && <Passkey onIn={enter} />}
          {oidc !== null && (
            <p>
              <a
                className="usa-button usa-button--outline"
                href={`/api/sign-in/oidc?${new URLSearchParams({ to })}`}
              >
                {words.oidc(oidc)}
              </a>
            </p>
          )}
          <section>
            <h2>{words.visitor.title}</h2>
            <p>{words.visitor.lead}</p>
            <ul className="usa-list">
              <li>
                <Link to="/self-check">{words.visitor.check}</Link>
              </li>
              <li>
                <Link to="/ledger">{words.visitor.ledger}</Link>
              </li>
            </ul>
          </section>
        </div>
      </div>
    </Page>
  )
}

function Passkey({ onIn }: { onIn: () => Promise<void> }): ReactNode {
  const words = useWords(signInWords).passkey
  const go = async (): Promise<void> => {
    await send('POST', '/api/sign-in/passkey', await provedByPasskey('/api/sign-in/passkey/options'))
    await onIn()
  }
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <Action run={go}>{words.go}</Action>
    </section>
  )
}

/** Reads the new session, and goes on to where the reader was headed. */
function useEnter(): () => Promise<void> {
  const changed = useSessionChange()
  const router = useRouter()
  const [{ to }] = useQuestion()
  const [enter] = useState(() => async () => {
    await changed()
    // Only to a page of ours, whatever stands in the address.
    router.history.push(to !== undefined && /^\/(?![/\\])/.test(to) ? to : '/')
  })
  return enter
}
