import { useQuery } from '@tanstack/react-query'
import { Button, Fieldset, Label } from '@trussworks/react-uswds'
import { useDeferredValue, useId, useRef, useState, type ReactNode } from 'react'
import type { Member } from '../../src/members/schema.ts'
import { get } from '../api.ts'
import { useMember } from '../session.ts'
import { shared } from '../words/es.ts'
import { useWords } from '../words/words.ts'
import { Failure } from './failure.tsx'
import { useEverybody } from './member-field.tsx'

interface ColleaguesFieldProps {
  legend: string
  hint: string
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
}

/** Chooses colleagues by searching the roster; the reader cannot choose themselves. */
export function ColleaguesField({ legend, hint, chosen, onChange }: ColleaguesFieldProps): ReactNode {
  const words = useWords(shared).colleagues
  const everybody = useEverybody()
  const [find, setFind] = useState('')
  const place = useRef<HTMLInputElement>(null)
  const id = useId()
  // The button that was pressed is gone; who is looked for next, is looked for here.
  const choose = (next: readonly string[]): void => {
    onChange(next)
    place.current?.focus()
  }
  const nameOf = (memberId: string): string =>
    everybody.find((one) => one.memberId === memberId)?.name ?? memberId
  return (
    <Fieldset legend={legend} legendStyle="large">
      <span className="usa-hint">{hint}</span>
      {chosen.length > 0 && (
        <ul className="people" aria-label={words.chosen}>
          {chosen.map((memberId) => (
            <li key={memberId}>
              <strong>{nameOf(memberId)}</strong>
              <Button type="button" unstyled onClick={() => choose(chosen.filter((one) => one !== memberId))}>
                {words.remove(nameOf(memberId))}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Label htmlFor={id}>{words.find}</Label>
      <input
        className="usa-input"
        id={id}
        ref={place}
        type="search"
        autoComplete="off"
        value={find}
        onChange={({ target }) => setFind(target.value)}
      />
      <Found
        find={find}
        chosen={chosen}
        onChoose={(memberId) => {
          choose([...chosen, memberId])
          setFind('')
        }}
      />
    </Fieldset>
  )
}

interface FoundProps {
  find: string
  chosen: readonly string[]
  onChoose: (memberId: string) => void
}

function Found({ find, chosen, onChoose }: FoundProps): ReactNode {
  const words = useWords(shared).colleagues
  const me = useMember()
  const wanted = useDeferredValue(find.trim())
  const list = useQuery({
    queryKey: ['members', 'find', wanted],
    queryFn: ({ signal }) =>
      get<{ items: Member[] }>(`/api/members?${new URLSearchParams({ find: wanted, limit: '8' })}`, signal),
    enabled: wanted !== '',
  })
  if (list.isError) return <Failure error={list.error} />
  const others = (list.data?.items ?? []).filter(
    ({ memberId }) => memberId !== me.memberId && !chosen.includes(memberId),
  )
  return (
    <div role="status">
      {wanted !== '' && list.data && others.length === 0 && <p className="quiet">{words.none}</p>}
      {wanted !== '' && (
        <ul className="people">
          {others.map(({ memberId, name, rank, unit }) => (
            <li key={memberId}>
              <Button type="button" outline onClick={() => onChoose(memberId)}>
                {words.add([rank, name].filter(Boolean).join(' '))}
              </Button>
              {unit !== null && <span className="quiet">{unit}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
