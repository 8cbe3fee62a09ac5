import type { ReactNode } from 'react'
import type { PostContent } from '../../src/posts/content.ts'
import type { PostRuling } from '../../src/posts/schema.ts'
import type { Ruling } from '../../src/policy/ruling.ts'
import { useSaying } from '../order/reader.ts'
import { Failure, SaidInLine } from '../parts/failure.tsx'
import { RulingView } from '../parts/ruling-view.tsx'
import { shared } from '../words/es.ts'
import { useWords } from '../words/words.ts'
import { Asks } from './asks.tsx'
import type { FormMedia } from './content.ts'
import { Previews } from './previews.tsx'
import { postWords } from './words.ts'

interface MarginProps {
  asked: { data: PostRuling | undefined; error: Error | null; isWorking: boolean }
  content: PostContent
  media: readonly FormMedia[]
  onFacts: (facts: PostContent['facts']) => void
}

/** What stands beside a post while it is written: what would stop it, what the order says, how each page shows it. */
export function Margin({ asked, content, media, onFacts }: MarginProps): ReactNode {
  const words = useWords(postWords)
  const { data, error, isWorking } = asked
  return (
    <aside id={marginId} className="stack" aria-label={words.margin.title}>
      <p role="status" className="quiet">
        {isWorking ? words.margin.working : ''}
      </p>
      {error && <Failure error={error} />}
      {!data && !error && <p className="quiet">{words.margin.empty}</p>}
      {data && (
        <>
          <Against asked={data} />
          {isBlank(content) ? (
            <p className="quiet">{words.margin.empty}</p>
          ) : (
            <OrderSays text={data.text} ruling={data.ruling} />
          )}
          <Asks asks={data.ruling.asks} facts={content.facts} onFacts={onFacts} />
          <Previews previews={data.previews} media={media} corrects={content.corrects} />
        </>
      )}
    </aside>
  )
}

/** The margin in one line, for windows in which it does not stand beside the words but far below. */
export function Verdict({
  data,
  content,
}: {
  data: PostRuling | undefined
  content: PostContent
}): ReactNode {
  const words = useWords(postWords).margin
  const outcomes = useWords(shared).ruling.outcome
  if (!data || isBlank(content)) return undefined
  const { outcome, provisions } = data.ruling
  const cited = provisions.filter((one) => one.outcome === outcome && outcome !== 'clear')
  const tightest = data.previews.toSorted(
    (one, other) => one.most - one.length - other.most + other.length,
  )[0]
  return (
    <p className="post-verdict">
      <a href={`#${marginId}`}>
        {[outcomes[outcome], ...cited.map(({ citation }) => citation)].join(' ')}
        {data.problems.length > 0 && ` · ${words.lacks(data.problems.length)}`}
      </a>
      {tightest && ` · ${words.count(tightest.length, tightest.most)}`}
    </p>
  )
}

const marginId = 'post-margin'

/** A byline alone is nothing that an order speaks about. */
function isBlank({ texts, otherwise, media }: PostContent): boolean {
  return Object.keys(texts).length === 0 && otherwise.length === 0 && media.length === 0
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

/** What is to be mended before it can be handed in. */
export function Against({ asked: { problems, ruling } }: { asked: PostRuling }): ReactNode {
  const words = useWords(postWords).margin
  const bars = barredBy(ruling)
  return (
    <section className="card">
      <h2>{words.problems}</h2>
      {problems.length === 0 && bars.length === 0 ? (
        <p className="quiet">{words.noProblems}</p>
      ) : (
        <ul className="usa-list">
          {bars.length > 0 && <li>{words.bars(bars.join(', '))}</li>}
          {problems.map(({ sentence, accountId }) => (
            <li key={`${accountId} ${sentence}`}>
              <SaidInLine sentence={sentence} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function barredBy({ provisions }: PostRuling['ruling']): string[] {
  return provisions.flatMap(({ outcome, citation }) => (outcome === 'barred' ? [citation] : []))
}
