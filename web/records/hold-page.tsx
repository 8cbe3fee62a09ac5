import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, AlertText, Button, Tag } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import type { heldRecordSchema, holdSchema } from '../../src/records/keeping/schema.ts'
import { send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { Failure } from '../parts/failure.tsx'
import { LongField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { wordOf } from '../parts/in-words.ts'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { Paged } from '../parts/table.tsx'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { askedOf, holdQuery, useForgetRecords } from './data.ts'
import { holdWords } from './hold-words.ts'
import { MayNot } from './may-not.tsx'
import { More } from './more.tsx'
import { useNamed } from './named.ts'
import { RecordInRow } from './record-in-row.tsx'
import { useKept } from './record-line.tsx'
import { WhatWasDone } from './what-was-done.tsx'
import { recordWords } from './words.ts'

type Hold = z.infer<typeof holdSchema>
type HeldRecord = z.infer<typeof heldRecordSchema>

/** One hold: what it keeps, why, and how it is released. */
export function HoldPage(): ReactNode {
  const words = useWords(holdWords)
  const { holdId = '' } = useParams({ strict: false })
  const hold = useQuery(holdQuery(holdId))
  return (
    <Page title={hold.data?.title ?? words.title}>
      <More />
      {hold.isPending && <Loading />}
      {hold.isError && <Failure error={hold.error} again={() => void hold.refetch()} />}
      {hold.data && <One hold={hold.data} />}
    </Page>
  )
}

function One({ hold }: { hold: Hold }): ReactNode {
  const words = useWords(holdWords)
  const { holdId, state } = hold
  return (
    <>
      <p className="record-marks">
        <Tag>{words.states[state]}</Tag>
        {hold.isAutomatic && <Tag className="tag--calm">{words.automatic}</Tag>}
      </p>
      <div className="beside">
        <div>
          <NotSearched hold={hold} />
          <Facts hold={hold} />
          <section>
            <h2>{words.one.list}</h2>
            <Held holdId={holdId} />
          </section>
        </div>
        <aside className="stack">
          {state !== 'released' && <Moves key={hold.version} hold={hold} />}
          <WhatWasDone
            title={words.one.history}
            steps={hold.steps}
            said={(move, by) => words.doneBy(wordOf(words.done, move), by)}
          />
        </aside>
      </div>
    </>
  )
}

/** That its search failed, what that hinders, and the way to run it again. */
function NotSearched({ hold: { holdId, notSearched } }: { hold: Hold }): ReactNode {
  const { one: words } = useWords(holdWords)
  const forget = useForgetRecords()
  if (notSearched === null) return null
  const search = async (): Promise<void> => {
    try {
      await send('POST', `/api/holds/${holdId}/search`)
    } finally {
      await forget()
    }
  }
  return (
    <Alert type="warning">
      <AlertText>
        {words.notSearched(wordOf(words.whys, notSearched))} {words.failsAgain}
      </AlertText>
      <div className="row-of-buttons">
        <Action run={search}>{words.searchNow}</Action>
      </div>
    </Alert>
  )
}

function Facts({ hold }: { hold: Hold }): ReactNode {
  const words = useWords(holdWords)
  const { matters } = useWords(recordWords)
  const dates = useDates()
  const named = useNamed()
  const { matter, ref, placedAt, by, records, on, isAutomatic, releasableFrom, state } = hold
  const asked = on.search && askedOf(on.search)
  const parts = [
    on.records > 0 && words.one.records(on.records),
    on.things > 0 && words.one.things(on.things),
    on.threads > 0 && words.one.threads(on.threads),
    asked && words.one.search,
  ].filter((part) => typeof part === 'string')
  return (
    <section>
      <p>{words.one.placed(dates.moment(placedAt), by.name)}</p>
      <dl className="facts">
        <dt>{words.one.matter}</dt>
        <dd>{matters[matter]}</dd>
        {ref !== null && (
          <>
            <dt>{words.one.ref}</dt>
            <dd>
              {isAutomatic ? (
                <Link to="/records-requests/$requestId" params={{ requestId: ref }}>
                  {words.one.itsRequest}
                </Link>
              ) : (
                ref
              )}
            </dd>
          </>
        )}
        <dt>{words.one.holds}</dt>
        <dd>{words.one.count(records.n, records.isExact)}</dd>
        <dt>{words.one.on}</dt>
        <dd>
          {parts.join(', ')}
          {asked && (
            <ul className="usa-list">
              {named(asked).map((part) => (
                <li key={part}>{part}</li>
              ))}
              <li>
                <Link to="/records" search={asked}>
                  {words.one.again}
                </Link>
              </li>
            </ul>
          )}
        </dd>
        {isAutomatic && state !== 'released' && releasableFrom !== null && (
          <>
            <dt>{words.one.releasable}</dt>
            <dd>{dates.moment(releasableFrom)}</dd>
          </>
        )}
      </dl>
      {isAutomatic && state !== 'released' && releasableFrom === null && <p>{words.one.requestOpen}</p>}
    </section>
  )
}

/** The records under a hold. */
function Held({ holdId }: { holdId: string }): ReactNode {
  const words = useWords(holdWords)
  const dates = useDates()
  const kept = useKept()
  return (
    <Paged<HeldRecord>
      queryKey={['holds', 'records', holdId]}
      path={`/api/holds/${holdId}/records`}
      caption={words.one.list}
      empty={words.one.noRecords}
      keyOf={({ recordId }) => recordId}
      columns={[
        {
          head: words.columnsOf.record,
          cell: (row) => <RecordInRow record={row.record} name={`${kept(row)} · ${dates.moment(row.at)}`} />,
        },
        { head: words.columnsOf.series, cell: ({ seriesId }) => seriesId ?? '–' },
      ]}
    />
  )
}

function Moves({ hold }: { hold: Hold }): ReactNode {
  const words = useWords(holdWords)
  const forget = useForgetRecords()
  const [saying, setSaying] = useState<Hold['may'][number]['move']>()
  const { holdId, version, may, mayNot } = hold
  const make = async (move: string, reason?: string): Promise<void> => {
    try {
      await send('POST', `/api/holds/${holdId}/move`, {
        move,
        version,
        ...(reason === undefined ? {} : { reason }),
      })
    } finally {
      await forget()
    }
  }
  return (
    <section className="card">
      <h2>{words.one.moves}</h2>
      <p>{words.one.twoPeople}</p>
      {saying !== undefined && (
        <Form
          submit={words.moves[saying]}
          onSubmit={(filled) => make(saying, filled.text('reason'))}
          beside={
            <Button type="button" unstyled onClick={() => setSaying(undefined)}>
              {words.one.stop}
            </Button>
          }
        >
          <LongField name="reason" label={words.one.reason} required rows={3} maxLength={1_000} />
        </Form>
      )}
      {saying === undefined && may.length > 0 && (
        <div className="row-of-buttons">
          {may.map(({ move, needsReason }) =>
            needsReason ? (
              <Button key={move} type="button" outline onClick={() => setSaying(move)}>
                {words.moves[move]}
              </Button>
            ) : (
              <Action key={move} run={() => make(move)}>
                {words.moves[move]}
              </Action>
            ),
          )}
        </div>
      )}
      {may.length === 0 && mayNot.length === 0 && <p className="quiet">{words.one.nothing}</p>}
      <MayNot mayNot={mayNot} words={words.moves} />
    </section>
  )
}
