import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { Failure } from '../parts/failure.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { useWords } from '../words/words.ts'
import { askedOf, savedQuery, searchOf, type Asked } from './data.ts'
import { recordWords } from './words.ts'

/** The reader's own searches, and the way to keep the one that is shown. */
export function Saved({ asked }: { asked: Asked }): ReactNode {
  const { saved: words } = useWords(recordWords)
  const client = useQueryClient()
  const saved = useQuery(savedQuery)
  const forget = (): Promise<void> => client.invalidateQueries({ queryKey: savedQuery.queryKey })
  const items = saved.data?.items ?? []
  return (
    <details className="record-saved">
      <summary>
        {words.title}
        {items.length > 0 && ` (${items.length})`}
      </summary>
      {saved.isError && <Failure error={saved.error} again={() => void saved.refetch()} />}
      {saved.data && items.length === 0 && <p className="quiet">{words.none}</p>}
      <ul className="people">
        {items.map(({ searchId, name, query }) => (
          <li key={searchId}>
            <Link to="/records" search={askedOf(query)}>
              {name}
            </Link>
            <Action
              look="unstyled"
              run={async () => {
                await send('DELETE', `/api/record-searches/${searchId}`)
                await forget()
              }}
            >
              {words.drop(name)}
            </Action>
          </li>
        ))}
      </ul>
      {Object.keys(asked).length > 0 && (
        <Form
          key={items.length}
          submit={words.save}
          onSubmit={async (filled) => {
            await send('POST', '/api/record-searches', { name: filled.text('name'), query: searchOf(asked) })
            await forget()
          }}
        >
          <Field name="name" label={words.name} required maxLength={120} />
        </Form>
      )}
    </details>
  )
}
