import { useQuery } from '@tanstack/react-query'
import { Button, Fieldset } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import { accountsQuery } from '../accounts/data.ts'
import { CheckField, Field, SelectField } from '../parts/field.tsx'
import { Form, type Filled } from '../parts/form.tsx'
import { useQuestion } from '../question.ts'
import { holdsAny, useMember } from '../session.ts'
import { shared } from '../words/es.ts'
import { useWords } from '../words/words.ts'
import { askedIn, asks, seriesQuery, type Asked } from './data.ts'
import { office } from './roles.ts'
import { recordWords } from './words.ts'

/** What is searched for; the words stand first, the rest is folded until it is needed. */
export function SearchForm(): ReactNode {
  const { search: words } = useWords(recordWords)
  const [question, ask] = useQuestion()
  const asked = askedIn(question)
  const narrowed = Object.keys(asked).filter((one) => one !== 'words').length
  const nothing = Object.fromEntries(asks.map((one) => [one, undefined]))
  return (
    <search>
      <Form
        submit={words.go}
        check={(filled) => ({ to: isBackwards(filled) ? words.backwards : undefined })}
        onSubmit={(filled) => ask({ ...nothing, ...givenIn(filled) })}
        beside={
          Object.keys(asked).length > 0 && (
            <Button type="button" unstyled onClick={() => ask(nothing)}>
              {words.clear}
            </Button>
          )
        }
      >
        <Field
          name="words"
          label={words.words}
          hint={words.wordsHint}
          isFilter
          maxLength={500}
          start={asked.words ?? ''}
        />
        <details className="record-narrow" open={narrowed > 0}>
          <summary>{narrowed === 0 ? words.narrow : words.narrowed(narrowed)}</summary>
          <Narrow asked={asked} />
        </details>
      </Form>
    </search>
  )
}

function isBackwards(filled: Filled): boolean {
  const [from, to] = [filled.maybe('from'), filled.maybe('to')]
  return from !== undefined && to !== undefined && to < from
}

function givenIn(filled: Filled): Asked {
  const kinds = filled.all('kind')
  return askedIn({
    ...Object.fromEntries(asks.map((one) => [one, filled.maybe(one)])),
    kind: kinds.length === 0 ? undefined : kinds.join(','),
  })
}

function Narrow({ asked }: { asked: Asked }): ReactNode {
  const { search: words, kinds, moderations, sources } = useWords(recordWords)
  const { outcome } = useWords(shared).ruling
  const accounts = useQuery(accountsQuery).data?.items ?? []
  const chosen = asked.kind?.split(',') ?? []
  const chosenFrom = [
    ['account', accounts.map((one) => ({ value: one.accountId, label: `${one.handle} · ${one.network}` }))],
    ['moderation', choicesOf(moderations)],
    ['ruling', choicesOf(outcome)],
    ['source', choicesOf(sources)],
    ['held', choicesOf({ true: words.isHeld, false: words.isFree })],
  ] as const
  return (
    <>
      <div className="filters filters--three">
        <Field
          name="person"
          label={words.person}
          hint={words.personHint}
          isFilter
          maxLength={200}
          start={asked.person ?? ''}
        />
        <Field name="from" label={words.from} type="date" isFilter start={asked.from ?? ''} />
        <Field name="to" label={words.to} type="date" isFilter start={asked.to ?? ''} />
        {chosenFrom.map(([name, choices]) => (
          <SelectField
            key={`${name} ${choices.length}`}
            name={name}
            label={words[name]}
            isFilter
            empty={words.any}
            start={asked[name] ?? ''}
            choices={choices}
          />
        ))}
        <SeriesField start={asked.series ?? ''} />
      </div>
      <Fieldset legend={words.kinds} className="record-kinds">
        {choicesOf(kinds).map(({ value, label }) => (
          <CheckField key={value} name="kind" value={value} label={label} start={chosen.includes(value)} />
        ))}
      </Fieldset>
    </>
  )
}

function SeriesField({ start }: { start: string }): ReactNode {
  const { search: words } = useWords(recordWords)
  const isOffice = holdsAny(useMember(), office)
  const series = useQuery({ ...seriesQuery, enabled: isOffice }).data?.items ?? []
  if (!isOffice) return undefined
  return (
    <SelectField
      key={`series ${series.length}`}
      name="series"
      label={words.series}
      isFilter
      empty={words.any}
      start={start}
      choices={[
        { value: 'none', label: words.noSeries },
        ...series.map(({ seriesId, title }) => ({ value: seriesId, label: `${seriesId} ${title}` })),
      ]}
    />
  )
}

export function choicesOf(named: Readonly<Record<string, string>>): { value: string; label: string }[] {
  return Object.entries(named).map(([value, label]) => ({ value, label }))
}
