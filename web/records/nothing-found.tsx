import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Empty } from '../parts/empty.tsx'
import { holdsAny, useMember } from '../session.ts'
import { useWords } from '../words/words.ts'
import { asks, type Asked } from './data.ts'
import { wholeWordsIn } from './marking.ts'
import { useNameOf } from './named.ts'
import { importers, office } from './roles.ts'
import { recordWords } from './words.ts'

/** Why nothing is there, and what would find something. */
export function NothingFound({ asked }: { asked: Asked }): ReactNode {
  const { none: words } = useWords(recordWords)
  const member = useMember()
  const nameOf = useNameOf()
  const set = asks.filter((ask) => asked[ask] !== undefined)
  if (set.length === 0)
    return (
      <Empty>
        <p>{words.empty}</p>
        {holdsAny(member, importers) && (
          <p>
            <Link to="/records/imports">{words.importFirst}</Link>
          </p>
        )}
      </Empty>
    )
  const whole = wholeWordsIn(asked.words ?? '')
  return (
    <Empty>
      <p>{words.nothing}</p>
      {set.length > 1 && (
        <>
          <p>{words.without}</p>
          <ul className="ways-row">
            {set.map((ask) => (
              <li key={ask}>
                <Link to="/records" search={{ ...asked, [ask]: undefined }}>
                  {nameOf(ask, asked[ask] ?? '')}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {whole.length > 0 && (
        <p>
          {words.wholeWords}{' '}
          <Link to="/records" search={{ ...asked, words: starred(asked.words ?? '', whole) }}>
            {whole.map((word) => `${word}*`).join(' ')}
          </Link>
        </p>
      )}
      {!holdsAny(member, office) && <p className="quiet">{words.notYours}</p>}
    </Empty>
  )
}

function starred(search: string, whole: readonly string[]): string {
  return search
    .split(/\s+/)
    .map((word) => (whole.some((one) => one === word.toLowerCase()) ? `${word}*` : word))
    .join(' ')
}
