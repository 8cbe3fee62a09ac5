import { Alert, AlertText, Button } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import type { DispositionMove } from '../../src/records/keeping/moves.ts'
import type { MovedDisposition } from '../../src/records/keeping/schema.ts'
import { send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { SaidInLine } from '../parts/failure.tsx'
import { Field, LongField } from '../parts/field.tsx'
import { Form, type Filled } from '../parts/form.tsx'
import { useNow } from '../session.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { useForgetRecords, type Disposition } from './data.ts'
import { dispositionWords } from './disposition-words.ts'
import { MayNot } from './may-not.tsx'

interface MovesProps {
  list: Disposition
  /** What is to be left out. */
  chosen: ReadonlySet<string>
  onDone: () => void
}

/** What this reader may do with a list; what fell out of it just then is said. */
export function DispositionMoves({ list, chosen, onDone }: MovesProps): ReactNode {
  const { moves: words, form } = useWords(dispositionWords)
  const forget = useForgetRecords()
  const [saying, setSaying] = useState<DispositionMove>()
  const [fallen, setFallen] = useState<MovedDisposition['fallenOut']>([])
  const { dispositionId, version, may, mayNot } = list
  const make = async (move: DispositionMove, said: object = {}): Promise<void> => {
    try {
      const moved = await send<MovedDisposition>('POST', `/api/dispositions/${dispositionId}/move`, {
        move,
        version,
        ...said,
      })
      setFallen(moved.fallenOut)
      setSaying(undefined)
      onDone()
    } finally {
      await forget()
    }
  }
  const fill = (move: DispositionMove, filled: Filled): Promise<void> => {
    const reason = filled.maybe('reason')
    return make(move, {
      ...(reason === undefined ? {} : { reason }),
      ...(move === 'leave-out' ? { things: [...chosen] } : {}),
      ...(move === 'give-notice' ? { notice: { on: filled.text('on'), how: filled.text('how') } } : {}),
      ...(move === 'note-approval'
        ? { approval: { on: filled.text('on'), number: filled.text('number') } }
        : {}),
    })
  }
  const isEnded = may.length === 0 && mayNot.length === 0
  return (
    <section className="card record-noprint">
      <h2>{words.title}</h2>
      <Fallen fallen={fallen} />
      {saying !== undefined && saying !== 'carry-out' && (
        <Form
          key={saying}
          submit={words[saying]}
          onSubmit={(filled) => fill(saying, filled)}
          beside={
            <Button type="button" unstyled onClick={() => setSaying(undefined)}>
              {form.stop}
            </Button>
          }
        >
          <MoveFields move={saying} chosen={chosen.size} />
        </Form>
      )}
      {saying === undefined && (
        <div className="row-of-buttons">
          {may.map(({ move, needsReason }) =>
            move === 'leave-out' && chosen.size === 0 ? (
              <p key={move} className="quiet">
                {form.chooseFirst}
              </p>
            ) : needsReason || asksMore(move) ? (
              <Button key={move} type="button" outline onClick={() => setSaying(move)}>
                {words[move]}
              </Button>
            ) : (
              <Action key={move} look="filled" run={() => make(move)}>
                {words[move]}
              </Action>
            ),
          )}
        </div>
      )}
      {may.some(({ move }) => move === 'sign' || move === 'countersign' || move === 'carry-out') && (
        <p className="quiet">{form.looked}</p>
      )}
      {isEnded && <p className="quiet">{words.nothing}</p>}
      <MayNot mayNot={mayNot} words={words} />
      <Dialog title={form.confirm} isOpen={saying === 'carry-out'} onClose={() => setSaying(undefined)}>
        <p>{form.confirmLead(list.records)}</p>
        <div className="row-of-buttons">
          {/* The dialog begins with the first: whoever presses Enter at once destroys nothing. */}
          <Button type="button" outline onClick={() => setSaying(undefined)}>
            {form.stop}
          </Button>
          <Action look="filled" run={() => make('carry-out')}>
            {form.confirmGo}
          </Action>
        </div>
      </Dialog>
    </section>
  )
}

/** Before it is done there is something to fill in, or to think of. */
function asksMore(move: DispositionMove): boolean {
  return move === 'give-notice' || move === 'note-approval' || move === 'carry-out'
}

function MoveFields({ move, chosen }: { move: DispositionMove; chosen: number }): ReactNode {
  const { form: words } = useWords(dispositionWords)
  const today = useDates().today(useNow())
  if (move === 'give-notice')
    return (
      <>
        <Field name="on" label={words.on} type="date" required start={today} />
        <LongField name="how" label={words.how} hint={words.howHint} required rows={3} maxLength={500} />
      </>
    )
  if (move === 'note-approval')
    return (
      <>
        <Field name="number" label={words.number} required maxLength={100} />
        <Field name="on" label={words.on} type="date" required start={today} />
      </>
    )
  return (
    <>
      {move === 'leave-out' && <p>{words.chosen(chosen)}</p>}
      <LongField name="reason" label={words.reason} required rows={3} maxLength={1_000} />
    </>
  )
}

function Fallen({ fallen }: { fallen: MovedDisposition['fallenOut'] }): ReactNode {
  const { form: words } = useWords(dispositionWords)
  if (fallen.length === 0) return undefined
  const reasons = [...new Set(fallen.map(({ because }) => because))]
  return (
    <Alert type="warning" role="status">
      <AlertText>{words.fell(fallen.length)}</AlertText>
      <ul className="usa-list">
        {reasons.slice(0, 5).map((because) => (
          <li key={because}>
            <SaidInLine sentence={because} />
          </li>
        ))}
      </ul>
    </Alert>
  )
}
