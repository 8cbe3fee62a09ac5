import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Position } from '../../src/members/schema.ts'
import { send } from '../api.ts'
import { CheckField, Field, SelectField } from '../parts/field.tsx'
import { Form, type Filled } from '../parts/form.tsx'
import { Saved } from '../parts/saved.tsx'
import { useWords } from '../words/words.ts'
import { chartQuery, type Place } from './chart.ts'
import { positionsWords } from './words.ts'

/** A new position in the chart. */
export function AddPosition({ places, today }: { places: readonly Place[]; today: string }): ReactNode {
  const words = useWords(positionsWords).add
  const client = useQueryClient()
  const [count, setCount] = useState(0)
  const add = async (filled: Filled): Promise<void> => {
    await send<Position>('POST', '/api/positions', {
      title: filled.text('title'),
      unit: filled.maybe('unit') ?? null,
      reportsTo: filled.maybe('reportsTo') ?? null,
      office: filled.isOn('chief') ? 'chief' : null,
      from: filled.text('from'),
    })
    await client.invalidateQueries(chartQuery)
    setCount(count + 1)
  }
  return (
    <section className="card">
      <h2>{words.title}</h2>
      {count > 0 && <Saved key={count} />}
      <Form key={`form ${count}`} submit={words.go} onSubmit={add}>
        <Field name="title" label={words.name} required maxLength={120} />
        <Field name="unit" label={words.unit} maxLength={80} />
        <ReportsTo places={places} />
        <Field name="from" label={words.from} type="date" required start={today} />
        <CheckField name="chief" label={words.isChief} />
      </Form>
    </section>
  )
}

interface ReportsToProps {
  places: readonly Place[]
  start?: string | null
  except?: string
}

/** The position above, chosen among those of the day. */
export function ReportsTo({ places, start, except }: ReportsToProps): ReactNode {
  const words = useWords(positionsWords).add
  return (
    <SelectField
      name="reportsTo"
      label={words.reportsTo}
      empty={words.nobody}
      start={start ?? ''}
      choices={places
        .filter(({ position }) => position.positionId !== except)
        .map(({ position }) => ({ value: position.positionId, label: position.title }))}
    />
  )
}
