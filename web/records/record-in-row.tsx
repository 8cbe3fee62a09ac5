import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { RecordBrief } from '../../src/records/schema.ts'
import { useWords } from '../words/words.ts'
import { About, useWhat, Words } from './record-line.tsx'
import { recordWords } from './words.ts'

interface RowProps {
  /** Null where the reader may not see it. */
  record: RecordBrief | null
  /** What is called so then. */
  name: string
}

/** A record in a table: what it is, its first words, who said them and when; or why there are none. */
export function RecordInRow({ record, name }: RowProps): ReactNode {
  const { list: words } = useWords(recordWords)
  const what = useWhat()
  if (record === null)
    return (
      <>
        {name}
        <p className="quiet">{words.notYours}</p>
      </>
    )
  const { recordId, disposedIn } = record
  return (
    <div className="record-in-row">
      <Link to="/records/$recordId" params={{ recordId }}>
        {what(record)}
      </Link>
      {disposedIn === null ? <Words record={record} sought="" /> : <p className="quiet">{words.wordsGone}</p>}
      <About record={record} />
    </div>
  )
}
