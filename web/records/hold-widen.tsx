import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { holdSchema, holdsSchema } from '../../src/records/keeping/schema.ts'
import { get, send } from '../api.ts'
import { SelectField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { shared } from '../words/es.ts'
import { useWords } from '../words/words.ts'
import { useForgetRecords } from './data.ts'
import { holdWords } from './hold-words.ts'

/** Adds to a hold that is in force, in place of a new one. */
export function HoldWiden({ on }: { on: object }): ReactNode {
  const { fresh: words } = useWords(holdWords)
  const { choose } = useWords(shared).form
  const navigate = useNavigate()
  const forget = useForgetRecords()
  const holds = useQuery({
    queryKey: ['holds', 'open'],
    queryFn: ({ signal }) => get<z.infer<typeof holdsSchema>>('/api/holds?state=open&limit=200', signal),
  })
  // What Decorum placed for a records request keeps what that request met, and no more.
  const items = holds.data?.items.filter(({ isAutomatic }) => !isAutomatic) ?? []
  if (items.length === 0) return undefined
  return (
    <details>
      <summary>{words.orAdd}</summary>
      <Form
        submit={words.add}
        onSubmit={async (filled) => {
          const holdId = filled.text('holdId')
          const { version } = await get<z.infer<typeof holdSchema>>(`/api/holds/${holdId}`)
          await send('POST', `/api/holds/${holdId}/widen`, { version, on })
          await forget()
          await navigate({ to: '/records/holds/$holdId', params: { holdId } })
        }}
      >
        <SelectField
          name="holdId"
          label={words.which}
          hint={words.again}
          required
          empty={choose}
          choices={items.map(({ holdId, title, ref }) => ({
            value: holdId,
            label: ref === null ? title : `${title} (${ref})`,
          }))}
        />
      </Form>
    </details>
  )
}
