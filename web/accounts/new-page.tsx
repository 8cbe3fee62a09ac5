import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Checklist, PageSaid, Proposed } from '../../src/accounts/schema.ts'
import { send } from '../api.ts'
import { Failure } from '../parts/failure.tsx'
import { CheckField } from '../parts/field.tsx'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { useMember, useNow } from '../session.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { checklistQuery, useForgetAccounts } from './data.ts'
import { accountFormWords } from './form-words.ts'
import { PageForm } from './page-form.tsx'

/** A new page is proposed: its licence goes to whoever the order lets approve it. */
export function NewPage(): ReactNode {
  const words = useWords(accountFormWords)
  const checklist = useQuery({ ...checklistQuery, refetchOnWindowFocus: false })
  return (
    <Page title={words.title} lead={words.lead}>
      {checklist.isError && <Failure error={checklist.error} again={() => void checklist.refetch()} />}
      {checklist.isPending && <Loading />}
      {checklist.data && <Proposal checklist={checklist.data} />}
    </Page>
  )
}

function Proposal({ checklist }: { checklist: Checklist }): ReactNode {
  const words = useWords(accountFormWords)
  const navigate = useNavigate()
  const forget = useForgetAccounts()
  const me = useMember()
  const dates = useDates()
  const today = dates.today(useNow())
  const start: PageSaid = {
    network: 'site',
    handle: '',
    address: '',
    service: null,
    purpose: '',
    audience: '',
    languages: ['en'],
    takesComments: true,
    imagery: false,
    administrators: [{ memberId: me.memberId, holdsKey: true }],
    custody: { by: 'it', unit: 'Information Technology', determinedBy: null, determinedOn: null },
    site: '',
    contact: '',
    notices: [],
  }
  return (
    <PageForm
      checklist={checklist}
      start={start}
      term={{ from: today, to: aYearFrom(today) }}
      isStanding={false}
      submit={words.submit}
      onSend={async (asked, filled) => {
        const sent = { ...asked, suspendsWhenLost: filled.isOn('suspends') }
        const { accountId } = await send<Proposed>('POST', '/api/accounts', sent)
        await forget()
        await navigate({ to: '/accounts/$accountId', params: { accountId } })
      }}
    >
      <CheckField name="suspends" label={words.suspends} />
    </PageForm>
  )
}

/** The day before the same day of the next year. */
export function aYearFrom(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year + 1, month - 1, date - 1)).toISOString().slice(0, 10)
}
