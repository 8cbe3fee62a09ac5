import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { AccountView } from '../../src/accounts/schema.ts'
import { Rows } from '../parts/table.tsx'
import { wordOf } from '../parts/in-words.ts'
import { requestWords } from '../requests/words.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { accountWords } from './words.ts'

type Statement = AccountView['statements'][number]

/** Each time that the page was proposed, and what came of it. */
export function History({ account }: { account: AccountView }): ReactNode {
  const words = useWords(accountWords).one
  const { states } = useWords(requestWords)
  const dates = useDates()
  const { historyColumns } = words
  return (
    <section className="titled">
      <h2>{words.history}</h2>
      <Rows<Statement>
        caption={words.history}
        rows={account.statements}
        keyOf={({ requestId }) => requestId}
        columns={[
          { head: historyColumns.when, cell: ({ at }) => dates.moment(at) },
          { head: historyColumns.by, cell: ({ by }) => by.name },
          {
            head: historyColumns.state,
            cell: ({ state, isInForce }) =>
              `${wordOf(states, state)}${isInForce ? ` (${words.inForce})` : ''}`,
          },
          {
            head: historyColumns.request,
            cell: ({ requestId }) => (
              <Link to="/requests/$requestId" params={{ requestId }}>
                {words.request}
              </Link>
            ),
          },
        ]}
      />
    </section>
  )
}
