import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { changedHoldSchema } from '../../src/records/keeping/schema.ts'
import { send } from '../api.ts'
import { Empty } from '../parts/empty.tsx'
import { Failure } from '../parts/failure.tsx'
import { Field, RadioField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Page } from '../parts/page.tsx'
import { useQuestion } from '../question.ts'
import { useWords } from '../words/words.ts'
import { countQuery, searchOf, useForgetRecords, useSeen } from './data.ts'
import { heldIn, type Held } from './held.ts'
import { HoldWiden } from './hold-widen.tsx'
import { holdWords } from './hold-words.ts'
import { More } from './more.tsx'
import { useNamed } from './named.ts'
import { useWhat } from './record-line.tsx'
import { choicesOf } from './search-form.tsx'
import { recordWords } from './words.ts'

type Changed = z.infer<typeof changedHoldSchema>

/** Places a hold on what the address names: records, a thread, a thing, or whatever a search finds. */
export function HoldNewPage(): ReactNode {
  const { fresh: words } = useWords(holdWords)
  const { matters } = useWords(recordWords)
  const [question] = useQuestion()
  const held = heldIn(question)
  const navigate = useNavigate()
  const forget = useForgetRecords()
  return (
    <Page title={words.title} lead={words.lead}>
      <More />
      {held ? (
        <div className="stack">
          <section className="card">
            <h2>{words.on}</h2>
            <On held={held} />
          </section>
          <Form
            submit={words.submit}
            onSubmit={async (filled) => {
              const { holdId } = await send<Changed>('POST', '/api/holds', {
                matter: filled.text('matter'),
                ref: filled.maybe('ref') ?? null,
                title: filled.text('title'),
                on: onOf(held),
              })
              await forget()
              await navigate({ to: '/records/holds/$holdId', params: { holdId } })
            }}
          >
            <RadioField name="matter" label={words.matter} required choices={choicesOf(matters)} />
            <Field name="title" label={words.name} hint={words.nameHint} required maxLength={300} />
            <Field name="ref" label={words.ref} hint={words.refHint} maxLength={200} />
          </Form>
          {held.on !== 'search' && <HoldWiden on={onOf(held)} />}
        </div>
      ) : (
        <Empty>
          <p>{words.nothing}</p>
          <p>
            <Link to="/records">{words.toSearch}</Link>
          </p>
        </Empty>
      )}
    </Page>
  )
}

/** As the API takes it. */
function onOf(held: Held): object {
  switch (held.on) {
    case 'records':
      return { records: held.records }
    case 'thread':
      return { threads: [held.thread] }
    case 'thing':
      return { things: [held.thing] }
    case 'search':
      return { search: searchOf(held.asked) }
    default:
      return held satisfies never
  }
}

function On({ held }: { held: Held }): ReactNode {
  const { fresh: words } = useWords(holdWords)
  if (held.on === 'thread') return <p>{words.thread}</p>
  if (held.on === 'thing') return <p>{words.thing}</p>
  if (held.on === 'records') return <OnRecords records={held.records} />
  return <OnSearch held={held} />
}

const mostNamed = 10

/** Those that the search before has shown are named. */
function OnRecords({ records }: { records: readonly string[] }): ReactNode {
  const { fresh: words } = useWords(holdWords)
  const seen = useSeen()
  const what = useWhat()
  const named = records.map((id) => seen.get(id)).filter((record) => record !== undefined)
  const shown = named.slice(0, mostNamed)
  return (
    <>
      <p>{words.records(records.length)}</p>
      {shown.length > 0 && (
        <ul className="usa-list">
          {shown.map((record) => (
            <li key={record.recordId}>
              <Link to="/records/$recordId" params={{ recordId: record.recordId }}>
                {what(record)}
              </Link>
              {record.words !== '' && <span lang="">: {record.words.slice(0, 120)}</span>}
            </li>
          ))}
          {records.length > shown.length && <li>{words.more(records.length - shown.length)}</li>}
        </ul>
      )}
    </>
  )
}

function OnSearch({ held }: { held: Held & { on: 'search' } }): ReactNode {
  const { fresh: words } = useWords(holdWords)
  const named = useNamed()
  const found = useQuery(countQuery(held.asked))
  const parts = named(held.asked)
  return (
    <>
      <p>{parts.length === 0 ? words.everything : words.search}</p>
      <ul className="usa-list">
        {parts.map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
      {found.isError && <Failure error={found.error} again={() => void found.refetch()} />}
      <p role="status">{found.data?.count && words.finds(found.data.count.n, found.data.count.isExact)}</p>
      <p>
        <Link to="/records" search={held.asked}>
          {words.otherSearch}
        </Link>
      </p>
    </>
  )
}
