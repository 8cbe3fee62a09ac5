import { useState, type ReactNode, type SyntheticEvent } from 'react'
import { Form, type Filled } from '../parts/form.tsx'
import { forgetIn, keepIn, keptIn } from '../parts/keeping.ts'
import { KeptNote } from '../parts/kept-note.tsx'
import { useMember } from '../session.ts'

/** What stands in the fields, by their names. */
export type Typed = Record<string, string[]>

/** What a field begins with: what was left in it, or else what is given. */
export interface Start {
  text: (name: string, otherwise?: string) => string
  isOn: (name: string, value: string, otherwise?: boolean) => boolean
}

interface KeptFormProps {
  /** Which form of its writer it is. */
  name: string
  submit: string
  beside?: ReactNode
  check?: (filled: Filled) => Record<string, string | undefined>
  /** What it throws is shown above the form, and the words stay. */
  onSubmit: (filled: Filled) => Promise<void>
  children: (start: Start) => ReactNode
}

/** A form that loses no words to a reload or to a session that ends; what was sent, or begun anew, is forgotten. */
export function KeptForm({ name, onSubmit, children, ...form }: KeptFormProps): ReactNode {
  const { memberId } = useMember()
  const [kept, setKept] = useState<Typed | null>(() => keptIn(memberId, name))
  const [times, setTimes] = useState(0)
  const anew = (): void => {
    forgetIn(memberId, name)
    setKept(null)
    setTimes(times + 1)
  }
  const keep = ({ currentTarget }: SyntheticEvent<HTMLDivElement>): void => {
    const here = currentTarget.querySelector('form')
    if (here) keepIn(memberId, name, typedIn(here))
  }
  return (
    <div key={times} onInput={keep}>
      {kept && <KeptNote onAnew={anew} />}
      <Form
        {...form}
        onSubmit={async (filled) => {
          // What is sent may change the page around, and this form with it: it begins with nothing then.
          const sent: Typed | null = keptIn(memberId, name)
          forgetIn(memberId, name)
          try {
            await onSubmit(filled)
          } catch (error) {
            if (sent) keepIn(memberId, name, sent)
            throw error
          }
          anew()
        }}
      >
        {children(startOf(kept))}
      </Form>
    </div>
  )
}

function typedIn(form: HTMLFormElement): Typed {
  const typed: Typed = {}
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string') (typed[name] ??= []).push(value)
  return typed
}

function startOf(kept: Typed | null): Start {
  return {
    text: (name, otherwise = '') => kept?.[name]?.[0] ?? otherwise,
    isOn: (name, value, otherwise = false) => (kept ? (kept[name] ?? []).includes(value) : otherwise),
  }
}
