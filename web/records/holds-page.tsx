import { Tag } from '@trussworks/react-uswds'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { HoldLine } from '../../src/records/keeping/schema.ts'
import { SelectField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Page } from '../parts/page.tsx'
import { Paged } from '../parts/table.tsx'
import { useQuestion } from '../question.ts'
import { holdsAny, useMember } from '../session.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { holdWords } from './hold-words.ts'
import { More } from './more.tsx'
import { holders } from './roles.ts'
import { choicesOf } from './search-form.tsx'
import { recordWords } from './words.ts'

/** Every hold, those in force first in view. */
export function HoldsPage(): ReactNode {
  const words = useWords(holdWords)
  const { matters } = useWords(recordWords)
  const [{ state = 'open', matter }, ask] = useQuestion()
  const dates = useDates()
  const question = new URLSearchParams({
    ...(state === 'any' ? {} : { state }),
    ...(matter === undefined ? {} : { matter }),
  })
  const isNarrowed = state !== 'open' || matter !== undefined
  return (
    <Page title={words.title} lead={words.lead}>
      <More />
      {holdsAny(useMember(), holders) && (
        <p>
          <Link className="usa-button" to="/records/holds/new">
            {words.place}
          </Link>
        </p>
      )}
      <Form
        submit={words.go}
        onSubmit={(filled) => ask({ state: filled.maybe('state'), matter: filled.maybe('matter') })}
      >
        <div className="filters">
          <SelectField
            name="state"
            label={words.state}
            isFilter
            start={state}
            choices={[
              { value: 'open', label: words.open },
              { value: 'release-asked', label: words.states['release-asked'] },
              { value: 'released', label: words.states.released },
              { value: 'any', label: words.any },
            ]}
          />
          <SelectField
            name="matter"
            label={words.matter}
            isFilter
            empty={words.any}
            start={matter ?? ''}
            choices={choicesOf(matters)}
          />
        </div>
      </Form>
      <Paged<HoldLine>
        queryKey={['holds', 'list', question.toString()]}
        path={`/api/holds?${question}`}
        caption={words.caption}
        empty={isNarrowed ? words.none : words.noneAtAll}
        keyOf={({ holdId }) => holdId}
        columns={[
          {
            head: words.columns.title,
            cell: ({ holdId, title }) => (
              <Link to="/records/holds/$holdId" params={{ holdId }}>
                {title}
              </Link>
            ),
          },
          {
            head: words.matter,
            cell: ({ matter: of, isAutomatic }) => (
              <>
                {matters[of]}
                {isAutomatic && <div className="quiet">{words.automatic}</div>}
              </>
            ),
          },
          { head: words.columns.ref, cell: ({ ref, isAutomatic }) => (isAutomatic ? '–' : (ref ?? '–')) },
          { head: words.state, cell: ({ state: is }) => <Tag>{words.states[is]}</Tag> },
          { head: words.columns.placed, cell: ({ placedAt }) => dates.day(placedAt) },
        ]}
      />
    </Page>
  )
}
