import { Button, Checkbox, Fieldset, Label, Textarea } from '@trussworks/react-uswds'
import { use, useId, type ReactNode } from 'react'
import type { Checklist, PageLanguage, Requirement } from '../../src/accounts/schema.ts'
import { LanguageContext, useWords } from '../words/words.ts'
import { emptyNotice, filledIn, type Kept, type NoticeDraft } from './filling.ts'
import { accountFormWords } from './form-words.ts'

type Offered = Checklist['notices'][number]

interface NoticesFieldProps {
  checklist: Checklist
  spoken: readonly PageLanguage[]
  /** What the form says already of the places in the offered words. */
  known: () => Readonly<Record<string, string>>
  drafts: Kept['notices']
  onChange: (drafts: Kept['notices']) => void
  /** Characters that the profile has room for. */
  room: number | null
}

/** The notices that a page shows, with words offered for each, and how strictly the order asks for it. */
export function NoticesField(props: NoticesFieldProps): ReactNode {
  const { checklist, spoken, known, drafts, onChange, room } = props
  const words = useWords(accountFormWords)
  const draftOf = (fact: string): NoticeDraft => drafts[fact] ?? emptyNotice
  const offer = (offered: Offered, how: 'full' | 'short'): NoticeDraft => {
    const filling = known()
    return {
      ...emptyNotice,
      en: spoken.includes('en') ? filledIn(offered[how].en, filling) : '',
      es: spoken.includes('es') ? filledIn(offered[how].es, filling) : '',
    }
  }
  const used = spoken.reduce(
    (sum, one) =>
      sum + Object.values(drafts).reduce((inOne, draft) => inOne + (draft.isOff ? 0 : draft[one].length), 0),
    0,
  )
  return (
    <Fieldset legend={words.notices} legendStyle="large">
      <span className="usa-hint">{words.noticesHint}</span>
      <div className="row-of-buttons">
        <Button
          type="button"
          outline
          onClick={() =>
            onChange(Object.fromEntries(checklist.notices.map((one) => [one.fact, offer(one, 'full')])))
          }
        >
          {words.offeredAll}
        </Button>
      </div>
      {checklist.notices.map((offered) => (
        <NoticeField
          key={offered.fact}
          offered={offered}
          requirement={checklist.requirements.find(({ fact }) => fact === offered.fact)}
          spoken={spoken}
          draft={draftOf(offered.fact)}
          onOffer={(how) => onChange({ ...drafts, [offered.fact]: offer(offered, how) })}
          onChange={(draft) => onChange({ ...drafts, [offered.fact]: draft })}
        />
      ))}
      {room !== null && used > room && <p role="status">{words.room(String(used), String(room))}</p>}
    </Fieldset>
  )
}

interface NoticeFieldProps {
  offered: Offered
  requirement: Requirement | undefined
  spoken: readonly PageLanguage[]
  draft: NoticeDraft
  onOffer: (how: 'full' | 'short') => void
  onChange: (draft: NoticeDraft) => void
}

function NoticeField({
  offered,
  requirement,
  spoken,
  draft,
  onOffer,
  onChange,
}: NoticeFieldProps): ReactNode {
  const words = useWords(accountFormWords)
  const language = use(LanguageContext)
  const id = useId()
  const name = offered.name[language]
  return (
    <Fieldset legend={name} className="card notice-field">
      <p className="quiet">{forceOf(requirement, words)}</p>
      {!draft.isOff && (
        <>
          {spoken.map((one) => (
            <div key={one}>
              <Label htmlFor={`${id}-${one}`}>{words.wording[one]}</Label>
              <Textarea
                id={`${id}-${one}`}
                name={`words-${offered.fact}-${one}`}
                lang={one}
                rows={2}
                maxLength={1_000}
                value={draft[one]}
                onChange={({ target }) => onChange({ ...draft, [one]: target.value })}
              />
            </div>
          ))}
          <div className="row-of-buttons">
            <Button type="button" unstyled onClick={() => onOffer('full')}>
              {words.offered}
              <span className="usa-sr-only">: {name}</span>
            </Button>
            <Button type="button" unstyled onClick={() => onOffer('short')}>
              {words.offeredShort}
              <span className="usa-sr-only">: {name}</span>
            </Button>
          </div>
        </>
      )}
      <Checkbox
        id={`${id}-off`}
        name={`off-${offered.fact}`}
        label={words.off}
        checked={draft.isOff}
        onChange={({ target }) => onChange({ ...draft, isOff: target.checked })}
      />
      {draft.isOff && (
        <>
          <Label htmlFor={`${id}-reason`}>{words.reason}</Label>
          {requirement && (
            <span className="usa-hint" id={`${id}-reason-hint`}>
              {requirement.waiver ? words.reasonGood : words.reasonNot}
            </span>
          )}
          <Textarea
            id={`${id}-reason`}
            name={`reason-${offered.fact}`}
            rows={2}
            maxLength={1_000}
            value={draft.reason}
            {...(requirement ? { 'aria-describedby': `${id}-reason-hint` } : {})}
            onChange={({ target }) => onChange({ ...draft, reason: target.value })}
          />
        </>
      )}
    </Fieldset>
  )
}

function forceOf(
  requirement: Requirement | undefined,
  words: {
    noticesUnasked: string
    noticesAsked: (citation: string) => string
    noticesAdvised: (citation: string) => string
  },
): string {
  if (!requirement) return words.noticesUnasked
  return requirement.force === 'barred'
    ? words.noticesAsked(requirement.citation)
    : words.noticesAdvised(requirement.citation)
}
