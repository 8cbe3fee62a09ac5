import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Failure } from '../parts/failure.tsx'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { useWords } from '../words/words.ts'
import { credentialsQuery } from './credentials.ts'
import { Passkeys } from './passkeys.tsx'
import { Password } from './password.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { Sessions } from './sessions.tsx'
import { Totp } from './totp.tsx'
import { settingsWords } from './words.ts'

/** How the reader signs in, and where they are signed in. */
export function SettingsPage(): ReactNode {
  const words = useWords(settingsWords)
  const credentials = useQuery(credentialsQuery)
  if (credentials.isError)
    return (
      <Page title={words.title}>
        <Failure error={credentials.error} again={() => void credentials.refetch()} />
      </Page>
    )
  if (!credentials.data) return <Loading />
  const { password, totp, recoveryCodesLeft, passkeys, sessions } = credentials.data
  return (
    <Page title={words.title} lead={words.lead}>
      <div className="cards">
        <Passkeys passkeys={passkeys} />
        <Password changedAt={password?.changedAt} />
        <Totp isSetUp={totp} />
        <RecoveryCodes left={recoveryCodesLeft} />
      </div>
      <Sessions sessions={sessions} />
      <p className="quiet">{words.language}</p>
    </Page>
  )
}
