import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Tag } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import type { RequestView } from '../../src/permissions/schema.ts'
import { Deadline } from '../parts/deadline.tsx'
import { Failure } from '../parts/failure.tsx'
import { Focused } from '../parts/focused.tsx'
import { useInWords } from '../parts/in-words.ts'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { useMember } from '../session.ts'
import { useWords } from '../words/words.ts'
import { AskedFor } from './asked-for.tsx'
import { Consents, Desks } from './desks.tsx'
import { requestQuery } from './data.ts'
import { History } from './history.tsx'
import { Moves } from './moves.tsx'
import { RulingOn } from './ruling-of.tsx'
import { requestWords } from './words.ts'

/** One request: the exact thing, who must agree, the desks, what happened, and what this reader may do. */
export function RequestPage(): ReactNode {
  const { requestId = '' } = useParams({ strict: false })
  const words = useWords(requestWords)
  const inWords = useInWords()
  const request = useQuery(requestQuery(requestId))
  const [conflict, setConflict] = useState<unknown>()
  const [moved, setMoved] = useState(0)
  if (request.isError)
    return (
      <Page title={words.title}>
        <Failure error={request.error} again={() => void request.refetch()} />
      </Page>
    )
  if (!request.data) return <Loading />
  const { data } = request
  return (
    <Page title={inWords.matter(data.matter)}>
      {conflict !== undefined && <Failure error={conflict} />}
      <div className="beside">
        <div>
          {moved > 0 ? (
            <Focused key={moved}>
              <Head request={data} />
            </Focused>
          ) : (
            <Head request={data} />
          )}
          <AskedFor title={words.one.asked} content={data.content} seal={data.contentHash} />
          <RulingOn request={data} />
        </div>
        <div className="stack">
          <Moves
            key={data.version}
            request={data}
            onConflict={setConflict}
            onMoved={() => setMoved(moved + 1)}
          />
          <Letters request={data} />
          <Consents request={data} />
          <Desks request={data} />
          <History steps={data.steps} />
        </div>
      </div>
    </Page>
  )
}

function Head({ request }: { request: RequestView }): ReactNode {
  const words = useWords(requestWords)
  const inWords = useInWords()
  const me = useMember()
  const { author, state, dueAt, desk, path, isPublicMatter, renews } = request
  return (
    <>
      <dl className="facts">
        {author.memberId !== me.memberId && (
          <div className="fact">
            <dt>{words.one.by}</dt>
            <dd>{author.name}</dd>
          </div>
        )}
        <div className="fact">
          <dt>{words.one.state}</dt>
          <dd>
            <Tag>{words.states[state]}</Tag> {desk}
          </dd>
        </div>
        {dueAt !== null && (
          <div className="fact">
            <dt>{words.one.due}</dt>
            <dd>
              <Deadline at={dueAt} />
            </dd>
          </div>
        )}
        {path && (
          <div className="fact">
            <dt>{words.one.path}</dt>
            <dd>
              {words.one.pathSays(inWords.givers(path.by), inWords.form(path.form))}{' '}
              <Link to="/order" hash={path.cites}>
                {path.cites}
              </Link>
            </dd>
          </div>
        )}
      </dl>
      {isPublicMatter && <p>{words.one.publicMatter}</p>}
      {renews !== null && (
        <p>
          <Link to="/register/$permissionId" params={{ permissionId: renews }}>
            {words.one.renews}
          </Link>
        </p>
      )}
    </>
  )
}

function Letters({ request }: { request: RequestView }): ReactNode {
  const words = useWords(requestWords).one
  const { letter, permissionId } = request
  if (letter === null && permissionId === null) return undefined
  return (
    <ul className="ways-row">
      {permissionId !== null && (
        <li>
          <Link to="/register/$permissionId" params={{ permissionId }}>
            {words.permission}
          </Link>
        </li>
      )}
      {letter !== null && (
        <li>
          <a href={letter} target="_blank" rel="noreferrer">
            {words.letter}
          </a>
        </li>
      )}
    </ul>
  )
}
