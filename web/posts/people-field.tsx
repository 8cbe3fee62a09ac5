import { Button, Checkbox, Fieldset, Label, Select } from '@trussworks/react-uswds'
import { useId, type ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import type { FormPerson } from './content.ts'
import { postFormWords } from './form-words.ts'
import { postWords } from './words.ts'

export const statuses = [
  'wanted',
  'missing',
  'arrested',
  'charged',
  'cleared',
  'found',
  'dismissed',
] as const satisfies readonly FormPerson['status'][]

interface PeopleFieldProps {
  people: readonly FormPerson[]
  onChange: (change: (before: readonly FormPerson[]) => readonly FormPerson[]) => void
}

/** Whom a post names or shows, and what they are to the department. */
export function PeopleField({ people, onChange }: PeopleFieldProps): ReactNode {
  const words = useWords(postFormWords)
  const add = (): void =>
    onChange((before) => [
      ...before,
      {
        key: Math.max(0, ...before.map(({ key }) => key)) + 1,
        name: '',
        status: 'missing',
        inPicture: false,
      },
    ])
  return (
    <Fieldset legend={words.people} legendStyle="large">
      <p className="usa-hint">{words.peopleHint}</p>
      {people.map((person, place) => (
        <One
          key={person.key}
          person={person}
          number={place + 1}
          onChange={(change) =>
            onChange((before) => before.map((one) => (one.key === person.key ? { ...one, ...change } : one)))
          }
          onRemove={() => onChange((before) => before.filter(({ key }) => key !== person.key))}
        />
      ))}
      <Button type="button" outline onClick={add}>
        {words.addPerson}
      </Button>
    </Fieldset>
  )
}

interface OneProps {
  person: FormPerson
  number: number
  onChange: (change: Partial<FormPerson>) => void
  onRemove: () => void
}

function One({ person, number, onChange, onRemove }: OneProps): ReactNode {
  const words = useWords(postWords)
  const form = useWords(postFormWords)
  const id = useId()
  return (
    <div className="card post-person" role="group" aria-label={form.person(number)}>
      <div>
        <Label htmlFor={`${id}-name`}>{form.name}</Label>
        <input
          className="usa-input"
          id={`${id}-name`}
          value={person.name}
          maxLength={200}
          onChange={({ target }) => onChange({ name: target.value })}
        />
      </div>
      <div>
        <Label htmlFor={`${id}-status`}>{form.status}</Label>
        <Select
          id={`${id}-status`}
          name={`${id}-status`}
          value={person.status}
          onChange={({ target }) =>
            onChange({ status: statuses.find((one) => one === target.value) ?? 'missing' })
          }
        >
          {statuses.map((status) => (
            <option key={status} value={status}>
              {words.statuses[status]}
            </option>
          ))}
        </Select>
      </div>
      <Checkbox
        id={`${id}-picture`}
        name={`${id}-picture`}
        label={form.inPicture}
        checked={person.inPicture}
        onChange={({ target }) => onChange({ inPicture: target.checked })}
      />
      <Button type="button" unstyled onClick={onRemove}>
        {form.removePerson(number)}
      </Button>
    </div>
  )
}
