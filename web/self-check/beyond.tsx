import { useId, type ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { cautionsOf } from './cautions.ts'
import type { Judged } from './judged.ts'
import { soundsLikeAHardCall } from './support.ts'
import { selfCheckWords } from './words.ts'

/** What the law may say beside the order. */
export function Cautions({ judged }: { judged: Judged }): ReactNode {
  const words = useWords(selfCheckWords).cautions
  const id = useId()
  const cautions = cautionsOf(judged)
  if (cautions.length === 0) return undefined
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{words.title}</h2>
      <p className="quiet">{words.lead}</p>
      <ul className="usa-list">
        {cautions.map(({ caution, citations }) => (
          <li key={caution}>
            {words[caution]}
            {citations.length > 0 && ` ${words.cites(citations.join(', '))}`}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Where help is, nearer where the draft sounds as if it were wanted. `own` is the department's own sentence. */
export function Support({ text, own }: { text: string; own: string | undefined }): ReactNode {
  const words = useWords(selfCheckWords).support
  const id = useId()
  const isNear = soundsLikeAHardCall(text)
  return (
    <section aria-labelledby={id} className={isNear ? 'card support support--near' : 'support'}>
      <h2 id={id}>{words.title}</h2>
      {isNear && <p>{words.near}</p>}
      <p>{own ?? words.general}</p>
    </section>
  )
}

/** The question that the College of Policing's chief executive would ask. */
export function Newspaper(): ReactNode {
  const words = useWords(selfCheckWords).newspaper
  const id = useId()
  return (
    <section aria-labelledby={id} className="newspaper">
      <h2 id={id}>{words.title}</h2>
      <p className="newspaper__question">{words.question}</p>
      <p>{words.more}</p>
    </section>
  )
}
