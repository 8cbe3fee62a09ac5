import { Button } from '@trussworks/react-uswds'
import { useId, type ReactNode } from 'react'
import type { Outcome } from '../../src/policy/ruling.ts'
import { shared } from '../words/es.ts'
import { useWords } from '../words/words.ts'
import type { Safer } from './judged.ts'
import { selfCheckWords } from './words.ts'

interface SaferWordsProps {
  safer: readonly Safer[]
  /** What the order says of the words as they are. */
  outcome: Outcome
  onUse: (safer: Safer) => void
}

/** Other words for what bears on the draft, each tried on the order before it is shown. */
export function SaferWords({ safer, outcome, onUse }: SaferWordsProps): ReactNode {
  const words = useWords(selfCheckWords).safer
  const outcomes = useWords(shared).ruling.outcome
  const id = useId()
  if (safer.length === 0) return undefined
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{words.title}</h2>
      <p className="quiet">{words.lead}</p>
      <ul className="safer" translate="no">
        {safer.map((one) => (
          <li key={`${one.start} ${one.fact}`}>
            <p id={`${id}-${one.start}`}>
              {one.instead === ''
                ? words.without(withoutEdges(one.said))
                : words.instead(one.said, one.instead)}
            </p>
            <p className="quiet">
              {words.why[one.reason]} {one.after !== outcome && words.after(outcomes[one.after])}
            </p>
            <Button type="button" outline aria-describedby={`${id}-${one.start}`} onClick={() => onUse(one)}>
              {one.instead === '' ? words.leaveOut : words.use}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What is left out takes a comma or a space along; they are not read out. */
export function withoutEdges(said: string): string {
  return said.replaceAll(/^[\s,;:]+|[\s,;:]+$/g, '')
}
