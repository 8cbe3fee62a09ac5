import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, AlertText } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import { fileText } from '../../src/members/file-text.ts'
import type { RosterChange, RosterCheck, RosterProblem } from '../../src/members/schema.ts'
import { send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { SaidInLine } from '../parts/failure.tsx'
import { FileField } from '../parts/file-field.tsx'
import { Focused } from '../parts/focused.tsx'
import { Form } from '../parts/form.tsx'
import { wordOf } from '../parts/in-words.ts'
import { Page } from '../parts/page.tsx'
import { Rows } from '../parts/table.tsx'
import { chartQuery } from '../positions/chart.ts'
import { useWords } from '../words/words.ts'
import { importWords } from './words.ts'

interface Checked {
  csv: string
  check: RosterCheck
}

/** A roster from a file: checked, shown line by line where it is wrong, and then imported. */
export function ImportPage(): ReactNode {
  const words = useWords(importWords)
  const [file, setFile] = useState<File>()
  const [checked, setChecked] = useState<Checked>()
  const [done, setDone] = useState<RosterCheck>()
  const client = useQueryClient()
  const imported = async (skipBad: boolean): Promise<void> => {
    if (!checked) return
    setDone(await send<RosterCheck>('POST', '/api/roster/import', { csv: checked.csv, skipBad }))
    await Promise.all(
      [['members'], ['chain'], chartQuery.queryKey].map((queryKey) => client.invalidateQueries({ queryKey })),
    )
  }
  if (done)
    return (
      <Page title={words.title}>
        <Focused>
          <Alert type="success" role="status" slim>
            <AlertText>{words.done(done.added, done.changed)}</AlertText>
          </Alert>
        </Focused>
        <p>
          <Link to="/roster">{words.toRoster}</Link>
        </p>
      </Page>
    )
  return (
    <Page title={words.title} lead={words.lead}>
      <Form
        submit={words.check}
        onSubmit={async () => {
          if (!file) return
          const csv = fileText(new Uint8Array(await file.arrayBuffer()))
          setChecked({ csv, check: await send<RosterCheck>('POST', '/api/roster/check', { csv }) })
        }}
      >
        <FileField
          name="file"
          label={words.file}
          hint={words.fileHint}
          accept=".csv,text/csv"
          onChoose={(chosen) => {
            setFile(chosen)
            setChecked(undefined)
          }}
        />
      </Form>
      {checked && <Outcome check={checked.check} onImport={imported} />}
    </Page>
  )
}

interface OutcomeProps {
  check: RosterCheck
  onImport: (skipBad: boolean) => Promise<void>
}

function Outcome({ check, onImport }: OutcomeProps): ReactNode {
  const words = useWords(importWords)
  const isGood = check.problems.length === 0
  const doesSomething = check.added + check.changed > 0
  const { columns } = words
  return (
    <section>
      <h2>
        {words.found(check.rows)}: {isGood ? words.good : words.problems(check.problems.length)}
      </h2>
      <p>{words.would(check.added, check.changed, check.same)}</p>
      {!isGood && (
        <Rows<RosterProblem>
          caption={words.problems(check.problems.length)}
          rows={check.problems}
          keyOf={({ line, column, sentence }) => `${line} ${column} ${sentence}`}
          columns={[
            { head: columns.line, cell: ({ line }) => line },
            { head: columns.column, cell: ({ column }) => column ?? words.wholeLine },
            { head: columns.sentence, cell: ({ sentence }) => <SaidInLine sentence={sentence} /> },
          ]}
        />
      )}
      {check.changes.length > 0 && <Changes changes={check.changes} />}
      {doesSomething && <Action run={() => onImport(!isGood)}>{isGood ? words.import : words.skip}</Action>}
    </section>
  )
}

/** What would be otherwise, member by member: as it is, and as it would be. */
function Changes({ changes }: { changes: readonly RosterChange[] }): ReactNode {
  const { columns, changes: caption, fields, kept } = useWords(importWords)
  return (
    <Rows<RosterChange>
      caption={caption}
      rows={changes}
      keyOf={({ line, column }) => `${line} ${column}`}
      columns={[
        { head: columns.line, cell: ({ line }) => line },
        { head: columns.member, cell: ({ name }) => name },
        { head: columns.column, cell: ({ column }) => wordOf(fields, column) },
        { head: columns.before, cell: ({ before }) => before ?? '–' },
        { head: columns.after, cell: ({ after, isKept }) => (isKept ? kept(after ?? '–') : (after ?? '–')) },
      ]}
    />
  )
}
