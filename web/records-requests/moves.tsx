import { Button } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { movedSchema, RequestView } from '../../src/records/requests/schema.ts'
import { Refused, send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { useQuestion } from '../question.ts'
import { MayNot } from '../records/may-not.tsx'
import { useWords } from '../words/words.ts'
import { requestsAt, useForget } from './data.ts'
import { deskMoveWords } from './move-words.ts'
import { Say } from './say.tsx'

type Move = RequestView['moves'][number]
type Moved = z.infer<typeof movedSchema>

/** What brings a request on stands first and filled; what ends it, last. */
const leading = new Set(['acknowledge', 'search', 'review', 'release', 'answer', 'decide-appeal'])
const ending = new Set(['deny', 'close', 'withdraw', 'find-none'])

/** These do no more than their name says: one press. Whatever else goes out, or cannot be called back, is said first. */
const plain = new Set(['search', 'review', 'paid'])

function inOrder(moves: readonly Move[]): Move[] {
  const rank = ({ move }: Move): number => (leading.has(move) ? 0 : ending.has(move) ? 2 : 1)
  return moves.toSorted((one, other) => rank(one) - rank(other))
}

interface MovesProps {
  request: RequestView
  /** Somebody else moved it meanwhile; the page shows their sentence and the request as it is now. */
  onConflict: (error: unknown) => void
}

/** What this reader may do with a request, in the words of the server's table of moves. */
export function Moves({ request, onConflict }: MovesProps): ReactNode {
  const words = useWords(deskMoveWords)
  const forget = useForget()
  // The address says which one is open, so that a reload leaves it open.
  const [{ move: asked }, ask] = useQuestion()
  const { requestId, version, moves, mayNot } = request
  const open = moves.find(({ move }) => move === asked)
  const make = async (move: string, said: object): Promise<void> => {
    onConflict(undefined)
    try {
      await send<Moved>('POST', `${requestsAt}/${requestId}/move`, { move, version, ...said })
      ask({ move: undefined })
    } catch (error) {
      if (error instanceof Refused && error.code === 'conflict') onConflict(error)
      throw error
    } finally {
      await forget()
    }
  }
  if (moves.length + mayNot.length === 0) return <p className="quiet">{words.moves.none}</p>
  return (
    <section className="card no-print" aria-labelledby="moves">
      <h2 id="moves">{words.moves.title}</h2>
      <div className="row-of-buttons">
        {inOrder(moves).map(({ move, says, needs }) =>
          plain.has(move) && needs.length === 0 ? (
            <Action key={move} look={leading.has(move) ? 'filled' : 'outline'} run={() => make(move, {})}>
              {words.moves.says(move, says)}
            </Action>
          ) : (
            <Button
              key={move}
              type="button"
              outline={!leading.has(move)}
              aria-expanded={move === open?.move}
              onClick={() => ask({ move: move === open?.move ? undefined : move })}
            >
              {words.moves.says(move, says)}
            </Button>
          ),
        )}
      </div>
      <MayNot
        mayNot={mayNot}
        words={Object.fromEntries(mayNot.map(({ move, says }) => [move, words.moves.says(move, says)]))}
      />
      {open && (
        <Say
          key={open.move}
          request={request}
          move={open}
          onStop={() => ask({ move: undefined })}
          onSay={(said) => make(open.move, said)}
        />
      )}
    </section>
  )
}
