import { useQueryClient } from '@tanstack/react-query'
import { Alert, AlertText } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import { send } from '../api.ts'
import { CheckField, Field } from '../parts/field.tsx'
import { Focused } from '../parts/focused.tsx'
import { Form } from '../parts/form.tsx'
import { MemberField } from '../parts/member-field.tsx'
import { useDates } from '../words/dates.ts'
import { shared } from '../words/es.ts'
import { useWords } from '../words/words.ts'
import { ReportsTo } from './add-position.tsx'
import { chartQuery, nameOf, type ChartData, type Place } from './chart.ts'
import { positionsWords } from './words.ts'

interface ChangePositionProps {
  place: Place
  places: readonly Place[]
  chart: ChartData
  today: string
}

/** Everything that may happen to one position: somebody comes, somebody goes, it moves, it closes. */
export function ChangePosition({ place, places, chart, today }: ChangePositionProps): ReactNode {
  const words = useWords(positionsWords)
  const { saved } = useWords(shared).form
  const dates = useDates()
  const client = useQueryClient()
  const [done, setDone] = useState(0)
  const { position, holdings } = place
  const { positionId } = position
  const write = async (method: 'POST' | 'PATCH', path: string, body: unknown): Promise<void> => {
    await send(method, path, body)
    await Promise.all([
      client.invalidateQueries(chartQuery),
      client.invalidateQueries({ queryKey: ['chain'] }),
    ])
    setDone(done + 1)
  }
  return (
    <section className="card">
      <Focused key={done} scrolls>
        <h2>{words.change(position.title)}</h2>
        {done > 0 && (
          <Alert type="success" slim role="status">
            <AlertText>{saved}</AlertText>
          </Alert>
        )}
      </Focused>
      {holdings.length > 0 && <h3>{words.end.title}</h3>}
      {holdings.map(({ holdingId, memberId, acting, from }) => (
        <div key={holdingId}>
          <p>
            {nameOf(chart, memberId)}
            {acting && ` (${words.acting})`} <span className="quiet">{words.end.from(dates.day(from))}</span>
          </p>
          <Form
            submit={words.end.go(nameOf(chart, memberId))}
            onSubmit={(filled) => write('POST', `/api/holdings/${holdingId}/end`, { on: filled.text('on') })}
          >
            <Field name="on" label={words.end.on} type="date" required start={today} />
          </Form>
        </div>
      ))}
      <h3>{words.hold.title}</h3>
      <Form
        key={holdings.map(({ holdingId }) => holdingId).join(' ')}
        submit={words.hold.go}
        onSubmit={(filled) =>
          write('POST', '/api/holdings', {
            positionId,
            memberId: filled.text('member'),
            acting: filled.isOn('acting'),
            from: filled.text('from'),
            to: filled.maybe('to') ?? null,
          })
        }
      >
        <MemberField name="member" label={words.hold.member} required />
        <Field name="from" label={words.hold.from} type="date" required start={today} />
        <Field name="to" label={words.hold.to} type="date" />
        <CheckField name="acting" label={words.hold.acting} />
      </Form>
      <h3>{words.patch.title}</h3>
      <Form
        submit={words.patch.go}
        onSubmit={(filled) =>
          write('PATCH', `/api/positions/${positionId}`, {
            title: filled.text('title'),
            unit: filled.maybe('unit') ?? null,
            reportsTo: filled.maybe('reportsTo') ?? null,
            close: filled.isOn('close'),
            on: filled.text('on'),
          })
        }
      >
        <Field name="title" label={words.add.name} required maxLength={120} start={position.title} />
        <Field name="unit" label={words.add.unit} maxLength={80} start={position.unit ?? ''} />
        <ReportsTo places={places} start={position.reportsTo} except={positionId} />
        <Field name="on" label={words.patch.on} type="date" required start={today} />
        <CheckField name="close" label={words.patch.close} />
      </Form>
    </section>
  )
}
