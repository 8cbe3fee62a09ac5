import { FormGroup, Label, ErrorMessage } from '@trussworks/react-uswds'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { useReader } from '../order/reader.ts'
import { shared } from '../words/es.ts'
import { useWords } from '../words/words.ts'
import { useProblem } from './form.tsx'

/** Chooses a provision of the order in force, by its citation or a word of it; shows what it says. */
export function CitationField({ name, label }: { name: string; label: string }): ReactNode {
  const words = useWords(shared).citation
  const provisions = useReader().data?.provisions
  const [typed, setTyped] = useState('')
  const problem = useProblem(name)
  const id = useId()
  const place = useRef<HTMLInputElement>(null)
  const chosen = provisions?.find(({ citation }) => citation === typed.trim())
  // The order may come later than the first words; while it is not here, the server judges them alone.
  const isUnknown = provisions !== undefined && chosen === undefined && typed.trim() !== ''
  useEffect(() => place.current?.setCustomValidity(isUnknown ? words.unknown : ''), [isUnknown, words])
  return (
    <FormGroup error={problem !== undefined}>
      <Label htmlFor={id} error={problem !== undefined}>
        {label}
      </Label>
      <span className="usa-hint" id={`${id}-hint`}>
        {words.hint}
      </span>
      {problem !== undefined && <ErrorMessage id={`${id}-error`}>{problem}</ErrorMessage>}
      <input
        className={`usa-input${problem === undefined ? '' : ' usa-input--error'}`}
        id={id}
        ref={place}
        name={name}
        required
        list={`${id}-list`}
        autoComplete="off"
        value={typed}
        data-label={label}
        aria-describedby={`${id}-hint ${id}-says${problem === undefined ? '' : ` ${id}-error`}`}
        aria-invalid={problem === undefined ? undefined : true}
        onChange={({ target }) => setTyped(target.value)}
      />
      <datalist id={`${id}-list`}>
        {provisions?.map(({ citation, gist, verbatim }) => (
          <option key={citation} value={citation} lang="en">
            {`${citation}: ${gist ?? verbatim ?? ''}`}
          </option>
        ))}
      </datalist>
      <output className="said" id={`${id}-says`} htmlFor={id} lang="en">
        {chosen ? (chosen.verbatim ?? chosen.gist) : ''}
      </output>
    </FormGroup>
  )
}
