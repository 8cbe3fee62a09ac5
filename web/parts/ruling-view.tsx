import { Button, Tag } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import { marked, spansOf, type Stretch } from '../../src/policy/explain.ts'
import type { ProvisionRuling, Ruling } from '../../src/policy/ruling.ts'
import { EnglishWords } from './english-words.tsx'
import { useInWords } from './in-words.ts'
import { shared } from '../words/es.ts'
import { useWords } from '../words/words.ts'

interface RulingViewProps {
  /** The words that were judged. */
  text: string
  ruling: Ruling
  /** What a provision says: the department's own words where they were imported, else our gist. */
  saying: (citation: string) => string | undefined
  /** The one button: asks for the permission that would make it allowed. */
  onAsk?: () => void
}

/** A ruling, shown the same way everywhere: words marked in place, the provision beside, what would make it allowed. */
export function RulingView({ text, ruling, saying, onAsk }: RulingViewProps): ReactNode {
  const words = useWords(shared).ruling
  const bearing = ruling.provisions.filter(({ outcome }) => outcome !== 'clear')
  const curable = bearing.some(({ path, permitted }) => path !== null && permitted === undefined)
  return (
    <section className={`ruling ruling--${ruling.outcome}`} aria-label={words.title}>
      <h2>{words.outcome[ruling.outcome]}</h2>
      <EnglishWords />
      <MarkedText text={text} provisions={bearing} />
      {bearing.length === 0 && <p>{words.none}</p>}
      <ul className="ruling__provisions">
        {bearing.map((provision) => (
          <li key={provision.citation}>
            <ProvisionView provision={provision} saying={saying(provision.citation)} />
          </li>
        ))}
      </ul>
      {ruling.asks.length > 0 && (
        <>
          <h3>{words.asks}</h3>
          <ul className="usa-list">
            {ruling.asks.map(({ fact, detail, question }) => (
              <li key={`${fact} ${detail ?? ''}`} lang="en">
                {question}
              </li>
            ))}
          </ul>
        </>
      )}
      {onAsk && curable && (
        <Button type="button" onClick={onAsk}>
          {words.ask}
        </Button>
      )}
    </section>
  )
}

/** The text with the words marked that something bears on. */
function MarkedText({
  text,
  provisions,
}: {
  text: string
  provisions: readonly ProvisionRuling[]
}): ReactNode {
  return (
    <p className="ruling__text">
      {placed(marked(text, spansOf(provisions))).map(({ at, stretch }) =>
        stretch.isMarked ? <mark key={at}>{stretch.text}</mark> : <span key={at}>{stretch.text}</span>,
      )}
    </p>
  )
}

/** Stretches, each with where it begins. */
function placed(stretches: readonly Stretch[]): { at: number; stretch: Stretch }[] {
  let at = 0
  return stretches.map((stretch) => {
    const begins = at
    at += stretch.text.length
    return { at: begins, stretch }
  })
}

/** What one provision says, whether it is permitted, and who might permit it. */
export function ProvisionView({
  provision,
  saying,
}: {
  provision: ProvisionRuling
  saying: string | undefined
}): ReactNode {
  const words = useWords(shared).ruling
  const { givers, form } = useInWords()
  const { citation, outcome, permitted, path, note } = provision
  return (
    <>
      <p>
        <span className="ruling__citation">{citation}</span>
        <Tag>{words.outcome[outcome]}</Tag>
      </p>
      {saying !== undefined && <p lang="en">{saying}</p>}
      {permitted && <p>{words.permitted(givers([permitted.by]), permitted.cites)}</p>}
      {!permitted && path && <p>{words.path(givers(path.by.split(' or ')), form(path.form), path.cites)}</p>}
      {!permitted && !path && outcome === 'barred' && <p>{words.cure}</p>}
      {note !== undefined && (
        <p className="quiet" lang="en">
          {note}
        </p>
      )}
    </>
  )
}
