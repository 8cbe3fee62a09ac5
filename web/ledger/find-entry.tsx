import { useQuery } from '@tanstack/react-query'
import { Alert, AlertText } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import type { Inclusion } from '../../src/ledger/schema.ts'
import { get } from '../api.ts'
import { Failure } from '../parts/failure.tsx'
import { Field } from '../parts/field.tsx'
import { Focused } from '../parts/focused.tsx'
import { Form } from '../parts/form.tsx'
import { Loading } from '../parts/loading.tsx'
import { useQuestion } from '../question.ts'
import { useWords } from '../words/words.ts'
import { checkInclusion } from './check.ts'
import { ledgerWords } from './words.ts'

const entryPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Looks an entry's proof up and checks it here, against the key that the page showed. */
export function FindEntry({ logKey }: { logKey: string }): ReactNode {
  const words = useWords(ledgerWords).find
  const [{ entry }, ask] = useQuestion()
  const proof = useQuery({
    queryKey: ['ledger', 'proof', entry],
    queryFn: ({ signal }) => get<Inclusion>(`/api/ledger/proof/${encodeURIComponent(entry ?? '')}`, signal),
    enabled: entry !== undefined,
  })
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <Form
        key={entry ?? ''}
        submit={words.go}
        check={(filled) => ({ entry: entryPattern.test(filled.text('entry')) ? undefined : words.wrong })}
        onSubmit={(filled) => ask({ entry: filled.text('entry') }, true)}
      >
        <Field name="entry" label={words.label} hint={words.hint} required start={entry ?? ''} />
      </Form>
      {proof.isLoading && <Loading />}
      {(proof.isError || proof.data) && (
        <Focused key={entry}>
          {proof.isError && <Failure error={proof.error} />}
          {proof.data && <Proof proof={proof.data} logKey={logKey} />}
        </Focused>
      )}
    </section>
  )
}

function Proof({ proof, logKey }: { proof: Inclusion; logKey: string }): ReactNode {
  const words = useWords(ledgerWords).find
  const found = checkInclusion(proof, logKey)
  return (
    <div className="stack">
      <Alert type={found === 'there' ? 'success' : 'error'} role="status" slim>
        <AlertText>
          {found === 'there' ? words.there(proof.index + 1, proof.size) : `${words.not} ${words.why[found]}`}
        </AlertText>
      </Alert>
      <details>
        <summary>{words.proof}</summary>
        <dl className="facts">
          <dt>{words.commitment}</dt>
          <dd className="mono">{proof.commitment}</dd>
          <dt>{words.path}</dt>
          <dd className="mono">
            {proof.proof.map((hash) => (
              <div key={hash}>{hash}</div>
            ))}
          </dd>
        </dl>
      </details>
    </div>
  )
}
