import { Button } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { PostContent } from '../../src/posts/content.ts'
import type { PostRuling } from '../../src/posts/schema.ts'
import type { Ruling } from '../../src/policy/ruling.ts'
import { accountsQuery } from '../accounts/data.ts'
import { networkTitles } from '../accounts/networks.ts'
import { useSaying } from '../order/reader.ts'
import { Failure } from '../parts/failure.tsx'
import { RulingView } from '../parts/ruling-view.tsx'
import { useWords } from '../words/words.ts'
import { postWords } from './words.ts'

interface MarginProps {
  asked: { data: PostRuling | undefined; error: Error | null; isWorking: boolean }
  facts: PostContent['facts']
  onFact: (fact: string, answer: boolean) => void
}

/** What stands beside a post while it is written: what would stop it, what the order says, how each page shows it. */
export function Margin({ asked, facts, onFact }: MarginProps): ReactNode {
  const words = useWords(postWords)
  const { data, error, isWorking } = asked
  return (
    <aside className="post-margin stack" aria-label={words.margin.title}>
      <p role="status" className="quiet">
        {isWorking ? words.margin.working : ''}
      </p>
      {error && <Failure error={error} />}
      {!data && !error && <p className="quiet">{words.margin.empty}</p>}
      {data && (
        <>
          <Problems problems={data.problems} />
          <OrderSays text={data.text} ruling={data.ruling} />
          <Asks ruling={data.ruling} facts={facts} onFact={onFact} />
          <Previews previews={data.previews} />
        </>
      )}
    </aside>
  )
}

/** What the order says of a post, its words marked. */
export function OrderSays({ text, ruling }: { text: string; ruling: PostRuling['ruling'] }): ReactNode {
  const saying = useSaying()
  const { asks: _, ...rest } = ruling
  // The questions stand below, each with its answers.
  const shown: Ruling = { ...withoutAbsent(rest), asks: [] }
  return <RulingView text={text} ruling={shown} saying={saying} />
}

/** A key that is absent and one that is undefined are one thing on the wire and two to the types of the policy. */
function withoutAbsent(ruling: Omit<PostRuling['ruling'], 'asks'>): Omit<Ruling, 'asks'> {
  return JSON.parse(JSON.stringify(ruling))
}

function Problems({ problems }: { problems: PostRuling['problems'] }): ReactNode {
  const words = useWords(postWords).margin
  return (
    <section className="card">
      <h2>{words.problems}</h2>
      {problems.length === 0 ? (
        <p className="quiet">{words.noProblems}</p>
      ) : (
        <ul className="usa-list" lang="en">
          {problems.map(({ sentence, accountId }) => (
            <li key={`${accountId} ${sentence}`}>{sentence}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Asks({
  ruling,
  facts,
  onFact,
}: { ruling: PostRuling['ruling'] } & Omit<MarginProps, 'asked'>): ReactNode {
  const words = useWords(postWords)
  // What was answered stays to be changed.
  const open = ruling.asks.filter(({ detail }) => detail === undefined)
  if (open.length === 0) return undefined
  return (
    <section className="card">
      <h2>{words.margin.asks}</h2>
      {open.map(({ fact, question }) => (
        <div key={fact} role="group" aria-label={question}>
          <p lang="en">{question}</p>
          <div className="row-of-buttons">
            {([true, false] as const).map((answer) => (
              <Button
                key={String(answer)}
                type="button"
                outline={facts[fact] !== answer}
                aria-pressed={facts[fact] === answer}
                onClick={() => onFact(fact, answer)}
              >
                {answer ? words.form.yes : words.form.no}
              </Button>
            ))}
          </div>
        </div>
      ))}
    </section>
  )
}

/** A post as each page says it, with what its network counts. */
export function Previews({ previews }: { previews: PostRuling['previews'] }): ReactNode {
  const words = useWords(postWords)
  const accounts = useQuery(accountsQuery).data?.items ?? []
  if (previews.length === 0) return undefined
  return (
    <section className="stack">
      <h2>{words.margin.previews}</h2>
      {previews.map(({ accountId, text, length, most, problems }) => {
        const account = accounts.find((one) => one.accountId === accountId)
        return (
          <figure key={accountId} className="post-preview">
            <figcaption>
              {account && `${account.handle} · ${networkTitles[account.network]} · `}
              <span className={length > most ? 'post-preview__over' : 'quiet'}>
                {words.margin.count(length, most)}
                {length > most && `: ${words.margin.over(length - most)}`}
              </span>
            </figcaption>
            <blockquote>{text}</blockquote>
            {problems.length > 0 && (
              <ul className="plain-list" lang="en">
                {problems.map((problem) => (
                  <li key={problem}>{problem}</li>
                ))}
              </ul>
            )}
          </figure>
        )
      })}
    </section>
  )
}
