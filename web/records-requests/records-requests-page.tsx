import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Tag } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import { Empty } from '../parts/empty.tsx'
import { Failure } from '../parts/failure.tsx'
import { SelectField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { ShowMore } from '../parts/show-more.tsx'
import { Rows } from '../parts/table.tsx'
import { useQuestion } from '../question.ts'
import { office } from '../records/roles.ts'
import { holdsAny, useMember } from '../session.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { ClockLeft } from './clock.tsx'
import { listQuery, type Brief } from './data.ts'
import { useIsCustodian } from './roles.ts'
import { deskWords } from './words.ts'

/** Requests for records, the next deadline first. */
export function RecordsRequestsPage(): ReactNode {
  const words = useWords(deskWords)
  const [{ state = 'open' }] = useQuestion()
  const list = useInfiniteQuery(listQuery(state))
  const items = byDeadline(list.data?.pages.flatMap((page) => page.items) ?? [])
  return (
    <Page title={words.title} lead={words.lead}>
      <More />
      <Filter />
      {list.isPending && <Loading />}
      {list.isError && <Failure error={list.error} again={() => void list.refetch()} />}
      {list.data && items.length === 0 && <Empty>{state === 'open' ? words.none : words.noneSuch}</Empty>}
      {items.length > 0 && <Requests items={items} />}
      <ShowMore list={list} />
    </Page>
  )
}

/** What the law wants an answer to stands first, the next day of it at the top; then the rest, the newest first. */
function byDeadline(items: readonly Brief[]): Brief[] {
  const running = items.filter(isRunning)
  return [
    ...running.toSorted((a, b) => a.clock.answerBy.localeCompare(b.clock.answerBy)),
    ...items.filter((one) => !isRunning(one)),
  ]
}

function isRunning({ clock }: Brief): boolean {
  return clock.answeredOn === null && clock.deemedDeniedOn === null
}

function Requests({ items }: { items: readonly Brief[] }): ReactNode {
  const words = useWords(deskWords)
  const dates = useDates()
  const { columns } = words
  return (
    <Rows<Brief>
      caption={words.caption}
      rows={items}
      keyOf={({ requestId }) => requestId}
      columns={[
        {
          head: columns.what,
          cell: ({ requestId, number, wants, requester, way }) => (
            <>
              <Link to="/records-requests/$requestId" params={{ requestId }}>
                {number}
              </Link>
              <span className="rr-wants">{wants}</span>
              <span className="quiet">
                {requester ?? words.anonymous} · {words.ways[way]}
              </span>
            </>
          ),
        },
        { head: columns.clock, cell: ({ clock }) => <ClockLeft clock={clock} /> },
        {
          head: columns.state,
          cell: ({ state, isPersonnel }) => (
            <>
              <Tag>{words.states[state]}</Tag> {isPersonnel && <Tag>{words.personnelTag}</Tag>}
            </>
          ),
        },
        {
          head: columns.reviewed,
          cell: ({ reviewed, responsive }) => words.reviewedOf(reviewed, responsive),
        },
        { head: columns.came, cell: ({ receivedAt }) => dates.day(receivedAt) },
      ]}
    />
  )
}

function Filter(): ReactNode {
  const words = useWords(deskWords)
  const [{ state = 'open' }, ask] = useQuestion()
  return (
    <Form
      key={state}
      submit={words.filter.go}
      onSubmit={(filled) =>
        ask({ state: filled.text('state') === 'open' ? undefined : filled.text('state') })
      }
    >
      <SelectField
        name="state"
        label={words.filter.state}
        isFilter
        start={state}
        choices={[
          { value: 'open', label: words.filter.open },
          ...Object.entries(words.states).map(([value, label]) => ({ value, label })),
          { value: 'all', label: words.filter.all },
        ]}
      />
    </Form>
  )
}

/** The other pages about requests for records. */
export function More(): ReactNode {
  const { links } = useWords(deskWords)
  const me = useMember()
  const isCustodian = useIsCustodian()
  return (
    <nav aria-label={links.name}>
      <ul className="beside-links">
        {holdsAny(me, office) && (
          <li>
            <Link to="/records-requests" activeOptions={{ exact: true, includeSearch: false }}>
              {links.list}
            </Link>
          </li>
        )}
        {isCustodian && (
          <li>
            <Link to="/records-requests/new">{links.take}</Link>
          </li>
        )}
        <li>
          <Link to="/records-requests/settings">{links.settings}</Link>
        </li>
        <li>
          <a href="/public/records/request">{links.form}</a>
        </li>
      </ul>
    </nav>
  )
}
