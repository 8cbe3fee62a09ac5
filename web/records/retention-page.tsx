import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, AlertText } from '@trussworks/react-uswds'
import { use, useState, type ReactNode } from 'react'
import { Empty } from '../parts/empty.tsx'
import { Failure } from '../parts/failure.tsx'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { Rows } from '../parts/table.tsx'
import { LanguageContext, useWords } from '../words/words.ts'
import { seriesQuery, type SeriesList } from './data.ts'
import { More } from './more.tsx'
import { periodIn } from './period.ts'
import { retentionWords } from './retention-words.ts'
import { Rules } from './rules.tsx'
import { SeriesFile } from './series-file.tsx'

/** Record series: which there are, where they come from, and what belongs to them. */
export function RetentionPage(): ReactNode {
  const words = useWords(retentionWords)
  const list = useQuery(seriesQuery)
  const [isSaved, setIsSaved] = useState(false)
  return (
    <Page title={words.title} lead={words.lead}>
      <More />
      {list.isPending && <Loading />}
      {list.isError && <Failure error={list.error} again={() => void list.refetch()} />}
      {list.data && (
        <>
          <Series list={list.data} />
          <Without list={list.data} />
          {list.data.mayChange && <SeriesFile />}
          {isSaved && (
            <Alert type="success" slim role="status">
              <AlertText>{words.rules.saved}</AlertText>
            </Alert>
          )}
          <Rules key={list.data.version} list={list.data} onSaved={() => setIsSaved(true)} />
        </>
      )}
    </Page>
  )
}

function Series({ list: { items } }: { list: SeriesList }): ReactNode {
  const { series: words, count } = useWords(retentionWords)
  const language = use(LanguageContext)
  const { columns } = words
  return (
    <section>
      <h2>{words.title}</h2>
      {items.length === 0 ? (
        <Empty>{words.none}</Empty>
      ) : (
        <Rows
          caption={words.title}
          rows={items}
          keyOf={({ seriesId }) => seriesId}
          columns={[
            {
              head: columns.id,
              cell: ({ seriesId, title }) => (
                <>
                  {seriesId} <span className="quiet">{title}</span>
                </>
              ),
            },
            { head: columns.period, cell: ({ period }) => periodIn(language, period) },
            { head: columns.starts, cell: ({ starts }) => words.starts[starts] },
            { head: columns.authority, cell: ({ authority }) => authority },
            {
              head: columns.records,
              cell: ({ seriesId, records }) =>
                records.n === 0 ? (
                  '–'
                ) : (
                  <Link to="/records" search={{ series: seriesId }}>
                    {count(records.n, records.isExact)}
                  </Link>
                ),
            },
          ]}
        />
      )}
    </section>
  )
}

function Without({ list: { without, unsorted } }: { list: SeriesList }): ReactNode {
  const { without: words, count } = useWords(retentionWords)
  return (
    <section>
      <h2>{words.title}</h2>
      {without.n === 0 ? (
        <p>{words.none}</p>
      ) : (
        <p>
          {words.some(count(without.n, without.isExact))}{' '}
          <Link to="/records" search={{ series: 'none' }}>
            {words.see}
          </Link>
        </p>
      )}
      {unsorted.n > 0 && (
        <p className="quiet" role="status">
          {words.unsorted(count(unsorted.n, unsorted.isExact))}
        </p>
      )}
    </section>
  )
}
