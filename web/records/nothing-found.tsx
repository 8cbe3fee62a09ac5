import { Link } from '@tanstack/react-router'
import { use, type ReactNode } from 'react'
import { Empty } from '../parts/empty.tsx'
import { holdsAny, useMember } from '../session.ts'
import { LanguageContext, useWords } from '../words/words.ts'
import { importers, office, type Ask, type Asked } from './data.ts'
import { eventIn } from './events.ts'
import { wholeWordsIn } from './marking.ts'
import { recordWords } from './words.ts'

/** Why nothing is there, and what would find something. */
export function NothingFound({ asked }: { asked: Asked }): ReactNode {
  const { none: words } = useWords(recordWords)
  const member = useMember()
  const named = useNamed()
  const set = (Object.keys(asked) as Ask[]).filter((ask) => asked[ask] !== undefined)
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
                  {named(ask, asked[ask] ?? '')}
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

/** What was asked, in words: `Kinds: Comment, Post`. */
function useNamed(): (ask: Ask, value: string) => string {
  const { search: words, kinds, moderations, sources } = useWords(recordWords)
  const language = use(LanguageContext)
  const named: Readonly<Record<Ask, string>> = {
    words: words.words,
    person: words.person,
    account: words.account,
    kind: words.kinds,
    event: words.event,
    from: words.from,
    to: words.to,
    ruling: words.ruling,
    moderation: words.moderation,
    source: words.source,
    series: words.series,
    held: words.held,
  }
  const known: Readonly<Record<string, string>> = { ...kinds, ...moderations, ...sources }
  return (ask, value) => {
    if (ask === 'held') return value === 'true' ? words.isHeld : words.isFree
    if (ask === 'account') return named.account
    if (ask === 'event') return `${named.event}: ${eventIn(language, value)}`
    const said = value
      .split(',')
      .map((one) => known[one] ?? one)
      .join(', ')
    return `${named[ask]}: ${said}`
  }
}
