import { Link } from '@tanstack/react-router'
import { Tag } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import type { ReaderProvision } from '../../src/adoption/schema.ts'
import { useInWords } from '../parts/in-words.ts'
import { useWords } from '../words/words.ts'
import { Differences } from './differences.tsx'
import { orderWords } from './words.ts'

/** One provision: its words, what Decorum does about it, who permits, its risk, and how other orders answer. */
export function ProvisionArticle({ provision }: { provision: ReaderProvision }): ReactNode {
  const words = useWords(orderWords)
  const { citation, gist, verbatim, modality, carriedOut, except, path, risk, reading, note } = provision
  const called = useInWords().citation(citation)
  const told = [
    [words.except, except],
    [words.risk, risk],
    [words.reading, reading],
    [words.note, note],
  ] as const
  return (
    <article className="provision" id={citation} tabIndex={-1} aria-labelledby={`${citation}-name`}>
      <h3 id={`${citation}-name`}>
        <Link to="." search={(before) => before} hash={citation} aria-label={words.link(called)}>
          {called}
        </Link>{' '}
        {modality && <Tag>{words.modality[modality]}</Tag>}
      </h3>
      {verbatim !== null && (
        <blockquote lang="en" aria-label={words.verbatim}>
          {verbatim}
        </blockquote>
      )}
      {gist !== null && (
        <p>
          {verbatim !== null && <strong>{words.gist}: </strong>}
          <span lang="en">{gist}</span>
        </p>
      )}
      <dl className="facts">
        <div className="fact">
          <dt>{words.does}</dt>
          <dd lang="en">
            {carriedOut.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </dd>
        </div>
        {path && <Who path={path} />}
        {told
          .filter(([, value]) => value !== null)
          .map(([name, value]) => (
            <div key={name} className="fact">
              <dt>{name}</dt>
              <dd lang="en">{value}</dd>
            </div>
          ))}
      </dl>
      <Differences others={provision.others} />
    </article>
  )
}

function Who({ path }: { path: NonNullable<ReaderProvision['path']> }): ReactNode {
  const words = useWords(orderWords)
  const inWords = useInWords()
  const { matter, by, via, form, cites, unnamed } = path
  return (
    <div className="fact">
      <dt>{words.who}</dt>
      <dd>
        <p>
          {words.whoSays(inWords.givers(by), inWords.form(form))},{' '}
          {via === 'chain' ? words.chain : words.direct}:{' '}
          <Link to="." search={(before) => before} hash={cites}>
            {cites}
          </Link>
          . {unnamed && words.unnamed}
        </p>
        <p className="no-print">
          <Link to="/requests/new" search={{ matter }}>
            {words.ask}
          </Link>
        </p>
      </dd>
    </div>
  )
}
