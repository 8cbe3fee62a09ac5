import { Alert, AlertHeading, AlertText } from '@trussworks/react-uswds'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { z } from 'zod'
import type { CrimeChecked, crimeBodySchema } from '../../src/posts/notices/crime-store.ts'
import { send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { Field, SelectField } from '../parts/field.tsx'
import { FileField } from '../parts/file-field.tsx'
import { Form } from '../parts/form.tsx'
import { Rows } from '../parts/table.tsx'
import { useWords } from '../words/words.ts'
import { CrimeTables } from './crime-tables.tsx'
import { crimeWords } from './crime-words.ts'

type Body = z.infer<typeof crimeBodySchema>

interface CrimeLoadProps {
  start: { source: string; threshold: number; at: string | null }
  onPublished: () => Promise<void>
}

const mostBytes = 16_000_000
const thresholds = Array.from({ length: 19 }, (_, place) => String(place + 2))

/** A file of reports: looked through first, then published as it was seen. */
export function CrimeLoad({ start, onPublished }: CrimeLoadProps): ReactNode {
  const words = useWords(crimeWords)
  const [file, setFile] = useState<File>()
  const [checked, setChecked] = useState<{ body: Body; answer: CrimeChecked; times: number }>()
  const [times, setTimes] = useState(0)
  const [isText, setIsText] = useState(true)
  const check = async (source: string, threshold: number): Promise<void> => {
    setChecked(undefined)
    if (!file) return
    setTimes(times + 1)
    const csv = await textOf(file)
    setIsText(csv !== undefined)
    if (csv === undefined) return
    const body = { csv, source, threshold }
    setChecked({ body, answer: await send<CrimeChecked>('POST', '/api/crime-data/check', body), times })
  }
  return (
    <div className="stack">
      <div onChange={() => setChecked(undefined)}>
        <Form
          submit={words.check}
          check={() => ({
            file: file && file.size > mostBytes ? words.tooLarge : undefined,
          })}
          onSubmit={(filled) => check(filled.text('source'), Number(filled.text('threshold')))}
        >
          <FileField
            name="file"
            label={words.file}
            hint={words.fileHint}
            accept=".csv,text/csv"
            onChoose={setFile}
          />
          <Field
            name="source"
            label={words.source}
            hint={words.sourceHint}
            required
            maxLength={200}
            start={start.source}
          />
          <SelectField
            name="threshold"
            label={words.threshold}
            required
            start={String(start.threshold)}
            choices={thresholds.map((value) => ({ value, label: value }))}
          />
        </Form>
      </div>
      <div role="alert">
        {!isText && (
          <Alert type="error" slim>
            <AlertText>{words.unreadable}</AlertText>
          </Alert>
        )}
      </div>
      {checked && (
        <Answer
          key={checked.times}
          body={checked.body}
          answer={checked.answer}
          isOut={start.at !== null}
          onPublish={async () => {
            await send('POST', '/api/crime-data', checked.body)
            await onPublished()
          }}
        />
      )}
    </div>
  )
}

/** What is not UTF-8 is no text that we could tell the lines of. */
async function textOf(file: File): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
  } catch {
    return undefined
  }
}

interface AnswerProps {
  body: Body
  answer: CrimeChecked
  /** Are figures out already? */
  isOut: boolean
  onPublish: () => Promise<void>
}

/** What is wrong, line by line with what stands there; or what the public would see, and the button. */
function Answer({ body, answer, isOut, onPublish }: AnswerProps): ReactNode {
  const words = useWords(crimeWords)
  const { problems, tables, rows } = answer
  return (
    <div className="stack">
      {tables ? (
        <>
          <Told>
            <Alert type="success">
              <AlertHeading level="h3">{words.good(rows.toLocaleString())}</AlertHeading>
              <AlertText>{words.wouldSee}</AlertText>
            </Alert>
          </Told>
          <CrimeTables tables={tables} threshold={body.threshold} />
          {isOut && <p>{words.replaces}</p>}
          <Action look="filled" run={onPublish}>
            {words.publish}
          </Action>
        </>
      ) : (
        <Problems csv={body.csv} problems={problems} />
      )}
    </div>
  )
}

/** Who reads by ear is taken to what was found. */
function Told({ children }: { children: ReactNode }): ReactNode {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1}>
      {children}
    </div>
  )
}

function Problems({ csv, problems }: Pick<CrimeChecked, 'problems'> & Pick<Body, 'csv'>): ReactNode {
  const words = useWords(crimeWords)
  const lines = csv.split(/\r\n|\n|\r/)
  return (
    <>
      <Told>
        <Alert type="error">
          <AlertHeading level="h3">{words.problems(problems.length)}</AlertHeading>
          <AlertText>
            {words.problemsSay} {problems.length >= 100 && words.many}
          </AlertText>
        </Alert>
      </Told>
      <Rows<CrimeChecked['problems'][number]>
        caption={words.problemsCaption}
        rows={problems}
        keyOf={({ line, problem }) => `${line} ${problem}`}
        columns={[
          {
            head: words.problem,
            cell: ({ line, problem }) => (
              <>
                {words.line(line)} <span lang="en">{problem}</span>
              </>
            ),
          },
          { head: words.text, cell: ({ line }) => <code>{(lines[line - 1] ?? '').slice(0, 120)}</code> },
        ]}
      />
    </>
  )
}
