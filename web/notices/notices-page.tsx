import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Tag } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { waitingListSchema } from '../../src/members/schema.ts'
import type { Waiting } from '../../src/members/waiting.ts'
import type { NoticeLine } from '../../src/posts/notices/schema.ts'
import { get, Refused } from '../api.ts'
import { Deadline } from '../parts/deadline.tsx'
import { Empty } from '../parts/empty.tsx'
import { Failure } from '../parts/failure.tsx'
import { SelectField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { wordOf } from '../parts/in-words.ts'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { Paged, Rows } from '../parts/table.tsx'
import { useQuestion } from '../question.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { templatesQuery } from './data.ts'
import { noticeWords } from './words.ts'

/** Notices in force, coming, prepared and over; what waits for this reader stands above. */
export function NoticesPage(): ReactNode {
  const words = useWords(noticeWords)
  const templates = useQuery({ ...templatesQuery, retry: false })
  const isStranger = templates.error instanceof Refused && templates.error.code === 'unauthorized'
  return (
    <Page title={words.title} lead={words.lead}>
      {templates.isPending && <Loading />}
      {templates.isError && !isStranger && (
        <Failure error={templates.error} again={() => void templates.refetch()} />
      )}
      {isStranger && (
        <Empty>
          <p>{words.notYours}</p>
          <p>
            <a href="/public/notices">{words.toPublic}</a>
          </p>
        </Empty>
      )}
      {templates.data && (
        <>
          <div className="row-of-buttons no-print">
            <Link className="usa-button" to="/notices/new">
              {words.write}
            </Link>
            <Link className="usa-button usa-button--outline" to="/notices/crime-data">
              {words.toCrime}
            </Link>
            <a className="usa-button usa-button--outline" href="/public/notices">
              {words.toPublic}
            </a>
          </div>
          <ForMe />
          <List />
        </>
      )}
    </Page>
  )
}

function ForMe(): ReactNode {
  const words = useWords(noticeWords)
  const list = useQuery({
    queryKey: ['waiting'],
    queryFn: ({ signal }) => get<z.infer<typeof waitingListSchema>>('/api/waiting', signal),
  })
  if (list.isError) return <Failure error={list.error} again={() => void list.refetch()} />
  const mine = (list.data?.items ?? []).filter(({ href }) => href.startsWith('/notices/'))
  if (mine.length === 0) return undefined
  return (
    <section className="titled">
      <h2>{words.forMe}</h2>
      <Rows<Waiting>
        caption={words.forMe}
        rows={mine}
        keyOf={({ kind, subject }) => `${kind} ${subject}`}
        columns={[
          {
            head: words.columns.what,
            cell: ({ href, title }) => (
              <Link to={href} lang="en">
                {title}
              </Link>
            ),
          },
          { head: words.columns.state, cell: ({ kind }) => wordOf(words.waits, kind) },
          { head: words.columns.due, cell: ({ deadline }) => <Deadline at={deadline} /> },
        ]}
      />
    </section>
  )
}

const shelves = ['in-force', 'coming', 'drafts', 'over'] as const

function List(): ReactNode {
  const words = useWords(noticeWords)
  const dates = useDates()
  const [{ shelf, kind }] = useQuestion()
  const asked = Object.entries({ shelf, kind }).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value]],
  )
  const { columns } = words
  return (
    <section className="titled">
      <h2>{words.list}</h2>
      <Filter />
      <Paged<NoticeLine>
        caption={words.caption}
        queryKey={['notices', 'list', shelf, kind]}
        path={`/api/notices?${new URLSearchParams(asked)}`}
        empty={asked.length > 0 ? words.none : words.noneYet}
        keyOf={({ noticeId }) => noticeId}
        columns={[
          {
            head: columns.what,
            cell: ({ noticeId, title, kind: code }) => (
              <>
                <Link to="/notices/$noticeId" params={{ noticeId }} lang="en">
                  {title}
                </Link>
                <br />
                <span className="quiet">{words.kinds[code]}</span>
              </>
            ),
          },
          {
            head: columns.state,
            cell: ({ state, reviewDueAt }) => (
              <>
                <Tag>{words.states[state]}</Tag>
                {reviewDueAt !== null && <p>{words.unreviewed}</p>}
              </>
            ),
          },
          { head: columns.begins, cell: ({ effective }) => dates.moment(effective) },
          {
            head: columns.ends,
            cell: ({ expiresAt }) => (expiresAt === null ? '' : dates.moment(expiresAt)),
          },
          { head: columns.who, cell: ({ author }) => author.name },
        ]}
      />
    </section>
  )
}

function Filter(): ReactNode {
  const words = useWords(noticeWords)
  const [{ shelf, kind }, ask] = useQuestion()
  return (
    <Form
      key={`${shelf} ${kind}`}
      submit={words.show}
      onSubmit={(filled) => ask({ shelf: filled.maybe('shelf'), kind: filled.maybe('kind') })}
    >
      <div className="filters no-print">
        <SelectField
          name="shelf"
          label={words.shelf}
          isFilter
          empty={words.all}
          start={shelf ?? ''}
          choices={shelves.map((value) => ({ value, label: words.shelves[value] }))}
        />
        <SelectField
          name="kind"
          label={words.kind}
          isFilter
          empty={words.any}
          start={kind ?? ''}
          choices={Object.entries(words.kinds).map(([value, label]) => ({ value, label }))}
        />
      </div>
    </Form>
  )
}
