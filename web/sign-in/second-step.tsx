import { Button } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import { send } from '../api.ts'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { useWords } from '../words/words.ts'
import { signInWords } from './words.ts'

interface SecondStepProps {
  ticket: string
  onIn: () => Promise<void>
  onBack: () => void
}

/** The code of the authenticator app, or a recovery code in its place. */
export function SecondStep({ ticket, onIn, onBack }: SecondStepProps): ReactNode {
  const words = useWords(signInWords)
  const [isLost, setIsLost] = useState(false)
  const way = isLost ? 'recovery' : 'totp'
  return (
    <section className="narrow">
      <h2>{words.code.title}</h2>
      <p>{isLost ? words.recovery.lead : words.code.lead}</p>
      <Form
        key={way}
        submit={words.code.go}
        beside={
          <Button type="button" unstyled onClick={onBack}>
            {words.code.back}
          </Button>
        }
        onSubmit={async (filled) => {
          await send('POST', `/api/sign-in/${way}`, { ticket, code: filled.text('code') })
          await onIn()
        }}
      >
        <Field
          name="code"
          label={isLost ? words.recovery.label : words.code.label}
          inputMode={isLost ? 'text' : 'numeric'}
          autoComplete="one-time-code"
          required
          takesFocus
        />
      </Form>
      <p>
        <Button type="button" unstyled onClick={() => setIsLost(!isLost)}>
          {isLost ? words.recovery.have : words.code.lost}
        </Button>
      </p>
    </section>
  )
}
