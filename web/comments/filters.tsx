import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { accountsSchema } from '../../src/accounts/schema.ts'
import { get } from '../api.ts'
import { SelectField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { useQuestion } from '../question.ts'
import { useWords } from '../words/words.ts'
import { commentWords } from './words.ts'

type Accounts = z.infer<typeof accountsSchema>

/** The pages that take comments, for a choice. */
export function useAccountChoices(): { value: string; label: string }[] {
  const accounts = useQuery({
    queryKey: ['accounts'],
    queryFn: ({ signal }) => get<Accounts>('/api/accounts', signal),
    staleTime: 60_000,
  })
  return (accounts.data?.items ?? [])
    .filter(({ takesComments, network }) => takesComments && network !== 'site')
    .map(({ accountId, handle, network }) => ({ value: accountId, label: `${handle} · ${network}` }))
}

/** Which comments are shown. */
export function Filters({ beside }: { beside: ReactNode }): ReactNode {
  const words = useWords(commentWords)
  const [{ state = 'waiting', account, ground, language }, ask] = useQuestion()
  const accounts = useAccountChoices()
  const any = words.filter.any
  return (
    <Form
      submit={words.filter.go}
      beside={beside}
      onSubmit={(filled) =>
        ask({
          state: filled.maybe('state'),
          account: filled.maybe('account'),
          ground: filled.maybe('ground'),
          language: filled.maybe('language'),
          comment: undefined,
        })
      }
    >
      <div className="filters filters--four">
        <SelectField
          name="state"
          label={words.filter.state}
          isFilter
          start={state}
          choices={choicesOf(words.states)}
        />
        <SelectField
          key={`account ${accounts.length}`}
          name="account"
          label={words.filter.account}
          isFilter
          empty={any}
          start={account ?? ''}
          choices={accounts}
        />
        <SelectField
          name="ground"
          label={words.filter.ground}
          isFilter
          empty={any}
          start={ground ?? ''}
          choices={choicesOf(words.grounds)}
        />
        <SelectField
          name="language"
          label={words.filter.language}
          isFilter
          empty={any}
          start={language ?? ''}
          choices={choicesOf(words.languages)}
        />
      </div>
    </Form>
  )
}

function choicesOf(named: Readonly<Record<string, string>>): { value: string; label: string }[] {
  return Object.entries(named).map(([value, label]) => ({ value, label }))
}
