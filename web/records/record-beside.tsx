import { Link } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { use, type ReactNode } from 'react'
import { eventIn } from '../../src/records/event-words.ts'
import type { RecordView } from '../../src/records/schema.ts'
import { Facts } from '../parts/facts.tsx'
import { wordOf } from '../parts/in-words.ts'
import { deskWords } from '../records-requests/words.ts'
import { holdsAny, useMember } from '../session.ts'
import { useDates } from '../words/dates.ts'
import { shared } from '../words/es.ts'
import { LanguageContext, useWords } from '../words/words.ts'
import { Keeping } from './record-keeping.tsx'
import { useWho } from './record-line.tsx'
import { office } from './roles.ts'
import { recordWords } from './words.ts'

/** What is known of a record, how long it is kept, what holds it, and its proof. */
export function RecordBeside({ record }: { record: RecordView }): ReactNode {
  const { one: words } = useWords(recordWords)
  const isOffice = holdsAny(useMember(), office)
  return (
    <aside className="record-beside">
      <Known record={record} />
      {isOffice && <Keeping recordId={record.recordId} />}
      {isOffice && <Holds record={record} />}
      {isOffice && <Requests record={record} />}
      <Proof record={record} />
      <div className="row-of-buttons">
        <Button type="button" outline onClick={() => print()}>
          {words.print}
        </Button>
      </div>
    </aside>
  )
}

function Known({ record }: { record: RecordView }): ReactNode {
  const words = useWords(recordWords)
  const { outcome } = useWords(shared).ruling
  const language = use(LanguageContext)
  const dates = useDates()
  const who = useWho()
  const { kind, event, at, author, madeBy, account, people, source, access, ruling, moderation } = record
  // Whoever wrote it stands above, and here as searches know them.
  const others = people.filter(({ memberId, name }) => memberId !== null || name !== keyOf(author ?? ''))
  const facts: (readonly [string, ReactNode])[] = [
    [words.kinds[kind], eventIn(language, event, kind)],
    [words.one.when, dates.zoned(at)],
    [words.one.author, author],
    [words.one.by, who(madeBy)],
    [words.one.account, account && `${account.handle} (${account.network})`],
    [words.one.people, others.length > 0 ? others.map(who).join(', ') : null],
    [words.one.ruling, ruling && wordOf(outcome, ruling)],
    [words.one.moderation, moderation && words.moderations[moderation]],
    [words.one.source, words.sources[source]],
    [words.one.access, words.classes[access]],
  ]
  return (
    <section className="card">
      <h2>{words.one.about}</h2>
      <Facts lines={facts} />
    </section>
  )
}

/** A name as searches know it. */
function keyOf(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function Holds({ record }: { record: RecordView }): ReactNode {
  const words = useWords(recordWords)
  const dates = useDates()
  const { recordId, thing, thread, holds, disposedIn } = record
  return (
    <section className="card">
      <h2>{words.one.holds}</h2>
      {holds.length === 0 && <p>{words.one.noHolds}</p>}
      <ul className="record-touching">
        {holds.map(({ holdId, matter, ref, title, placedAt }) => (
          <li key={holdId}>
            <Link to="/records/holds/$holdId" params={{ holdId }}>
              {title}
            </Link>
            <br />
            <span className="quiet">
              {[words.matters[matter], ref, dates.day(placedAt)].filter((one) => one !== null).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {disposedIn === null && (
        <>
          <p className="record-noprint">
            <Link to="/records/holds/new" search={{ records: recordId }}>
              {words.one.hold}
            </Link>
          </p>
          {thing !== thread && (
            <p className="record-noprint">
              <Link to="/records/holds/new" search={{ thing }}>
                {words.one.holdThing}
              </Link>
            </p>
          )}
          <p className="record-noprint">
            <Link to="/records/holds/new" search={{ thread }}>
              {words.one.holdThread}
            </Link>
          </p>
        </>
      )}
    </section>
  )
}

function Requests({ record: { requests } }: { record: RecordView }): ReactNode {
  const { one: words } = useWords(recordWords)
  const { states } = useWords(deskWords)
  return (
    <section className="card">
      <h2>{words.requests}</h2>
      {requests.length === 0 && <p>{words.noRequests}</p>}
      <ul className="record-touching">
        {requests.map(({ requestId, ref, title, state }) => (
          <li key={requestId}>
            <Link to="/records-requests/$requestId" params={{ requestId }}>
              {ref}: {title}
            </Link>
            <br />
            <span className="quiet">{wordOf(states, state)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Proof({ record }: { record: RecordView }): ReactNode {
  const { one: words } = useWords(recordWords)
  const dates = useDates()
  const { proof, entry, recordId } = record
  return (
    <section className="card">
      <h2>{words.proof}</h2>
      {proof ? (
        <>
          <p>
            {words.proofAt(proof.index + 1, proof.size)} {dates.moment(proof.checkpointAt)}
          </p>
          <p>
            <Link to="/ledger" search={{ entry: proof.entryId }}>
              {words.check}
            </Link>
          </p>
        </>
      ) : (
        <p>{words.soon}</p>
      )}
      <p className="mono">{recordId}</p>
      {entry && (
        <details>
          <summary>{words.entry}</summary>
          <pre className="mono">{entry.body}</pre>
          <p>
            {words.salt}: <span className="mono">{entry.salt}</span>
          </p>
        </details>
      )}
    </section>
  )
}
