import { Fieldset } from '@trussworks/react-uswds'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { OrderReader } from '../../src/adoption/schema.ts'
import type { Content } from '../../src/permissions/content.ts'
import { CheckField, Field, LongField, SelectField } from '../parts/field.tsx'
import { ColleaguesField } from '../parts/colleagues-field.tsx'
import { Form, filledIn, type Filled } from '../parts/form.tsx'
import { useWords } from '../words/words.ts'
import { audiences, capacities, deviceKinds, duties, filledContent, postKinds, wantedFor } from './asking.ts'
import { Covers } from './covers.tsx'
import { requestFormWords } from './form-words.ts'
import { MatterField } from './matter-field.tsx'
import { PicturesField } from './pictures-field.tsx'
import { RulingOf } from './ruling-of.tsx'

export interface Asked {
  matter: string
  content: Content
  isPublicMatter: boolean
}

interface RequestFormProps {
  order: OrderReader
  start: Asked
  /** A request keeps its matter once it is begun. */
  isBegun: boolean
  submit: string
  /** Is told after every change what stands in the form. */
  onChange: (asked: Asked) => void
  onSave: (asked: Asked) => Promise<void>
}

/** Everything that a request says: what it is for, the exact thing, who is shown, for how long and why. */
export function RequestForm({
  order,
  start,
  isBegun,
  submit,
  onChange,
  onSave,
}: RequestFormProps): ReactNode {
  const words = useWords(requestFormWords)
  const place = useRef<HTMLDivElement>(null)
  const [matter, setMatter] = useState(start.matter)
  const [pictures, setPictures] = useState<readonly Content['pictures'][number][]>(start.content.pictures)
  const [coworkers, setCoworkers] = useState<readonly string[]>(start.content.coworkers)
  const wants = wantedFor(matter)
  const contentIn = (filled: Filled): Content =>
    filledContent(filled, start.content, {
      matter,
      pictures: [...pictures],
      coworkers: [...coworkers],
    })
  const askedNow = (): Asked => {
    const form = place.current?.closest('form')
    if (!form) return start
    const filled = filledIn(new FormData(form))
    return { matter, content: contentIn(filled), isPublicMatter: filled.isOn('public-matter') }
  }
  // What is typed bubbles up to the form; what is chosen stands here.
  const chosen = useRef({ matter, pictures, coworkers })
  useEffect(() => {
    const before = chosen.current
    if (before.matter === matter && before.pictures === pictures && before.coworkers === coworkers) return
    chosen.current = { matter, pictures, coworkers }
    onChange(askedNow())
  })
  const check = (filled: Filled): Record<string, string | undefined> => {
    const { text, covers, from, to } = contentIn(filled)
    const isExact = text !== null || pictures.length > 0
    return {
      text: wants.exact && !isExact && covers.length === 0 ? words.needSomething : undefined,
      to: to === null ? (isExact ? undefined : words.needTo) : to < from ? words.toBeforeFrom : undefined,
    }
  }
  return (
    <Form
      submit={submit}
      check={check}
      onSubmit={(filled) =>
        onSave({ matter, content: contentIn(filled), isPublicMatter: filled.isOn('public-matter') })
      }
    >
      <div ref={place} className="stack" onInput={() => onChange(askedNow())}>
        {!isBegun && <MatterField order={order} chosen={matter} onChoose={setMatter} />}
        {matter !== '' && (
          <>
            <Fieldset legend={words.exactly} legendStyle="large">
              {wants.page && <Page start={start.content.page} />}
              {wants.device && <Device start={start.content.device} />}
              {wants.exact && (
                <>
                  <LongField
                    name="text"
                    label={words.text}
                    hint={words.textHint}
                    start={start.content.text ?? ''}
                    maxLength={20_000}
                  />
                  <PicturesField
                    pictures={pictures}
                    onChange={(change) => setPictures((before) => change(before))}
                  />
                </>
              )}
              {wants.covers && <Covers order={order} matter={matter} start={start.content.covers} />}
            </Fieldset>
            {wants.exact && <How start={start.content.act} />}
            {wants.coworkers && (
              <ColleaguesField
                legend={words.colleagues}
                hint={words.colleaguesHint}
                chosen={coworkers}
                onChange={setCoworkers}
              />
            )}
            <When start={start} />
            {wants.exact && <RulingOf content={() => askedNow().content} />}
          </>
        )}
      </div>
    </Form>
  )
}

function Page({ start }: { start: string | null }): ReactNode {
  const words = useWords(requestFormWords)
  return (
    <Field name="page" label={words.page} hint={words.pageHint} type="url" required start={start ?? ''} />
  )
}

function Device({ start }: { start: Content['device'] }): ReactNode {
  const words = useWords(requestFormWords)
  return (
    <>
      <SelectField
        name="device-kind"
        label={words.deviceKind}
        required
        start={start?.kind ?? 'phone'}
        choices={deviceKinds.map((value) => ({ value, label: words.devices[value] }))}
      />
      <Field name="device" label={words.device} required maxLength={200} start={start?.describes ?? ''} />
    </>
  )
}

function How({ start }: { start: Content['act'] }): ReactNode {
  const words = useWords(requestFormWords)
  return (
    <Fieldset legend={words.how} legendStyle="large">
      <div className="fields">
        <SelectField
          name="kind"
          label={words.kind}
          required
          start={start.kind}
          choices={[...new Set([...postKinds, start.kind])].map((value) => ({
            value,
            label: words.kinds[value],
          }))}
        />
        <SelectField
          name="capacity"
          label={words.capacity}
          required
          start={start.capacity}
          choices={capacities.map((value) => ({ value, label: words.capacities[value] }))}
        />
        <SelectField
          name="audience"
          label={words.audience}
          required
          start={start.audience}
          choices={audiences.map((value) => ({ value, label: words.audiences[value] }))}
        />
        <SelectField
          name="duty"
          label={words.duty}
          required
          start={start.duty}
          choices={duties.map((value) => ({ value, label: words.duties[value] }))}
        />
      </div>
    </Fieldset>
  )
}

function When({ start }: { start: Asked }): ReactNode {
  const words = useWords(requestFormWords)
  const { from, to, why } = start.content
  return (
    <Fieldset legend={words.when} legendStyle="large">
      <div className="fields">
        <Field name="from" label={words.from} type="date" required start={from} />
        <Field name="to" label={words.to} type="date" start={to ?? ''} />
      </div>
      <LongField name="why" label={words.why} rows={3} required start={why} maxLength={4_000} />
      <CheckField
        name="public-matter"
        label={words.publicMatter}
        hint={words.publicMatterHint}
        start={start.isPublicMatter}
      />
    </Fieldset>
  )
}
