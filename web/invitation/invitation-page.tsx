import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import type { acceptedSchema, invitationSeenSchema } from '../../src/members/session-schema.ts'
import { get, send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { Failure } from '../parts/failure.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { hasPasskeys, newPasskey } from '../passkey.ts'
import { useSessionChange } from '../session.ts'
import { Codes } from '../settings/recovery-codes.tsx'
import { TotpFields, type TotpOffer } from '../settings/totp-fields.tsx'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { invitationWords } from './words.ts'

type Accepted = z.infer<typeof acceptedSchema>

/** Where somebody who was invited chooses how they will sign in, and is signed in by it. */
export function InvitationPage(): ReactNode {
  const { code = '' } = useParams({ strict: false })
  const words = useWords(invitationWords)
  const dates = useDates()
  const changed = useSessionChange()
  const [accepted, setAccepted] = useState<Accepted>()
  const path = `/api/invitations/${encodeURIComponent(code)}`
  const invited = useQuery({
    queryKey: ['session', 'invitation', code],
    queryFn: ({ signal }) => get<z.infer<typeof invitationSeenSchema>>(path, signal),
    staleTime: Infinity,
  })
  const accept = async (how: object): Promise<void> => {
    setAccepted(await send<Accepted>('POST', path, how))
    await changed()
  }
  if (accepted)
    return (
      <Page title={words.done.title}>
        {accepted.recoveryCodes.length > 0 && <Codes codes={accepted.recoveryCodes} areFirst />}
        <Link className="usa-button" to="/">
          {words.done.go}
        </Link>
      </Page>
    )
  return (
    <Page title={words.title}>
      {invited.isPending && <Loading />}
      {invited.isError && <Failure error={invited.error} />}
      {invited.data && (
        <>
          <p className="lead">
            <strong>{words.hello(invited.data.name)}</strong> {words.lead}
          </p>
          <p className="quiet">{words.until(dates.moment(invited.data.expires))}</p>
          <div className="cards">
            {hasPasskeys() && <ByPasskey path={path} accept={accept} />}
            <ByPassword path={path} accept={accept} />
          </div>
        </>
      )}
    </Page>
  )
}

interface WayProps {
  path: string
  accept: (how: object) => Promise<void>
}

function ByPasskey({ path, accept }: WayProps): ReactNode {
  const words = useWords(invitationWords).passkey
  return (
    <section className="card">
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <Form
        submit={words.go}
        onSubmit={async (filled) =>
          accept({ ...(await newPasskey(`${path}/passkey`)), label: filled.text('label') })
        }
      >
        <Field name="label" label={words.label} hint={words.labelHint} required maxLength={60} />
      </Form>
    </section>
  )
}

function ByPassword({ path, accept }: WayProps): ReactNode {
  const words = useWords(invitationWords).password
  const [offer, setOffer] = useState<TotpOffer>()
  return (
    <section className="card">
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      {offer ? (
        <Form
          submit={words.go}
          onSubmit={(filled) =>
            accept({ ticket: offer.ticket, password: filled.text('password'), code: filled.text('code') })
          }
        >
          <Field
            name="password"
            label={words.label}
            hint={words.hint}
            type="password"
            autoComplete="new-password"
            minLength={12}
            required
            takesFocus
          />
          <TotpFields offer={offer} />
        </Form>
      ) : (
        <Action run={async () => setOffer(await send<TotpOffer>('POST', `${path}/totp`))}>
          {words.begin}
        </Action>
      )}
    </section>
  )
}
