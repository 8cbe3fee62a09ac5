import { useQuery } from '@tanstack/react-query'
import { Fieldset } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import type { SeriesRule } from '../../src/records/keeping/schema.ts'
import { accountsQuery } from '../accounts/data.ts'
import { CheckField, LongField, SelectField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { shared } from '../words/es.ts'
import { useWords } from '../words/words.ts'
import type { SeriesList } from './data.ts'
import { retentionWords } from './retention-words.ts'
import { choicesOf } from './search-form.tsx'
import { recordWords } from './words.ts'

interface RuleFormProps {
  list: SeriesList
  rule: SeriesRule | undefined
  onDone: (rule: SeriesRule) => void
}

/** One rule: a series, and what belongs to it. */
export function RuleForm({ list, rule, onDone }: RuleFormProps): ReactNode {
  const { rules: words } = useWords(retentionWords)
  const { kinds, sources } = useWords(recordWords)
  const { choose } = useWords(shared).form
  const accounts = useQuery(accountsQuery).data?.items ?? []
  return (
    <Form
      submit={words.done}
      onSubmit={(filled) =>
        onDone({
          seriesId: filled.text('series'),
          kinds: filled.all('kinds'),
          sources: filled.all('sources'),
          accounts: filled.all('accounts'),
          because: filled.text('because'),
        })
      }
    >
      <SelectField
        name="series"
        label={words.series}
        required
        empty={choose}
        start={rule?.seriesId ?? ''}
        choices={list.items.map(({ seriesId, title }) => ({
          value: seriesId,
          label: `${seriesId} ${title}`,
        }))}
      />
      <Several name="kinds" legend={words.kinds} choices={choicesOf(kinds)} chosen={rule?.kinds} />
      <Several name="sources" legend={words.sources} choices={choicesOf(sources)} chosen={rule?.sources} />
      <Several
        key={accounts.length}
        name="accounts"
        legend={words.accounts}
        choices={accounts.map(({ accountId, handle, network }) => ({
          value: accountId,
          label: `${handle} · ${network}`,
        }))}
        chosen={rule?.accounts}
      />
      <LongField
        name="because"
        label={words.because}
        hint={words.becauseHint}
        required
        rows={2}
        maxLength={500}
        start={rule?.because ?? ''}
      />
    </Form>
  )
}

interface SeveralProps {
  name: string
  legend: string
  choices: readonly { value: string; label: string }[]
  chosen: readonly string[] | undefined
}

function Several({ name, legend, choices, chosen = [] }: SeveralProps): ReactNode {
  if (choices.length === 0) return undefined
  return (
    <Fieldset legend={legend} className="record-kinds">
      {choices.map(({ value, label }) => (
        <CheckField key={value} name={name} value={value} label={label} start={chosen.includes(value)} />
      ))}
    </Fieldset>
  )
}
