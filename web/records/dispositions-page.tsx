import { Link } from '@tanstack/react-router'
import { Tag } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { dispositionBriefSchema } from '../../src/records/keeping/schema.ts'
import { SelectField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Page } from '../parts/page.tsx'
import { Paged } from '../parts/table.tsx'
import { useQuestion } from '../question.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { DispositionSettings } from './disposition-settings.tsx'
import { dispositionWords } from './disposition-words.ts'
import { Due } from './due.tsx'
import { More } from './more.tsx'

type DispositionBrief = z.infer<typeof dispositionBriefSchema>

/** What is due, the lists of it, and what the agency's rules ask for. */
export function DispositionsPage(): ReactNode {
  const words = useWords(dispositionWords)
  return (
    <Page title={words.title} lead={words.lead}>
      <More />
      <p>
        <a href="/public/dispositions">{words.public}</a>
      </p>
      <Due />
      <Lists />
      <DispositionSettings />
    </Page>
  )
}

function Lists(): ReactNode {
  const words = useWords(dispositionWords)
  const [{ state = 'any' }, ask] = useQuestion()
  const dates = useDates()
  const { lists } = words
  return (
    <section>
      <h2>{lists.title}</h2>
      <Form submit={lists.go} onSubmit={(filled) => ask({ state: filled.maybe('state') })}>
        <div className="filters">
          <SelectField
            name="state"
            label={lists.state}
            isFilter
            start={state}
            choices={[
              { value: 'any', label: lists.any },
              { value: 'open', label: lists.open },
              { value: 'carried-out', label: words.states['carried-out'] },
              { value: 'withdrawn', label: words.states.withdrawn },
            ]}
          />
        </div>
      </Form>
      <Paged<DispositionBrief>
        queryKey={['dispositions', 'list', state]}
        path={state === 'any' ? '/api/dispositions' : `/api/dispositions?state=${encodeURIComponent(state)}`}
        caption={lists.title}
        empty={state === 'any' ? lists.noneAtAll : lists.none}
        keyOf={({ dispositionId }) => dispositionId}
        columns={[
          {
            head: lists.number,
            cell: ({ dispositionId, number, title }) => (
              <>
                <Link to="/records/dispositions/$dispositionId" params={{ dispositionId }}>
                  {number}
                </Link>{' '}
                <span className="quiet">{title}</span>
              </>
            ),
          },
          { head: lists.state, cell: ({ state: is }) => <Tag>{words.states[is]}</Tag> },
          { head: lists.records, cell: ({ records, things }) => words.one.counts(records, things) },
          { head: lists.fallen, cell: ({ fallenOut }) => (fallenOut === 0 ? '–' : fallenOut) },
          { head: lists.proposed, cell: ({ proposedAt }) => dates.day(proposedAt) },
        ]}
      />
    </section>
  )
}
