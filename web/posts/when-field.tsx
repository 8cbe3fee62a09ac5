import { Button, Fieldset, Label, Radio } from '@trussworks/react-uswds'
import { useId, useState, type ReactNode } from 'react'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { postFormWords } from './form-words.ts'

interface WhenFieldProps {
  at: string | null
  /** Times to choose from, where the clocks never show the one that was given, or show it twice. */
  offers: readonly string[]
  /** The moment that was understood; null where there is none yet. */
  moment: string | null
  onChange: (at: string | null) => void
}

/** As soon as it is approved, or at a time of the agency's clocks. */
export function WhenField({ at, offers, moment, onChange }: WhenFieldProps): ReactNode {
  const words = useWords(postFormWords)
  const [isLater, setIsLater] = useState(at !== null)
  const dates = useDates()
  const id = useId()
  const offset = at !== null && at.length > 16 ? ` (${at.slice(16)})` : ''
  return (
    <Fieldset legend={words.when} legendStyle="large">
      <Radio
        id={`${id}-now`}
        name={`${id}-when`}
        label={words.now}
        checked={!isLater}
        onChange={() => {
          setIsLater(false)
          onChange(null)
        }}
      />
      <Radio
        id={`${id}-later`}
        name={`${id}-when`}
        label={words.later}
        checked={isLater}
        onChange={() => setIsLater(true)}
      />
      {isLater && (
        <>
          <Label htmlFor={`${id}-at`}>{words.at}</Label>
          <input
            className="usa-input"
            id={`${id}-at`}
            type="datetime-local"
            value={at?.slice(0, 16) ?? ''}
            onChange={({ target }) => onChange(target.value === '' ? null : target.value.slice(0, 16))}
          />
          <p role="status">
            {at !== null && moment !== null ? words.moment(dates.moment(moment), offset) : ''}
          </p>
          {offers.length > 0 && (
            <div className="stack" role="group" aria-label={words.choose}>
              <p>{words.choose}</p>
              <div className="row-of-buttons">
                {offers.map((offer) => (
                  <Button key={offer} type="button" outline onClick={() => onChange(offer)}>
                    {dates.zoned(offer)}
                  </Button>
                ))}
              </div>
            </div>
          )}
        </>
      )}
    </Fieldset>
  )
}
