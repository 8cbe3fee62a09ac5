import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, AlertText } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import type { VersionDetail } from '../../src/adoption/schema.ts'
import { send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { Failure } from '../parts/failure.tsx'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { useForgetOrders, versionQuery } from './data.ts'
import { Document } from './document.tsx'
import { Steps } from './steps.tsx'
import { adoptWords } from './words.ts'

/** One version on its way to adoption: its document, its fit, its settings, and what stands in the way. */
export function VersionPage(): ReactNode {
  const { versionId = '' } = useParams({ strict: false })
  const words = useWords(adoptWords)
  const version = useQuery(versionQuery(versionId))
  if (version.isError)
    return (
      <Page title={words.title}>
        <Failure error={version.error} again={() => void version.refetch()} />
      </Page>
    )
  if (!version.data) return <Loading />
  const { data } = version
  return (
    <Page title={`${data.number}: ${data.title}`}>
      {data.standing === 'draft' ? <Draft version={data} /> : <Settled version={data} />}
    </Page>
  )
}

function Settled({ version }: { version: VersionDetail }): ReactNode {
  const words = useWords(adoptWords).version
  const dates = useDates()
  const { versionId, adoptedAt } = version
  if (adoptedAt === null) return <p>{words.abandoned}</p>
  return (
    <>
      <p>{words.adopted(dates.day(adoptedAt))}</p>
      <ul className="ways-row">
        <li>
          <Link to="/order" search={{ version: versionId }}>
            {words.toOrder}
          </Link>
        </li>
        <li>
          <Link to="/adopt/$versionId/settings" params={{ versionId }}>
            {words.settings}
          </Link>
        </li>
      </ul>
    </>
  )
}

function Draft({ version }: { version: VersionDetail }): ReactNode {
  const words = useWords(adoptWords).version
  const forget = useForgetOrders()
  const { versionId, document, undecided, problems } = version
  const abandon = async (): Promise<void> => {
    await send('POST', `/api/orders/${versionId}/abandon`, { version: version.version })
    await forget()
  }
  return (
    <>
      <Steps versionId={versionId} />
      <Document version={version} />
      <div className="cards">
        <section className="card">
          <h2>{words.fit}</h2>
          <p>{document ? words.fitLeft(undecided) : words.fitNone}</p>
          {document && (
            <Link to="/adopt/$versionId/fit" params={{ versionId }}>
              {words.toFit}
            </Link>
          )}
        </section>
        <section className="card">
          <h2>{words.settings}</h2>
          <p>{words.settingsLead}</p>
          <Link to="/adopt/$versionId/settings" params={{ versionId }}>
            {words.toSettings}
          </Link>
        </section>
        <section className="card">
          <h2>{words.adopt}</h2>
          <Obstacles problems={problems} />
          <Link to="/adopt/$versionId/review" params={{ versionId }}>
            {words.toAdopt}
          </Link>
        </section>
      </div>
      <p>
        <Action look="unstyled" run={abandon}>
          {words.abandon}
        </Action>
      </p>
    </>
  )
}

/** What still stands in the way of adoption. */
export function Obstacles({ problems }: { problems: readonly string[] }): ReactNode {
  const words = useWords(adoptWords).version
  if (problems.length === 0) return <p>{words.ready}</p>
  return (
    <Alert type="warning" slim>
      <AlertText>{words.notReady}</AlertText>
      <ul className="usa-list" lang="en">
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </Alert>
  )
}
