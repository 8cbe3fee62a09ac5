import { Link } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import type { PostView } from '../../src/posts/schema.ts'
import { Refused, send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { LongField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { wordOf } from '../parts/in-words.ts'
import { useWords } from '../words/words.ts'
import { useForgetPosts } from './data.ts'
import { postMoveWords } from './move-words.ts'
import { StatusChange } from './status-change.tsx'
import { statusWords } from './status-words.ts'
import { postWords } from './words.ts'

type Move = PostView['moves'][number]

const leading: ReadonlySet<string> = new Set(['submit', 'approve', 'confirm'])

interface MovesProps {
  post: PostView
  /** Somebody else moved it meanwhile; the page shows their sentence and the post as it is now. */
  onConflict: (error: unknown) => void
}

/** What this reader may do, in the words of the table of moves. */
export function Moves({ post, onConflict }: MovesProps): ReactNode {
  const words = useWords(postWords)
  const status = useWords(statusWords)
  const moveWords = useWords(postMoveWords)
  const forget = useForgetPosts()
  const [open, setOpen] = useState<Move>()
  const [isChanging, setIsChanging] = useState(false)
  const { postId, version, contentHash, moves, mayEdit, mayCorrect, mayRecall, content } = post
  const make = async (move: Move['move'], said: object): Promise<void> => {
    onConflict(undefined)
    try {
      await send('POST', `/api/posts/${postId}/move`, { move, version, contentHash, ...said })
    } catch (error) {
      if (!(error instanceof Refused && error.code === 'conflict')) throw error
      onConflict(error)
    }
    setOpen(undefined)
    await forget()
  }
  if (moves.length === 0 && !mayEdit && !mayCorrect && !mayRecall)
    return <p className="quiet">{words.one.noMoves}</p>
  return (
    <section className="card">
      <h2>{words.one.moves}</h2>
      <div className="row-of-buttons">
        {moves
          .toSorted((one, other) => Number(leading.has(other.move)) - Number(leading.has(one.move)))
          .map((one) =>
            one.move === 'submit' ? (
              <Action key={one.move} look="filled" run={() => make('submit', {})}>
                {moveWords.move.says(one.move, one.says)}
              </Action>
            ) : (
              <Button
                key={one.move}
                type="button"
                outline={!leading.has(one.move)}
                onClick={() => setOpen(one)}
              >
                {moveWords.move.says(one.move, one.says)}
              </Button>
            ),
          )}
        {mayEdit && (
          <Link className="usa-button usa-button--outline" to="/posts/$postId/edit" params={{ postId }}>
            {words.one.change}
          </Link>
        )}
        {mayCorrect && (
          <Link className="usa-button usa-button--outline" to="/posts/new" search={{ corrects: postId }}>
            {words.one.correct}
          </Link>
        )}
        {mayRecall && content.people.length > 0 && (
          <Button type="button" outline onClick={() => setIsChanging(true)}>
            {status.button}
          </Button>
        )}
      </div>
      {open && <Say move={open} onStop={() => setOpen(undefined)} onSay={(said) => make(open.move, said)} />}
      {isChanging && (
        <StatusChange name={content.people[0]?.name ?? ''} onClose={() => setIsChanging(false)} />
      )}
    </section>
  )
}

interface SayProps {
  move: Move
  onStop: () => void
  onSay: (said: object) => Promise<void>
}

function Say({ move: { move, says, needs }, onStop, onSay }: SayProps): ReactNode {
  const words = useWords(postMoveWords).move
  const title = words.says(move, says)
  const label = move === 'return' ? words.remarks : move === 'approve' ? words.weighed : words.reason
  return (
    <Dialog title={title} isOpen onClose={onStop}>
      <p>{wordOf({ ...words.explain }, move)}</p>
      <Form
        submit={title}
        onSubmit={(filled) => {
          const remarks = filled.maybe('remarks')
          return onSay(remarks === undefined ? {} : { remarks })
        }}
        beside={
          <Button type="button" unstyled onClick={onStop}>
            {words.stop}
          </Button>
        }
      >
        {move !== 'withdraw' && (
          <LongField
            name="remarks"
            label={label}
            required={needs.includes('remarks')}
            rows={4}
            maxLength={4_000}
          />
        )}
      </Form>
    </Dialog>
  )
}
