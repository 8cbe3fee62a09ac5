import { Alert, AlertText } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import type { SeriesCheck } from '../../src/records/keeping/schema.ts'
import { send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { SaidInLine } from '../parts/failure.tsx'
import { FileField } from '../parts/file-field.tsx'
import { Form } from '../parts/form.tsx'
import { Rows } from '../parts/table.tsx'
import { useWords } from '../words/words.ts'
import { useForgetRecords } from './data.ts'
import { retentionWords } from './retention-words.ts'

/** The API takes no more. */
const mostCharacters = 2_000_000

/** Record series from a file: checked, its faults told line by line, and only then loaded. */
export function SeriesFile(): ReactNode {
  const { file: words } = useWords(retentionWords)
  const [file, setFile] = useState<File>()
  const [checked, setChecked] = useState<{ csv: string; check: SeriesCheck }>()
  const [loaded, setLoaded] = useState<SeriesCheck>()
  const forget = useForgetRecords()
  const load = async (csv: string): Promise<void> => {
    setLoaded(await send<SeriesCheck>('POST', '/api/series/load', { csv }))
    setChecked(undefined)
    await forget()
  }
  return (
    <section className="record-noprint">
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      {loaded && (
        <Alert type="success" role="status" slim>
          <AlertText>{words.loaded(loaded.added, loaded.changed)}</AlertText>
        </Alert>
      )}
      <Form
        submit={words.check}
        check={() => ({ file: file && file.size > mostCharacters ? words.tooBig : undefined })}
        onSubmit={async () => {
          if (!file) return
          const csv = await file.text()
          setLoaded(undefined)
          setChecked({ csv, check: await send<SeriesCheck>('POST', '/api/series/check', { csv }) })
        }}
      >
        <FileField
          name="file"
          label={words.label}
          hint={words.hint}
          accept=".csv,text/csv"
          onChoose={(chosen) => {
            setFile(chosen)
            setChecked(undefined)
          }}
        />
      </Form>
      {checked && <Outcome check={checked.check} onLoad={() => load(checked.csv)} />}
    </section>
  )
}

function Outcome({ check, onLoad }: { check: SeriesCheck; onLoad: () => Promise<void> }): ReactNode {
  const { file: words } = useWords(retentionWords)
  const { rows, added, changed, same, changes, problems } = check
  const isGood = problems.length === 0
  return (
    <section>
      <h3>
        {words.rows(rows)}: {isGood ? words.good : words.problems(problems.length)}
      </h3>
      {!isGood && (
        <>
          <p>{words.mend}</p>
          <Rows
            caption={words.problems(problems.length)}
            rows={problems}
            keyOf={({ line, column, sentence }) => `${line} ${column} ${sentence}`}
            columns={[
              { head: words.line, cell: ({ line }) => line },
              { head: words.column, cell: ({ column }) => column ?? words.whole },
              { head: words.fault, cell: ({ sentence }) => <SaidInLine sentence={sentence} /> },
            ]}
          />
        </>
      )}
      {isGood && <p role="status">{words.would(added, changed, same)}</p>}
      {changes.length > 0 && (
        <Rows
          caption={words.changes}
          rows={changes}
          keyOf={({ seriesId, column }) => `${seriesId} ${column}`}
          columns={[
            { head: words.column, cell: ({ seriesId, column }) => `${seriesId}: ${column}` },
            { head: words.was, cell: ({ was }) => <del>{was}</del> },
            { head: words.becomes, cell: ({ becomes }) => <ins>{becomes}</ins> },
          ]}
        />
      )}
      {isGood && (
        <div className="row-of-buttons">
          {/* What the file says of kinds may be new where no series is. */}
          <Action look="filled" run={onLoad}>
            {words.load}
          </Action>
          {added + changed === 0 && <p className="quiet">{words.nothing}</p>}
        </div>
      )}
    </section>
  )
}
