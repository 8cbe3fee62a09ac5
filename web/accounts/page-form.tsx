import { Checkbox, Fieldset } from '@trussworks/react-uswds'
import { useId, useRef, useState, type FormEvent, type ReactNode } from 'react'
import type { Checklist, PageLanguage, PageSaid, PageTried } from '../../src/accounts/schema.ts'
import { CheckField, Field, LongField, RadioField, SelectField } from '../parts/field.tsx'
import { Form, filledIn, type Filled } from '../parts/form.tsx'
import { useWords } from '../words/words.ts'
import { AdministratorsField } from './administrators-field.tsx'
import { draftsOf, pageIn, triedOf, type Kept } from './filling.ts'
import { accountFormWords } from './form-words.ts'
import { NoticesField } from './notices-field.tsx'
import { PageRulingView } from './page-ruling.tsx'
import { accountWords } from './words.ts'

/** What is sent: the page, and for how long its licence is asked. */
export interface AskedPage {
  page: PageSaid
  from: string
  to: string
  why: string
}

interface PageFormProps {
  checklist: Checklist
  start: PageSaid
  term: { from: string; to: string }
  /** A page that stands keeps its network, name and address. */
  isStanding: boolean
  submit: string
  /** Fields of the caller's own. */
  children?: ReactNode
  onSend: (asked: AskedPage, filled: Filled) => Promise<void>
}

/** Everything that is said of a page, with what the order says of it beside. */
export function PageForm(props: PageFormProps): ReactNode {
  const { checklist, start, term, isStanding, submit, children, onSend } = props
  const words = useWords(accountFormWords)
  const place = useRef<HTMLDivElement>(null)
  const [network, setNetwork] = useState(start.network)
  const [spoken, setSpoken] = useState<readonly PageLanguage[]>(start.languages)
  const [kept, setKept] = useState<Kept>({
    administrators: start.administrators,
    notices: draftsOf(start.notices),
  })
  // A change reaches its own field first and the form after it, before anything is drawn anew: the form must see it.
  const newest = useRef(kept)
  const [tried, setTried] = useState<PageTried>(triedOf(start))
  const known = checklist.networks.find((one) => one.network === network)

  const pageNow = (changed: Kept): PageSaid => {
    const form = place.current?.closest('form')
    return form ? pageIn(filledIn(new FormData(form)), networkIn(form), changed) : start
  }
  const keep = (changed: Kept): void => {
    newest.current = changed
    setKept(changed)
    setTried(triedOf(pageNow(changed)))
  }
  const networkIn = (form: HTMLFormElement): PageSaid['network'] => {
    const chosen = new FormData(form).get('network')
    return checklist.networks.find((one) => one.network === chosen)?.network ?? network
  }
  // Every field tells the form that it changed; what the reader then sees is judged anew.
  const onChange = (event: FormEvent<HTMLDivElement>): void => {
    const form = event.currentTarget.closest('form')
    if (!form) return
    const filled = filledIn(new FormData(form))
    const chosen = networkIn(form)
    setNetwork(chosen)
    const page = pageIn(filled, chosen, newest.current)
    setSpoken(page.languages)
    setTried(triedOf(page))
  }
  return (
    <div className="beside">
      <Form
        submit={submit}
        onSubmit={(filled) =>
          onSend(
            {
              page: pageIn(filled, network, kept),
              from: filled.text('from'),
              to: filled.text('to'),
              why: filled.text('why'),
            },
            filled,
          )
        }
      >
        <div ref={place} className="stack" onChange={onChange}>
          <Where {...{ checklist, start, isStanding, known }} />
          <WhatFor start={start} spoken={spoken} />
          <AdministratorsField
            legend={words.who}
            named={kept.administrators}
            onChange={(administrators) => keep({ ...kept, administrators })}
          />
          <Custody start={start.custody} isOther={tried.custody?.by === 'other'} />
          <Fieldset legend={words.reach} legendStyle="large">
            <Field name="site" label={words.site} type="url" required maxLength={300} start={start.site} />
            <Field
              name="contact"
              label={words.contact}
              hint={words.contactHint}
              required
              maxLength={300}
              start={start.contact}
            />
          </Fieldset>
          <NoticesField
            checklist={checklist}
            spoken={spoken}
            drafts={kept.notices}
            room={known?.room ?? null}
            known={() => {
              const { site, contact, purpose, audience } = pageNow(kept)
              return { site, contact, purpose, audience }
            }}
            onChange={(notices) => keep({ ...kept, notices })}
          />
          <Fieldset legend={words.term} legendStyle="large">
            <div className="fields">
              <Field name="from" label={words.from} type="date" required start={term.from} />
              <Field name="to" label={words.to} hint={words.toHint} type="date" required start={term.to} />
            </div>
            <LongField name="why" label={words.why} rows={3} required maxLength={4_000} />
            {children}
          </Fieldset>
        </div>
      </Form>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <section className="card ruling-beside" aria-labelledby="page-ruling" tabIndex={0}>
        <h2 id="page-ruling">{words.ruling}</h2>
        <div role="status">
          <PageRulingView page={tried} />
        </div>
      </section>
    </div>
  )
}

