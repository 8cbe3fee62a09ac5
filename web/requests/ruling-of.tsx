import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import type { Content } from '../../src/permissions/content.ts'
import type { MemberRuling, RequestView } from '../../src/permissions/schema.ts'
import type { Ruling } from '../../src/policy/ruling.ts'
import { get, send } from '../api.ts'
import { useSaying } from '../order/reader.ts'
import { Action } from '../parts/action.tsx'
import { Failure } from '../parts/failure.tsx'
import { useInWords } from '../parts/in-words.ts'
import { RulingView } from '../parts/ruling-view.tsx'
import { useWords } from '../words/words.ts'
import { actIn } from './asking.ts'
import { requestFormWords } from './form-words.ts'

type Seen = Ruling & Pick<MemberRuling, 'covered'>

/** What the order says of what is being asked, with the permissions its author already has. */
export function RulingOf({ content }: { content: () => Content }): ReactNode {
  const words = useWords(requestFormWords)
  const [seen, setSeen] = useState<{ text: string; ruling: Seen }>()
  const see = async (): Promise<void> => {
    const act = actIn(content())
    setSeen({ text: act.text ?? '', ruling: await send<Seen>('POST', '/api/rulings', act) })
  }
  return (
    <section className="card" aria-label={words.ruling}>
      <p>{words.rulingLead}</p>
      <Action run={see}>{words.see}</Action>
      {seen && (
        <div className="stack" role="status">
          <Said {...seen} />
        </div>
      )}
    </section>
  )
}

/** What the order says of a request, for whoever may see it. */
export function RulingOn({ request }: { request: RequestView }): ReactNode {
  const words = useWords(requestFormWords)
  const { requestId, version, content } = request
  const ruling = useQuery({
    queryKey: ['request', requestId, 'ruling', version],
    queryFn: () => get<Seen>(`/api/requests/${requestId}/ruling`),
  })
  return (
    <section className="stack" aria-label={words.ruling}>
      <h2>{words.ruling}</h2>
      {ruling.isError && <Failure error={ruling.error} again={() => void ruling.refetch()} />}
      {ruling.data && <Said text={content.text ?? ''} ruling={ruling.data} />}
    </section>
  )
}

function Said({ text, ruling }: { text: string; ruling: Seen }): ReactNode {
  const words = useWords(requestFormWords)
  const inWords = useInWords()
  const saying = useSaying()
  return (
    <>
      <RulingView text={text} ruling={ruling} saying={saying} />
      {ruling.covered.map(({ permissionId, matter }) => (
        <p key={permissionId}>
          <Link to="/register/$permissionId" params={{ permissionId }}>
            {words.covered(inWords.matter(matter))}
          </Link>
        </p>
      ))}
      {ruling.note !== undefined && <p lang="en">{ruling.note}</p>}
    </>
  )
}
