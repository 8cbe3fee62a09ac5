import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { RecordBrief, RecordView } from '../../src/records/schema.ts'
import { WordDiff } from '../parts/word-diff.tsx'
import { useWords } from '../words/words.ts'
import { About, Marks, useWhat } from './record-line.tsx'
import { recordWords } from './words.ts'

/** Records of the same thing, the oldest first, each with what it changed of the words before. */
export function Versions({ record }: { record: RecordView }): ReactNode {
  const { one: words } = useWords(recordWords)
  const what = useWhat()
  // The words of this one are here whole.
  const versions = record.versions.map((version) => (version.recordId === record.recordId ? record : version))
  if (versions.length < 2) return undefined
  return (
    <section>
      <h2>{words.versions}</h2>
      <ol className="record-thread">
        {versions.map((version, place) => (
          <li
            key={version.recordId}
            className={version.recordId === record.recordId ? 'record-thread__here' : ''}
            {...(version.recordId === record.recordId ? { 'aria-current': true } : {})}
          >
            <p className="record-line__head">
              {version.recordId === record.recordId ? (
                <strong>
                  {what(version)} ({words.here})
                </strong>
              ) : (
                <Link to="/records/$recordId" params={{ recordId: version.recordId }}>
                  {what(version)}
                </Link>
              )}{' '}
              {!record.isVersionsCut && (
                <span className="quiet">{words.version(place + 1, versions.length)}</span>
              )}
            </p>
            <Marks record={version} />
            <About record={version} />
            <Change version={version} before={wordsBefore(versions, place)} />
          </li>
        ))}
      </ol>
      {record.isVersionsCut && <p className="quiet">{words.versionsCut}</p>}
    </section>
  )
}

/** The words that the thing had before: of the last record of the same kind that has any. */
function wordsBefore(versions: readonly RecordBrief[], place: number): RecordBrief | undefined {
  const kind = versions[place]?.kind
  return versions.slice(0, place).findLast((version) => version.kind === kind && version.words !== '')
}

function Change({ version, before }: { version: RecordBrief; before: RecordBrief | undefined }): ReactNode {
  const { one: words } = useWords(recordWords)
  if (version.words === '') return undefined
  if (!before)
    return (
      <p className="record-words" lang="">
        {said(version)}
      </p>
    )
  if (before.words === version.words) return <p className="quiet">{words.same}</p>
  return (
    <WordDiff
      before={{ title: words.before, text: said(before) }}
      after={{ title: words.after, text: said(version) }}
    />
  )
}

function said({ words, isCut }: RecordBrief): string {
  return isCut ? `${words}…` : words
}
