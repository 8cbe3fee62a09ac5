import type { ReactNode } from 'react'
import type { NoticeCheck } from '../../src/posts/notices/schema.ts'
import type { Ruling } from '../../src/policy/ruling.ts'
import { networkTitles } from '../accounts/networks.ts'
import { useSaying } from '../order/reader.ts'
import { Failure, SaidInLine } from '../parts/failure.tsx'
import { wordOf } from '../parts/in-words.ts'
import { RulingView } from '../parts/ruling-view.tsx'
import { useWords } from '../words/words.ts'
import type { Asked } from './data.ts'
import { noticeWords } from './words.ts'

/** What stands beside a notice while it is written: what lacks, what the order says, how each page will say it. */
export function Margin({ asked: { data, error, isWorking } }: { asked: Asked<NoticeCheck> }): ReactNode {
  const words = useWords(noticeWords).margin
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <aside className="ruling-beside stack" aria-label={words.title} tabIndex={0}>
      <p role="status" className="quiet">
        {isWorking ? words.working : ''}
      </p>
      {error && <Failure error={error} />}
      {!data && !error && <p className="quiet">{words.empty}</p>}
      {data && (
        <>
          <Problems problems={data.problems} />
          <OrderSays check={data} />
          <Previews previews={data.previews} />
          <Cap cap={data.cap} />
        </>
      )}
    </aside>
  )
}

/** Everything that a notice lacks before it may go out. */
export function Problems({ problems }: Pick<NoticeCheck, 'problems'>): ReactNode {
  const words = useWords(noticeWords).margin
  return (
    <section className="card">
      <h2>{words.problems}</h2>
      {problems.length === 0 ? (
        <p className="quiet">{words.noProblems}</p>
      ) : (
        <ul className="usa-list">
          {problems.map((problem) => (
            <li key={problem}>
              <SaidInLine sentence={problem} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** The provisions that recognise the use, and the ruling on the words. */
export function OrderSays({ check }: { check: NoticeCheck }): ReactNode {
  const words = useWords(noticeWords).margin
  const saying = useSaying()
  const { ruling, text, recognised } = check
  if (!ruling) return <p className="quiet">{words.noOrder}</p>
  return (
    <>
      {recognised.length > 0 && (
        <section className="card">
          <h2>{words.recognised}</h2>
          <ul className="plain-list" lang="en">
            {recognised.map(({ citation, gist }) => (
              <li key={citation}>
                <strong>{citation}</strong> {gist}
              </li>
            ))}
          </ul>
        </section>
      )}
      <RulingView text={text} ruling={withoutAbsent(ruling)} saying={saying} />
    </>
  )
}

/** A key that is absent and one that is undefined are one thing on the wire and two to the types of the policy. */
function withoutAbsent(ruling: NonNullable<NoticeCheck['ruling']>): Ruling {
  return JSON.parse(JSON.stringify(ruling))
}

/** A notice as each of its pages says it. */
export function Previews({ previews }: Pick<NoticeCheck, 'previews'>): ReactNode {
  const words = useWords(noticeWords).margin
  if (previews.length === 0) return undefined
  return (
    <section className="stack">
      <h2>{words.previews}</h2>
      {previews.map(({ accountId, handle, network, text, length, most, isShortened }) => (
        <figure key={accountId} className="notice-preview">
          <figcaption>
            {handle} · {wordOf(networkTitles, network)} ·{' '}
            <span className="quiet">{words.count(length, most)}</span>
          </figcaption>
          <blockquote>{text}</blockquote>
          {isShortened && <p className="quiet">{words.shortened}</p>}
        </figure>
      ))}
    </section>
  )
}

/** The notice as alerting programs read it. */
export function Cap({ cap }: Pick<NoticeCheck, 'cap'>): ReactNode {
  const words = useWords(noticeWords).margin
  if (cap === null) return undefined
  return (
    <details className="no-print">
      <summary>{words.cap}</summary>
      <pre className="notice-cap" lang="en">
        {cap}
      </pre>
    </details>
  )
}
