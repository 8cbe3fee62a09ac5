import { Link } from '@tanstack/react-router'
import { Tag } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import { SelectField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Page } from '../parts/page.tsx'
import { Paged } from '../parts/table.tsx'
import { useQuestion } from '../question.ts'
import { holdsAny, useMember } from '../session.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { ClockLeft } from './clock.tsx'
import { requestsAt, type Brief } from './data.ts'
import { deskWords } from './words.ts'

/** Requests for records, the next deadline first. */
export function RecordsRequestsPage(): ReactNode {
  const words = useWords(deskWords)
  const dates = useDates()
  const [{ state = 'open' }] = useQuestion()
  const { columns } = words
  return (
    <Page title={words.title} lead={words.lead}>
      <More />
      <Filter />
      <Paged<Brief>
        caption={words.caption}
        queryKey={['records-requests', 'list', state]}
        path={state === 'all' ? requestsAt : `${requestsAt}?${new URLSearchParams({ state })}`}
        empty={state === 'open' ? words.none : words.noneSuch}
        keyOf={({ requestId }) => requestId}
        columns={[
          {
            head: columns.what,
            cell: ({ requestId, number, wants, requester, way }) => (
              <>
                <Link to="/records-requests/$requestId" params={{ requestId }}>
                  {number}
                </Link>
                <br />
                <span className="quiet">
                  {requester ?? words.anonymous} · {words.ways[way]}
                </span>
                <span className="rr-wants">{wants}</span>
              </>
            ),
          },
          {
            head: columns.state,
            cell: ({ state: now, isPersonnel }) => (
              <>
                <Tag>{words.states[now]}</Tag> {isPersonnel && <Tag>{words.personnelTag}</Tag>}
              </>
            ),
          },
          { head: columns.clock, cell: ({ clock }) => <ClockLeft clock={clock} /> },
          {
            head: columns.reviewed,
            cell: ({ reviewed, responsive }) => words.reviewedOf(reviewed, responsive),
          },
          { head: columns.came, cell: ({ receivedAt }) => dates.day(receivedAt) },
        ]}
      />
    </Page>
  )
}

function Filter(): ReactNode {
  const words = useWords(deskWords)
  const [{ state = 'open' }, ask] = useQuestion()
  return (
    <Form
      key={state}
      submit={words.filter.go}
      onSubmit={(filled) => ask({ state: filled.text('state') === 'open' ? undefined : filled.text('state') })}
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
  const isCustodian = holdsAny(useMember(), ['records-custodian', 'chief'])
  return (
    <nav aria-label={links.name}>
      <ul className="beside-links">
        <li>
          <Link to="/records-requests" activeOptions={{ exact: true, includeSearch: false }}>
            {links.list}
          </Link>
        </li>
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
