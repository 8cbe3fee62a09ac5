import { Button } from '@trussworks/react-uswds'
import { useId, useRef, useState, type ReactNode } from 'react'
import type { Law } from '../../src/records/requests/law.ts'
import type { Field } from '../../src/records/requests/redact-words.ts'
import type { Redaction } from '../../src/records/requests/review-schema.ts'
import { useWords } from '../words/words.ts'
import { hasGround, withCut, type Draft } from './draft.ts'
import { reviewWords } from './review-words.ts'

interface CutWordsProps {
  law: Law
  fields: readonly Field[]
  draft: Draft
  onChange: (draft: Draft) => void
}

/** Words are cut by selecting them in a field, which a keyboard does as well as a mouse. */
export function CutWords({ fields, ...rest }: CutWordsProps): ReactNode {
  return fields.map((field) => field.text !== '' && <One key={field.field} field={field} {...rest} />)
}

/** `words`, `author`, or `alt:` and the number of a picture, as people say it. */
export function useFieldName(): (field: string) => string {
  const { fields } = useWords(reviewWords)
  return (field) => {
    const [of, number] = field.split(':')
    return of === 'alt' ? fields.alt(Number(number) + 1) : of === 'author' ? fields.author : fields.words
  }
}

function One({
  law,
  field: { field, text },
  draft,
  onChange,
}: Omit<CutWordsProps, 'fields'> & { field: Field }): ReactNode {
  const words = useWords(reviewWords).cut
  const name = useFieldName()(field)
  const id = useId()
  const place = useRef<HTMLTextAreaElement>(null)
  const [said, setSaid] = useState('')
  const points = Array.from(text)
  const cuts = draft.redactions.filter((one) => one.field === field)
  /** A place in UTF-16, as the browser counts, in code points, as cuts do. */
  const inPoints = (at: number): number => Array.from(text.slice(0, at)).length
  const cut = (start: number, end: number): void => {
    if (!hasGround(draft)) setSaid(words.noGround)
    else if (start >= end) setSaid(words.nothing)
    else {
      setSaid('')
      onChange(withCut(draft, field, start, end))
    }
  }
  const cutSelected = (): void => {
    const { selectionStart = 0, selectionEnd = 0 } = place.current ?? {}
    cut(inPoints(selectionStart), inPoints(selectionEnd))
  }
  return (
    <fieldset className="usa-fieldset">
      <legend className="usa-legend">{name}</legend>
      <label className="usa-hint" htmlFor={id}>
        {words.hint}
      </label>
      <textarea
        ref={place}
        id={id}
        className="usa-textarea rr-marking"
        readOnly
        value={text}
        rows={Math.min(14, 2 + Math.ceil(points.length / 60))}
        onKeyDown={(event) => {
          if (event.key !== 'x' || event.ctrlKey || event.metaKey || event.altKey) return
          event.preventDefault()
          cutSelected()
        }}
      />
      <div className="row-of-buttons">
        <Button type="button" outline onClick={cutSelected}>
          {words.selected}
        </Button>
        <Button type="button" outline onClick={() => cut(0, points.length)}>
          {words.all}
        </Button>
      </div>
      <p role="status">{said}</p>
      <Cuts
        law={law}
        cuts={cuts}
        points={points}
        onDrop={(one) =>
          onChange({ ...draft, redactions: draft.redactions.filter((other) => other !== one) })
        }
      />
    </fieldset>
  )
}

function Cuts({
  law,
  cuts,
  points,
  onDrop,
}: {
  law: Law
  cuts: readonly Redaction[]
  points: readonly string[]
  onDrop: (cut: Redaction) => void
}): ReactNode {
  const words = useWords(reviewWords).cut
  if (cuts.length === 0) return undefined
  return (
    <ul className="usa-list">
      {cuts.map((one) => {
        const cutWords = points.slice(one.start, one.end).join('')
        return (
          <li key={one.start}>
            <del className="rr-cut">{cutWords}</del> <GroundSays law={law} {...one} />{' '}
            <Button type="button" unstyled onClick={() => onDrop(one)}>
              {words.back}
              <span className="usa-sr-only">: {cutWords}</span>
            </Button>
          </li>
        )
      })}
    </ul>
  )
}

/** `C.G.S. 1-210(b)(2): it is the telephone of a private person` */
export function GroundSays({
  law,
  exemption,
  reason,
}: {
  law: Law
  exemption: string
  reason: string
}): ReactNode {
  const known = law.exemptions.find(({ id }) => id === exemption)
  return (
    <span className="quiet">
      {known?.citation ?? exemption}: {reason}
    </span>
  )
}
