import { Alert, AlertText } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import type { blockMadeSchema, CommentView } from '../../src/comments/schema.ts'
import { send } from '../api.ts'
import { inSentence } from '../parts/failure.tsx'
import { Field, LongField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { useWords } from '../words/words.ts'
import { useForgetComments } from './data.ts'
import { commentWords } from './words.ts'

type Made = z.infer<typeof blockMadeSchema>

/** Blocks the writer of a hidden comment for a time. */
export function BlockForm({ comment }: { comment: CommentView }): ReactNode {
  const words = useWords(commentWords).block
  const forget = useForgetComments()
  const [made, setMade] = useState<Made>()
  const ground = comment.hidings.find(({ state }) => state === 'hidden')?.ground
  if (made)
    return (
      <Alert type="warning" slim role="status">
        <AlertText>
          <span lang="en">{inSentence(made.byHand)}</span> {words.address}{' '}
          <span className="queue__hash">{made.appealAddress}</span>
        </AlertText>
      </Alert>
    )
  return (
    <details>
      <summary>{words.open}</summary>
      <p>{words.lead}</p>
      <Form
        submit={words.submit}
        onSubmit={async (filled) => {
          const said = { commentId: comment.commentId, ground, endsOn: filled.text('block-ends') }
          setMade(await send<Made>('POST', '/api/blocks', { ...said, reason: filled.text('block-reason') }))
          await forget()
        }}
      >
        <LongField name="block-reason" label={words.reason} required rows={2} maxLength={1_000} />
        <Field name="block-ends" label={words.endsOn} type="date" required />
      </Form>
    </details>
  )
}
