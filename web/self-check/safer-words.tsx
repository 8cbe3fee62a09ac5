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
  /** Puts back what the last one replaced; `undefined` when the text was written on since. */
  undo: (() => void) | undefined
}

/** Other words for what bears on the draft, each tried on the order before it is shown. */
export function SaferWords({ safer, outcome, onUse, undo }: SaferWordsProps): ReactNode {
  const words = useWords(selfCheckWords).safer
  const outcomes = useWords(shared).ruling.outcome
  const id = useId()
  return (
    <>
      <p role="status" className="safer__used">
        {undo && words.used}
      </p>
      {undo && (
        <Button type="button" outline onClick={undo}>
          {words.undo}
        </Button>
      )}
      {safer.length > 0 && (
        <section aria-labelledby={id}>
          <h2 id={id}>{words.title}</h2>
          <p className="quiet">{words.lead}</p>
          <ul className="safer" translate="no">
            {safer.map((one) => (
              <li key={`${one.start} ${one.fact}`}>
                <p id={`${id}-${one.start}`}>
                  {one.instead === ''
                    ? words.without(one.said.replaceAll(/^[\s,;:]+|[\s,;:]+$/g, ''))
                    : words.instead(one.said, one.instead)}
                </p>
                <p className="quiet">
                  {words.why[one.reason]} {one.after !== outcome && words.after(outcomes[one.after])}
                </p>
                <Button
                  type="button"
                  outline
                  aria-describedby={`${id}-${one.start}`}
                  onClick={() => onUse(one)}
                >
                  {one.instead === '' ? words.leaveOut : words.use}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
