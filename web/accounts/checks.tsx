import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { AccountView, PageCheck } from '../../src/accounts/schema.ts'
import { send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { Empty } from '../parts/empty.tsx'
import { Rows } from '../parts/table.tsx'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { accountQuery, accountsQuery } from './data.ts'
import { useNoticeNames } from './notices.tsx'
import { accountWords } from './words.ts'

/** The readings of the page, the newest first, and the way to read it now. */
export function Checks({ account }: { account: AccountView }): ReactNode {
  const words = useWords(accountWords).one
  const client = useQueryClient()
  const dates = useDates()
  const { accountId, checks, may } = account
  const read = async (): Promise<void> => {
    const after = await send<AccountView>('POST', `/api/accounts/${accountId}/check`)
    client.setQueryData(accountQuery(accountId).queryKey, after)
    await client.invalidateQueries({ queryKey: accountsQuery.queryKey, exact: true })
    await client.invalidateQueries({ queryKey: ['waiting'] })
  }
  return (
    <section className="titled">
      <h2>{words.checks}</h2>
      <p className="quiet">{words.checksLead}</p>
      {may.includes('check') && <Action run={read}>{words.checkNow}</Action>}
      {checks.length === 0 ? (
        <Empty>{words.noChecks}</Empty>
      ) : (
        <Rows<PageCheck>
          caption={words.checks}
          rows={checks}
          keyOf={({ checkId }) => checkId}
          columns={[
            { head: words.checkColumns.when, cell: ({ at }) => dates.moment(at) },
            { head: words.checkColumns.by, cell: ({ by }) => by?.name ?? words.clock },
            { head: words.checkColumns.found, cell: (check) => <FoundIn check={check} /> },
          ]}
        />
      )}
    </section>
  )
}

function FoundIn({ check: { fault, found } }: { check: PageCheck }): ReactNode {
  const words = useWords(accountWords)
  const nameOf = useNoticeNames()
  if (fault !== null) return <span lang="en">{fault}</span>
  const lacking = found.filter(({ isFound }) => !isFound)
  if (lacking.length === 0) return words.one.foundAll
  return words.one.foundSome(
    lacking.map(({ fact, language }) => `${nameOf(fact)} (${words.languages[language]})`).join('; '),
  )
}
