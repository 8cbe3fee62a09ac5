import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Member } from '../../src/members/schema.ts'
import { CheckField, Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Page } from '../parts/page.tsx'
import { Paged } from '../parts/table.tsx'
import { useQuestion } from '../question.ts'
import { holdsAny, useMember } from '../session.ts'
import { useDates } from '../words/dates.ts'
import { shared } from '../words/es.ts'
import { useWords } from '../words/words.ts'
import { rosterWords } from './words.ts'

/** Everybody who serves, to look up; for an administrator, the way to change it. */
export function RosterPage(): ReactNode {
  const words = useWords(rosterWords)
  const kinds = useWords(shared).kinds
  const dates = useDates()
  const [{ find, left }, ask] = useQuestion()
  const path = `/api/members?${new URLSearchParams({ ...(find === undefined ? {} : { find }), ...(left === undefined ? {} : { left }) })}`
  const { columns } = words
  return (
    <Page title={words.title} lead={words.lead}>
      <Ways />
      <Form
        submit={words.find.go}
        onSubmit={(filled) =>
          ask({ find: filled.maybe('find'), left: filled.isOn('left') ? 'true' : undefined })
        }
      >
        <Field name="find" label={words.find.label} hint={words.find.hint} start={find ?? ''} isFilter />
        <CheckField name="left" label={words.find.left} start={left === 'true'} />
      </Form>
      <Paged<Member>
        caption={words.caption}
        queryKey={['members', find, left]}
        path={path}
        empty={words.none}
        keyOf={({ memberId }) => memberId}
        columns={[
          {
            head: columns.name,
            cell: ({ memberId, name }) => (
              <Link to="/roster/$memberId" params={{ memberId }}>
                {name}
              </Link>
            ),
          },
          { head: columns.rank, cell: ({ rank }) => rank },
          { head: columns.unit, cell: ({ unit }) => unit },
          { head: columns.kind, cell: ({ kind }) => kinds[kind] },
          { head: columns.badge, cell: ({ badge }) => badge },
          {
            head: columns.serves,
            cell: ({ from, to }) => words.serves(dates.day(from), to === null ? undefined : dates.day(to)),
          },
        ]}
      />
    </Page>
  )
}

function Ways(): ReactNode {
  const words = useWords(rosterWords)
  const member = useMember()
  const isAdministrator = holdsAny(member, ['administrator'])
  return (
    <ul className="ways-row">
      <li>
        <Link to="/positions">{words.positions}</Link>
      </li>
      <li>
        <Link to="/designations">{words.designations}</Link>
      </li>
      {isAdministrator && (
        <>
          <li>
            <Link to="/roster/add">{words.add}</Link>
          </li>
          <li>
            <Link to="/roster/import">{words.import}</Link>
          </li>
        </>
      )}
      {holdsAny(member, ['administrator', 'chief', 'records-custodian']) && (
        <li>
          <a href="/api/roster.csv" download>
            {words.export}
          </a>
        </li>
      )}
    </ul>
  )
}
