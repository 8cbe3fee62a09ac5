import { ErrorMessage, Fieldset, FormGroup } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import { CheckField } from '../parts/field.tsx'
import { useProblem } from '../parts/form.tsx'
import { useWords } from '../words/words.ts'
import { adoptWords } from './words.ts'

interface GiversProps {
  name: string
  legend: string
  hint?: string
  choices: readonly ('chief' | 'designee' | 'counsel')[]
  start: readonly string[]
}

/** One or more of those who may speak for the department. */
export function Givers({ name, legend, hint, choices, start }: GiversProps): ReactNode {
  const { givers } = useWords(adoptWords).settings
  const problem = useProblem(name)
  return (
    <FormGroup error={problem !== undefined}>
      <Fieldset legend={legend} legendStyle="large">
        {hint !== undefined && <span className="usa-hint">{hint}</span>}
        {problem !== undefined && <ErrorMessage>{problem}</ErrorMessage>}
        {choices.map((choice) => (
          <CheckField
            key={choice}
            name={name}
            value={choice}
            label={givers[choice]}
            group={legend}
            start={start.includes(choice)}
          />
        ))}
      </Fieldset>
    </FormGroup>
  )
}
