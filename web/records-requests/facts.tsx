import { Link } from '@tanstack/react-router'
import { use, type ReactNode } from 'react'
import type { RequestView } from '../../src/records/requests/schema.ts'
import { wordOf } from '../parts/in-words.ts'
import { TurningNote } from '../parts/turning-note.tsx'
import { useDates } from '../words/dates.ts'
import { LanguageContext, useWords } from '../words/words.ts'
import { deskMoveWords } from './move-words.ts'
import { deskWords } from './words.ts'

interface Props {
  request: RequestView
}

/** Who asks what, and how it came. */
export function Asked({ request }: Props): ReactNode {
  const words = useWords(deskWords)
  const dates = useDates()
  const { one } = words
  const { requester, wants, way, receivedAt, original, counts, holdId, language } = request
  const { name, email, phone, address } = requester
  const facts: (readonly [string, ReactNode])[] = [
    [one.who, name ?? words.anonymous],
    ...(email === null ? [] : [[one.email, email] as const]),
    ...(phone === null ? [] : [[one.phone, phone] as const]),
    ...(address === null ? [] : [[one.address, address] as const]),
    [one.way, `${words.ways[way]}, ${dates.moment(receivedAt)}`],
    [one.language, one.languages[language]],
    [one.counts, one.countsSay(counts.responsive, counts.settled, counts.released)],
    ...(counts.barred === 0 ? [] : [[one.barred, one.barredSays(counts.barred)] as const]),
  ]
  return (
    <section>
      <h2>{one.asks}</h2>
      <blockquote className="rr-text" lang={language}>
        {wants}
      </blockquote>
      <TurningNote of={[wants, name, email, phone, address]} />
      <dl className="facts">
        {facts.map(([term, value]) => (
          <div key={term} className="fact">
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {holdId !== null && (
          <div className="fact">
            <dt>{one.hold}</dt>
            <dd>
              <Link to="/records/holds/$holdId" params={{ holdId }}>
                {one.holdSays}
              </Link>
            </dd>
          </div>
        )}
      </dl>
      {original !== null && (
        <details>
          <summary>{one.original}</summary>
          <pre>{original}</pre>
        </details>
      )}
    </section>
  )
}

/** An estimate and whether it is paid; an appeal and how it ended. */
export function FeeAndAppeal({ request }: Props): ReactNode {
  const { fee: feeWords, appeal: appealWords } = useWords(deskWords)
  const language = use(LanguageContext)
  const dates = useDates()
  const { fee, appeal } = request
  return (
    <>
      {fee && (
        <section>
          <h2>{feeWords.title}</h2>
          <ul className="usa-list">
            {fee.lines.map(({ feeId, title, citation, count, cents }) => (
              <li key={feeId}>
                {title[language]}: {count} × {dollars(cents)} ({citation})
              </li>
            ))}
          </ul>
          <p>
            <strong>{dollars(fee.cents)}</strong>{' '}
            {fee.paidAt !== null
              ? feeWords.paid(dates.day(fee.paidAt))
              : fee.waivedFor !== null
                ? feeWords.waived(fee.waivedFor)
                : fee.mustPrepay
                  ? feeWords.before
                  : feeWords.after}
          </p>
        </section>
      )}
      {appeal && (
        <section>
          <h2>{appealWords.title}</h2>
          <p>{appealWords.made(dates.day(appeal.at))}</p>
          <blockquote className="rr-text">{appeal.words}</blockquote>
          {appeal.docket !== null && <p>{appealWords.docketSays(appeal.docket)}</p>}
          {appeal.outcome !== null && (
            <p>
              <strong>{appealWords.outcomes[appeal.outcome]}</strong>
              {appeal.decidedAt !== null && `, ${dates.day(appeal.decidedAt)}`}
            </p>
          )}
          {appeal.ordered !== null && <blockquote className="rr-text">{appeal.ordered}</blockquote>}
        </section>
      )}
    </>
  )
}

export function dollars(cents: number): string {
  return `$${(cents / 100).toFixed(2)}`
}

/** What went to the requester on paper. */
export function Letters({ request }: Props): ReactNode {
  const { one, letters: words } = useWords(deskWords)
  const dates = useDates()
  return (
    <section>
      <h2>{one.letters}</h2>
      {request.letters.length === 0 && <p className="quiet">{one.noLetters}</p>}
      <ul className="usa-list">
        {request.letters.map(({ letterId, kind, language, at, href }) => (
          <li key={letterId}>
            <a href={href} hrefLang={language} target="_blank" rel="noreferrer">
              {words[kind]} (PDF)
            </a>
            , {dates.day(at)}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What happened to a request, the last first; its clock is counted from this. */
export function History({ request }: Props): ReactNode {
  const words = useWords(deskWords)
  const { moves } = useWords(deskMoveWords)
  const dates = useDates()
  return (
    <section>
      <h2>{words.one.history}</h2>
      <ol className="history">
        {request.steps.toReversed().map(({ n, move, says, to, by, at, words: said }) => (
          <li key={n}>
            <p>
              <strong>{moves.says(move, says)}</strong>{' '}
              <span className="quiet">
                {wordOf(words.one.unnamed, by)}, <time dateTime={at}>{dates.moment(at)}</time> ·{' '}
                {words.states[to]}
              </span>
            </p>
            {said !== null && <blockquote className="rr-text">{said}</blockquote>}
          </li>
        ))}
      </ol>
    </section>
  )
}
