import { Label } from '@trussworks/react-uswds'
import { useId, useMemo, type ReactNode, type RefObject } from 'react'
import { useWords } from '../words/words.ts'
import type { Judged } from './judged.ts'
import { cut, inUnits, moved, type Stretch } from './spans.ts'
import { graveFirst } from './grave-first.ts'
import type { Outcome } from '../../src/policy/ruling.ts'
import { selfCheckWords } from './words.ts'

interface EditorProps {
  text: string
  judged: Judged | undefined
  /** What the order says in a line, for those who listen. */
  told: ReactNode
  onWrite: (text: string) => void
  box: RefObject<HTMLTextAreaElement | null>
}

/**
 * The text with the words marked that something bears on. It is a plain text area; the marks lie on a copy beneath it,
 * which screen readers skip: the ruling quotes the same words.
 */
export function Editor({ text, judged, told, onWrite, box }: EditorProps): ReactNode {
  const words = useWords(selfCheckWords)
  const id = useId()
  const marks = useMemo(() => marksOf(judged), [judged])
  const pieces = cut(text, moved(marks, judged?.act.text ?? '', text))
  return (
    <div>
      <Label htmlFor={id} className="draft__label">
        {words.text}
      </Label>
      <span className="usa-hint" id={`${id}-hint`}>
        {words.textHint}
      </span>
      <div className="draft" translate="no">
        <div className="draft__marks" aria-hidden="true">
          {pieces.map((piece, at) =>
            piece.mark ? (
              // oxlint-disable-next-line react/no-array-index-key -- pieces have no other name than their place
              <mark key={at} className={`draft__mark draft__mark--${piece.mark.outcome}`}>
                {piece.text}
              </mark>
            ) : (
              piece.text
            ),
          )}
          {'\u200b'}
        </div>
        <textarea
          ref={box}
          className="usa-textarea draft__text"
          id={id}
          aria-describedby={`${id}-hint`}
          value={text}
          onChange={({ target }) => onWrite(target.value)}
          // Browsers and their helpers must not send, store or restore what is written here.
          spellCheck={false}
          autoComplete="off"
          autoCorrect="off"
          data-gramm="false"
          data-lt-active="false"
        />
      </div>
      <p className="draft__told">{told}</p>
    </div>
  )
}

interface Mark extends Stretch {
  outcome: Outcome
}

function marksOf(judged: Judged | undefined): Mark[] {
  if (!judged) return []
  const marks = graveFirst(judged.ruling.provisions).flatMap(({ outcome, because }) =>
    because
      .filter((ground) => ground.in === 'text')
      .flatMap(({ spans }) => (spans ?? []).map(([start, end]) => ({ start, end, outcome }))),
  )
  return inUnits(judged.act.text ?? '', marks)
}
