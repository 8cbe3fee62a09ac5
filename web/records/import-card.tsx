import { Link } from '@tanstack/react-router'
import { Alert, AlertText, Tag } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import type { RecordImport } from '../../src/records/schema.ts'
import { Said, SaidInLine } from '../parts/failure.tsx'
import { Progress } from '../parts/progress.tsx'
import { Rows } from '../parts/table.tsx'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { importWords } from './import-words.ts'
import { recordWords } from './words.ts'

/** One file that was brought: how far it is, what was new, known, and not to be read. */
export function ImportCard({ brought }: { brought: RecordImport }): ReactNode {
  const words = useWords(importWords)
  const { sources } = useWords(recordWords)
  const dates = useDates()
  const { importId, fileName, source, state, added, known, faulty, because, madeBy, madeAt } = brought
  const isUnderWay = state === 'waiting' || state === 'reading'
  const percent = Math.floor(brought.progress * 100)
  return (
    <article className="card" aria-labelledby={importId}>
      <h3 id={importId}>{fileName}</h3>
      <p className="record-marks">
        <Tag>{words.states[state]}</Tag>
        {source !== null && <Tag className="tag--calm">{sources[source]}</Tag>}
      </p>
      {isUnderWay && <Progress label={words.read(percent, added)} done={brought.progress} of={1} />}
      {because !== null && (
        <Alert type="error" slim>
          <AlertText>
            <Said sentence={because} />
          </AlertText>
        </Alert>
      )}
      {(state === 'done' || added > 0) && !isUnderWay && (
        <ul className="usa-list">
          <li>
            {words.added(added)}
            {added > 0 && source !== null && (
              <>
                {' · '}
                <Link to="/records" search={{ source }}>
                  {words.see}
                </Link>
              </>
            )}
          </li>
          <li>{words.known(known)}</li>
          <li>{words.faulty(faulty)}</li>
        </ul>
      )}
      {faulty > 0 && (
        <details>
          <summary>{words.faults}</summary>
          {faulty > brought.faults.length && <p>{words.first(brought.faults.length, faulty)}</p>}
          <Rows
            caption={words.faults}
            rows={brought.faults.map((fault, place) => ({ ...fault, place }))}
            keyOf={({ place }) => String(place)}
            columns={[
              { head: words.where, cell: ({ file }) => <span className="mono">{file}</span> },
              { head: words.because, cell: ({ because: why }) => <SaidInLine sentence={why} /> },
            ]}
          />
        </details>
      )}
      <p className="quiet">
        {words.by(madeBy.name, dates.moment(madeAt))}
        <br />
        {words.sealed} <span className="mono">{brought.sha256}</span>
      </p>
    </article>
  )
}
