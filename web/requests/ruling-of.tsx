import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import type { Content } from '../../src/permissions/content.ts'
import type { MemberRuling } from '../../src/permissions/schema.ts'
import type { Ruling } from '../../src/policy/ruling.ts'
import { send } from '../api.ts'
import { useSaying } from '../order/reader.ts'
import { Action } from '../parts/action.tsx'
import { useInWords } from '../parts/in-words.ts'
import { RulingView } from '../parts/ruling-view.tsx'
import { useWords } from '../words/words.ts'
import { actIn } from './asking.ts'
import { requestWords } from './words.ts'

type Seen = Ruling & Pick<MemberRuling, 'covered'>

/** What the order says of what is being asked, with the permissions its author already has. */
export function RulingOf({ content }: { content: () => Content }): ReactNode {
  const words = useWords(requestWords).form
  const inWords = useInWords()
  const saying = useSaying()
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
          <RulingView {...seen} saying={saying} />
          {seen.ruling.covered.map(({ permissionId, matter }) => (
            <p key={permissionId}>
              <Link to="/register/$permissionId" params={{ permissionId }}>
                {words.covered(inWords.matter(matter))}
              </Link>
            </p>
          ))}
          {seen.ruling.note !== undefined && <p lang="en">{seen.ruling.note}</p>}
        </div>
      )}
    </section>
  )
}
