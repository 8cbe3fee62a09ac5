import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, AlertText, Tag } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import type { AccountView } from '../../src/accounts/schema.ts'
import { Facts } from '../parts/facts.tsx'
import { Failure } from '../parts/failure.tsx'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { Checks } from './checks.tsx'
import { Closing } from './closing.tsx'
import { accountQuery } from './data.ts'
import { History } from './history.tsx'
import { Key } from './key.tsx'
import { networkTitles } from './networks.ts'
import { Notices } from './notices.tsx'
import { People } from './people.tsx'
import { Problem } from './problem.tsx'
import { Review } from './review.tsx'
import { Suspending } from './suspending.tsx'
import { accountWords } from './words.ts'

/** One official page: its licence, what it is, its notices as they were last read, its people, its key, its history. */
export function AccountPage(): ReactNode {
  const { accountId = '' } = useParams({ strict: false })
  const words = useWords(accountWords)
  const account = useQuery(accountQuery(accountId))
  if (account.isError)
    return (
      <Page title={words.title}>
        <Failure error={account.error} again={() => void account.refetch()} />
      </Page>
    )
  if (!account.data) return <Loading />
  const { data } = account
  return (
    <Page title={`${data.handle}, ${networkTitles[data.network]}`}>
      <Problems account={data} />
      <div className="beside">
        <div className="stack">
          <Licence account={data} />
          <About account={data} />
          <Notices account={data} />
          <Checks account={data} />
          <Review account={data} />
          <History account={data} />
        </div>
        <div className="stack">
          <People account={data} />
          <Key account={data} />
          <Suspending account={data} />
          <Closing account={data} />
        </div>
      </div>
    </Page>
  )
}

function Problems({ account: { problems } }: { account: AccountView }): ReactNode {
  const words = useWords(accountWords).one
  if (problems.length === 0) return undefined
  return (
    <section className="stack" aria-label={words.problems}>
      {problems.map(({ kind, sentence }) => (
        <Alert key={`${kind} ${sentence}`} type="warning" slim>
          <AlertText>
            <Problem sentence={sentence} />
          </AlertText>
        </Alert>
      ))}
    </section>
  )
}

function Licence({ account }: { account: AccountView }): ReactNode {
  const words = useWords(accountWords)
  const dates = useDates()
  const { accountId, licence, state, imageryPermitted, closed, may, statements } = account
  const [last] = statements
  return (
    <section>
      <h2>{words.one.licence}</h2>
      <p>
        <Tag>{words.states[state]}</Tag>
      </p>
      {closed && (
        <p>
          {words.one.closedSays(closed.by.name, dates.moment(closed.at))}: {closed.because}
        </p>
      )}
      {licence ? (
        <>
          <Facts
            lines={[
              [words.one.givenBy, licence.by],
              [
                words.one.runs,
                words.one.runsSays(
                  dates.day(licence.from),
                  licence.to === null ? words.noEnd : dates.day(licence.to),
                ),
              ],
              [words.one.imagery, imageryPermitted ? words.one.imageryYes : words.one.imageryNo],
            ]}
          />
          <ul className="usa-list">
            {licence.letter !== null && (
              <li>
                <a href={licence.letter} target="_blank" rel="noreferrer">
                  {words.one.letter}
                </a>
              </li>
            )}
            <li>
              <Link to="/register/$permissionId" params={{ permissionId: licence.permissionId }}>
                {words.one.permission}
              </Link>
            </li>
          </ul>
        </>
      ) : (
        <p>
          {words.one.notLicensed}{' '}
          {last && (
            <Link to="/requests/$requestId" params={{ requestId: last.requestId }}>
              {words.one.request}
            </Link>
          )}
        </p>
      )}
      {may.includes('propose-again') && (
        <>
          <p className="quiet">{words.one.againHint}</p>
          <p>
            <Link
              className="usa-button usa-button--outline"
              to="/accounts/$accountId/propose"
              params={{ accountId }}
            >
              {words.one.again}
            </Link>
          </p>
        </>
      )}
    </section>
  )
}

function About({ account }: { account: AccountView }): ReactNode {
  const words = useWords(accountWords)
  const dates = useDates()
  const { network, address, service, page, proposedBy, proposedAt } = account
  const { custody } = page
  const by =
    custody.determinedBy === null || custody.determinedOn === null
      ? custody.unit
      : `${custody.unit}, ${words.one.determined(custody.determinedBy, dates.day(custody.determinedOn))}`
  return (
    <section>
      <h2>{words.one.about}</h2>
      <Facts
        lines={[
          [words.one.network, networkTitles[network]],
          [
            words.one.address,
            <a key="address" href={address} className="anywhere">
              {address}
            </a>,
          ],
          [
            words.one.service,
            <span key="service" className="anywhere">
              {service}
            </span>,
          ],
          [words.one.purpose, page.purpose],
          [words.one.audience, page.audience],
          [words.one.languages, page.languages.map((one) => words.languages[one]).join(', ')],
          [words.one.comments, page.takesComments ? words.one.commentsYes : words.one.commentsNo],
          [words.one.runBy, by],
          [words.one.site, page.site],
          [words.one.contact, page.contact],
          [words.one.proposed, words.one.proposedSays(proposedBy.name, dates.day(proposedAt))],
        ]}
      />
    </section>
  )
}
