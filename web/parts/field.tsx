import {
  Button,
  Checkbox,
  ErrorMessage,
  Fieldset,
  FormGroup,
  Label,
  Radio,
  Select,
  Textarea,
} from '@trussworks/react-uswds'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { shared } from '../words/es.ts'
import { useWords } from '../words/words.ts'
import { useProblem } from './form.tsx'

interface Common {
  name: string
  label: string
  hint?: ReactNode
  required?: boolean
  start?: string
}

interface FieldProps extends Common {
  type?: 'text' | 'email' | 'password' | 'date' | 'datetime-local' | 'number' | 'url'
  autoComplete?: string
  inputMode?: 'numeric' | 'decimal' | 'text'
  minLength?: number
  maxLength?: number
  /** The field that a new step of the same page begins with. */
  takesFocus?: boolean
  /** In a form that only asks, `optional` goes without saying. */
  isFilter?: boolean
  /** What stands in it, where the page itself fills it in too. */
  value?: string
  onChange?: (text: string) => void
}

/** A line of text with its label, hint and error; a new password can be shown, for it is typed once. */
export function Field({ type = 'text', start = '', ...rest }: FieldProps): ReactNode {
  const [isShown, setIsShown] = useState(false)
  const words = useWords(shared).form
  const { name, label, hint, required = false, autoComplete, inputMode, minLength, maxLength } = rest
  const place = useRef<HTMLInputElement>(null)
  const problem = useProblem(name)
  const { takesFocus = false, isFilter = false, value, onChange } = rest
  useEffect(() => {
    if (takesFocus) place.current?.focus()
  }, [takesFocus])
  return (
    <Labelled {...{ name, label, hint, required: required || isFilter }}>
      {(told) => (
        <>
          <input
            className={`usa-input${problem === undefined ? '' : ' usa-input--error'}`}
            id={told.id}
            ref={place}
            type={isShown ? 'text' : type}
            name={name}
            required={required}
            {...(value === undefined ? { defaultValue: start } : { value })}
            {...(onChange ? { onChange: (event) => onChange(event.target.value) } : {})}
            autoComplete={autoComplete}
            inputMode={inputMode}
            minLength={minLength}
            maxLength={maxLength}
            data-label={label}
            aria-describedby={told['aria-describedby']}
            aria-invalid={told['aria-invalid']}
          />
          {autoComplete === 'new-password' && (
            <Button
              type="button"
              unstyled
              className="field__show"
              aria-controls={told.id}
              onClick={() => setIsShown(!isShown)}
            >
              {isShown ? words.hide : words.show}
            </Button>
          )}
        </>
      )}
    </Labelled>
  )
}

interface LongFieldProps extends Common {
  /** The page fills it in by itself a moment later: the browser does not ask for it before. */
  fillsItself?: boolean
  rows?: number
  maxLength?: number
  /** What stands in it, where the page itself fills it in too. */
  value?: string
  onChange?: (text: string) => void
}

/** Several lines of text. */
export function LongField({
  name,
  label,
  hint,
  required = false,
  start,
  ...rest
}: LongFieldProps): ReactNode {
  const { rows = 6, maxLength, value, onChange, fillsItself = false } = rest
  return (
    <Labelled {...{ name, label, hint, required }}>
      {(told) => (
        <Textarea
          {...told}
          name={name}
          required={required && !fillsItself}
          rows={rows}
          {...(value === undefined ? { defaultValue: start ?? '' } : { value })}
          {...(maxLength === undefined ? {} : { maxLength })}
          {...(onChange ? { onChange: (event) => onChange(event.target.value) } : {})}
        />
      )}
    </Labelled>
  )
}

interface Choice {
  value: string
  label: string
}
interface ChoiceFieldProps extends Common {
  choices: readonly Choice[]
  /** The empty first line; without it the first choice is taken. */
  empty?: string
  isFilter?: boolean
}

/** One of many, folded. */
export function SelectField({ choices, empty, start, ...rest }: ChoiceFieldProps): ReactNode {
  const { name, label, hint, required = false, isFilter = false } = rest
  return (
    <Labelled {...{ name, label, hint, required: required || isFilter }}>
      {(told) => (
        <Select {...told} name={name} required={required} defaultValue={start ?? ''}>
          {empty !== undefined && <option value="">{empty}</option>}
          {choices.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </Select>
      )}
    </Labelled>
  )
}

/** One of few, all in sight. */
export function RadioField({
  name,
  label,
  hint,
  choices,
  start,
  required = false,
}: ChoiceFieldProps): ReactNode {
  const id = useId()
  const problem = useProblem(name)
  return (
    <FormGroup error={problem !== undefined}>
      <Fieldset legend={label}>
        {hint !== undefined && <span className="usa-hint">{hint}</span>}
        {problem !== undefined && <ErrorMessage id={`${id}-error`}>{problem}</ErrorMessage>}
        {choices.map(({ value, label: text }) => (
          <Radio
            key={value}
            id={`${id}-${value}`}
            name={name}
            value={value}
            label={text}
            required={required}
            defaultChecked={value === start}
            data-label={label}
          />
        ))}
      </Fieldset>
    </FormGroup>
  )
}

interface CheckFieldProps {
  name: string
  label: ReactNode
  /** What several of them are about, of which one at least is asked for. */
  group?: string
  value?: string
  start?: boolean
  required?: boolean
  hint?: ReactNode
}

/** Yes or no. */
export function CheckField({
  name,
  label,
  group,
  value = 'on',
  start = false,
  required = false,
  hint,
}: CheckFieldProps): ReactNode {
  const id = useId()
  return (
    <Checkbox
      id={id}
      name={name}
      value={value}
      label={label}
      labelDescription={hint}
      defaultChecked={start}
      required={required}
      data-label={group ?? (typeof label === 'string' ? label : name)}
    />
  )
}

interface Told {
  id: string
  'data-label': string
  'aria-describedby'?: string
  'aria-invalid'?: true
  validationStatus?: 'error'
}

function Labelled(props: {
  name: string
  label: string
  hint: ReactNode
  required: boolean
  children: (told: Told) => ReactNode
}): ReactNode {
  const { name, label, hint, required, children } = props
  const words = useWords(shared).form
  const id = useId()
  const problem = useProblem(name)
  const described = [hint === undefined ? '' : `${id}-hint`, problem === undefined ? '' : `${id}-error`]
  const about = described.filter(Boolean).join(' ')
  return (
    <FormGroup error={problem !== undefined}>
      <Label htmlFor={id} error={problem !== undefined}>
        {label}
        {!required && <span className="usa-hint"> ({words.optional})</span>}
      </Label>
      {hint !== undefined && (
        <span className="usa-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {problem !== undefined && <ErrorMessage id={`${id}-error`}>{problem}</ErrorMessage>}
      {children({
        id,
        'data-label': label,
        ...(about === '' ? {} : { 'aria-describedby': about }),
        ...(problem === undefined ? {} : { 'aria-invalid': true, validationStatus: 'error' }),
      })}
    </FormGroup>
  )
}
