import { Button, Checkbox, Fieldset, Label, Select } from '@trussworks/react-uswds'
import { useId, useState, type ReactNode } from 'react'
import type { PageSaid } from '../../src/accounts/schema.ts'
import { useEverybody } from '../parts/member-field.tsx'
import { shared } from '../words/es.ts'
import { useWords } from '../words/words.ts'
import { accountFormWords } from './form-words.ts'

interface AdministratorsFieldProps {
  legend: string
  named: PageSaid['administrators']
  onChange: (named: PageSaid['administrators']) => void
}

/** Chooses who runs a page, the reader too, and who of them holds its key. */
export function AdministratorsField({ legend, named, onChange }: AdministratorsFieldProps): ReactNode {
  const words = useWords(accountFormWords)
  const { choose } = useWords(shared).form
  const everybody = useEverybody()
  const [next, setNext] = useState('')
  const id = useId()
  const nameOf = (memberId: string): string =>
    everybody.find((one) => one.memberId === memberId)?.name ?? memberId
  const add = (): void => {
    if (next === '') return
    onChange([...named, { memberId: next, holdsKey: true }])
    setNext('')
  }
  return (
    <Fieldset legend={legend} legendStyle="large">
      <span className="usa-hint">{words.whoHint}</span>
      <ul className="people">
        {named.map(({ memberId, holdsKey }) => (
          <li key={memberId}>
            <Checkbox
              id={`${id}-${memberId}`}
              name={`holds-${memberId}`}
              label={words.holdsKey(nameOf(memberId))}
              checked={holdsKey}
              onChange={({ target }) =>
                onChange(
                  named.map((one) =>
                    one.memberId === memberId ? { memberId, holdsKey: target.checked } : one,
                  ),
                )
              }
            />
            <Button
              type="button"
              unstyled
              onClick={() => onChange(named.filter((one) => one.memberId !== memberId))}
            >
              {words.remove(nameOf(memberId))}
            </Button>
          </li>
        ))}
      </ul>
      <Label htmlFor={`${id}-next`}>{words.addWho}</Label>
      <div className="row-of-buttons">
        <Select
          id={`${id}-next`}
          name="next-administrator"
          value={next}
          onChange={({ target }) => setNext(target.value)}
        >
          <option value="">{choose}</option>
          {everybody
            .filter(({ memberId }) => !named.some((one) => one.memberId === memberId))
            .map(({ memberId, name, rank, unit }) => (
              <option key={memberId} value={memberId}>
                {[name, rank, unit].filter(Boolean).join(', ')}
              </option>
            ))}
        </Select>
        <Button type="button" outline onClick={add}>
          {words.add}
        </Button>
      </div>
    </Fieldset>
  )
}
