import { Button, Fieldset } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import { Field, RadioField } from '../parts/field.tsx'
import { useSession } from '../session.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { noticeFormWords } from './form-words.ts'
import { momentIn, shownIn } from './zone.ts'

/** Times as they are typed: the clocks of the agency's zone. */
export interface WhenDraft {
  isLater: boolean
  begins: string
  ends: string
}

interface WhenFieldProps {
  draft: WhenDraft
  onChange: (change: Partial<WhenDraft>) => void
  /** The moment that it counts from, as far as it is known. */
  effective: string
  hasBegun: boolean
}

const spans = [2, 6, 12, 24, 72, 168] as const

/** When a notice begins and when it ends. */
export function WhenField({ draft, onChange, effective, hasBegun }: WhenFieldProps): ReactNode {
  const words = useWords(noticeFormWords)
  const { zone } = useSession().agency
  const { isLater, begins, ends } = draft
  return (
    <Fieldset legend={words.when} legendStyle="large">
      {!hasBegun && (
        <RadioField
          name="begin"
          label={words.begins}
          required
          start={isLater ? 'later' : 'now'}
          choices={[
            { value: 'now', label: words.atOnce },
            { value: 'later', label: words.later },
          ]}
        />
      )}
      {(isLater || hasBegun) && (
        <ZonedField
          name="begins"
          label={words.beginsAt}
          value={begins}
          onChange={(text) => onChange({ begins: text })}
        />
      )}
      <ZonedField
        name="ends"
        label={words.endsAt}
        value={ends}
        onChange={(text) => onChange({ ends: text })}
      />
      <div className="row-of-buttons" role="group" aria-label={words.endsIn}>
        {spans.map((hours) => (
          <Button
            key={hours}
            type="button"
            outline
            onClick={() => onChange({ ends: shownIn(zone, hoursAfter(effective, hours)) })}
          >
            {words.inHours(hours)}
          </Button>
        ))}
      </div>
    </Fieldset>
  )
}

function hoursAfter(moment: string, hours: number): string {
  return new Date(Date.parse(moment) + hours * 3_600_000).toISOString()
}

interface ZonedFieldProps {
  name: string
  label: string
  value: string
  onChange: (text: string) => void
}

/** A day and a time by the agency's clocks, with the moment that it is: told apart where clocks show it twice. */
export function ZonedField({ name, label, value, onChange }: ZonedFieldProps): ReactNode {
  const words = useWords(noticeFormWords)
  const { zone } = useSession().agency
  const dates = useDates()
  const moment = momentIn(zone, value)
  return (
    <>
      <Field
        name={name}
        label={label}
        hint={words.zone(zone)}
        type="datetime-local"
        required
        value={value}
        onChange={(text) => onChange(text.slice(0, 16))}
      />
      <p className="quiet">{moment === undefined ? '' : words.thatIs(dates.zoned(moment))}</p>
    </>
  )
}
