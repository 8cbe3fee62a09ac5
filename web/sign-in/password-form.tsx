import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { secondFactorSchema } from '../../src/members/session-schema.ts'
import { send } from '../api.ts'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { useWords } from '../words/words.ts'
import { signInWords } from './words.ts'

/** The first of two steps; gives the ticket for the second. */
export function PasswordForm({ onRight }: { onRight: (ticket: string) => void }): ReactNode {
  const words = useWords(signInWords).password
  return (
    <section>
      <h2>{words.title}</h2>
      <Form
        submit={words.go}
        onSubmit={async (filled) => {
          const { ticket } = await send<z.infer<typeof secondFactorSchema>>('POST', '/api/sign-in/password', {
            email: filled.text('email'),
            password: filled.text('password'),
          })
          onRight(ticket)
        }}
      >
        <Field name="email" label={words.email} type="email" autoComplete="username" required />
        <Field
          name="password"
          label={words.password}
          type="password"
          autoComplete="current-password"
          required
        />
      </Form>
      <p className="quiet">{words.lost}</p>
    </section>
  )
}
