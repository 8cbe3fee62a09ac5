import { Button, Fieldset } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import type { NoticeContent } from '../../src/posts/notices/content.ts'
import { LongField, RadioField } from '../parts/field.tsx'
import { useWords } from '../words/words.ts'
import { noticeLanguages, type NoticeLanguage, type Said } from './content.ts'
import { noticeFormWords } from './form-words.ts'

interface SaidFieldProps {
  start: NoticeContent
  said: Readonly<Record<NoticeLanguage, Said>>
  /** What somebody changed of it. */
  own: Readonly<Record<NoticeLanguage, Partial<Said>>>
  spoken: readonly NoticeLanguage[]
  onChange: (language: NoticeLanguage, said: Partial<Said>) => void
  /** Back to what the template proposes. */
  onPropose: (language: NoticeLanguage) => void
}

/** The words of a notice in both languages side by side: they follow the template until somebody changes them. */
export function SaidField(props: SaidFieldProps): ReactNode {
  const { start, spoken } = props
  const words = useWords(noticeFormWords)
  const [only] = noticeLanguages.filter((language) => start.texts[language] !== undefined)
  const isOne = Object.keys(start.texts).length === 1
  return (
    <Fieldset legend={words.words} legendStyle="large">
      <p className="usa-hint">{words.wordsHint}</p>
      <RadioField
        name="languages"
        label={words.languages}
        required
        start={isOne && only !== undefined ? only : 'both'}
        choices={[
          { value: 'both', label: words.both },
          { value: 'en', label: words.onlyEn },
          { value: 'es', label: words.onlyEs },
        ]}
      />
      {spoken.length === 1 && (
        <LongField
          name="lacks"
          label={words.lacks}
          hint={words.lacksHint}
          required
          rows={2}
          maxLength={500}
          start={start.lacks ?? ''}
        />
      )}
      <div className="fields">
        {spoken.map((language) => (
          <OneLanguage key={language} language={language} {...props} />
        ))}
      </div>
    </Fieldset>
  )
}

function OneLanguage({
  language,
  said,
  own,
  onChange,
  onPropose,
}: SaidFieldProps & { language: NoticeLanguage }): ReactNode {
  const words = useWords(noticeFormWords)
  const mine = own[language]
  const isOwn = Object.keys(mine).length > 0
  const field = (name: keyof Said, rows: number, most: number, required: boolean): ReactNode => (
    <LongField
      name={`said-${name}-${language}`}
      label={words[name][language]}
      rows={rows}
      maxLength={most}
      required={required}
      fillsItself={mine[name] === undefined}
      value={said[language][name]}
      onChange={(text) => onChange(language, { [name]: text })}
    />
  )
  return (
    <div role="group" aria-label={words.inLanguage[language]} className="notice-said">
      <p>
        <strong>{words.inLanguage[language]}</strong>{' '}
        <span className="quiet">{isOwn ? words.own : words.following}</span>
      </p>
      {field('headline', 2, 200, true)}
      {field('description', 6, 4_000, true)}
      {field('instruction', 3, 1_000, false)}
      {isOwn && (
        <Button type="button" unstyled onClick={() => onPropose(language)}>
          {words.propose[language]}
        </Button>
      )}
    </div>
  )
}
