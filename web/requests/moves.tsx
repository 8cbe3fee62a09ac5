import { Link } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import type { RequestView } from '../../src/permissions/schema.ts'
import { Refused, send } from '../api.ts'
import { CitationField } from '../parts/citation-field.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { LongField } from '../parts/field.tsx'
import { Form, type Filled } from '../parts/form.tsx'
import { wordOf } from '../parts/in-words.ts'
import { Action } from '../parts/action.tsx'
import { useWords } from '../words/words.ts'
import { useForgetRequests } from './data.ts'
import { requestWords } from './words.ts'

type Move = RequestView['moves'][number]

/** What brings a request on; it stands first, and everything else is drawn in outline. */
const leading: ReadonlySet<Move['move']> = new Set([
  'submit',
  'consent',
  'endorse',
  'approve',
  'allow',
  'appeal',
])

function inOrder(moves: readonly Move[]): Move[] {
  const rank = ({ move }: Move): number => (leading.has(move) ? 0 : move === 'withdraw' ? 2 : 1)
  return moves.toSorted((one, other) => rank(one) - rank(other))
}

interface MovesProps {
  request: RequestView
  /** Somebody else moved it meanwhile; the page shows their sentence and the request as it is now. */
  onConflict: (error: unknown) => void
  /** It stands otherwise now, and the page shows it. */
  onMoved: () => void
}

/** What this reader may do, in the words of the table of moves. */
export function Moves({ request, onConflict, onMoved }: MovesProps): ReactNode {
  const words = useWords(requestWords)
  const forget = useForgetRequests()
  const [open, setOpen] = useState<Move>()
  const { requestId, version, contentHash, moves, mayEdit } = request
  const make = async (move: Move['move'], said: object): Promise<void> => {
    onConflict(undefined)
    const isConsent = move === 'consent' || move === 'refuse'
    try {
      await (isConsent
        ? send('POST', `/api/requests/${requestId}/consent`, { version, agrees: move === 'consent', ...said })
        : send('POST', `/api/requests/${requestId}/move`, { move, version, contentHash, ...said }))
    } catch (error) {
      if (!(error instanceof Refused && error.code === 'conflict')) throw error
      onConflict(error)
    }
    setOpen(undefined)
    await forget()
    onMoved()
  }
  if (moves.length === 0 && !mayEdit) return <p className="quiet">{words.one.noMoves}</p>
  return (
    <section className="card">
      <h2>{words.one.moves}</h2>
      <div className="row-of-buttons">
        {inOrder(moves).map((one) =>
          one.move === 'submit' ? (
            <Action key={one.move} look="filled" run={() => make('submit', {})}>
              {words.move.says(one.move, one.says)}
            </Action>
          ) : (
            <Button
              key={one.move}
              type="button"
              outline={!leading.has(one.move)}
              onClick={() => setOpen(one)}
            >
              {words.move.says(one.move, one.says)}
            </Button>
          ),
        )}
        {mayEdit && (
          <Link
            className="usa-button usa-button--outline"
            to="/requests/$requestId/edit"
            params={{ requestId }}
          >
            {words.one.edit}
          </Link>
        )}
      </div>
      {open && <Say move={open} onStop={() => setOpen(undefined)} onSay={(said) => make(open.move, said)} />}
    </section>
  )
}

interface SayProps {
  move: Move
  onStop: () => void
  onSay: (said: object) => Promise<void>
}

/** What a move must carry: remarks, the provision that a reason rests on, conditions of an approval. */
function Say({ move: { move, says, needs }, onStop, onSay }: SayProps): ReactNode {
  const words = useWords(requestWords).move
  const title = words.says(move, says)
  const explained = wordOf({ ...words.explain }, move)
  const isReason = needs.includes('citation')
  const isApproval = move === 'approve'
  return (
    <Dialog title={title} isOpen onClose={onStop}>
      {explained !== move && <p>{explained}</p>}
      <Form
        submit={title}
        onSubmit={(filled) => onSay(saidIn(filled))}
        beside={
          <Button type="button" unstyled onClick={onStop}>
            {words.stop}
          </Button>
        }
      >
        {move !== 'withdraw' && (
          <LongField
            name="remarks"
            label={isReason ? words.reason : move === 'appeal' ? words.grounds : words.remarks}
            required={needs.includes('remarks')}
            rows={4}
            maxLength={4_000}
          />
        )}
        {isReason && <CitationField name="citation" label={words.citation} />}
        {isApproval && (
          <LongField
            name="conditions"
            label={words.conditions}
            hint={words.conditionsHint}
            rows={2}
            maxLength={2_000}
          />
        )}
      </Form>
    </Dialog>
  )
}

function saidIn(filled: Filled): object {
  return Object.fromEntries(
    ['remarks', 'citation', 'conditions'].flatMap((name) => {
      const value = filled.maybe(name)
      return value === undefined ? [] : [[name, value]]
    }),
  )
}
