import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ErrorMessage, Fieldset, FormGroup } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import type { VersionBrief, VersionDetail } from '../../src/adoption/schema.ts'
import { get, send } from '../api.ts'
import { CheckField, Field } from '../parts/field.tsx'
import { Form, useProblem } from '../parts/form.tsx'
import { MemberField } from '../parts/member-field.tsx'
import { Saved } from '../parts/saved.tsx'
import { useMember, useNow } from '../session.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { officialPost, useMatterWords } from './matters.ts'
import { designationsWords } from './words.ts'

/** A new designation, for matters of the order in force that allow a designee. */
export function Designate(): ReactNode {
  const words = useWords(designationsWords).add
  const { memberId } = useMember()
  const today = useDates().today(useNow())
  const client = useQueryClient()
  const [count, setCount] = useState(0)
  const matters = useDesignableMatters()
  if (matters?.length === 0) return <p className="quiet">{words.noOrder}</p>
  return (
    <section className="card">
      <h2>{words.title}</h2>
      {count > 0 && <Saved key={count} />}
      <Form
        key={`form ${count}`}
        submit={words.go}
        check={(filled) => ({ matters: filled.all('matters').length === 0 ? words.needMatter : undefined })}
        onSubmit={async (filled) => {
          await send('POST', '/api/designations', {
            memberId: filled.text('member'),
            matters: filled.all('matters'),
            from: filled.text('from'),
            to: filled.maybe('to') ?? null,
          })
          await client.invalidateQueries({ queryKey: ['designations'] })
          setCount(count + 1)
        }}
      >
        <MemberField name="member" label={words.member} required except={[memberId]} />
        <Matters matters={matters ?? []} />
        <Field name="from" label={words.from} type="date" required start={today} />
        <Field name="to" label={words.to} type="date" />
      </Form>
    </section>
  )
}

function Matters({ matters }: { matters: readonly string[] }): ReactNode {
  const words = useWords(designationsWords).add
  const inWords = useMatterWords()
  const problem = useProblem('matters')
  return (
    <FormGroup error={problem !== undefined}>
      <Fieldset legend={words.matters}>
        {problem !== undefined && <ErrorMessage>{problem}</ErrorMessage>}
        {matters.map((matter) => (
          <CheckField
            key={matter}
            name="matters"
            value={matter}
            label={inWords(matter)}
            group={words.matters}
          />
        ))}
      </Fieldset>
    </FormGroup>
  )
}

/** The matters for which the order in force allows a designee; undefined until it is known. */
function useDesignableMatters(): string[] | undefined {
  const { data } = useQuery({
    queryKey: ['orders', 'designable'],
    queryFn: async ({ signal }) => {
      const { items } = await get<{ items: VersionBrief[] }>('/api/orders', signal)
      const inForce = items.find(({ standing }) => standing === 'in-force')
      if (!inForce) return []
      const { routes } = await get<VersionDetail>(`/api/orders/${inForce.versionId}`, signal)
      const allowed = routes.filter(({ by }) => by.includes('designee')).map(({ matter }) => matter)
      return [...allowed, officialPost]
    },
  })
  return data
}
