import { useQuery } from '@tanstack/react-query'
import { Alert, AlertText, Button, Tag } from '@trussworks/react-uswds'
import { useEffect, useRef, type ReactNode } from 'react'
import type { FitRow } from '../../src/adoption/schema.ts'
import { readerQuery } from '../order/reader.ts'
import { useInWords } from '../parts/in-words.ts'
import { WordDiff } from '../parts/word-diff.tsx'
import { useQuestion } from '../question.ts'
import { useWords } from '../words/words.ts'
import { DecideForm } from './decide-form.tsx'
import { adoptWords } from './words.ts'

interface FitOneProps {
  row: FitRow
  place: number
  of: number
  onGo: (place: number) => void
  onDecide: (said: object) => Promise<void>
}

/** One provision of the fit: the document's words beside what Decorum takes them to say, and the decision. */
export function FitOne({ row, place, of, onGo, onDecide }: FitOneProps): ReactNode {
  const words = useWords(adoptWords).fit
  const inWords = useInWords()
  const { citation, state, at, because, decided } = row
  const heading = useKeys(place, onGo)
  return (
    <section className="fit__one" aria-labelledby="fit-heading">
      <h2 id="fit-heading" ref={heading} tabIndex={-1}>
        {inWords.citation(citation)} <Tag>{words.states[state]}</Tag>
      </h2>
      <p className="quiet">
        {words.place(place + 1, of)}. {words.statesSay[state]}{' '}
        {at !== null && at !== citation && words.at(at)}
      </p>
      {decided?.stale === true && (
        <Alert type="warning" slim>
          <AlertText>{words.stale}</AlertText>
        </Alert>
      )}
      {decided && !decided.stale && <p>{words.decided(words.decisions[decided.decision])}</p>}
      <Beside row={row} />
      {because.length > 0 && (
        <>
          <h3>{words.because}</h3>
          <ul className="usa-list" lang="en">
            {because.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      <DecideForm row={row} onDecide={onDecide} />
      <div className="row-of-buttons">
        <Button type="button" outline disabled={place === 0} onClick={() => onGo(place - 1)}>
          {words.previous}
        </Button>
        <Button type="button" outline disabled={place + 1 >= of} onClick={() => onGo(place + 1)}>
          {words.next}
        </Button>
      </div>
    </section>
  )
}

/** J and K, or the arrows, wherever nothing is being filled in; the heading takes the focus, for the reader's ear. */
function useKeys(place: number, onGo: (place: number) => void): React.RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  const [{ at }] = useQuestion()
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    // Whoever has decided one, or chosen another from the list, need not look for it.
    if (at !== undefined) heading.current?.scrollIntoView({ block: 'nearest' })
  }, [at])
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const { target, key } = event
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (target instanceof HTMLElement && target.matches('input, textarea, select, summary')) return
      if (key === 'Enter') {
        if (target !== heading.current) return
        heading.current?.closest('section')?.querySelector('form')?.requestSubmit()
      } else if (key === 'j' || key === 'ArrowDown') onGo(place + 1)
      else if (key === 'k' || key === 'ArrowUp') onGo(place - 1)
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [place, onGo])
  return heading
}

function Beside({ row }: { row: FitRow }): ReactNode {
  const words = useWords(adoptWords).fit
  const before = useQuery(readerQuery()).data?.provisions.find(({ citation }) => citation === row.citation)
  return (
    <>
      {before?.verbatim && row.text !== null && before.verbatim !== row.text ? (
        <WordDiff
          before={{ title: words.before, text: before.verbatim }}
          after={{ title: words.yours, text: row.text }}
        />
      ) : undefined}
      <div className="sides">
        <figure>
          <figcaption>{words.yours}</figcaption>
          {row.text === null ? (
            <p className="quiet">{words.nothing}</p>
          ) : (
            <blockquote lang="en">
              <Marked row={row} />
            </blockquote>
          )}
        </figure>
        <figure>
          <figcaption>{words.ours}</figcaption>
          {row.gist === null ? (
            <p className="quiet">{words.nothing}</p>
          ) : (
            <blockquote lang="en">{row.gist}</blockquote>
          )}
        </figure>
      </div>
    </>
  )
}

/** The document's words, the sentences marked that the pack does not know. */
function Marked({ row: { text, otherSentences } }: { row: FitRow }): ReactNode {
  const parts: { at: number; text: string; isOther: boolean }[] = []
  let at = 0
  const whole = text ?? ''
  for (const sentence of otherSentences) {
    const found = whole.indexOf(sentence, at)
    if (found < 0) continue
    parts.push({ at, text: whole.slice(at, found), isOther: false })
    parts.push({ at: found, text: sentence, isOther: true })
    at = found + sentence.length
  }
  parts.push({ at, text: whole.slice(at), isOther: false })
  return parts
    .filter((part) => part.text !== '')
    .map((part) =>
      part.isOther ? <mark key={part.at}>{part.text}</mark> : <span key={part.at}>{part.text}</span>,
    )
}
