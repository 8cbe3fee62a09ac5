import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Member } from '../../src/members/schema.ts'
import { send } from '../api.ts'
import { Field } from '../parts/field.tsx'
import { Form, type Filled } from '../parts/form.tsx'
import { Page } from '../parts/page.tsx'
import { shared } from '../words/es.ts'
import { useWords } from '../words/words.ts'
import { memberIn, MemberFields } from './member-fields.tsx'
import { rosterWords } from './words.ts'

/** A new line of the roster. */
export function AddPage(): ReactNode {
  const words = useWords(rosterWords).form
  const { save } = useWords(shared).form
  const client = useQueryClient()
  const navigate = useNavigate()
  const add = async (filled: Filled): Promise<void> => {
    const { memberId } = await send<Member>('POST', '/api/members', {
      ...memberIn(filled),
      from: filled.text('from'),
    })
    await client.invalidateQueries({ queryKey: ['members'] })
    await navigate({ to: '/roster/$memberId', params: { memberId } })
  }
  return (
    <Page title={words.addTitle}>
      <Form submit={save} onSubmit={add}>
        <Field name="from" label={words.from} type="date" required />
        <MemberFields />
      </Form>
    </Page>
  )
}
