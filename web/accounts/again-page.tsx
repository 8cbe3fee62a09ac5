import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { AccountView, Checklist, Proposed } from '../../src/accounts/schema.ts'
import { send } from '../api.ts'
import { Failure } from '../parts/failure.tsx'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { useNow } from '../session.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { accountQuery, checklistQuery, useForgetAccounts } from './data.ts'
import { accountFormWords } from './form-words.ts'
import { aYearFrom } from './new-page.tsx'
import { PageForm } from './page-form.tsx'

/** The licence of a page that stands is asked for anew, for longer or for other words. */
export function AgainPage(): ReactNode {
  const { accountId = '' } = useParams({ strict: false })
  const words = useWords(accountFormWords)
  const checklist = useQuery({ ...checklistQuery, refetchOnWindowFocus: false })
  const account = useQuery({ ...accountQuery(accountId), refetchOnWindowFocus: false })
  const error = checklist.error ?? account.error
  return (
    <Page
      title={account.data ? `${words.againTitle}: ${account.data.handle}` : words.againTitle}
      lead={words.againLead}
    >
      {error && <Failure error={error} />}
      {!error && !(checklist.data && account.data) && <Loading />}
      {checklist.data && account.data && <Again checklist={checklist.data} account={account.data} />}
    </Page>
  )
}

function Again({ checklist, account }: { checklist: Checklist; account: AccountView }): ReactNode {
  const words = useWords(accountFormWords)
  const navigate = useNavigate()
  const forget = useForgetAccounts()
  const dates = useDates()
  const today = dates.today(useNow())
  const { accountId, version, page, licence } = account
  const from = licence?.to != null && licence.to >= today ? dayAfter(licence.to) : today
  return (
    <PageForm
      checklist={checklist}
      start={{ ...page, administrators: serving(account) }}
      term={{ from, to: aYearFrom(from) }}
      isStanding
      submit={words.submitAgain}
      onSend={async (asked) => {
        await send<Proposed>('POST', `/api/accounts/${accountId}/propose`, { version, ...asked })
        await forget()
        await navigate({ to: '/accounts/$accountId', params: { accountId } })
      }}
    />
  )
}

/** Those who run it now, not those who did when it was proposed. */
function serving({ administrators }: AccountView): AccountView['page']['administrators'] {
  return administrators
    .filter(({ serves }) => serves)
    .map(({ memberId, holdsKey }) => ({ memberId, holdsKey }))
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
