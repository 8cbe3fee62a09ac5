import { Button, Label, Select } from '@trussworks/react-uswds'
import { useId, type ReactNode } from 'react'
import type { FitRow } from '../../src/adoption/schema.ts'
import { useInWords } from '../parts/in-words.ts'
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
  const inWords = useInWords()
  const id = useId()
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
      <ul>
        {rows.map((row) => (
          <li key={row.citation} ref={row.citation === chosen ? bringIntoSight : undefined}>
            <Button
              type="button"
              unstyled
              aria-current={row.citation === chosen ? 'true' : undefined}
              onClick={() => onChoose(row.citation)}
            >
              {inWords.citation(row.citation)}{' '}
              <span className="quiet">
                {isOpen(row) ? words.states[row.state] : words.isDecided(words.states[row.state])}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Scrolls the list, and not the page, to where the reader is. */
function bringIntoSight(here: HTMLLIElement | null): void {
  const list = here?.parentElement
  if (here && list) list.scrollTop = here.offsetTop - list.clientHeight / 2
}
