import { useQuery } from '@tanstack/react-query'
import { Button, Tag } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import type { filtersSchema, FilterView } from '../../src/comments/schema.ts'
import { get, send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { Empty } from '../parts/empty.tsx'
import { Failure } from '../parts/failure.tsx'
import { Field, LongField, RadioField, SelectField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { Blocks } from './blocks.tsx'
import { More } from './comments-page.tsx'
import { useForgetComments } from './data.ts'
import { filterWords } from './filter-words.ts'
import { useAccountChoices } from './filters.tsx'
import { commentWords } from './words.ts'

/** Keyword filters and blocks: each with its reason and its end. */
export function FiltersPage(): ReactNode {
  const words = useWords(filterWords)
  return (
    <Page title={words.title} lead={words.lead}>
      <More />
      <KeywordFilters />
      <Propose />
      <Blocks />
    </Page>
  )
}

function KeywordFilters(): ReactNode {
  const words = useWords(filterWords)
  const { grounds } = useWords(commentWords)
  const dates = useDates()
  const list = useQuery({
    queryKey: ['filters'],
    queryFn: ({ signal }) => get<z.infer<typeof filtersSchema>>('/api/filters', signal),
  })
  return (
    <section>
      <h2>{words.filters}</h2>
      {list.isPending && <Loading />}
      {list.isError && <Failure error={list.error} again={() => void list.refetch()} />}
      {list.data?.items.length === 0 && <Empty>{words.noFilters}</Empty>}
      {list.data && list.data.items.length > 0 && (
        <ul className="queue__history">
          {list.data.items.map((filter) => (
            <li key={filter.filterId} className="card stack">
              <h3>
                {filter.words} <Tag className="tag--calm">{words.states[filter.state]}</Tag>
              </h3>
              <p>{filter.reason}</p>
              <p className="quiet">
                {[
                  grounds[filter.ground],
                  words.places[filter.place],
                  filter.account ?? words.all,
                  `${words.endsOn}: ${dates.day(filter.endsOn)}`,
                  `${words.by} ${filter.proposedBy.name}`,
                  ...(filter.remarks === null ? [] : [filter.remarks]),
                ].join(' · ')}
              </p>
              <Actions filter={filter} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Actions({ filter }: { filter: FilterView }): ReactNode {
  const words = useWords(filterWords)
  const forget = useForgetComments()
  const [isRefusing, setIsRefusing] = useState(false)
  const { filterId, version, mayDecide, mayEnd } = filter
  const decide = async (approve: boolean, remarks?: string): Promise<void> => {
    const said = { version, approve, ...(remarks === undefined ? {} : { remarks }) }
    await send('POST', `/api/filters/${filterId}/decide`, said)
    await forget()
  }
  if (isRefusing)
    return (
      <Form submit={words.disapprove} onSubmit={(filled) => decide(false, filled.text('remarks'))}>
        <LongField name="remarks" label={words.remarks} required rows={2} maxLength={1_000} />
      </Form>
    )
  return (
    <div className="stack">
      {mayDecide && (
        <>
          <Action run={() => decide(true)}>{words.approve}</Action>
          <Button type="button" unstyled onClick={() => setIsRefusing(true)}>
            {words.disapprove}
          </Button>
        </>
      )}
      {mayEnd && (
        <Action
          look="unstyled"
          run={async () => {
            await send('POST', `/api/filters/${filterId}/end`, { version })
            await forget()
          }}
        >
          {words.end}
        </Action>
      )}
    </div>
  )
}

function Propose(): ReactNode {
  const words = useWords(filterWords)
  const { grounds } = useWords(commentWords)
  const forget = useForgetComments()
  const accounts = useAccountChoices()
  const [times, setTimes] = useState(0)
  return (
    <section>
      <h2>{words.propose}</h2>
      <Form
        key={times}
        submit={words.submit}
        onSubmit={async (filled) => {
          await send('POST', '/api/filters', {
            accountId: filled.maybe('accountId') ?? null,
            words: filled.text('words'),
            place: filled.text('place'),
            ground: filled.text('ground'),
            reason: filled.text('reason'),
            endsOn: filled.text('endsOn'),
          })
          setTimes(times + 1)
          await forget()
        }}
      >
        <Field name="words" label={words.words} required maxLength={100} />
        <SelectField name="accountId" label={words.page} isFilter empty={words.all} choices={accounts} />
        <RadioField
          name="place"
          label={words.place}
          required
          start="here"
          choices={Object.entries(words.places).map(([value, label]) => ({ value, label }))}
        />
        <RadioField
          name="ground"
          label={words.ground}
          required
          choices={Object.entries(grounds).map(([value, label]) => ({ value, label }))}
        />
        <LongField name="reason" label={words.reason} required rows={2} maxLength={1_000} />
        <Field name="endsOn" label={words.endsOn} hint={words.endsHint} type="date" required />
      </Form>
    </section>
  )
}
