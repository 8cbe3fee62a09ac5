import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { waitingListSchema } from '../../src/members/schema.ts'
import type { Waiting } from '../../src/members/waiting.ts'
import type { RequestBrief } from '../../src/permissions/schema.ts'
import { get } from '../api.ts'
import { Deadline } from '../parts/deadline.tsx'
import { Failure } from '../parts/failure.tsx'
import { SelectField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { useInWords, wordOf } from '../parts/in-words.ts'
import { Page } from '../parts/page.tsx'
import { Paged, Rows } from '../parts/table.tsx'
import { useQuestion } from '../question.ts'
import { shared } from '../words/es.ts'
import { useWords } from '../words/words.ts'
import { requestWords } from './words.ts'

/** What I asked for, what lies on my desk, where my consent is asked, and all that I may see. */
export function RequestsPage(): ReactNode {
  const words = useWords(requestWords)
  return (
    <Page title={words.title} lead={words.lead}>
      <p>
        <Link className="usa-button" to="/requests/new">
          {words.ask}
        </Link>
      </p>
      <ForMe />
      <List />
    </Page>
  )
}

const own = ['request.returned', 'request.stalled']

function ForMe(): ReactNode {
  const words = useWords(requestWords)
  const list = useQuery({
    queryKey: ['waiting'],
    queryFn: ({ signal }) => get<z.infer<typeof waitingListSchema>>('/api/waiting', signal),
  })
  if (list.isError) return <Failure error={list.error} again={() => void list.refetch()} />
  const all = (list.data?.items ?? []).filter(
    ({ kind }) => kind.startsWith('request.') && !own.includes(kind),
  )
  const consents = all.filter(({ kind }) => kind === 'request.consent')
  const desk = all.filter(({ kind }) => kind !== 'request.consent')
  return (
    <>
      {desk.length > 0 && <WaitingRows title={words.desk} lead={words.deskLead} rows={desk} />}
      {consents.length > 0 && (
        <WaitingRows title={words.consents} lead={words.consentsLead} rows={consents} />
      )}
    </>
  )
}

function WaitingRows({ title, lead, rows }: { title: string; lead: string; rows: Waiting[] }): ReactNode {
  const words = useWords(requestWords)
  const { columns } = words
  return (
    <section className="titled">
      <h2>{title}</h2>
      <p className="quiet">{lead}</p>
      <Rows<Waiting>
        caption={title}
        rows={rows}
        keyOf={({ subject }) => subject}
        columns={[
          {
            head: columns.what,
            cell: ({ href, title: what }) => (
              <Link to={href} lang="en">
                {what}
              </Link>
            ),
          },
          { head: columns.kind, cell: ({ kind }) => wordOf(words.kinds, kind) },
          { head: columns.due, cell: ({ deadline }) => <Deadline at={deadline} /> },
        ]}
      />
    </section>
  )
}

function List(): ReactNode {
  const words = useWords(requestWords)
  const [{ whose = 'mine', state, matter }] = useQuestion()
  const inWords = useInWords()
  const asked = Object.entries({ whose, state, matter }).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value]],
  )
  const { columns } = words
  return (
    <section>
      <h2>{whose === 'mine' ? words.mine : words.all}</h2>
      <Filter />
      <Paged<RequestBrief>
        caption={words.caption}
        queryKey={['requests', 'list', whose, state, matter]}
        path={`/api/requests?${new URLSearchParams(asked)}`}
        empty={whose === 'mine' && state === undefined && matter === undefined ? words.none : words.noneSuch}
        keyOf={({ requestId }) => requestId}
        columns={[
          {
            head: columns.what,
            cell: ({ requestId, title, matter: code }) => (
              <>
                <Link to="/requests/$requestId" params={{ requestId }} lang="en">
                  {title}
                </Link>
                <br />
                <span className="quiet">{inWords.matter(code)}</span>
              </>
            ),
          },
          { head: columns.state, cell: (row) => words.states[row.state] },
          ...(whose === 'mine'
            ? []
            : [{ head: columns.who, cell: ({ author }: RequestBrief) => author.name }]),
          { head: columns.where, cell: ({ desk }) => desk },
          {
            head: columns.due,
            cell: ({ dueAt }) => dueAt !== null && <Deadline at={dueAt} />,
          },
        ]}
      />
    </section>
  )
}

function Filter(): ReactNode {
  const words = useWords(requestWords)
  const { matters } = useWords(shared)
  const [{ whose = 'mine', state, matter }, ask] = useQuestion()
  const any = words.filter.any
  return (
    <Form
      key={`${whose} ${state} ${matter}`}
      submit={words.filter.go}
      onSubmit={(filled) =>
        ask({ whose: filled.text('whose'), state: filled.maybe('state'), matter: filled.maybe('matter') })
      }
    >
      <div className="filters">
        <SelectField
          name="whose"
          label={words.whose}
          required
          start={whose}
          choices={[
            { value: 'mine', label: words.mine },
            { value: 'all', label: words.all },
          ]}
        />
        <SelectField
          name="state"
          label={words.filter.state}
          isFilter
          empty={any}
          start={state ?? ''}
          choices={Object.entries(words.states).map(([value, label]) => ({ value, label }))}
        />
        <SelectField
          name="matter"
          label={words.filter.matter}
          isFilter
          empty={any}
          start={matter ?? ''}
          choices={Object.entries(matters).map(([value, label]) => ({ value, label }))}
        />
      </div>
    </Form>
  )
}
