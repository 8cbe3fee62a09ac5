import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, AlertHeading, AlertText } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import { send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { Empty } from '../parts/empty.tsx'
import { Failure } from '../parts/failure.tsx'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { Progress } from '../parts/progress.tsx'
import { useQuestion } from '../question.ts'
import { useWords } from '../words/words.ts'
import { fitQuery, isOpen, useForgetOrders, type Fit } from './data.ts'
import { FitList } from './fit-list.tsx'
import { FitOne } from './fit-one.tsx'
import { Steps } from './steps.tsx'
import { adoptWords } from './words.ts'

/** The fit of a document to its pack, one provision after the other. */
export function FitPage(): ReactNode {
  const { versionId = '' } = useParams({ strict: false })
  const words = useWords(adoptWords)
  const fit = useQuery(fitQuery(versionId))
  return (
    <Page title={words.fit.title} lead={words.fit.lead}>
      <Steps versionId={versionId} />
      {fit.isPending && <Loading />}
      {fit.isError && <Failure error={fit.error} again={() => void fit.refetch()} />}
      {fit.data?.rows.length === 0 && (
        <Empty>
          <p>{words.version.fitNone}</p>
          <p>
            <Link to="/adopt/$versionId" params={{ versionId }}>
              {words.version.import}
            </Link>
          </p>
        </Empty>
      )}
      {fit.data && fit.data.rows.length > 0 && <Review versionId={versionId} fit={fit.data} />}
    </Page>
  )
}

function Review({ versionId, fit }: { versionId: string; fit: Fit }): ReactNode {
  const words = useWords(adoptWords).fit
  const [{ at, only = 'all' }, ask] = useQuestion()
  const forget = useForgetOrders()
  const { rows, undecided, version } = fit
  const shown = rows.filter((row) => only === 'all' || row.citation === at || isOpen(row))
  const found = shown.findIndex(({ citation }) => citation === at)
  const place = found < 0 ? Math.max(0, at === undefined ? shown.findIndex(isOpen) : 0) : found
  const row = shown[place]
  const goTo = (next: number): void => {
    const wanted = shown[next]
    if (wanted) ask({ at: wanted.citation }, true)
  }
  const matched = rows.filter((one) => one.state === 'matched' && isOpen(one)).length
  const confirmMatched = async (): Promise<void> => {
    await send('POST', `/api/orders/${versionId}/fit/confirm`, { version })
    await forget()
  }
  const decide = async (citation: string, said: object): Promise<void> => {
    await send('PUT', `/api/orders/${versionId}/fit/${encodeURIComponent(citation)}`, { version, ...said })
    // The next that is open, of those that follow; then from the beginning.
    const next =
      rows.slice(rows.findIndex((one) => one.citation === citation) + 1).find(isOpen) ??
      rows.find((one) => isOpen(one) && one.citation !== citation)
    await forget()
    if (next) ask({ at: next.citation }, true)
  }
  return (
    <>
      <Progress label={words.left(undecided)} done={rows.length - undecided} of={rows.length} />
      {undecided === 0 && <Done versionId={versionId} />}
      {matched > 0 && <Action run={confirmMatched}>{words.confirmMatched(matched)}</Action>}
      <div className="fit">
        <FitList
          rows={shown}
          chosen={row?.citation}
          only={only}
          onOnly={(next) => ask({ only: next })}
          onChoose={(citation) => ask({ at: citation }, true)}
        />
        {row && (
          <FitOne
            key={`${row.citation} ${row.decided?.at ?? ''}`}
            row={row}
            place={place}
            of={shown.length}
            onGo={goTo}
            onDecide={(said) => decide(row.citation, said)}
          />
        )}
      </div>
    </>
  )
}

function Done({ versionId }: { versionId: string }): ReactNode {
  const words = useWords(adoptWords)
  return (
    <Alert type="success" role="status">
      <AlertHeading level="h2">{words.fit.done}</AlertHeading>
      <AlertText>
        {words.fit.doneLead}{' '}
        <Link to="/adopt/$versionId/settings" params={{ versionId }}>
          {words.steps.settings}
        </Link>
      </AlertText>
    </Alert>
  )
}
