import { Button } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import type { BulkDone, CommentBrief } from '../../src/comments/schema.ts'
import { send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { LongField, RadioField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { useWords } from '../words/words.ts'
import { useForgetComments } from './data.ts'
import { commentWords } from './words.ts'

/** The same move for all that are chosen: each its own entry, one reason. */
export function Bulk({
  comments,
  onClear,
}: {
  comments: readonly CommentBrief[]
  onClear: () => void
}): ReactNode {
  const words = useWords(commentWords)
  const forget = useForgetComments()
  const [done, setDone] = useState<BulkDone>()
  const make = async (said: object): Promise<void> => {
    const chosen = comments.map(({ commentId, version, latest }) => ({ commentId, version, n: latest }))
    setDone(await send<BulkDone>('POST', '/api/comments/bulk', { ...said, comments: chosen.slice(0, 100) }))
    await forget()
  }
  return (
    <section className="card bulk" aria-label={words.bulk.title}>
      <h2>{words.bulk.title}</h2>
      <p role="status">{words.bulk.chosen(comments.length)}</p>
      <div className="row-of-buttons">
        <Action run={() => make({ move: 'keep' })}>{words.bulk.keep}</Action>
        <Button type="button" unstyled onClick={onClear}>
          {words.bulk.clear}
        </Button>
      </div>
      <Form
        submit={words.bulk.hide}
        onSubmit={(filled) =>
          make({ move: 'hide', ground: filled.text('bulk-ground'), reason: filled.text('bulk-reason') })
        }
      >
        <RadioField
          name="bulk-ground"
          label={words.bulk.ground}
          required
          choices={Object.entries(words.grounds).map(([value, label]) => ({ value, label }))}
        />
        <LongField
          name="bulk-reason"
          label={words.bulk.reason}
          hint={words.bulk.hint}
          required
          rows={3}
          maxLength={2_000}
        />
      </Form>
      {done && (
        <div role="status">
          <p>{words.bulk.done(done.done.length)}</p>
          {done.refused.length > 0 && (
            <>
              <p>{words.bulk.refused}</p>
              <ul className="usa-list">
                {done.refused.map(({ commentId, sentence }) => (
                  <li key={commentId} lang="en">
                    {sentence}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </section>
  )
}
