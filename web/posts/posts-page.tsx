import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Tag } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import type { waitingListSchema } from '../../src/members/schema.ts'
import type { Waiting } from '../../src/members/waiting.ts'
import type { PostBrief, postsSchema } from '../../src/posts/schema.ts'
import { get } from '../api.ts'
import { Deadline } from '../parts/deadline.tsx'
import { Failure } from '../parts/failure.tsx'
import { SelectField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { wordOf } from '../parts/in-words.ts'
import { Page } from '../parts/page.tsx'
import { Paged, Rows } from '../parts/table.tsx'
import { useQuestion } from '../question.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { HoursForm } from './hours.tsx'
import { EmergencyFigures, Recalls, useRecalls } from './standing.tsx'
import { StatusChange } from './status-change.tsx'
import { statusWords } from './status-words.ts'
import { postWords } from './words.ts'

/** What the department says: what waits for this reader, what goes out next, and everything. */
export function PostsPage(): ReactNode {
  const words = useWords(postWords)
  const status = useWords(statusWords)
  const [isChanging, setIsChanging] = useState(false)
  const recalls = useRecalls()
  return (
    <Page title={words.title} lead={words.lead}>
      <div className="row-of-buttons">
        <Link className="usa-button" to="/posts/new">
          {words.write}
        </Link>
        {recalls && (
          <Button type="button" outline onClick={() => setIsChanging(true)}>
            {status.button}
          </Button>
        )}
      </div>
      {isChanging && <StatusChange onClose={() => setIsChanging(false)} />}
      <ForMe />
      <Upcoming />
      {recalls && <Recalls recalls={recalls} />}
      <List />
      <EmergencyFigures />
      <HoursForm />
    </Page>
  )
}

function ForMe(): ReactNode {
  const words = useWords(postWords)
  const list = useQuery({
    queryKey: ['waiting'],
    queryFn: ({ signal }) => get<z.infer<typeof waitingListSchema>>('/api/waiting', signal),
  })
  if (list.isError) return <Failure error={list.error} again={() => void list.refetch()} />
  const mine = (list.data?.items ?? []).filter(
    ({ kind, href }) => kind.startsWith('post.') || (kind === 'delivery.parked' && href.startsWith('/posts')),
  )
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
          { head: words.columns.state, cell: ({ kind }) => wordOf(words.kinds, kind) },
          { head: words.columns.due, cell: ({ deadline }) => <Deadline at={deadline} /> },
        ]}
      />
    </section>
  )
}

/** What is approved and waits for its time, day by day. */
function Upcoming(): ReactNode {
  const words = useWords(postWords)
  const dates = useDates()
  const list = useQuery({
    queryKey: ['posts', 'upcoming'],
    queryFn: ({ signal }) => get<z.infer<typeof postsSchema>>('/api/posts?order=upcoming&limit=100', signal),
  })
  if (list.isError) return <Failure error={list.error} again={() => void list.refetch()} />
  const days = Map.groupBy(
    (list.data?.items ?? []).filter(({ publishAt }) => publishAt !== null),
    ({ publishAt }) => dates.day(publishAt ?? ''),
  )
  return (
    <section>
      <h2>{words.upcoming}</h2>
      {list.data && days.size === 0 && <p className="quiet">{words.noneUpcoming}</p>}
      <ol className="post-days">
        {[...days].map(([day, posts]) => (
          <li key={day}>
            <h3>{day}</h3>
            <ul>
              {posts.map(({ postId, title, publishAt, accounts }) => (
                <li key={postId}>
                  <time dateTime={publishAt ?? ''}>{dates.moment(publishAt ?? '')}</time>{' '}
                  <Link to="/posts/$postId" params={{ postId }} lang="en">
                    {title}
                  </Link>{' '}
                  <span className="quiet">{accounts.map(({ handle }) => handle).join(', ')}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  )
}

function List(): ReactNode {
  const words = useWords(postWords)
  const dates = useDates()
  const [{ whose = 'all', state, category }] = useQuestion()
  const asked = Object.entries({ whose, state, category }).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value]],
  )
  const { columns } = words
  return (
    <section className="titled">
      <h2>{words.list}</h2>
      <Filter />
      <Paged<PostBrief>
        caption={words.caption}
        queryKey={['posts', 'list', whose, state, category]}
        path={`/api/posts?${new URLSearchParams(asked)}`}
        empty={words.none}
        keyOf={({ postId }) => postId}
        columns={[
          {
            head: columns.what,
            cell: ({ postId, title, category: code, corrects }) => (
              <>
                <Link to="/posts/$postId" params={{ postId }} lang="en">
                  {title}
                </Link>
                <br />
                <span className="quiet">
                  {words.categories[code]}
                  {corrects !== null && ` · ${words.tellsOf}`}
                </span>
              </>
            ),
          },
          {
            head: columns.state,
            cell: ({ state: code, reviewDueAt }) => (
              <>
                <Tag>{words.states[code]}</Tag>
                {reviewDueAt !== null && <p>{words.unreviewed}</p>}
              </>
            ),
          },
          { head: columns.where, cell: ({ accounts }) => accounts.map(({ handle }) => handle).join(', ') },
          { head: columns.who, cell: ({ author }) => author.name },
          {
            head: columns.when,
            cell: ({ publishedAt, publishAt, since }) => dates.moment(publishedAt ?? publishAt ?? since),
          },
        ]}
      />
    </section>
  )
}

function Filter(): ReactNode {
  const words = useWords(postWords)
  const [{ whose = 'all', state, category }, ask] = useQuestion()
  const { any } = words.filter
  return (
    <Form
      key={`${whose} ${state} ${category}`}
      submit={words.filter.go}
      onSubmit={(filled) =>
        ask({ whose: filled.text('whose'), state: filled.maybe('state'), category: filled.maybe('category') })
      }
    >
      <div className="filters">
        <SelectField
          name="whose"
          label={words.filter.whose}
          required
          start={whose}
          choices={[
            { value: 'all', label: words.filter.all },
            { value: 'mine', label: words.filter.mine },
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
          name="category"
          label={words.filter.category}
          isFilter
          empty={any}
          start={category ?? ''}
          choices={Object.entries(words.categories).map(([value, label]) => ({ value, label }))}
        />
      </div>
    </Form>
  )
}
