import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { toReadSchema } from '../../src/comments/neutrality-routes.ts'
import { get, send } from '../api.ts'
import { Empty } from '../parts/empty.tsx'
import { Failure } from '../parts/failure.tsx'
import { RadioField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Loading } from '../parts/loading.tsx'
import { useWords } from '../words/words.ts'
import { useForgetComments } from './data.ts'
import { neutralityWords } from './neutrality-words.ts'
import { commentWords } from './words.ts'

/** The next comment to read again, without its writer, its moderator and what was decided. */
export function Reread(): ReactNode {
  const words = useWords(neutralityWords)
  const { grounds } = useWords(commentWords)
  const forget = useForgetComments()
  const found = useQuery({
    queryKey: ['neutrality', 'next'],
    queryFn: ({ signal }) => get<z.infer<typeof toReadSchema>>('/api/rereads/next', signal),
  })
  const next = found.data?.next
  return (
    <section className="card">
      <h2>{words.read}</h2>
      <p>{words.readLead}</p>
      {found.isPending && <Loading />}
      {found.isError && <Failure error={found.error} again={() => void found.refetch()} />}
      {next === null && <Empty>{words.nothing}</Empty>}
      {next && (
        <>
          <p className="quiet" role="status">
            {words.left(next.left)}
          </p>
          <blockquote className="queue__text">{next.text}</blockquote>
          <Form
            key={`${next.quarter} ${next.number}`}
            submit={words.next}
            onSubmit={async (filled) => {
              const { quarter, number } = next
              const said = { label: filled.text('label'), wouldRemove: filled.text('wouldRemove') }
              await send('POST', '/api/rereads', { quarter, number, ...said })
              await forget()
            }}
          >
            <RadioField
              name="label"
              label={words.label}
              required
              choices={Object.entries(words.labels).map(([value, label]) => ({ value, label }))}
            />
            <RadioField
              name="wouldRemove"
              label={words.would}
              required
              choices={[
                { value: 'none', label: words.none },
                ...Object.entries(grounds).map(([value, label]) => ({ value, label })),
              ]}
            />
          </Form>
        </>
      )}
    </section>
  )
}
