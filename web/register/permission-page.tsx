import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Tag } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import type { PermissionView } from '../../src/permissions/schema.ts'
import { get } from '../api.ts'
import { Facts } from '../parts/facts.tsx'
import { Failure } from '../parts/failure.tsx'
import { Focused } from '../parts/focused.tsx'
import { useInWords } from '../parts/in-words.ts'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { AskedFor } from '../requests/asked-for.tsx'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { Endings } from './endings.tsx'
import { registerWords } from './words.ts'

/** One permission: what exactly it covers, under which conditions, until when, and what may be done about it. */
export function PermissionPage(): ReactNode {
  const { permissionId = '' } = useParams({ strict: false })
  const words = useWords(registerWords)
  const inWords = useInWords()
  const [isEnded, setIsEnded] = useState(false)
  const permission = useQuery({
    queryKey: ['permissions', permissionId],
    queryFn: ({ signal }) => get<PermissionView>(`/api/permissions/${permissionId}`, signal),
  })
  if (permission.isError)
    return (
      <Page title={words.title}>
        <Failure error={permission.error} again={() => void permission.refetch()} />
      </Page>
    )
  if (!permission.data) return <Loading />
  const { data } = permission
  return (
    <Page title={inWords.matter(data.matter)}>
      <div className="beside">
        <div>
          {isEnded ? (
            <Focused>
              <Head permission={data} />
            </Focused>
          ) : (
            <Head permission={data} />
          )}
          <AskedFor title={words.one.permitted} content={data.content} seal={data.contentHash} />
        </div>
        <div className="stack">
          <Endings key={data.version} permission={data} onEnded={() => setIsEnded(true)} />
          <ul className="usa-list">
            <li>
              {data.letter === null ? (
                words.one.noLetter
              ) : (
                <a href={data.letter} target="_blank" rel="noreferrer">
                  {words.one.letter}
                </a>
              )}
            </li>
            <li>
              <Link to="/requests/$requestId" params={{ requestId: data.requestId }}>
                {words.one.request}
              </Link>
            </li>
          </ul>
        </div>
      </div>
    </Page>
  )
}

function Head({ permission }: { permission: PermissionView }): ReactNode {
  const words = useWords(registerWords)
  const inWords = useInWords()
  const dates = useDates()
  const {
    holder,
    state,
    by,
    decidedBy,
    decidedAs,
    from,
    to,
    givenAt,
    form,
    cites,
    conditions,
    ended,
    entryId,
  } = permission
  // Whoever hears appeals gives in the Chief's stead, under their own title.
  const office = by === 'chief' && !/chief/i.test(decidedAs) ? decidedAs : inWords.givers([by])
  const given =
    decidedBy === null
      ? words.one.colleagues
      : words.one.givenSays(decidedBy.name, office, dates.day(givenAt))
  const lines: [string, ReactNode][] = [
    [words.one.holder, holder.name],
    [words.one.standing, <Tag key="tag">{words.states[state]}</Tag>],
    [words.one.given, `${given}, ${inWords.form(form)}`],
    [words.one.runs, words.runs(dates.day(from), to === null ? undefined : dates.day(to))],
    [
      words.one.rests,
      <Link key="cites" to="/order" hash={cites}>
        {cites}
      </Link>,
    ],
    ...(conditions === null ? [] : [[words.one.conditions, conditions] satisfies [string, ReactNode]]),
    [
      words.one.entry,
      <Link key="entry" to="/ledger" search={{ entry: entryId }} className="mono">
        {entryId}
      </Link>,
    ],
  ]
  return (
    <>
      <Facts lines={lines} />
      {ended && (
        <section className="card">
          <h2>{words.one.ended}</h2>
          <p>
            {words.states[state]} {words.one.endedSays(ended.by.name, dates.moment(ended.at))}
          </p>
          {ended.because !== null && <blockquote>{ended.because}</blockquote>}
          {ended.citation !== null && (
            <p>
              <Link to="/order" hash={ended.citation}>
                {ended.citation}
              </Link>
            </p>
          )}
        </section>
      )}
    </>
  )
}
