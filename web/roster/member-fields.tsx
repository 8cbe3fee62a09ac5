import { Fieldset } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import type { Member, MemberForm } from '../../src/members/schema.ts'
import { CheckField, Field, SelectField } from '../parts/field.tsx'
import type { Filled } from '../parts/form.tsx'
import { shared } from '../words/es.ts'
import { useWords } from '../words/words.ts'
import { rosterWords } from './words.ts'

const kinds = [
  'sworn',
  'civilian',
  'special',
  'support',
  'volunteer',
  'town-employee',
] as const satisfies readonly Member['kind'][]
const granted = [
  'administrator',
  'counsel',
  'records-custodian',
] as const satisfies readonly Member['granted'][number][]

/** The fields of a line of the roster, filled with what it holds now. */
export function MemberFields({ member }: { member?: Member }): ReactNode {
  const words = useWords(rosterWords).form
  const kindWords = useWords(shared).kinds
  return (
    <>
      <div className="fields">
        <Field name="name" label={words.name} required maxLength={120} start={member?.name ?? ''} />
        <SelectField
          name="kind"
          label={words.kind}
          required
          start={member?.kind ?? 'sworn'}
          choices={kinds.map((value) => ({ value, label: kindWords[value] }))}
        />
        <Field name="rank" label={words.rank} maxLength={60} start={member?.rank ?? ''} />
        <Field name="badge" label={words.badge} maxLength={20} start={member?.badge ?? ''} />
        <Field name="unit" label={words.unit} maxLength={80} start={member?.unit ?? ''} />
        <Field
          name="email"
          label={words.email}
          hint={words.emailHint}
          type="email"
          start={member?.email ?? ''}
        />
        <SelectField
          name="language"
          label={words.language}
          required
          start={member?.language ?? 'en'}
          choices={[
            { value: 'en', label: 'English' },
            { value: 'es', label: 'Español' },
          ]}
        />
      </div>
      <Fieldset legend={words.granted}>
        <span className="usa-hint">{words.grantedHint}</span>
        {granted.map((role) => (
          <CheckField
            key={role}
            name="granted"
            value={role}
            label={words.roles[role]}
            start={member?.granted.includes(role) ?? false}
          />
        ))}
      </Fieldset>
    </>
  )
}

/** What the fields hold, as the API takes it. */
export function memberIn(filled: Filled): Omit<MemberForm, 'from'> {
  const all = filled.all('granted')
  return {
    name: filled.text('name'),
    kind: kinds.find((kind) => kind === filled.text('kind')) ?? 'sworn',
    badge: filled.maybe('badge') ?? null,
    rank: filled.maybe('rank') ?? null,
    unit: filled.maybe('unit') ?? null,
    email: filled.maybe('email') ?? null,
    language: filled.text('language') === 'es' ? 'es' : 'en',
    granted: granted.filter((role) => all.includes(role)),
  }
}
