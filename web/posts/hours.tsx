import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import type { postSettingsSchema } from '../../src/posts/schema.ts'
import { get, send } from '../api.ts'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { holdsAny, useMember } from '../session.ts'
import { useWords } from '../words/words.ts'
import { useForgetPosts } from './data.ts'
import { postWords } from './words.ts'

type Hours = z.infer<typeof postSettingsSchema>

/** How long a recall, and the review of an emergency, may take; the Chief and the administrators set it. */
export function HoursForm(): ReactNode {
  const words = useWords(postWords).hours
  const may = holdsAny(useMember(), ['chief', 'administrator'])
  const forget = useForgetPosts()
  const [isSaved, setIsSaved] = useState(false)
  const { data } = useQuery({
    queryKey: ['posts', 'settings'],
    queryFn: ({ signal }) => get<Hours>('/api/posts/settings', signal),
    enabled: may,
  })
  if (!may || !data) return undefined
  return (
    <details>
      <summary>{words.title}</summary>
      <Form
        key={data.version}
        submit={words.save}
        onSubmit={async (filled) => {
          const recallHours = Number(filled.text('recall-hours'))
          const reviewHours = Number(filled.text('review-hours'))
          await send('PUT', '/api/posts/settings', { version: data.version, recallHours, reviewHours })
          await forget()
          setIsSaved(true)
        }}
      >
        <Field
          name="recall-hours"
          label={words.recall}
          required
          inputMode="numeric"
          start={String(data.recallHours)}
          maxLength={3}
        />
        <Field
          name="review-hours"
          label={words.review}
          required
          inputMode="numeric"
          start={String(data.reviewHours)}
          maxLength={3}
        />
      </Form>
      <p role="status">{isSaved ? words.saved : ''}</p>
    </details>
  )
}
