import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, AlertText, Button } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import type { dueSchema, MovedDisposition } from '../../src/records/keeping/schema.ts'
import { send } from '../api.ts'
import { Empty } from '../parts/empty.tsx'
import { Failure } from '../parts/failure.tsx'
import { LongField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Loading } from '../parts/loading.tsx'
import { Rows } from '../parts/table.tsx'
import { useQuestion } from '../question.ts'
import { useWords } from '../words/words.ts'
import { dueQuery, useDays, useForgetRecords } from './data.ts'
import { dispositionWords } from './disposition-words.ts'

type Series = z.infer<typeof dueSchema>['items'][number]

/** The series that have something due, and the way to make a list of it. */
export function Due(): ReactNode {
  const { due: words } = useWords(dispositionWords)
  const [{ series: asked }] = useQuestion()
  const [openId, setOpenId] = useState(asked)
  const due = useQuery(dueQuery)
  const days = useDays()
  const open = due.data?.items.find(({ seriesId }) => seriesId === openId)
  return (
    <section>
      <h2>{words.title}</h2>
      {due.isPending && <Loading />}
      {due.isError && <Failure error={due.error} again={() => void due.refetch()} />}
      {due.data?.notSearched.map(({ holdId, title }) => (
        <Alert key={holdId} type="warning">
          <AlertText>
            {words.notSearched}{' '}
            <Link to="/records/holds/$holdId" params={{ holdId }}>
              {title}
            </Link>
          </AlertText>
        </Alert>
      ))}
      {due.data?.items.length === 0 && (
        <Empty>
          <p>{words.none}</p>
          <p>
            <Link to="/records/retention">{words.noSeries}</Link>
          </p>
        </Empty>
      )}
      {due.data && due.data.items.length > 0 && (
        <Rows<Series>
          caption={words.title}
          rows={due.data.items}
          keyOf={({ seriesId }) => seriesId}
          columns={[
            {
              head: words.series,
              cell: ({ seriesId, title }) => (
                <>
                  {seriesId} <span className="quiet">{title}</span>
                </>
              ),
            },
            { head: words.authority, cell: ({ authority }) => authority },
            { head: words.things, cell: ({ things }) => words.count(things.n, things.isExact) },
            {
              head: words.held,
              cell: ({ held }) => (held.n === 0 ? '–' : words.count(held.n, held.isExact)),
            },
            { head: words.days, cell: ({ first, last }) => days(first, last) },
            {
              head: words.propose,
              cell: ({ seriesId }) =>
                due.data.mayPropose && (
                  <Button type="button" unstyled onClick={() => setOpenId(seriesId)}>
                    {words.proposeOf(seriesId)}
                  </Button>
                ),
            },
          ]}
        />
      )}
      {open && due.data?.mayPropose === true && (
        <Propose key={open.seriesId} series={open} onStop={() => setOpenId(undefined)} />
      )}
    </section>
  )
}

function Propose({ series, onStop }: { series: Series; onStop: () => void }): ReactNode {
  const { due: words } = useWords(dispositionWords)
  const navigate = useNavigate()
  const forget = useForgetRecords()
  const { seriesId, title } = series
  return (
    <section className="card">
      <h3>{words.proposeOf(`${seriesId} ${title}`)}</h3>
      <Form
        submit={words.propose}
        onSubmit={async (filled) => {
          const description = filled.maybe('description')
          const { dispositionId } = await send<MovedDisposition>('POST', '/api/dispositions', {
            seriesId,
            ...(description === undefined ? {} : { description }),
          })
          await forget()
          await navigate({ to: '/records/dispositions/$dispositionId', params: { dispositionId } })
        }}
        beside={
          <Button type="button" unstyled onClick={onStop}>
            {words.stop}
          </Button>
        }
      >
        <LongField
          name="description"
          label={words.description}
          hint={words.descriptionHint}
          rows={2}
          maxLength={500}
        />
      </Form>
    </section>
  )
}
