import { useQuery } from '@tanstack/react-query'
import { Alert, AlertText } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import type { Ledger } from '../../src/ledger/schema.ts'
import { get } from '../api.ts'
import { Failure } from '../parts/failure.tsx'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { FindEntry } from './find-entry.tsx'
import { compareWithSeen, type Compared } from './memory.ts'
import { ledgerWords } from './words.ts'

/** The ledger as anybody may see it: its last checkpoint, checked on the spot, and the way to check one's own entry. */
export function LedgerPage(): ReactNode {
  const words = useWords(ledgerWords)
  const ledger = useQuery({
    queryKey: ['ledger'],
    queryFn: async ({ signal }) => {
      const now = await get<Ledger>('/api/ledger', signal)
      return { now, compared: await compareWithSeen(now, signal) }
    },
  })
  return (
    <Page title={words.title} lead={words.lead}>
      {ledger.isPending && <Loading />}
      {ledger.isError && <Failure error={ledger.error} again={() => void ledger.refetch()} />}
      {ledger.data && (
        <div className="stack">
          <Checked compared={ledger.data.compared} />
          <Latest ledger={ledger.data.now} />
          <FindEntry logKey={ledger.data.now.key} />
          <How />
        </div>
      )}
    </Page>
  )
}

function Checked({ compared }: { compared: Compared }): ReactNode {
  const words = useWords(ledgerWords).here
  const dates = useDates()
  const isFine = compared.found === 'first' || compared.found === 'same' || compared.found === 'grew'
  return (
    <section>
      <h2>{words.title}</h2>
      <Alert type={isFine ? 'success' : 'error'} slim>
        <AlertText>
          {isFine && `${words.good} `}
          {compared.found === 'grew'
            ? words.grew(compared.from, dates.moment(compared.seenAt))
            : words[compared.found]}
        </AlertText>
      </Alert>
    </section>
  )
}

function Latest({ ledger }: { ledger: Ledger }): ReactNode {
  const words = useWords(ledgerWords)
  const dates = useDates()
  return (
    <section>
      <h2>{words.latest}</h2>
      <p className="lead">
        <strong>{words.entries(ledger.size)}</strong>, {words.signed(dates.moment(ledger.at))}
        {ledger.waiting > 0 && ` ${words.waiting(ledger.waiting)}`}
      </p>
      <dl className="facts">
        <dt>{words.log}</dt>
        <dd className="mono">{ledger.origin}</dd>
        <dt>{words.root}</dt>
        <dd className="mono">{ledger.root}</dd>
        <dt>{words.key}</dt>
        <dd className="mono">{ledger.key}</dd>
        <dt>{words.witnesses}</dt>
        <dd>
          {ledger.cosignatures.length === 0 && words.noWitness}
          {ledger.cosignatures.map(({ witness, at }) => (
            <p key={witness}>
              {witness}, {dates.moment(at)}
            </p>
          ))}
        </dd>
        {ledger.backups && (
          <>
            <dt>{words.backups}</dt>
            <dd>
              {words.backup[ledger.backups.state](
                ledger.backups.madeAt === null ? words.backup.never : dates.moment(ledger.backups.madeAt),
              )}
              {ledger.backups.areKeysWithData && ` ${words.backup.keysWithData}`}
            </dd>
          </>
        )}
      </dl>
      <details>
        <summary>{words.whole}</summary>
        <pre className="mono">{ledger.checkpoint}</pre>
      </details>
    </section>
  )
}

function How(): ReactNode {
  const words = useWords(ledgerWords).how
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <pre className="mono">{`curl -s -o checkpoint.txt ${location.origin}/ledger/checkpoint\ndecorum ledger verify --checkpoint checkpoint.txt folder-of-tiles`}</pre>
      <p>{words.keep}</p>
    </section>
  )
}