interface WhereProps {
  checklist: Checklist
  start: PageSaid
  isStanding: boolean
  known: Checklist['networks'][number] | undefined
}

function Where({ checklist, start, isStanding, known }: WhereProps): ReactNode {
  const words = useWords(accountFormWords)
  if (isStanding)
    return (
      <>
        <input type="hidden" name="network" value={start.network} />
        <input type="hidden" name="handle" value={start.handle} />
        <input type="hidden" name="address" value={start.address} />
        <input type="hidden" name="service" value={start.service ?? ''} />
      </>
    )
  return (
    <Fieldset legend={words.where} legendStyle="large">
      <SelectField
        name="network"
        label={words.network}
        required
        start={start.network}
        choices={checklist.networks.map(({ network, title }) => ({ value: network, label: title }))}
      />
      <Field
        name="handle"
        label={words.handle}
        hint={words.handleHint}
        required
        maxLength={200}
        start={start.handle}
      />
      <Field
        name="address"
        label={words.address}
        hint={words.addressHint(known?.pages ?? '')}
        type="url"
        required
        maxLength={500}
        start={start.address}
      />
      <Field
        name="service"
        label={words.service}
        hint={words.serviceHint(known?.service ?? '')}
        type="url"
        maxLength={300}
        start={start.service ?? ''}
      />
    </Fieldset>
  )
}

function WhatFor({ start, spoken }: { start: PageSaid; spoken: readonly PageLanguage[] }): ReactNode {
  const words = useWords(accountWords)
  const form = useWords(accountFormWords)
  const id = useId()
  return (
    <Fieldset legend={form.whatFor} legendStyle="large">
      <LongField
        name="purpose"
        label={form.purpose}
        rows={2}
        required
        maxLength={1_000}
        start={start.purpose}
      />
      <Field
        name="audience"
        label={form.audience}
        hint={form.audienceHint}
        required
        maxLength={400}
        start={start.audience}
      />
      <Fieldset legend={form.languages}>
        {(['en', 'es'] as const).map((one) => (
          <Checkbox
            key={one}
            id={`${id}-${one}`}
            name="languages"
            value={one}
            label={words.languages[one]}
            defaultChecked={start.languages.includes(one)}
            required={spoken.length === 0}
            data-label={form.languages}
          />
        ))}
      </Fieldset>
      <CheckField name="takes-comments" label={form.comments} start={start.takesComments} />
      <CheckField name="imagery" label={form.imagery} hint={form.imageryHint} start={start.imagery} />
    </Fieldset>
  )
}

function Custody({ start, isOther }: { start: PageSaid['custody']; isOther: boolean }): ReactNode {
  const words = useWords(accountFormWords)
  return (
    <Fieldset legend={words.custody} legendStyle="large">
      <RadioField
        name="custody"
        label={words.custody}
        start={start.by}
        choices={[
          { value: 'it', label: words.custodyIt },
          { value: 'other', label: words.custodyOther },
        ]}
      />
      <Field name="unit" label={words.unit} required maxLength={200} start={start.unit} />
      {isOther && (
        <>
          <Field
            name="determined-by"
            label={words.determinedBy}
            required
            maxLength={200}
            start={start.determinedBy ?? ''}
          />
          <Field
            name="determined-on"
            label={words.determinedOn}
            type="date"
            required
            start={start.determinedOn ?? ''}
          />
        </>
      )}
    </Fieldset>
  )
}
