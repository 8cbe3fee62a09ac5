import { Alert, AlertHeading, Button } from '@trussworks/react-uswds'
import { createContext, use, useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { shared } from '../words/es.ts'
import { useWords, type Same } from '../words/words.ts'
import { Failure } from './failure.tsx'

/** The sentences about the fields of the form around, by the field's name. */
export const Problems = createContext<ReadonlyMap<string, string>>(new Map())

interface FormProps {
  /** Gets what was filled in; what it throws is shown above the form. */
  onSubmit: (filled: Filled) => Promise<void> | void
  submit: string
  /** Buttons beside the one that sends. */
  beside?: ReactNode
  /** What the fields do not say by themselves: sentences by field name. */
  check?: (filled: Filled) => Record<string, string | undefined>
  children: ReactNode
}

/** What somebody filled in, trimmed. */
export interface Filled {
  text: (name: string) => string
  /** `undefined` where nothing was filled in. */
  maybe: (name: string) => string | undefined
  isOn: (name: string) => boolean
  all: (name: string) => string[]
}

/** A form that says above itself what is wrong with it, each line leading to its field, and sends once. */
export function Form({ onSubmit, submit, beside, check, children }: FormProps): ReactNode {
  const words = useWords(shared).form
  const [problems, setProblems] = useState<ReadonlyMap<string, Problem>>(new Map())
  const [tries, setTries] = useState(0)
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const submitted = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    if (isBusy) return
    const form = event.currentTarget
    const filled = filledIn(new FormData(form))
    const found = problemsOf(form, words, check?.(filled) ?? {})
    setProblems(found)
    setTries(tries + 1)
    setError(undefined)
    if (found.size > 0) return
    setIsBusy(true)
    try {
      await onSubmit(filled)
    } catch (thrown) {
      setError(thrown)
    } finally {
      setIsBusy(false)
    }
  }
  return (
    <form className="form" noValidate onSubmit={(event) => void submitted(event)}>
      {problems.size > 0 && <Summary key={tries} problems={problems} />}
      {error !== undefined && <Failure error={error} />}
      <Problems value={new Map([...problems].map(([name, { sentence }]) => [name, sentence]))}>
        {children}
      </Problems>
      <div className="row-of-buttons">
        <Button type="submit" aria-disabled={isBusy}>
          {submit}
        </Button>
        {beside}
      </div>
      <p className="usa-sr-only" role="status">
        {isBusy ? words.saving : ''}
      </p>
    </form>
  )
}

interface Problem {
  /** The id of the field it is about. */
  id: string
  label: string
  sentence: string
}

function Summary({ problems }: { problems: ReadonlyMap<string, Problem> }): ReactNode {
  const words = useWords(shared).form
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1}>
      <Alert type="error">
        <AlertHeading level="h2">{words.problems(problems.size)}</AlertHeading>
        <ul className="usa-list">
          {[...problems].map(([name, { id, label, sentence }]) => (
            <li key={name}>
              <a href={`#${id}`} onClick={(event) => focusOn(event, id)}>
                {label}: {sentence}
              </a>
            </li>
          ))}
        </ul>
      </Alert>
    </div>
  )
}

function focusOn(event: React.MouseEvent, id: string): void {
  event.preventDefault()
  document.getElementById(id)?.focus()
}

/** What the browser itself finds wrong, and what the form's own check does. */
function problemsOf(
  form: HTMLFormElement,
  words: Same<typeof shared.en.form>,
  checked: Record<string, string | undefined>,
): ReadonlyMap<string, Problem> {
  const found = new Map<string, Problem>()
  for (const field of form.elements) {
    if (!isField(field) || field.name === '' || found.has(field.name)) continue
    const sentence = wrongWith(field, words) ?? checked[field.name]
    if (sentence === undefined) continue
    found.set(field.name, { id: field.id, label: field.dataset['label'] ?? field.name, sentence })
  }
  return found
}

/** What the browser finds wrong with a field, in the words of the page's language and not of the browser's. */
function wrongWith(field: Fillable, words: Same<typeof shared.en.form>): string | undefined {
  const { validity, validationMessage } = field
  if (validity.valueMissing) return missing(field, words)
  if (validity.tooShort && 'minLength' in field) return words.short(field.minLength)
  if (validity.typeMismatch && field.type === 'email') return words.noEmail
  if (validity.badInput && field.type === 'date') return words.noDate
  return validationMessage === '' ? undefined : validationMessage
}

/** What to do about a field that was left empty. */
function missing({ type }: Fillable, words: Same<typeof shared.en.form>): string {
  if (type === 'file') return words.chooseFile
  if (type === 'checkbox') return words.tick
  return type === 'radio' || type === 'select-one' ? words.choose : words.required
}

type Fillable = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

function isField(element: Element): element is Fillable {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement
  )
}

/** What stands in the fields. */
export function filledIn(data: FormData): Filled {
  const text = (name: string): string => {
    const value = data.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  return {
    text,
    maybe: (name) => (text(name) === '' ? undefined : text(name)),
    isOn: (name) => data.has(name),
    all: (name) => data.getAll(name).filter((value) => typeof value === 'string'),
  }
}

/** The sentence about a field of the form around, if there is one. */
export function useProblem(name: string): string | undefined {
  return use(Problems).get(name)
}
