import { Link } from '@tanstack/react-router'
import { Tag } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import type { VersionChange } from '../../src/adoption/schema.ts'
import { useInWords } from '../parts/in-words.ts'
import { WordDiff } from '../parts/word-diff.tsx'
import { useWords } from '../words/words.ts'
import { acknowledgeWords } from './words.ts'

interface ChangesProps {
  changes: readonly VersionChange[]
  /** The ids of the version acknowledged last, and of this one. */
  before: string
  now: string
}

/** What is other than in the version acknowledged last, the old words beside the new. */
export function Changes({ changes, before: old, now }: ChangesProps): ReactNode {
  const words = useWords(acknowledgeWords)
  const inWords = useInWords()
  return (
    <ul className="changes">
      {changes.map(({ citation, change, gist, before, after }) => (
        <li key={`${citation} ${change}`} className="card">
          <p>
            <Link
              to="/order"
              search={{ version: change === 'removed' ? old : now }}
              hash={citation}
              target="_blank"
            >
              {inWords.citation(citation)}
            </Link>{' '}
            <Tag>{words.change[change]}</Tag>
          </p>
          {gist !== null && gist !== before && gist !== after && <p lang="en">{gist}</p>}
          {(before !== null || after !== null) && (
            <WordDiff
              before={{ title: words.before, text: before }}
              after={{ title: words.after, text: after }}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
