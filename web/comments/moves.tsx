import { Button } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import type { CommentView, MovedComment } from '../../src/comments/schema.ts'
import { Refused, send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { LongField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { useWords } from '../words/words.ts'
import { useForgetComments } from './data.ts'
import { commentWords } from './words.ts'

type Move = CommentView['moves'][number]['move']

interface MovesProps {
  comment: CommentView
  onHide: () => void
  /** What is left to be done by hand on the network's page. */
  onByHand: (left: string | undefined) => void
  /** It was left up; the next one is read. */
  onKept: (moved: MovedComment) => void
  /** Somebody else moved it meanwhile. */
  onConflict: (error: unknown) => void
}

/** The way to move a comment: it sends, forgets what was read, and tells what is left to do. */
export function useMove(
  { commentId, version }: Pick<CommentView, 'commentId' | 'version'>,
  onConflict: (error: unknown) => void,
): (said: object) => Promise<MovedComment | undefined> {
  const forget = useForgetComments()
  return async (said) => {
    onConflict(undefined)
    try {
      return await send<MovedComment>('POST', `/api/comments/${commentId}/move`, { version, ...said })
    } catch (error) {
      if (!(error instanceof Refused && error.code === 'conflict')) throw error
      onConflict(error)
      return undefined
    } finally {
      await forget()
    }
  }
}

const keys: Partial<Record<Move, string>> = { keep: 'l', restore: 'r' }

/** What this reader may do with a comment, but for hiding it, which has a form of its own. */
export function Moves({ comment, onHide, onByHand, onKept, onConflict }: MovesProps): ReactNode {
  const words = useWords(commentWords)
  const make = useMove(comment, onConflict)
  const [saying, setSaying] = useState<Move>()
  const { moves } = comment
  if (saying)
    return (
      <Form
        submit={words.moves[saying]}
        onSubmit={async (filled) => {
          const moved = await make({ move: saying, reason: filled.text('reason') })
          onByHand(moved?.byHand ?? undefined)
          setSaying(undefined)
        }}
        beside={
          <Button type="button" unstyled onClick={() => setSaying(undefined)}>
            {words.say.stop}
          </Button>
        }
      >
        <LongField name="reason" label={words.say.reason} required rows={3} maxLength={2_000} />
      </Form>
    )
  if (moves.length === 0) return <p className="quiet">{words.one.noMoves}</p>
  return (
    <div className="row-of-buttons">
      {moves.map(({ move, needsReason }) => (
        <span key={move} data-key={keys[move]}>
          {move === 'hide' ? (
            <Button type="button" outline onClick={onHide}>
              {words.moves.hide}
            </Button>
          ) : needsReason ? (
            <Button type="button" outline onClick={() => setSaying(move)}>
              {words.moves[move]}
            </Button>
          ) : (
            <Action
              look={move === 'keep' ? 'filled' : 'outline'}
              run={async () => {
                const moved = await make({ move })
                onByHand(moved?.byHand ?? undefined)
                if (move === 'keep' && moved) onKept(moved)
              }}
            >
              {words.moves[move]}
            </Action>
          )}
        </span>
      ))}
    </div>
  )
}
