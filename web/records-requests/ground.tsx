import { FormGroup, Label, Select, Textarea } from '@trussworks/react-uswds'
import { use, useId, type ReactNode } from 'react'
import type { Law } from '../../src/records/requests/law.ts'
import { LanguageContext, useWords } from '../words/words.ts'
import { leastReason, type Draft } from './draft.ts'
import { reviewWords } from './review-words.ts'

interface GroundProps {
  law: Law
  draft: Draft
  onChange: (change: Pick<Draft, 'exemption' | 'reason'>) => void
  /** For the whole record, or for what is cut next? */
  isForWhole: boolean
}

/** The law's exemption with its citation, and in somebody's own words why it applies here. */
export function Ground({ law, draft, onChange, isForWhole }: GroundProps): ReactNode {
  const words = useWords(reviewWords).ground
  const language = use(LanguageContext)
  const id = useId()
  const { exemption, reason } = draft
  const chosen = law.exemptions.find((one) => one.id === exemption)
  return (
    <fieldset className="usa-fieldset">
      <legend className="usa-legend">{isForWhole ? words.whole : words.next}</legend>
      <FormGroup>
        <Label htmlFor={`${id}-exemption`}>{words.exemption}</Label>
        <Select
          id={`${id}-exemption`}
          name="exemption"
          value={exemption}
          aria-describedby={`${id}-says`}
          onChange={({ target }) => onChange({ exemption: target.value, reason })}
        >
          <option value="">{words.choose}</option>
          {law.exemptions.map(({ id: of, citation, title }) => (
            <option key={of} value={of}>
              {`${citation}: ${title[language]}`}
            </option>
          ))}
        </Select>
        <p id={`${id}-says`} className="usa-hint">
          {chosen ? [chosen.gist[language], chosen.test?.[language]].filter(Boolean).join(' ') : ''}
        </p>
      </FormGroup>
      <FormGroup>
        <Label htmlFor={`${id}-reason`}>{words.reason}</Label>
        <span className="usa-hint" id={`${id}-hint`}>
          {words.reasonHint(leastReason)}
        </span>
        <Textarea
          id={`${id}-reason`}
          name="ground-reason"
          rows={2}
          className="rr-reason"
          maxLength={1_000}
          value={reason}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => onChange({ exemption, reason: target.value })}
        />
      </FormGroup>
    </fieldset>
  )
}
