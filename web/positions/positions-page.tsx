import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Tag } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import { Empty } from '../parts/empty.tsx'
import { Failure } from '../parts/failure.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { useQuestion } from '../question.ts'
import { holdsAny, useMember, useNow } from '../session.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { AddPosition } from './add-position.tsx'
import { ChangePosition } from './change-position.tsx'
import { chartQuery, everyPlace, nameOf, treeOn, type ChartData, type Place } from './chart.ts'
import { positionsWords } from './words.ts'

/** The chain of command as a tree, on any day; for the Chief and an administrator, the way to change it. */
export function PositionsPage(): ReactNode {
  const words = useWords(positionsWords)
  const dates = useDates()
  const now = useNow()
  const [question, ask] = useQuestion()
  const on = question['on'] ?? dates.today(now)
  const chart = useQuery(chartQuery)
  const mayChange = holdsAny(useMember(), ['administrator', 'chief'])
  if (chart.isError)
    return (
      <Page title={words.title}>
        <Failure error={chart.error} again={() => void chart.refetch()} />
      </Page>
    )
  if (!chart.data) return <Loading />
  const tree = treeOn(chart.data, on)
  const places = everyPlace(tree)
  const open = places.find(({ position }) => position.positionId === question['position'])
  return (
    <Page title={words.title} lead={words.lead}>
      <Form key={on} submit={words.show} onSubmit={(filled) => ask({ on: filled.text('on') })}>
        <Field name="on" label={words.on} type="date" required start={on} />
      </Form>
      <div className="beside">
        <div>
          {tree.length === 0 ? (
            <Empty>{words.none}</Empty>
          ) : (
            <Branch tree={tree} chart={chart.data} mayChange={mayChange} />
          )}
        </div>
        {mayChange && (
          <div className="stack">
            {open && (
              <ChangePosition
                key={open.position.positionId}
                place={open}
                places={places}
                chart={chart.data}
                today={dates.today(now)}
              />
            )}
            <AddPosition places={places} today={dates.today(now)} />
          </div>
        )}
      </div>
    </Page>
  )
}

interface BranchProps {
  tree: readonly Place[]
  chart: ChartData
  mayChange: boolean
}

function Branch({ tree, chart, mayChange }: BranchProps): ReactNode {
  const words = useWords(positionsWords)
  return (
    <ul className="tree">
      {tree.map(({ position, holdings, below }) => (
        <li key={position.positionId}>
          <p>
            <strong>{position.title}</strong> {position.office === 'chief' && <Tag>{words.chief}</Tag>}{' '}
            {position.unit !== null && <span className="quiet">{position.unit}</span>}
            <br />
            {holdings.length === 0 && <em>{words.vacant}</em>}
            {holdings.map(({ holdingId, memberId, acting }) => (
              <span key={holdingId}>
                <Link to="/roster/$memberId" params={{ memberId }}>
                  {nameOf(chart, memberId)}
                </Link>
                {acting && ` (${words.acting})`}{' '}
              </span>
            ))}
            {mayChange && (
              <Link
                className="tree__change"
                to="/positions"
                resetScroll={false}
                search={(before) => ({ ...before, position: position.positionId })}
              >
                {words.change(position.title)}
              </Link>
            )}
          </p>
          {below.length > 0 && <Branch tree={below} chart={chart} mayChange={mayChange} />}
        </li>
      ))}
    </ul>
  )
}
