import { useQueryClient } from '@tanstack/react-query'
import { Alert, AlertHeading, AlertText } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import type { MemberPage } from '../../src/members/schema.ts'
import type { invitationSchema } from '../../src/members/session-schema.ts'
import { send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { SaidInLine } from '../parts/failure.tsx'
import { Focused } from '../parts/focused.tsx'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { rosterWords } from './words.ts'

type Invitation = z.infer<typeof invitationSchema>

/** A link by which a member sets their own password or passkey; shown once. */
export function Invite({ memberId }: { memberId: string }): ReactNode {
  const words = useWords(rosterWords).member
  const dates = useDates()
  const [made, setMade] = useState<Invitation>()
  const make = async (): Promise<void> =>
    setMade(await send<Invitation>('POST', `/api/members/${memberId}/invitation`))
  return (
    <section className="card">
      <h2>{words.invite}</h2>
      {made ? (
        <Focused>
          <p>{words.inviteMade(dates.moment(made.expires))}</p>
          <p className="mono">{new URL(made.href, location.origin).href}</p>
        </Focused>
      ) : (
        <>
          <p>{words.inviteLead}</p>
          <Action run={make}>{words.inviteGo}</Action>
        </>
      )}
    </section>
  )
}

interface LockedProps {
  memberId: string
  locked: NonNullable<MemberPage['locked']>
  mayRelease: boolean
}

/** That somebody's sign-in is locked, why, and its release. */
export function Locked({ memberId, locked, mayRelease }: LockedProps): ReactNode {
  const words = useWords(rosterWords).member
  const dates = useDates()
  const client = useQueryClient()
  const release = async (): Promise<void> => {
    await send('POST', `/api/members/${memberId}/release`)
    await client.invalidateQueries({ queryKey: ['members'] })
  }
  return (
    <Alert type="warning">
      <AlertHeading level="h2">{words.lockedTitle}</AlertHeading>
      <AlertText>
        {words.lockedSince(dates.moment(locked.since))} <SaidInLine sentence={locked.because} />
      </AlertText>
      {mayRelease && <Action run={release}>{words.release}</Action>}
    </Alert>
  )
}
