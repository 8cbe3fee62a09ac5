import { useQuery } from '@tanstack/react-query'
import { Tag } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { demoMembersSchema } from '../../src/members/session-schema.ts'
import { get, send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { Failure } from '../parts/failure.tsx'
import { Loading } from '../parts/loading.tsx'
import { shared } from '../words/es.ts'
import { useWords } from '../words/words.ts'
import { signInWords } from './words.ts'

type DemoMembers = z.infer<typeof demoMembersSchema>
type DemoMember = DemoMembers['items'][number]

/** In a demonstration anybody may be anybody: one person for each role first, all others folded. */
export function DemoPicker({ onIn }: { onIn: () => Promise<void> }): ReactNode {
  const words = useWords(signInWords).demo
  const people = useQuery({
    queryKey: ['demo'],
    queryFn: ({ signal }) => get<DemoMembers>('/api/demo/members', signal),
  })
  if (people.isPending) return <Loading />
  if (people.isError) return <Failure error={people.error} again={() => void people.refetch()} />
  const first = oneOfEachRole(people.data.items)
  const others = people.data.items.filter((one) => !first.includes(one))
  const list = (some: readonly DemoMember[]): ReactNode => (
    <ul className="people">
      {some.map((member) => (
        <Person key={member.memberId} member={member} onIn={onIn} />
      ))}
    </ul>
  )
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      {list(first)}
      {others.length > 0 && (
        <details>
          <summary>{words.others(others.length)}</summary>
          {list(others)}
        </details>
      )}
      <h2>{words.public}</h2>
      <p>{words.publicLead}</p>
      <ul>
        <li>
          <a href="/public">{words.site}</a>
        </li>
        {people.data.networks.map(({ name, url }) => (
          <li key={url}>
            <a href={url}>{name}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Person({ member, onIn }: { member: DemoMember; onIn: () => Promise<void> }): ReactNode {
  const words = useWords(signInWords).demo
  const names = useWords(shared).roles
  const name = [member.rank, member.name].filter(Boolean).join(' ')
  const roles = member.roles.filter((role) => role !== 'member')
  return (
    <li>
      <Action
        run={async () => {
          await send('POST', '/api/demo/sign-in', { memberId: member.memberId })
          await onIn()
        }}
      >
        {words.as(name)}
      </Action>
      {roles.map((role) => (
        <Tag key={role}>{names[role]}</Tag>
      ))}
    </li>
  )
}

/** The first in the list for every role that somebody holds, and one who is a member and nothing else. */
function oneOfEachRole(people: readonly DemoMember[]): DemoMember[] {
  const found = new Set<DemoMember>()
  const seen = new Set<string>()
  for (const person of people) {
    const held = person.roles.length === 1 ? ['member'] : person.roles.filter((role) => role !== 'member')
    if (held.some((role) => !seen.has(role))) found.add(person)
    for (const role of held) seen.add(role)
  }
  return [...found]
}
