import { Link } from '@tanstack/react-router'
import { Label } from '@trussworks/react-uswds'
import { useId, type ReactNode } from 'react'
import { useInWords } from '../parts/in-words.ts'
import { useWords } from '../words/words.ts'
import type { Section } from './reader.ts'
import { orderWords } from './words.ts'

interface ContentsProps {
  sections: readonly Section[]
  find: string
  onFind: (find: string) => void
  shows: string
}

/** The table of contents, narrowed by what is looked for. */
export function Contents({ sections, find, onFind, shows }: ContentsProps): ReactNode {
  const words = useWords(orderWords)
  const inWords = useInWords()
  const id = useId()
  return (
    <div className="order__contents">
      <div role="search">
        <Label htmlFor={id}>{words.find}</Label>
        <span className="usa-hint" id={`${id}-hint`}>
          {words.findHint}
        </span>
        <input
          className="usa-input"
          id={id}
          type="search"
          autoComplete="off"
          value={find}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => onFind(target.value)}
        />
        <p role="status" className="quiet">
          {shows}
        </p>
      </div>
      <nav aria-label={words.contents}>
        {sections.map(({ name, provisions }) => (
          <details key={name} open={find !== ''}>
            <summary>
              {inWords.citation(name)} <span className="quiet">({provisions.length})</span>
            </summary>
            <ul>
              {provisions.map(({ citation, gist, verbatim }) => (
                <li key={citation}>
                  <Link to="." search={(before) => before} hash={citation}>
                    {inWords.citation(citation)}
                  </Link>{' '}
                  <span lang="en">{shortly(gist ?? verbatim ?? '')}</span>
                </li>
              ))}
            </ul>
          </details>
        ))}
      </nav>
    </div>
  )
}

function shortly(text: string): string {
  return text.length > 60 ? `${text.slice(0, text.lastIndexOf(' ', 60))}…` : text
}
