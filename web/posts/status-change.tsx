import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { recalledSchema } from '../../src/posts/schema.ts'
import { send } from '../api.ts'
import { Dialog } from '../parts/dialog.tsx'
import { Field, LongField, SelectField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { useWords } from '../words/words.ts'
import { useForgetPosts } from './data.ts'
import { statuses } from './people-field.tsx'
import { postWords } from './words.ts'

/** Somebody was found, cleared, arrested: what is said starts the recall of every post that says otherwise. */
export function StatusChange({ name = '', onClose }: { name?: string; onClose: () => void }): ReactNode {
  const words = useWords(postWords)
  const forget = useForgetPosts()
  const navigate = useNavigate()
  return (
    <Dialog title={words.status.title} isOpen onClose={onClose}>
      <p>{words.status.lead}</p>
      <Form
        submit={words.status.save}
        onSubmit={async (filled) => {
          const does = filled.maybe('does')
          const { tasks } = await send<z.infer<typeof recalledSchema>>('PUT', '/api/posts/people/status', {
            name: filled.text('name'),
            status: filled.text('status'),
            reason: filled.text('reason'),
            ...(does === undefined ? {} : { does }),
          })
          await forget()
          onClose()
          const [first] = tasks
          if (first) await navigate({ to: '/posts/$postId', params: { postId: first.postId } })
        }}
      >
        <Field name="name" label={words.status.name} required start={name} maxLength={200} />
        <SelectField
          name="status"
          label={words.status.status}
          required
          start="found"
          choices={[...statuses, 'erased' as const].map((value) => ({ value, label: words.statuses[value] }))}
        />
        <SelectField
          name="does"
          label={words.status.does}
          empty={words.status.choose}
          choices={[
            { value: 'remove', label: words.status.remove },
            { value: 'correct', label: words.status.correct },
          ]}
        />
        <LongField name="reason" label={words.status.reason} required rows={3} maxLength={2_000} />
      </Form>
    </Dialog>
  )
}
