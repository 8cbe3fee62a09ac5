import { Fieldset, FormGroup, ErrorMessage, Radio } from '@trussworks/react-uswds'
import { useId, useState, type ReactNode } from 'react'
import type { Decision, FitRow } from '../../src/adoption/schema.ts'
import { LongField } from '../parts/field.tsx'
import { Form, useProblem, type Filled } from '../parts/form.tsx'
import { useWords } from '../words/words.ts'
import { adoptWords } from './words.ts'

interface DecideFormProps {
  row: FitRow
  onDecide: (said: object) => Promise<void>
}

/** What a person says of how a provision fits; only what may be said of it is offered. */
export function DecideForm({ row, onDecide }: DecideFormProps): ReactNode {
  const words = useWords(adoptWords).fit
  const { text, decided } = row
  const [decision, setDecision] = useState(decided?.decision ?? likely(row))
  const byHand = decision === 'corrected' || decision === 'other-meaning'
  const said = (filled: Filled): object => {
    const [own, note] = [filled.maybe('text'), filled.maybe('note')]
    return {
      decision,
      ...(byHand && own !== undefined ? { text: own } : {}),
      ...(note === undefined ? {} : { note }),
    }
  }
  return (
    <Form submit={words.confirm} onSubmit={(filled) => onDecide(said(filled))}>
      <Decisions row={row} chosen={decision} onChoose={setDecision} />
      {byHand && (
        <LongField
          name="text"
          label={words.text}
          required
          rows={6}
          start={decided?.text ?? text ?? ''}
          maxLength={20_000}
        />
      )}
      {decision !== undefined && decision !== 'set-aside' && (
        <LongField
          name="note"
          label={decision === 'other-meaning' ? words.noteMeaning : words.note}
          required={decision === 'other-meaning'}
          rows={2}
          start={decided?.note ?? ''}
          maxLength={2_000}
        />
      )}
    </Form>
  )
}

/** What is most likely said of a row; nothing where its words are other ones, so that a person looks. */
function likely({ state }: FitRow): Decision | undefined {
  const first = { matched: 'same', moved: 'same', missing: 'not-in-ours', extra: 'ours-only' } as const
  return state === 'changed' ? undefined : first[state]
}

interface DecisionsProps {
  row: FitRow
  chosen: Decision | undefined
  onChoose: (decision: Decision) => void
}

function Decisions({ row: { citation, may }, chosen, onChoose }: DecisionsProps): ReactNode {
  const words = useWords(adoptWords).fit
  const problem = useProblem('decision')
  const id = useId()
  return (
    <FormGroup error={problem !== undefined}>
      <Fieldset legend={words.decide}>
        {problem !== undefined && <ErrorMessage>{problem}</ErrorMessage>}
        {may.map((decision) => (
          <Radio
            key={`${citation} ${decision}`}
            id={`${id}-${decision}`}
            name="decision"
            value={decision}
            required
            label={words.decisions[decision]}
            checked={decision === chosen}
            data-label={words.decide}
            onChange={() => onChoose(decision)}
          />
        ))}
      </Fieldset>
    </FormGroup>
  )
}
