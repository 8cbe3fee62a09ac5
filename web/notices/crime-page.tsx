import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, AlertText } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import { get } from '../api.ts'
import { Failure } from '../parts/failure.tsx'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { CrimeLoad } from './crime-load.tsx'
import { crimeWords } from './crime-words.ts'
import { TownMapLoad } from './town-map-load.tsx'

interface CrimeNow {
  loadId: string | null
  source: string
  threshold: number
  at: string | null
}

const crimeQuery = queryOptions({
  queryKey: ['notices', 'crime'],
  queryFn: ({ signal }) => get<CrimeNow>('/api/crime-data', signal),
})

/** The figures of reported crime: what is out, other ones from a file, and the map that they are drawn on. */
export function CrimePage(): ReactNode {
  const words = useWords(crimeWords)
  const dates = useDates()
  const client = useQueryClient()
  const now = useQuery(crimeQuery)
  const [isDone, setIsDone] = useState(false)
  return (
    <Page title={words.title} lead={words.lead}>
      <p>
        <Link to="/notices">{words.back}</Link>
      </p>
      {now.isPending && <Loading />}
      {now.isError && <Failure error={now.error} again={() => void now.refetch()} />}
      {now.data && (
        <>
          <section className="card">
            <h2>{words.now}</h2>
            <div role="status">
              {isDone && (
                <Alert type="success" slim>
                  <AlertText>{words.done}</AlertText>
                </Alert>
              )}
            </div>
            {now.data.at === null ? (
              <p className="quiet">{words.nothing}</p>
            ) : (
              <>
                <p>{words.published(dates.moment(now.data.at), now.data.source)}</p>
                <ul className="ways-row">
                  <li>
                    <a href="/public/crime">{words.see}</a>
                  </li>
                  <li>
                    <Link to="/notices/new" search={{ kind: 'crime-data' }}>
                      {words.announce}
                    </Link>
                  </li>
                </ul>
              </>
            )}
          </section>
          <section>
            <h2>{words.load}</h2>
            <CrimeLoad
              key={now.data.loadId}
              start={now.data}
              onPublished={async () => {
                setIsDone(true)
                await client.invalidateQueries({ queryKey: crimeQuery.queryKey })
              }}
            />
          </section>
          <TownMapLoad />
        </>
      )}
    </Page>
  )
}
