import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import type { chainSchema, Member, MemberPage as MemberData } from '../../src/members/schema.ts'
import { get, send } from '../api.ts'
import { Facts } from '../parts/facts.tsx'
import { Failure } from '../parts/failure.tsx'
import { Field } from '../parts/field.tsx'
import { Form, type Filled } from '../parts/form.tsx'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { Saved } from '../parts/saved.tsx'
import { chartQuery } from '../positions/chart.ts'
import { holdsAny, useMember } from '../session.ts'
import { useDates } from '../words/dates.ts'
import { shared } from '../words/es.ts'
import { useWords } from '../words/words.ts'
import { Chain } from './chain.tsx'
import { memberIn, MemberFields } from './member-fields.tsx'
import { Invite, Locked } from './sign-in-of.tsx'
import { Undercover } from './undercover.tsx'
import { rosterWords } from './words.ts'

/** One member: what the roster holds, where they stand, and what their administrator or commander may do. */
export function MemberPage(): ReactNode {
  const { memberId = '' } = useParams({ strict: false })
  const words = useWords(rosterWords)
  const me = useMember()
  const [saved, setSaved] = useState<number>()
  const page = useQuery({
    queryKey: ['members', memberId],
    queryFn: ({ signal }) => get<MemberData>(`/api/members/${memberId}`, signal),
  })
  const chain = useQuery({
    queryKey: ['chain', memberId],
    queryFn: ({ signal }) => get<z.infer<typeof chainSchema>>(`/api/chain/${memberId}`, signal),
  })
  if (page.isError)
    return (
      <Page title={words.title}>
        <Failure error={page.error} again={() => void page.refetch()} />
      </Page>
    )
  if (!page.data) return <Loading />
  const { member, holds, locked } = page.data
  const isAdministrator = holdsAny(me, ['administrator'])
  const isOther = member.memberId !== me.memberId
  return (
    <Page title={member.name}>
      {saved === member.version && <Saved />}
      <div className="beside">
        <div>
          <Line member={member} />
          <h2>{words.member.holds}</h2>
          <Holds holds={holds} />
          <h2>{words.member.chain}</h2>
          {chain.isError && <Failure error={chain.error} />}
          {chain.data && <Chain desks={chain.data.desks} />}
        </div>
        <div className="stack">
          {locked !== null && <Locked memberId={memberId} locked={locked} mayRelease={isAdministrator} />}
          {isAdministrator && member.to === null && <Invite memberId={memberId} />}
          {isOther && holdsAny(me, ['chief', 'commander']) && <Undercover memberId={memberId} />}
        </div>
      </div>
      {isAdministrator && <Change key={`change ${member.version}`} member={member} onSaved={setSaved} />}
    </Page>
  )
}

function Line({ member }: { member: Member }): ReactNode {
  const words = useWords(rosterWords)
  const kinds = useWords(shared).kinds
  const dates = useDates()
  const { rank, badge, unit, email, kind, from, to } = member
  const lines = [
    [words.columns.kind, kinds[kind]],
    [words.columns.rank, rank],
    [words.columns.badge, badge],
    [words.columns.unit, unit],
    [words.form.email, email],
    [words.columns.serves, words.serves(dates.day(from), to === null ? undefined : dates.day(to))],
  ] as const
  return <Facts lines={lines} />
}

function Holds({ holds }: { holds: MemberData['holds'] }): ReactNode {
  const words = useWords(rosterWords)
  const dates = useDates()
  if (holds.length === 0) return <p>{words.member.holdsNone}</p>
  return (
    <ul className="usa-list">
      {holds.map(({ positionId, title, acting, from, to }) => (
        <li key={`${positionId} ${from}`}>
          {title}
          {acting && ` (${words.member.acting})`},{' '}
          <span className="quiet">
            {words.serves(dates.day(from), to === null ? undefined : dates.day(to))}
          </span>
        </li>
      ))}
    </ul>
  )
}

interface ChangeProps {
  member: Member
  onSaved: (version: number) => void
}

function Change({ member, onSaved }: ChangeProps): ReactNode {
  const words = useWords(rosterWords)
  const shown = useWords(shared).form
  const client = useQueryClient()
  const change = async (filled: Filled): Promise<void> => {
    const to = filled.maybe('to')
    const { version } = await send<Member>('PATCH', `/api/members/${member.memberId}`, {
      version: member.version,
      ...memberIn(filled),
      ...(to === undefined ? {} : { to }),
    })
    onSaved(version)
    await Promise.all(
      [['members'], ['chain'], chartQuery.queryKey].map((queryKey) => client.invalidateQueries({ queryKey })),
    )
  }
  return (
    <details>
      <summary>{words.form.changeTitle(member.name)}</summary>
      <Form
        submit={shown.save}
        check={(filled) => ({
          to: member.to !== null && filled.maybe('to') === undefined ? words.form.toStays : undefined,
        })}
        onSubmit={change}
      >
        <MemberFields member={member} />
        <Field name="to" label={words.form.to} hint={words.form.toHint} type="date" start={member.to ?? ''} />
      </Form>
    </details>
  )
}
