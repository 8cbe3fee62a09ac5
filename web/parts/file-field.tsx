import { ErrorMessage, FormGroup, Label } from '@trussworks/react-uswds'
import { useId, type ReactNode } from 'react'
import { useProblem } from './form.tsx'

interface FileFieldProps {
  name: string
  label: string
  hint: ReactNode
  /** As of `<input accept>`. */
  accept: string
  onChoose: (file: File | undefined) => void
}

/** One file; the browser's own control, which every reader of screens knows. */
export function FileField({ name, label, hint, accept, onChoose }: FileFieldProps): ReactNode {
  const id = useId()
  const problem = useProblem(name)
  return (
    <FormGroup error={problem !== undefined}>
      <Label htmlFor={id} error={problem !== undefined}>
        {label}
      </Label>
      <span className="usa-hint" id={`${id}-hint`}>
        {hint}
      </span>
      {problem !== undefined && <ErrorMessage id={`${id}-error`}>{problem}</ErrorMessage>}
      <input
        className="file"
        id={id}
        name={name}
        type="file"
        required
        accept={accept}
        data-label={label}
        aria-describedby={`${id}-hint${problem === undefined ? '' : ` ${id}-error`}`}
        onChange={(event) => onChoose(event.target.files?.[0])}
      />
    </FormGroup>
  )
}
