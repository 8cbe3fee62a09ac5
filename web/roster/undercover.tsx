import { useState, type ReactNode } from 'react'
import { send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { Field } from '../parts/field.tsx'
import { Focused } from '../parts/focused.tsx'
import { Form } from '../parts/form.tsx'
import { useWords } from '../words/words.ts'
import { rosterWords } from './words.ts'

interface Known {
  undercover: boolean
  purpose: string
}

/** Whether a member works undercover: asked for with a purpose, never shown with the rest. */
export function Undercover({ memberId }: { memberId: string }): ReactNode {
  const words = useWords(rosterWords).member.undercover
  const [known, setKnown] = useState<Known>()
  const path = `/api/members/${memberId}/undercover`
  const change = async ({ undercover, purpose }: Known): Promise<void> => {
    const now = await send<{ undercover: boolean }>('PUT', path, { undercover: !undercover, purpose })
    setKnown({ ...now, purpose })
  }
  return (
    <section className="card">
      <h2>{words.title}</h2>
      {known ? (
        <>
          <Focused key={String(known.undercover)}>
            <p>{known.undercover ? words.is : words.isNot}</p>
          </Focused>
          <Action run={() => change(known)}>{known.undercover ? words.clear : words.set}</Action>
        </>
      ) : (
        <>
          <p>{words.lead}</p>
          <Form
            submit={words.look}
            onSubmit={async (filled) => {
              const purpose = filled.text('purpose')
              const { undercover } = await send<{ undercover: boolean }>('POST', `${path}/open`, { purpose })
              setKnown({ undercover, purpose })
            }}
          >
            <Field name="purpose" label={words.purpose} required maxLength={300} />
          </Form>
        </>
      )}
    </section>
  )
}
