import { Alert, AlertText, Button } from '@trussworks/react-uswds'
import { use, useEffect, useId, useRef, useState, type ReactNode } from 'react'
import type { CommentView } from '../../src/comments/schema.ts'
import { EnglishWords } from '../parts/english-words.tsx'
import { LongField, RadioField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { LanguageContext, useWords } from '../words/words.ts'
import { useMove } from './moves.tsx'
import { commentWords } from './words.ts'

type Span = [number, number]

interface HideFormProps {
  comment: CommentView
  onStop: () => void
  onDone: (left: string | undefined) => void
  onConflict: (error: unknown) => void
}

/** Ground, words, reason; and where it criticises the department, why it is not hidden for that. */
export function HideForm({ comment, onStop, onDone, onConflict }: HideFormProps): ReactNode {
  const words = useWords(commentWords)
  const language = use(LanguageContext)
  const make = useMove(comment, onConflict)
  const { grounds, latest, can, isCritical } = comment
  const known = grounds.find(({ ground, spans }) => ground === comment.ground && spans.length > 0)
  const [spans, setSpans] = useState<readonly Span[]>(known?.spans ?? [])
  const [hasNone, setHasNone] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Whoever pressed a key or a button for it goes on with the keyboard where they are.
    const radios = place.current?.querySelectorAll('input[type="radio"]') ?? []
    const first = [...radios].find((one) => one.matches(':checked')) ?? radios[0]
    if (first instanceof HTMLElement) first.focus()
  }, [])
  if (grounds.length === 0) return <p>{words.hide.none}</p>
  return (
    <div ref={place}>
      <Form
        submit={words.hide.submit}
        onSubmit={async (filled) => {
          setHasNone(spans.length === 0)
          if (spans.length === 0) return
          const notFor = filled.maybe('notForCriticism')
          const said = { move: 'hide', ground: filled.text('ground'), n: latest, spans }
          const reason = filled.text('reason')
          const moved = await make({
            ...said,
            reason,
            ...(notFor === undefined ? {} : { notForCriticism: notFor }),
          })
          onDone(moved?.byHand ?? undefined)
        }}
        beside={
          <Button type="button" unstyled onClick={onStop}>
            {words.hide.stop}
          </Button>
        }
      >
        <RadioField
          name="ground"
          label={words.hide.ground}
          hint={words.hide.groundHint}
          required
          start={known?.ground ?? ''}
          choices={grounds.map(({ ground, asksCounsel }) => ({
            value: ground,
            label: asksCounsel ? `${words.grounds[ground]} (${words.hide.counsel})` : words.grounds[ground],
          }))}
        />
        {grounds[0] && <EnglishWords />}
        {grounds[0] && (
          <p className="quiet">
            {words.hide.rests(grounds[0].citation)}{' '}
            <span lang="en">
              {grounds[0].gist} {grounds[0].risk}
            </span>
          </p>
        )}
        <Marking text={comment.text} spans={spans} onSpans={setSpans} />
        {hasNone && spans.length === 0 && (
          <Alert type="error" slim role="alert">
            <AlertText>{words.hide.mustMark}</AlertText>
          </Alert>
        )}
        <LongField
          name="reason"
          label={words.hide.reason}
          hint={words.hide.reasonHint}
          required
          rows={3}
          maxLength={2_000}
        />
        {isCritical && (
          <LongField
            name="notForCriticism"
            label={words.hide.notFor}
            hint={words.one.critical}
            required
            rows={3}
            maxLength={2_000}
          />
        )}
        {!can.hide && <p>{can.instead?.[language] ?? words.hide.byHand}</p>}
        {!can.reply && <p>{words.hide.noReply}</p>}
      </Form>
    </div>
  )
}

/** Marks words by selecting them in a field, which a keyboard can do as well as a mouse. */
function Marking({
  text,
  spans,
  onSpans,
}: {
  text: string
  spans: readonly Span[]
  onSpans: (spans: readonly Span[]) => void
}): ReactNode {
  const words = useWords(commentWords).hide
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const points = Array.from(text)
  const add = (start: number, end: number): void => {
    const rest = spans.filter(([from, to]) => to <= start || end <= from)
    if (start < end) onSpans([...rest, [start, end] satisfies Span].toSorted(([a], [b]) => a - b))
  }
  /** A place in UTF-16, as the browser counts, in code points, as spans do. */
  const inPoints = (place: number): number => Array.from(text.slice(0, place)).length
  return (
    <fieldset className="usa-fieldset">
      <legend className="usa-legend">{words.words}</legend>
      <label className="usa-hint" htmlFor={id}>
        {words.wordsHint}
      </label>
      <textarea ref={field} id={id} className="usa-textarea queue__marking" readOnly value={text} rows={4} />
      <div className="row-of-buttons">
        <Button
          type="button"
          outline
          onClick={() => {
            const { selectionStart = 0, selectionEnd = 0 } = field.current ?? {}
            add(inPoints(selectionStart), inPoints(selectionEnd))
          }}
        >
          {words.mark}
        </Button>
        <Button type="button" outline onClick={() => onSpans([[0, points.length]])}>
          {words.markAll}
        </Button>
      </div>
      <p role="status">{spans.length === 0 ? words.noneMarked : `${words.marked}:`}</p>
      <ul className="usa-list">
        {spans.map(([start, end]) => {
          const said = points.slice(start, end).join('')
          return (
            <li key={start}>
              <mark>{said}</mark>{' '}
              <Button
                type="button"
                unstyled
                aria-label={words.unmark(said)}
                onClick={() => onSpans(spans.filter(([from]) => from !== start))}
              >
                ×
              </Button>
            </li>
          )
        })}
      </ul>
    </fieldset>
  )
}
