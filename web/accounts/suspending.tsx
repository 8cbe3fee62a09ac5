import type { ReactNode } from 'react'
import type { AccountView } from '../../src/accounts/schema.ts'
import { send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { useWords } from '../words/words.ts'
import { useForgetAccounts } from './data.ts'
import { accountWords } from './words.ts'

/** Whether a required notice that was lost stops publishing through a page. */
export function Suspending({ account }: { account: AccountView }): ReactNode {
  const words = useWords(accountWords).one
  const forget = useForgetAccounts()
  const { accountId, version, suspendsWhenLost, may, closed } = account
  if (closed) return undefined
  const change = async (): Promise<void> => {
    await send('PUT', `/api/accounts/${accountId}/suspending`, {
      version,
      suspendsWhenLost: !suspendsWhenLost,
    })
    await forget()
  }
  return (
    <section className="card">
      <h2>{words.suspend}</h2>
      <p>{suspendsWhenLost ? words.suspendOn : words.suspendOff}</p>
      {may.includes('suspend') && (
        <Action run={change}>{suspendsWhenLost ? words.suspendTurnOff : words.suspendTurnOn}</Action>
      )}
    </section>
  )
}
