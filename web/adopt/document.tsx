import { useState, type ReactNode } from 'react'
import type { VersionDetail } from '../../src/adoption/schema.ts'
import { FileField } from '../parts/file-field.tsx'
import { Focused } from '../parts/focused.tsx'
import { Form } from '../parts/form.tsx'
import { Progress } from '../parts/progress.tsx'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { useForgetOrders } from './data.ts'
import { upload } from './upload.ts'
import { adoptWords } from './words.ts'

/** The department's own document: what was imported, and the way to import it. */
export function Document({ version }: { version: VersionDetail }): ReactNode {
  const words = useWords(adoptWords).version
  const [isNew, setIsNew] = useState(false)
  const { document } = version
  const imported = document && <Imported version={version} document={document} />
  return (
    <section>
      <h2>{words.document}</h2>
      <p>{words.documentLead}</p>
      {document ? (
        <>
          {isNew ? <Focused key={document.importedAt}>{imported}</Focused> : imported}
          <details key={`again ${document.importedAt}`}>
            <summary>{words.importAgain}</summary>
            <Import version={version} onDone={() => setIsNew(true)} />
          </details>
        </>
      ) : (
        <Import version={version} onDone={() => setIsNew(true)} />
      )}
    </section>
  )
}

interface ImportedProps {
  version: VersionDetail
  document: NonNullable<VersionDetail['document']>
}

function Imported({ version: { versionId }, document }: ImportedProps): ReactNode {
  const words = useWords(adoptWords).version
  const dates = useDates()
  const { name, importedAt, doubts } = document
  return (
    <>
      <p>
        {words.imported(name, dates.moment(importedAt))}{' '}
        <a href={`/api/orders/${versionId}/document`} download={name}>
          {words.open}
        </a>
      </p>
      {doubts.length > 0 && (
        <details>
          <summary>{words.doubts(doubts.length)}</summary>
          <ul className="usa-list">
            {doubts.map(({ line, page, sentence }) => (
              <li key={`${line} ${sentence}`}>
                {words.doubt(page, line)} <span lang="en">{sentence}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

interface ImportProps {
  version: VersionDetail
  onDone: () => void
}

function Import({ version: { versionId, version }, onDone }: ImportProps): ReactNode {
  const words = useWords(adoptWords).version
  const forget = useForgetOrders()
  const [file, setFile] = useState<File>()
  const [sent, setSent] = useState<number>()
  const bring = async (): Promise<void> => {
    if (!file) return
    const form = new FormData()
    // The server reads the version before the file comes.
    form.append('version', String(version))
    form.append('file', file)
    setSent(0)
    try {
      await upload(`/api/orders/${versionId}/document`, form, setSent)
      onDone()
      await forget()
    } finally {
      setSent(undefined)
    }
  }
  return (
    <Form submit={words.import} onSubmit={bring}>
      <FileField
        name="file"
        label={words.file}
        hint={words.fileHint}
        accept=".pdf,.docx,.md,.txt,application/pdf,text/plain,text/markdown"
        onChoose={setFile}
      />
      {sent !== undefined && (
        <Progress
          label={sent < 1 ? words.sending(Math.round(sent * 100)) : words.reading}
          done={sent}
          of={1}
        />
      )}
    </Form>
  )
}
