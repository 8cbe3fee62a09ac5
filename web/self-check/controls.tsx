import { Label, Radio, Select } from '@trussworks/react-uswds'
import { useId, type ReactNode } from 'react'

interface Choice<T extends string> {
  value: T
  label: string
}
interface ChoosingProps<T extends string> {
  label: string
  choices: readonly Choice<T>[]
  value: T
  onChoose: (value: T) => void
}

/** One of many, folded; what is chosen counts at once. */
export function Folded<T extends string>({ label, choices, value, onChoose }: ChoosingProps<T>): ReactNode {
  const id = useId()
  return (
    <div>
      <Label htmlFor={id}>{label}</Label>
      <Select
        id={id}
        name={id}
        value={value}
        onChange={({ target }) =>
          choices.filter((one) => one.value === target.value).forEach((one) => onChoose(one.value))
        }
      >
        {choices.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </Select>
    </div>
  )
}

interface InSightProps<T extends string> extends Omit<ChoosingProps<T>, 'value'> {
  value: T | undefined
  lang?: string
}

/** One of few, all in sight. */
export function InSight<T extends string>({
  label,
  choices,
  value,
  onChoose,
  lang,
}: InSightProps<T>): ReactNode {
  const id = useId()
  return (
    <fieldset className="usa-fieldset in-sight">
      <legend className="usa-legend" lang={lang}>
        {label}
      </legend>
      {choices.map((one) => (
        <Radio
          key={one.value}
          id={`${id}-${one.value}`}
          name={id}
          value={one.value}
          label={one.label}
          checked={one.value === value}
          onChange={() => onChoose(one.value)}
        />
      ))}
    </fieldset>
  )
}

/** Choices out of a list of values and a dictionary of their words. */
export function choicesOf<T extends string>(
  values: readonly T[],
  words: Readonly<Record<T, string>>,
): Choice<T>[] {
  return values.map((value) => ({ value, label: words[value] }))
}
