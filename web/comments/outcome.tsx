import { useState, type ReactNode } from 'react'
import type { BulkDone } from '../../src/comments/schema.ts'
import { send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { SaidInLine } from '../parts/failure.tsx'
import { useWords } from '../words/words.ts'
import { useForgetComments } from './data.ts'
import { commentWords } from './words.ts'

/** What the last move did, so that it can be said, and taken back where nobody was told of it. */
export interface Moved {
  move: 'keep' | 'hide'
  done: readonly { commentId: string; version: number; n: number }[]
  refused: BulkDone['refused']
}

interface OutcomeProps {
  moved: Moved
  /** It was taken back; these wait again. */
  onUndone: (commentIds: readonly string[]) => void
}

/** Says what the last move did. What was left up goes back to the queue by one press; a hiding is restored with a reason. */
export function Outcome({ moved, onUndone }: OutcomeProps): ReactNode {
  const words = useWords(commentWords)
  const forget = useForgetComments()
  const [late, setLate] = useState<BulkDone['refused']>([])
  const { move, done } = moved
  const refused = [...moved.refused, ...late]
  const undo = async (): Promise<void> => {
    const asked = { move: 'reopen', comments: done }
    const back = await send<BulkDone>('POST', '/api/comments/bulk', asked)
    await forget()
    setLate(back.refused)
    if (back.refused.length === 0) onUndone(back.done.map(({ commentId }) => commentId))
  }
  return (
    <section className="card" aria-label={words.outcome.title}>
      <p role="status">{words.outcome[move](done.length)}</p>
      {refused.length > 0 && (
        <div role="alert">
          <p>{words.outcome.refused}</p>
          <ul className="usa-list">
            {refused.map(({ commentId, sentence }) => (
              <li key={commentId}>
                <SaidInLine sentence={sentence} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {move === 'keep' && done.length > 0 && late.length === 0 && (
        <p data-key="u">
          <Action look="unstyled" run={undo}>
            {words.outcome.undo}
          </Action>
        </p>
      )}
    </section>
  )
}
