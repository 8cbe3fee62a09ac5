import { Button } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import type { BulkDone, CommentBrief } from '../../src/comments/schema.ts'
import { send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { LongField, RadioField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { useWords } from '../words/words.ts'
import { useForgetComments } from './data.ts'
import type { Moved } from './outcome.tsx'
import { commentWords } from './words.ts'

/** The API takes no more in one request. */
const mostAtOnce = 100

/** The same move for all that are chosen: each its own entry, one reason. */
export function Bulk({
  comments,
  onClear,
  onMoved,
}: {
  comments: readonly CommentBrief[]
  onClear: () => void
  onMoved: (moved: Moved) => void
}): ReactNode {
  const words = useWords(commentWords)
  const forget = useForgetComments()
  const make = async (said: { move: Moved['move']; ground?: string; reason?: string }): Promise<void> => {
    const chosen = comments.map(({ commentId, version, latest }) => ({ commentId, version, n: latest }))
    const answer = await send<BulkDone>('POST', '/api/comments/bulk', {
      ...said,
      comments: chosen.slice(0, mostAtOnce),
    })
    const done = answer.done.flatMap(({ commentId, version }) => {
      const one = chosen.find((other) => other.commentId === commentId)
      return one ? [{ commentId, version, n: one.n }] : []
    })
    await forget()
    onMoved({ move: said.move, done, refused: answer.refused })
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
    </section>
  )
}
