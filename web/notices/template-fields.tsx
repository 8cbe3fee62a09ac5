import { Fieldset } from '@trussworks/react-uswds'
import { use, type ReactNode } from 'react'
import type { Value } from '../../src/posts/notices/fields.ts'
import { CheckField, Field, LongField, SelectField } from '../parts/field.tsx'
import { useSession } from '../session.ts'
import { shared } from '../words/es.ts'
import { LanguageContext, useWords } from '../words/words.ts'
import { noticeLanguages, type FieldOf } from './content.ts'
import { noticeFormWords } from './form-words.ts'
import { shownIn } from './zone.ts'

interface TemplateFieldsProps {
  fields: readonly FieldOf[]
  start: Readonly<Record<string, Value>>
}

/** What a template asks for, each field as its kind wants it. */
export function TemplateFields({ fields, start }: TemplateFieldsProps): ReactNode {
  const words = useWords(noticeFormWords)
  return (
    <Fieldset legend={words.facts} legendStyle="large">
      {fields.map((field) => (
        <One key={field.name} field={field} start={start[field.name] ?? null} />
      ))}
    </Fieldset>
  )
}

function One({ field, start }: { field: FieldOf; start: Value }): ReactNode {
  const language = use(LanguageContext)
  const choose = useWords(shared).form.choose
  const words = useWords(noticeFormWords)
  const { zone } = useSession().agency
  const { kind, isRequired: required, most, choices = [] } = field
  const name = `field-${field.name}`
  const label = field.label[language]
  const hint = field.hint?.[language]
  const text = typeof start === 'string' || typeof start === 'number' ? String(start) : ''
  const common = { name, label, required, start: text, ...(hint === undefined ? {} : { hint }) }
  switch (kind) {
    case 'line':
      return <Field {...common} {...(most === undefined ? {} : { maxLength: most })} />
    case 'address':
      return <Field {...common} type="url" maxLength={500} />
    case 'number':
      return <Field {...common} inputMode="numeric" maxLength={3} />
    case 'day':
      return <Field {...common} type="date" />
    case 'moment':
      return (
        <Field
          {...common}
          type="datetime-local"
          hint={hint ?? words.zone(zone)}
          start={text === '' ? '' : shownIn(zone, text)}
        />
      )
    case 'choice':
      return (
        <SelectField
          {...common}
          empty={choose}
          choices={choices.map((one) => ({ value: one.value, label: one.words[language] }))}
        />
      )
    case 'choices': {
      const chosen = Array.isArray(start) ? start : []
      return (
        <Fieldset legend={label}>
          {hint !== undefined && <span className="usa-hint">{hint}</span>}
          {choices.map((one) => (
            <CheckField
              key={one.value}
              name={name}
              value={one.value}
              label={one.words[language]}
              start={chosen.includes(one.value)}
            />
          ))}
        </Fieldset>
      )
    }
    case 'yes-no':
      return <CheckField name={name} label={label} hint={hint} start={start === true} />
    default: {
      const said = isBoth(start) ? start : { en: '', es: '' }
      return (
        <div className="fields">
          {noticeLanguages.map((one) => (
            <LongField
              key={one}
              name={`${name}-${one}`}
              label={words.fieldIn[one](label)}
              hint={hint}
              // One of the two is enough for the template; both are asked for below.
              required={required && one === 'en'}
              rows={3}
              start={said[one]}
              maxLength={2_000}
            />
          ))}
        </div>
      )
    }
  }
}

function isBoth(value: Value): value is { en: string; es: string } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
