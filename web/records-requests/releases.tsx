import { useQuery } from '@tanstack/react-query'
import { Alert, AlertText, Tag } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import type { ProductionView } from '../../src/records/production/schema.ts'
import type { RequestView } from '../../src/records/requests/schema.ts'
import { send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { Failure, Said, SaidInLine } from '../parts/failure.tsx'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { archiveQuery, productionsQuery, publishAt, useForget } from './data.ts'
import { releaseWords } from './release-words.ts'
import { useIsCustodian } from './roles.ts'

/** What went out, instalment by instalment, each with its package to download. */
export function Releases({ request }: { request: RequestView }): ReactNode {
  const words = useWords(releaseWords)
  const dates = useDates()
  const { requestId, releases } = request
  const productions = useQuery(productionsQuery(requestId, releases.length))
  if (releases.length === 0) return undefined
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{words.packageSays}</p>
      {productions.isError && <Failure error={productions.error} again={() => void productions.refetch()} />}
      <ol className="rr-releases">
        {releases.map(({ instalment, at, isLast, records, redacted, withheld }) => {
          const production = productions.data?.items.find((one) => one.instalment === instalment)
          return (
            <li key={instalment} className="card">
              <h3>{words.part(instalment)}</h3>
              <p>
                {dates.moment(at)}: {words.says(records, redacted, withheld)} {isLast && words.last}
              </p>
              {production ? (
                <Package production={production} />
              ) : (
                productions.data && <Packing fault={null} />
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function Package({ production }: { production: ProductionView }): ReactNode {
  const words = useWords(releaseWords)
  const dates = useDates()
  const { href, fault, bytes, sha256, numbers, lacks, publicAt } = production
  if (href === null) return <Packing fault={fault} />
  return (
    <>
      <p>
        <a href={href} download>
          {words.package(bytes ?? 0)}
        </a>{' '}
        {publicAt !== null && <Tag>{words.publicSince(dates.day(publicAt))}</Tag>}
      </p>
      <dl className="facts">
        {numbers && (
          <div className="fact">
            <dt>{words.numbers}</dt>
            <dd>
              {numbers.first} – {numbers.last}
            </dd>
          </div>
        )}
        {sha256 !== null && (
          <div className="fact">
            <dt>SHA-256</dt>
            <dd>
              <code>{sha256}</code>
            </dd>
          </div>
        )}
        {lacks.length > 0 && (
          <div className="fact">
            <dt>{words.lacks}</dt>
            {lacks.map((sentence) => (
              <dd key={sentence}>
                <SaidInLine sentence={sentence} />
              </dd>
            ))}
          </div>
        )}
      </dl>
      <Publish production={production} />
    </>
  )
}

/** Until the package is there: how far it is nobody can say; what happens next is said. */
function Packing({ fault }: { fault: string | null }): ReactNode {
  const words = useWords(releaseWords)
  if (fault === null)
    return (
      <>
        <progress className="progress" aria-label={words.packing} />
        <p role="status">{words.making}</p>
      </>
    )
  return (
    <Alert type="warning" slim role="status">
      <AlertText>
        {words.failed} <Said sentence={fault} /> {words.failedNext}
      </AlertText>
    </Alert>
  )
}

/** Into the public archive, or out of it, where the agency keeps one. */
function Publish({
  production: { productionId, version, publicAt },
}: {
  production: ProductionView
}): ReactNode {
  const words = useWords(releaseWords)
  const forget = useForget()
  const isCustodian = useIsCustodian()
  const isOpen = useQuery({ ...archiveQuery, enabled: isCustodian }).data?.isOpen ?? false
  const isPublic = publicAt !== null
  if (!isCustodian || (!isOpen && !isPublic)) return undefined
  return (
    <div className="row-of-buttons no-print">
      <Action
        run={async () => {
          try {
            await send('POST', publishAt(productionId), { version, isPublic: !isPublic })
          } finally {
            await forget()
          }
        }}
      >
        {isPublic ? words.unpublish : words.publish}
      </Action>
    </div>
  )
}
