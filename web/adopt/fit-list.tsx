import { Button, Label, Select } from '@trussworks/react-uswds'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import type { FitRow } from '../../src/adoption/schema.ts'
import { useWords } from '../words/words.ts'
import { isOpen } from './data.ts'
import { adoptWords } from './words.ts'

interface FitListProps {
  rows: readonly FitRow[]
  chosen: string | undefined
  only: string
  onOnly: (only: string | undefined) => void
  onChoose: (citation: string) => void
}

/** Every provision with how it fits, to go to. */
export function FitList({ rows, chosen, only, onOnly, onChoose }: FitListProps): ReactNode {
  const words = useWords(adoptWords).fit
  const id = useId()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    const here = list.current?.querySelector<HTMLElement>('[aria-current]')
    // Scrolls the list and not the page.
    if (here && list.current) list.current.scrollTop = here.offsetTop - list.current.clientHeight / 2
  }, [chosen])
  return (
    <nav aria-label={words.list} className="fit__list">
      <Label htmlFor={id}>{words.only}</Label>
      <Select
        id={id}
        name="only"
        value={only}
        onChange={({ target }) => onOnly(target.value === 'all' ? undefined : target.value)}
      >
        <option value="all">{words.all}</option>
        <option value="undecided">{words.undecided}</option>
      </Select>
      <ul ref={list}>
        {rows.map((row) => (
          <li key={row.citation}>
            <Button
              type="button"
              unstyled
              aria-current={row.citation === chosen ? 'true' : undefined}
              onClick={() => onChoose(row.citation)}
            >
              {isOpen(row) ? '' : '✓ '}
              {row.citation} <span className="quiet">{words.states[row.state]}</span>
            </Button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
