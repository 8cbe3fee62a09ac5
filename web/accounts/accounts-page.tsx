import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Tag } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import type { AccountBrief } from '../../src/accounts/schema.ts'
import { Empty } from '../parts/empty.tsx'
import { Failure } from '../parts/failure.tsx'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { Rows } from '../parts/table.tsx'
import { holdsAny, useMember } from '../session.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { accountsQuery } from './data.ts'
import { networkTitles } from './networks.ts'
import { Problem } from './problem.tsx'
import { accountWords } from './words.ts'

/** The department's official pages: standing, licence, the last reading, and what is wrong with them. */
export function AccountsPage(): ReactNode {
  const words = useWords(accountWords)
  const list = useQuery(accountsQuery)
  const me = useMember()
  const items = list.data?.items ?? []
  const seesReports = items.some(({ isMine }) => isMine) || holdsAny(me, ['chief', 'administrator'])
  return (
    <Page title={words.title} lead={words.lead}>
      <ul className="ways-row">
        <li>
          <Link className="usa-button" to="/accounts/new">
            {words.propose}
          </Link>
        </li>
        {seesReports && (
          <li>
            <Link to="/accounts/impostors">{words.impostors}</Link>
          </li>
        )}
        <li>
          <a href="/public/pages">{words.publicRegister}</a>
        </li>
      </ul>
      {list.isPending && <Loading />}
      {list.isError && <Failure error={list.error} again={() => void list.refetch()} />}
      {list.data && items.length === 0 && <Empty>{words.none}</Empty>}
      {items.length > 0 && <List items={items} />}
    </Page>
  )
}

function List({ items }: { items: readonly AccountBrief[] }): ReactNode {
  const words = useWords(accountWords)
  const dates = useDates()
  const { columns } = words
  return (
    <div className="titled">
      <Rows<AccountBrief>
        caption={words.caption}
        rows={items}
        keyOf={({ accountId }) => accountId}
        columns={[
          {
            head: columns.page,
            cell: ({ accountId, handle, network, isMine }) => (
              <>
                <Link to="/accounts/$accountId" params={{ accountId }}>
                  {handle}
                </Link>
                <br />
                <span className="quiet">
                  {networkTitles[network]}
                  {isMine && ` · ${words.mine}`}
                </span>
              </>
            ),
          },
          { head: columns.state, cell: ({ state }) => <Tag>{words.states[state]}</Tag> },
          {
            head: columns.ends,
            cell: ({ licence }) => licence && (licence.to === null ? words.noEnd : dates.day(licence.to)),
          },
          {
            head: columns.check,
            cell: ({ lastCheck, state }) =>
              lastCheck
                ? `${dates.moment(lastCheck.at)}: ${lastCheck.isWell ? words.well : words.notWell}`
                : state === 'live' && words.never,
          },
          {
            head: columns.problems,
            cell: ({ problems }) =>
              problems.length === 0 ? (
                <span className="quiet">{words.nothing}</span>
              ) : (
                <ul className="plain-list">
                  {problems.map(({ kind, sentence }) => (
                    <li key={`${kind} ${sentence}`}>
                      <Problem sentence={sentence} />
                    </li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
    </div>
  )
}
