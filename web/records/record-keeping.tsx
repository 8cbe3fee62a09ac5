import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { use, type ReactNode } from 'react'
import { Failure, SaidInLine } from '../parts/failure.tsx'
import { Loading } from '../parts/loading.tsx'
import { useDates } from '../words/dates.ts'
import { LanguageContext, useWords } from '../words/words.ts'
import { ByHand } from './by-hand.tsx'
import { keepingQuery } from './data.ts'
import { periodIn } from './period.ts'
import { retentionWords } from './retention-words.ts'
import { recordWords } from './words.ts'

/** How long a record is kept, by which series, and why it belongs to that. */
export function Keeping({ recordId }: { recordId: string }): ReactNode {
  const { one: words } = useWords(recordWords)
  const counting = useWords(retentionWords).series
  const language = use(LanguageContext)
  const dates = useDates()
  const keeping = useQuery(keepingQuery(recordId))
  const { series, why, over, says, disposition } = keeping.data ?? {}
  return (
    <section className="card">
      <h2>{words.keeping}</h2>
      {keeping.isPending && <Loading />}
      {keeping.isError && <Failure error={keeping.error} again={() => void keeping.refetch()} />}
      {keeping.data && (
        <>
          {series ? (
            <dl className="facts">
              <dt>{words.series}</dt>
              <dd>
                {series.seriesId} {series.title}
              </dd>
              <dt>{words.period}</dt>
              <dd>
                {periodIn(language, series.period)}
                {series.period !== 'permanent' && `, ${counting.from} ${counting.starts[series.starts]}`}
              </dd>
              <dt>{words.authority}</dt>
              <dd>{series.authority}</dd>
              <dt>{words.why}</dt>
              <dd>{why && <SaidInLine sentence={why} />}</dd>
              {over && (
                <>
                  <dt>{words.over}</dt>
                  <dd>{dates.day(over)}</dd>
                </>
              )}
            </dl>
          ) : (
            <p>{words.noSeries}</p>
          )}
          {/* Why no day is known yet, the server says. */}
          {series && series.period !== 'permanent' && !over && says !== undefined && (
            <p>
              <SaidInLine sentence={says} />
            </p>
          )}
          {disposition && (
            <p>
              {words.listed}:{' '}
              <Link
                to="/records/dispositions/$dispositionId"
                params={{ dispositionId: disposition.dispositionId }}
              >
                {disposition.number}
              </Link>
            </p>
          )}
          <ByHand recordIds={[recordId]} />
        </>
      )}
    </section>
  )
}
