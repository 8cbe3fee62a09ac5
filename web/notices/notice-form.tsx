import { Checkbox, Fieldset } from '@trussworks/react-uswds'
import { useCallback, useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react'
import type { AccountBrief } from '../../src/accounts/schema.ts'
import type { NoticeContent } from '../../src/posts/notices/content.ts'
import { networkTitles } from '../accounts/networks.ts'
import { Action } from '../parts/action.tsx'
import { Field, SelectField } from '../parts/field.tsx'
import { Form, filledIn, type Filled } from '../parts/form.tsx'
import { useNow, useSession } from '../session.ts'
import { useWords } from '../words/words.ts'
import { AreaField } from './area-field.tsx'
import { draftOf, drawnIn, shapes, type AreaDraft, type AreaProblem } from './area.ts'
import { certainties, contentIn, severities, spokenIn, urgencies } from './content.ts'
import { useCheck, type Template } from './data.ts'
import { noticeFormWords } from './form-words.ts'
import { Margin } from './margin.tsx'
import { PictureField } from './picture-field.tsx'
import { SaidField } from './said-field.tsx'
import { TemplateFields } from './template-fields.tsx'
import { useSaid } from './use-said.ts'
import { WhenField, type WhenDraft } from './when-field.tsx'
import { noticeWords } from './words.ts'
import { momentIn, shownIn } from './zone.ts'

interface NoticeFormProps {
  template: Template
  start: NoticeContent
  /** The pages with a licence in force, and those that the notice goes to already. */
  pages: readonly AccountBrief[]
  /** Has it been before the public? Then it counts from when it did. */
  hasBegun: boolean
  onSave: (content: NoticeContent) => Promise<void>
}

/** Everything that a notice says, with what the order and the networks say of it beside. */
export function NoticeForm({ template, start, pages, hasBegun, onSave }: NoticeFormProps): ReactNode {
  const words = useWords(noticeFormWords)
  const { zone } = useSession().agency
  const now = useNow()
  const place = useRef<HTMLDivElement>(null)
  const [filled, setFilled] = useState<Filled>(blank)
  const [area, setArea] = useState<AreaDraft>(() => draftOf(start.area))
  const [when, setWhen] = useState<WhenDraft>(() => ({
    isLater: !hasBegun && Date.parse(start.effective) > now,
    begins: shownIn(zone, start.effective),
    ends: shownIn(zone, start.expires),
  }))
  const [picture, setPicture] = useState(start.picture)
  const look = useCallback(() => {
    const form = place.current?.closest('form')
    if (form) setFilled(filledIn(new FormData(form)))
  }, [])
  /** Choices that bring other fields with them. */
  const choose = ({ target }: FormEvent): void => {
    look()
    if (!(target instanceof HTMLInputElement)) return
    const { name, value } = target
    if (name === 'begin') setWhen((before) => ({ ...before, isLater: value === 'later' }))
    const shape = shapes.find((one) => one === value)
    if (name === 'shape' && shape) setArea((before) => ({ ...before, shape }))
  }
  // What the page fills in by itself is read once it stands there.
  useEffect(look, [look, area, when, picture])

  // What was not touched stays to the second.
  const momentOf = (shown: string, before: string): string | undefined =>
    shown === shownIn(zone, before) ? before : momentIn(zone, shown)
  const begins = when.isLater || hasBegun ? momentOf(when.begins, start.effective) : start.effective
  const ends = momentOf(when.ends, start.expires)
  const parts = {
    effective: begins ?? start.effective,
    expires: ends ?? start.expires,
    drawn: drawnIn(area),
    picture,
  }
  const isRead = filled !== blank
  const content = ((): NoticeContent => {
    if (!isRead) return start
    const { circle, polygon } = parts.drawn
    const unsaid = { en: nothing, es: nothing }
    return contentIn(filled, template, zone, { ...parts, drawn: { circle, polygon }, said: unsaid })
  })()
  const { said, own, change, propose, settled } = useSaid(start, content)
  const spoken = spokenIn(filled)
  const saying = (one: NoticeContent, both: typeof said): NoticeContent => ({
    ...one,
    texts: Object.fromEntries(spoken.map((language) => [language, both[language]])),
  })
  const whole = isRead ? saying(content, said) : start
  const asked = useCheck(whole)

  const save = async (): Promise<void> => {
    const kept = saying(whole, await settled(whole))
    // A notice that counts from when it goes out begins no earlier than it was written.
    const effective = when.isLater || hasBegun ? whole.effective : new Date(now).toISOString()
    await onSave({ ...kept, effective })
  }
  const problems = drawnIn(area).problems
  return (
    <div className="beside">
      <Form
        submit={words.save}
        beside={
          <Action look="outline" run={save}>
            {words.unfinished}
          </Action>
        }
        check={() => ({
          ...areaSentences(problems, words),
          begins: begins === undefined ? words.noTime : undefined,
          ends:
            ends === undefined
              ? words.noTime
              : ends <= (when.isLater || hasBegun ? parts.effective : new Date(now).toISOString())
                ? words.after
                : undefined,
        })}
        onSubmit={save}
      >
        <div ref={place} className="stack" onChange={choose}>
          <TemplateFields fields={template.fields} start={start.fields} />
          <WhenField
            draft={when}
            onChange={(changes) => setWhen((before) => ({ ...before, ...changes }))}
            effective={parts.effective}
            hasBegun={hasBegun}
          />
          <AreaField
            start={start.area}
            draft={area}
            needed={template.isTimeSensitive ? spoken[0] : undefined}
            area={whole.area}
            onChange={(changes) => setArea((before) => ({ ...before, ...changes }))}
          />
          <SaidField
            start={start}
            said={said}
            own={own}
            spoken={spoken}
            onChange={change}
            onPropose={propose}
          />
          <Pages pages={pages} chosen={start.accounts} />
          <Grave start={start} />
          <PictureField picture={picture} onChange={setPicture} />
          <Field
            name="contact"
            label={words.contact}
            hint={words.contactHint}
            start={start.contact}
            maxLength={200}
          />
        </div>
      </Form>
      <Margin asked={asked} />
    </div>
  )
}

const blank: Filled = { text: () => '', maybe: () => undefined, isOn: () => false, all: () => [] }
const nothing = { headline: '', description: '', instruction: '' }

function Pages({ pages, chosen }: { pages: readonly AccountBrief[]; chosen: readonly string[] }): ReactNode {
  const words = useWords(noticeFormWords)
  const id = useId()
  return (
    <Fieldset legend={words.where} legendStyle="large">
      <span className="usa-hint">{words.whereHint}</span>
      {pages.map(({ accountId, handle, network }) => (
        <Checkbox
          key={accountId}
          id={`${id}-${accountId}`}
          name="accounts"
          value={accountId}
          label={`${handle} (${networkTitles[network]})`}
          defaultChecked={chosen.includes(accountId)}
        />
      ))}
    </Fieldset>
  )
}

/** How grave it is, in the words of the Common Alerting Protocol, each explained. */
function Grave({ start }: { start: NoticeContent }): ReactNode {
  const words = useWords(noticeWords)
  const form = useWords(noticeFormWords)
  const { severity, urgency, certainty } = start
  const rows = [
    ['severity', severity, severities.map((value) => ({ value, label: words.severities[value] }))],
    ['urgency', urgency, urgencies.map((value) => ({ value, label: words.urgencies[value] }))],
    ['certainty', certainty, certainties.map((value) => ({ value, label: words.certainties[value] }))],
  ] as const
  return (
    <Fieldset legend={form.grave} legendStyle="large">
      {rows.map(([name, chosen, choices]) => (
        <SelectField key={name} name={name} label={form[name]} required start={chosen} choices={choices} />
      ))}
    </Fieldset>
  )
}

function areaSentences(
  problems: readonly AreaProblem[],
  words: ReturnType<typeof useWords<typeof noticeFormWords.en>>,
): Record<string, string> {
  return Object.fromEntries(
    problems.map((problem) => {
      if (problem === 'few') return ['corners', words.fewCorners]
      if (typeof problem === 'object') return ['corners', words.badCorners(problem.line)]
      return [
        problem,
        problem === 'radius' ? words.badRadius : words.badDegrees(words[problem].toLowerCase()),
      ]
    }),
  )
}
