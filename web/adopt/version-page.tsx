import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, AlertText, Button } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import type { VersionDetail } from '../../src/adoption/schema.ts'
import { send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Failure, SaidInLine } from '../parts/failure.tsx'
import { Focused } from '../parts/focused.tsx'
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
  if (adoptedAt === null)
    return (
      <Focused>
        <p>{words.abandoned}</p>
        <p>
          <Link to="/adopt">{words.toVersions}</Link>
        </p>
      </Focused>
    )
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
  const { versionId, document, undecided, problems } = version
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
      <Abandon version={version} />
    </>
  )
}

/** Nobody takes it back: it is asked once more. */
function Abandon({ version: { versionId, version } }: { version: VersionDetail }): ReactNode {
  const words = useWords(adoptWords).version
  const forget = useForgetOrders()
  const [isAsked, setIsAsked] = useState(false)
  const abandon = async (): Promise<void> => {
    await send('POST', `/api/orders/${versionId}/abandon`, { version })
    await forget()
  }
  return (
    <>
      <p>
        <Button type="button" unstyled onClick={() => setIsAsked(true)}>
          {words.abandon}
        </Button>
      </p>
      <Dialog title={words.abandon} isOpen={isAsked} onClose={() => setIsAsked(false)}>
        <p>{words.abandonSays}</p>
        <div className="row-of-buttons">
          <Action look="filled" run={abandon}>
            {words.abandon}
          </Action>
          <Button type="button" unstyled onClick={() => setIsAsked(false)}>
            {words.keepIt}
          </Button>
        </div>
      </Dialog>
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
      <ul className="usa-list">
        {problems.map((problem) => (
          <li key={problem}>
            <SaidInLine sentence={problem} />
          </li>
        ))}
      </ul>
    </Alert>
  )
}
